import {kmeans} from "ml-kmeans";
import {fromHalf, toHalf} from "../../lib/half-precision.ts";
import type {Random} from "../../lib/random.ts";

/**
 * A matrix at 8 bits for each group of numbers and one scale a row: a group ≈ a row of the codebook × the scale (Jégou, Douze
 * and Schmid, "Product Quantization for Nearest Neighbor Search", 2011, with one codebook for all groups).
 */
export interface PackedTable {
  readonly rows: number;
  readonly dimensions: number;
  /** Rows × dimensions / `GROUP`: places in the codebook; group j of a row stands for its numbers from j × `GROUP` on. */
  readonly codes: Uint8Array;
  /** 256 rows of `GROUP` numbers; those that no code stands for are zeros. */
  readonly codebook: Float32Array;
  /** One IEEE half-precision number a row: the root of its mean square. */
  readonly scales: Uint16Array;
}

/** Numbers that share a byte. */
export const GROUP = 4;

const CODES = 256;

/** Groups that the codebook is made for, and rounds of k-means: twice as many of either lessen the error by 1 %. */
const SAMPLES = 30_000;
const ROUNDS = 25;

/** `table` is rows × dimensions, and dimensions are a multiple of `GROUP`. The same stream gives the same codebook. */
export function quantise(table: Float32Array, dimensions: number, random: Random): PackedTable {
  const rows = table.length / dimensions;
  const {units, scales} = scaleRows(table, dimensions);
  const codebook = makeCodebook(units, random);
  const codes = new Uint8Array(table.length / GROUP);
  for (let group = 0; group < codes.length; ++group)
    codes[group] = findCode(codebook, units, group * GROUP);
  return {rows, dimensions, codes, codebook, scales};
}

/** The numbers that the packed ones stand for. */
export function dequantise({dimensions, codes, codebook, scales}: PackedTable): Float32Array {
  const table = new Float32Array(codes.length * GROUP);
  for (let i = 0; i < table.length; ++i) {
    const code = codes[Math.floor(i / GROUP)]!;
    table[i] =
      codebook[code * GROUP + (i % GROUP)]! * fromHalf(scales[Math.floor(i / dimensions)]!);
  }
  return table;
}

/** Each row over its scale, which is 0 where the row is. */
function scaleRows(
  table: Float32Array,
  dimensions: number
): {units: Float32Array; scales: Uint16Array} {
  const units = new Float32Array(table.length);
  const scales = new Uint16Array(table.length / dimensions);
  for (let row = 0; row < scales.length; ++row) {
    const [start, end] = [row * dimensions, (row + 1) * dimensions];
    let squares = 0;
    for (let i = start; i < end; ++i) squares += table[i]! * table[i]!;
    scales[row] = toHalf(Math.sqrt(squares / dimensions));
    const scale = fromHalf(scales[row]!);
    if (scale > 0) for (let i = start; i < end; ++i) units[i] = table[i]! / scale;
  }
  return {units, scales};
}

function makeCodebook(units: Float32Array, random: Random): Float32Array {
  const count = units.length / GROUP;
  const groups = Array.from({length: Math.min(SAMPLES, count)}, () => {
    const start = random.integer(0, count - 1) * GROUP;
    return Array.from(units.subarray(start, start + GROUP));
  });
  const first = groups.slice(0, CODES);
  const {centroids} = kmeans(groups, first.length, {
    initialization: first,
    maxIterations: ROUNDS
  });
  const codebook = new Float32Array(CODES * GROUP);
  codebook.set(centroids.flat());
  return codebook;
}

/** The place of the group in the codebook that is nearest to the numbers from `start` on. */
function findCode(codebook: Float32Array, units: Float32Array, start: number): number {
  let [best, least] = [0, Infinity];
  for (let at = 0; at < codebook.length; at += GROUP) {
    let squares = 0;
    for (let i = 0; i < GROUP; ++i) squares += (units[start + i]! - codebook[at + i]!) ** 2;
    if (squares < least) [best, least] = [at / GROUP, squares];
  }
  return best;
}
