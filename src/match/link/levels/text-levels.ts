import type {LinkColumn} from "../link-tables.ts";
import {createColumnComparer} from "./column-comparer.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING} from "./comparer.ts";
import {createWordComparer} from "./near-words.ts";
import type {WordTable} from "./word-table.ts";
import {toWordTable} from "./word-table.ts";

const STEPS = 10;
/** Of more words that are not the same, no near ones are looked for: in long texts the same ones tell enough. */
const MAX_LOOSE_WORDS = 16;
/** Of the words of two texts that are one, most are the same. */
const EXPECTED = [0.3, 0.2, 0.14, 0.1, 0.08, 0.06, 0.04, 0.03, 0.02, 0.02, 0.01];
/** What is less alike than not says little for a pair, however seldom two texts are even that much alike. */
const LIMITS = [Infinity, Infinity, Infinity, Infinity, 14, 9, 5, 2, 0, 0, 0];

const LEVELS: readonly Level[] = [
  {name: "same words", expected: EXPECTED[0]!, limit: LIMITS[0]!},
  ...Array.from({length: STEPS}, (_, i) => ({
    name: `words alike by ${100 - 10 * (i + 1)} to ${100 - 10 * i} %`,
    expected: EXPECTED[i + 1]!,
    limit: LIMITS[i + 1]!
  })),
  MISSING
];

/**
 * Texts of several words: the cosine of their words, the rare ones weighing more, where near words count too (SoftTFIDF of
 * W. W. Cohen, P. Ravikumar, S. E. Fienberg, "A Comparison of String Distance Metrics for Name-Matching Tasks", 2003).
 */
export function compareTexts(column: LinkColumn): Comparer {
  const table = toWordTable(column);
  const toCosine = createSoftCosine(table);
  return createColumnComparer(column, {
    levels: LEVELS,
    compare(x, y) {
      if (x === y) return 0;
      const cosine = toCosine(x, y);
      return cosine > 0.9999 ? 0 : 1 + Math.min(STEPS - 1, Math.floor(STEPS * (1 - cosine)));
    }
  });
}

function createSoftCosine({words, ofValue, weights}: WordTable): (x: number, y: number) => number {
  const compare = createWordComparer(words);
  const norms = Float64Array.from(ofValue, (ids) =>
    Math.sqrt(ids.reduce((sum, id) => sum + weights[id]! ** 2, 0))
  );
  const [looseA, looseB]: [number[], number[]] = [[], []];
  return (x, y) => {
    const norm = norms[x]! * norms[y]!;
    if (norm === 0) return 0;
    looseA.length = looseB.length = 0;
    const same = sumShared(ofValue[x]!, ofValue[y]!, weights, looseA, looseB);
    if (Math.max(looseA.length, looseB.length) > MAX_LOOSE_WORDS) return same / norm;
    return Math.min(1, (same + sumNear(looseA, looseB, weights, compare)) / norm);
  };
}

/** The squared weights of words that both have; the others go into the two lists. */
function sumShared(
  a: Int32Array,
  b: Int32Array,
  weights: Float64Array,
  looseA: number[],
  looseB: number[]
): number {
  let sum = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i]!, b[j]!];
    if (one === other) {
      sum += weights[one]! ** 2;
      ++i;
      ++j;
    } else if (one < other) {
      looseA.push(one);
      ++i;
    } else {
      looseB.push(other);
      ++j;
    }
  }
  for (; i < a.length; ++i) looseA.push(a[i]!);
  for (; j < b.length; ++j) looseB.push(b[j]!);
  return sum;
}

/** Each word with the nearest of the other text that is left. */
function sumNear(
  looseA: readonly number[],
  looseB: number[],
  weights: Float64Array,
  compare: (a: number, b: number) => number
): number {
  let sum = 0;
  for (const one of looseA) {
    let [best, at] = [0, -1];
    for (let j = 0; j < looseB.length; ++j) {
      const likeness = compare(one, looseB[j]!);
      if (likeness > best) [best, at] = [likeness, j];
    }
    if (at === -1) continue;
    // the commoner of the two weighs: a slip makes a rare word of any
    const weight = Math.min(weights[one]!, weights[looseB[at]!]!);
    sum += best * weight * weight;
    looseB[at] = looseB.at(-1)!;
    looseB.pop();
  }
  return sum;
}
