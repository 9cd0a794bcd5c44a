import {expect, test} from "vitest";
import {firstOf} from "../../src/lib/first-of.ts";
import {Random} from "../../src/lib/random.ts";

test("firstOf(items, count, compare) is sorting and cutting off, equal ones in their order", () => {
  const random = new Random("first-of");
  const compare = (a: {n: number}, b: {n: number}): number => a.n - b.n;
  for (const count of [0, 1, 7, 50, 1000]) {
    const items = Array.from({length: 300}, (_, i) => ({n: random.integer(0, 40), i}));
    expect(firstOf(items, count, compare)).toEqual(items.toSorted(compare).slice(0, count));
  }
});
