import {distance} from "fastest-levenshtein";
import {Random} from "../../src/lib/random.ts";
import {findNearTexts} from "../../src/recipes/clusters/near-texts.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";

const TEXTS = 6000;
const RADIUS = 2;
const RUNS = 3;
const SYLLABLES =
  "ka lo mi ter sen bau ver hol ring stein man ford ley wick ton ber dor fan gu hai".split(" ");

/** Near texts against a comparison of all pairs of like length by the same distance. */
export const findClustersBench: BenchCase = {
  name: "find-clusters",
  async run() {
    const texts = makeTexts(TEXTS);
    const ours: number[] = [];
    const peer: number[] = [];
    for (let run = 0; run < RUNS; ++run) {
      let start = performance.now();
      const {pairs} = await findNearTexts(texts, {
        radius: RADIUS,
        maxCandidates: Infinity,
        pause: () => undefined
      });
      ours.push(performance.now() - start);
      start = performance.now();
      const expected = countAllPairs(texts);
      peer.push(performance.now() - start);
      if (pairs.length !== expected)
        throw new Error(`pairs found: ${pairs.length}, there are ${expected}`);
    }
    return [
      {
        what: `pairs within ${RADIUS} edits among ${TEXTS.toLocaleString("en-US")} names, against all pairs`,
        ours: median(ours),
        peer: median(peer),
        unit: "ms",
        goal: 1 / 7
      }
    ];
  }
};

/** Different names of two words, some misspelt. */
function makeTexts(count: number): string[] {
  const random = new Random("names");
  const makeWord = (): string =>
    Array.from({length: random.integer(2, 4)}, () => random.pick(SYLLABLES)).join("");
  const words = Array.from({length: count / 4}, makeWord);
  const texts = new Set<string>();
  while (texts.size < count) {
    const text = `${random.pick(words)} ${random.pick(words)}`;
    const at = random.integer(0, text.length - 1);
    texts.add(random.chance(0.3) ? text.slice(0, at) + text.slice(at + 1) : text);
  }
  return [...texts];
}

/** By the rule of `findNearTexts`: of four letters one may differ, up to the radius. */
function countAllPairs(texts: readonly string[]): number {
  let count = 0;
  for (let a = 0; a < texts.length; ++a) {
    for (let b = a + 1; b < texts.length; ++b) {
      const [x, y] = [texts[a]!, texts[b]!];
      const edits = Math.min(RADIUS, Math.max(x.length, y.length) >> 2);
      if (Math.abs(x.length - y.length) <= edits && distance(x, y) <= edits) ++count;
    }
  }
  return count;
}
