import {expect, test} from "vitest";
import {toCosines, toOverlaps} from "../../../../src/cli/model/eval/likeness.ts";
import {scoreClasses} from "../../../../src/cli/model/eval/nearest-classes.ts";

test("scoreClasses(classes, likeness) lets the 5 nearest others vote", () => {
  // on a line: four of a, three of b, one of a among them
  const places = [0, 1, 2, 3, 10, 11, 12, 13];
  const classes = ["a", "a", "a", "a", "b", "b", "b", "a"];
  const likeness = (i: number, j: number): number => 1 / Math.abs(places[i]! - places[j]!);
  // each of the first four sees three of a; at 10, 11 and 12 two of b and three of a; the last sees three of b
  expect(scoreClasses(classes, likeness)).toBe(4 / 8);
});

test("scoreClasses(classes, likeness) takes the nearest class of those with as many votes, and of equally near texts the first", () => {
  const near = new Map([
    ["0 1", 0.9],
    ["0 2", 0.8],
    ["0 3", 0.8],
    ["0 4", 0.7]
  ]);
  const likeness = (i: number, j: number): number =>
    near.get(`${Math.min(i, j)} ${Math.max(i, j)}`) ?? 0;
  // text 0 sees b, a, a, b: two each, and b is the nearest; all others see text 0 alone
  expect(scoreClasses(["b", "b", "a", "a", "b"], likeness)).toBe(3 / 5);
  expect(scoreClasses(["a", "b", "a", "a", "b"], likeness)).toBe(2 / 5);
  // where all are equally near, the first five others vote: against a by three of b, against b by three of a
  expect(scoreClasses(["a", "a", "a", "b", "b", "b", "b"], () => 1)).toBe(0);
});

test("scoreClasses(classes, likeness) judges wrong what has nothing in common with others", () => {
  expect(scoreClasses(["a", "a"], () => 0)).toBe(0);
});

test("toOverlaps(texts) gives the part of distinct words that two texts share, whatever their case", () => {
  const likeness = toOverlaps(["A man, a plan", "a Plan!", "", "canal"]);
  // {a, man, ",", plan} and {a, plan, !}
  expect(likeness(0, 1)).toBeCloseTo(2 / 5);
  expect([likeness(0, 3), likeness(2, 2)]).toEqual([0, 0]);
});

test("toCosines(embed)(texts) gives inner products of rows", async () => {
  const likeness = await toCosines(() => Float32Array.of(1, 0, 0.6, 0.8))(["a", "b"]);
  expect(likeness(0, 1)).toBeCloseTo(0.6);
});
