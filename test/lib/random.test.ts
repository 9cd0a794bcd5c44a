import {expect, test} from "vitest";
import {Random} from "../../src/lib/random.ts";

test("Random(seed) gives the same stream for the same seed, and another one for another", () => {
  const draw = (seed: string) => {
    const random = new Random(seed);
    return Array.from({length: 5}, () => random.next());
  };
  expect(draw("lakebook")).toEqual(draw("lakebook"));
  expect(draw("lakebook")).not.toEqual(draw("lakebooks"));
});

test("Random keeps its stream for ever: the sample lake depends on these numbers", () => {
  const random = new Random("lakebook");
  expect(Array.from({length: 6}, () => random.integer(0, 999))).toMatchInlineSnapshot(`
    [
      64,
      338,
      770,
      855,
      339,
      306,
    ]
  `);
});

test("fork(purpose) is a stream of its own, whatever was drawn before", () => {
  const [early, late] = [new Random("a"), new Random("a")];
  late.next();
  expect(late.fork("b").next()).toBe(early.fork("b").next());
  expect(early.fork("b").next()).not.toBe(early.fork("c").next());
});

test("between, integer and normal stay within their bounds and fill them", () => {
  const random = new Random("bounds");
  const draws = Array.from({length: 4000}, () => random.integer(1, 6));
  expect([...new Set(draws)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  const normals = Array.from({length: 4000}, () => random.normal(10, 2));
  const mean = normals.reduce((sum, x) => sum + x, 0) / normals.length;
  const spread = Math.sqrt(normals.reduce((sum, x) => sum + (x - mean) ** 2, 0) / normals.length);
  expect(mean).toBeCloseTo(10, 0);
  expect(spread).toBeCloseTo(2, 0);
});

test("weigh(list, weightOf) never picks what weighs nothing, and picks by weight", () => {
  const random = new Random("weights");
  const draws = Array.from({length: 3000}, () =>
    random.weigh(["a", "b", "c"], (item) => ({a: 0, b: 1, c: 3})[item]!)
  );
  expect(draws).not.toContain("a");
  expect(draws.filter((item) => item === "c").length / draws.length).toBeCloseTo(0.75, 1);
});

test("deck(list) deals every item once before any comes again", () => {
  const deal = new Random("deck").deck([1, 2, 3, 4]);
  const rounds = [1, 2, 3].map(() => [deal(), deal(), deal(), deal()].sort((a, b) => a - b));
  expect(rounds).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
    [1, 2, 3, 4]
  ]);
});

test("pick, weigh and deck refuse an empty list", () => {
  const random = new Random("empty");
  expect(() => random.pick([])).toThrow("list is empty");
  expect(() => random.weigh([], () => 1)).toThrow("list is empty");
  expect(() => random.deck([])()).toThrow("list is empty");
});

test("fill(pattern) replaces digits, capitals and hex digits, and nothing else", () => {
  expect(new Random("fill").fill("@@-##-%%-x")).toMatch(/^[A-Z]{2}-\d{2}-[0-9a-f]{2}-x$/);
});
