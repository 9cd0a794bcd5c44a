import type {Random} from "../../lib/random.ts";
import type {EncodedSource} from "./encode.ts";
import {scaleRow} from "./scale-row.ts";

/** A token this frequent weighs half. */
const HALF_FREQUENCY = 4e-3;

/** Learned lengths are taken to this power: their spread suits the topics of paragraphs more than what a sentence says. */
const FLATTENING = 0.6;

/** How much longer a number's row is than what it learned. */
const NUMBER_FACTOR = 1.7;

const NUMBER = /^(##)?\d/;
const NUMBER_WORDS = new Set(
  (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen " +
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
  ).split(" ")
);

/**
 * Gives rows the lengths that they weigh by in a mean. Frequent tokens weigh less, by a / (a + share of all tokens), the smooth
 * inverse frequency of Arora, Liang & Ma (2017): contrast between texts of a batch hardly punishes what nearly all of them hold.
 * Numbers weigh more, and half of each row's direction is its own by chance: next to each other in text there are seldom the
 * same numbers, so training takes them for noise and for much alike, while of two sentences they tell whether both say the same.
 */
export function weighTokens(
  table: Float32Array,
  tokens: readonly string[],
  {counts, random}: {readonly counts: Float64Array; readonly random: Random}
): void {
  const dimensions = table.length / tokens.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  tokens.forEach((token, id) => {
    const row = table.subarray(id * dimensions, (id + 1) * dimensions);
    const length = Math.hypot(...row);
    if (length === 0) return;
    const isNumber = NUMBER.test(token) || NUMBER_WORDS.has(token);
    if (isNumber) blendAtRandom(row, length, random);
    const frequency = HALF_FREQUENCY / (HALF_FREQUENCY + counts[id]! / total);
    const weight = length ** FLATTENING * frequency * (isNumber ? NUMBER_FACTOR : 1);
    scaleRow(row, weight);
  });
}

/** Adds a random direction of the row's own length. */
function blendAtRandom(row: Float32Array, length: number, random: Random): void {
  const deviation = length / Math.sqrt(row.length);
  for (let i = 0; i < row.length; ++i) row[i]! += random.normal(0, deviation);
}

/** How often each of `tokens` tokens stands in the text. */
export function countTokens(sources: readonly EncodedSource[], tokens: number): Float64Array {
  const counts = new Float64Array(tokens);
  for (const {ids} of sources) for (const id of ids) counts[id]! += 1;
  return counts;
}
