import {fromHalf, toHalf} from "../../lib/half-precision.ts";

/** A matrix at 4 bits a number with one scale a row: value ≈ (nibble − 8) × scale. */
export interface PackedTable {
  readonly rows: number;
  readonly dimensions: number;
  /** rows × dimensions / 2 bytes; byte j of a row holds dimension j in its low half, j + dimensions / 2 in its high one. */
  readonly nibbles: Uint8Array;
  /** One IEEE half-precision number a row. */
  readonly scales: Uint16Array;
}

const ZERO_POINT = 8;
const MAX_LEVEL = 7;

/** Scales that are tried for each row, as fractions of the one that reaches the row's largest number. */
const SCALE_FRACTIONS = Array.from({length: 15}, (_, i) => 1 - i * 0.04);

/** Rounds each row at the scale that leaves the least squared error: clipping a few large numbers pays. */
export function quantise(table: Float32Array, dimensions: number): PackedTable {
  const rows = table.length / dimensions;
  const half = dimensions / 2;
  const nibbles = new Uint8Array(rows * half);
  const scales = new Uint16Array(rows);
  for (let row = 0; row < rows; ++row) {
    const values = table.subarray(row * dimensions, (row + 1) * dimensions);
    const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    const candidates = SCALE_FRACTIONS.map((fraction) => toHalf((largest / MAX_LEVEL) * fraction));
    const best = candidates.reduce((a, b) =>
      errorOf(values, fromHalf(b)) < errorOf(values, fromHalf(a)) ? b : a
    );
    scales[row] = best;
    for (let j = 0; j < half; ++j) {
      const low = toLevel(values[j]!, fromHalf(best)) + ZERO_POINT;
      const high = toLevel(values[j + half]!, fromHalf(best)) + ZERO_POINT;
      nibbles[row * half + j] = low | (high << 4);
    }
  }
  return {rows, dimensions, nibbles, scales};
}

/** The numbers that the packed ones stand for. */
export function dequantise({rows, dimensions, nibbles, scales}: PackedTable): Float32Array {
  const half = dimensions / 2;
  const table = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; ++row) {
    const scale = fromHalf(scales[row]!);
    for (let j = 0; j < half; ++j) {
      const byte = nibbles[row * half + j]!;
      table[row * dimensions + j] = ((byte & 15) - ZERO_POINT) * scale;
      table[row * dimensions + j + half] = ((byte >> 4) - ZERO_POINT) * scale;
    }
  }
  return table;
}

function toLevel(value: number, scale: number): number {
  if (scale === 0) return 0;
  return Math.max(-MAX_LEVEL, Math.min(MAX_LEVEL, Math.round(value / scale)));
}

function errorOf(values: Float32Array, scale: number): number {
  let sum = 0;
  for (const value of values) sum += (value - toLevel(value, scale) * scale) ** 2;
  return sum;
}
