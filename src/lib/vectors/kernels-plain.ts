import type {Kernels} from "./kernels.ts";
import {toMemoryError} from "./memory-error.ts";

const GROWTH = 1.5;

/** kernels.wat without WebAssembly, and about fifteen times slower. Sums of whole numbers are exact in any order. */
export function createPlainKernels(): Kernels {
  let buffer = new ArrayBuffer(0);
  return {
    get buffer() {
      return buffer;
    },
    reserve(bytes) {
      if (bytes <= buffer.byteLength) return;
      const former = new Uint8Array(buffer);
      try {
        buffer = new ArrayBuffer(Math.max(bytes, Math.ceil(former.length * GROWTH)));
      } catch (error) {
        throw toMemoryError(bytes, error);
      }
      new Uint8Array(buffer).set(former);
    },
    scan(query, rows, scales, scores, count, width) {
      const [q, r] = [new Int16Array(buffer, query, width), new Int8Array(buffer, rows)];
      const [factors, out] = [new Float32Array(buffer, scales), new Float32Array(buffer, scores)];
      for (let row = 0; row < count; ++row)
        out[row] = Math.fround(dot(q, 0, r, row * width, width)) * factors[row]!;
    },
    tile(queries, queryScales, rows, scales, scores, count, width) {
      const [q, r] = [new Int16Array(buffer, queries, 4 * width), new Int8Array(buffer, rows)];
      const queryFactors = new Float32Array(buffer, queryScales, 4);
      const [factors, out] = [new Float32Array(buffer, scales), new Float32Array(buffer, scores)];
      for (let row = 0; row < count; ++row)
        for (let i = 0; i < 4; ++i)
          out[4 * row + i] =
            Math.fround(dot(q, i * width, r, row * width, width)) *
            Math.fround(queryFactors[i]! * factors[row]!);
    }
  };
}

function dot(
  query: Int16Array,
  queryStart: number,
  rows: Int8Array,
  start: number,
  width: number
): number {
  let sum = 0;
  for (let i = 0; i < width; ++i)
    sum = (sum + Math.imul(query[queryStart + i]!, rows[start + i]!)) | 0;
  return sum;
}
