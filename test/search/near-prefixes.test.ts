import {expect, test} from "vitest";
import {Random} from "../../src/lib/random.ts";
import {findNearPrefixes} from "../../src/search/near-prefixes.ts";

/** Optimal string alignment, as textbooks write it. */
function measure(a: string, b: string): number {
  const table = Array.from({length: a.length + 1}, (_, i) =>
    Array.from({length: b.length + 1}, (_, j) => (i === 0 ? j : j === 0 ? i : 0))
  );
  for (let i = 1; i <= a.length; ++i) {
    for (let j = 1; j <= b.length; ++j) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (isSame ? 0 : 1)
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, table[i - 2]![j - 2]! + 1);
      table[i]![j] = least;
    }
  }
  return table[a.length]![b.length]!;
}

test("findNearPrefixes(words, text, maxEdits) finds what a comparison of all beginnings finds, with the least edits", () => {
  const random = new Random("near prefixes");
  const make = (most: number): string =>
    Array.from({length: random.integer(1, most)}, () => random.pick(["a", "b", "c", "é"])).join("");
  for (let round = 0; round < 200; ++round) {
    const words = [...new Set(Array.from({length: 30}, () => make(7)))].sort();
    const text = make(6);
    const maxEdits = random.integer(1, 2);
    const found = new Map<string, number>();
    for (const {from, to, edits} of findNearPrefixes(words, text, maxEdits))
      for (const word of words.slice(from, to))
        found.set(word, Math.min(edits, found.get(word) ?? edits));
    const expected = words
      .map((word): [string, number] => [
        word,
        Math.min(
          ...Array.from({length: word.length}, (_, i) => measure(word.slice(0, i + 1), text))
        )
      ])
      .filter(([, edits]) => edits <= maxEdits);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  }
});
