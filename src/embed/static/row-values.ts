import {InputError} from "../../lib/errors.ts";
import {fromHalf} from "../../lib/half-precision.ts";
import type {OnnxTensor} from "./onnx-graph.ts";

/** The numbers of one row, in the type that the graph computes them in, so that they round as they do there. */
export type RowValues = Float32Array | Uint8Array | Int8Array;

/** Reads rows of a constant. */
export interface RowReader {
  /** Numbers in a row. */
  readonly width: number;
  readonly read: (row: number) => RowValues;
}

const BITS: ReadonlyMap<number, number> = new Map([
  [1, 32],
  [2, 8],
  [3, 8],
  [10, 16],
  [21, 4],
  [22, 4]
]);

/** Reads rows of `width` numbers; null where the type of number is none that a table has. The tensor's data must be whole. */
export function createRowReader({type, data}: OnnxTensor, width: number): RowReader | null {
  const toValues = DECODERS.get(type);
  const bits = BITS.get(type);
  if (!toValues || bits === undefined || !data) return null;
  return {
    width,
    read: (row) => {
      const start = (row * width * bits) / 8;
      const end = start + (width * bits) / 8;
      // half a byte at the border of two rows belongs to both
      const values = toValues(new Uint8Array(data.subarray(Math.floor(start), Math.ceil(end))));
      const skip = start % 1 === 0 ? 0 : 1;
      return values.length === width ? values : values.slice(skip, skip + width);
    }
  };
}

type Decode = (bytes: Uint8Array<ArrayBuffer>) => RowValues;

/** Bytes → numbers, by `TensorProto.DataType`. */
const DECODERS: ReadonlyMap<number, Decode> = new Map<number, Decode>([
  [1, (bytes) => new Float32Array(bytes.buffer)],
  [2, (bytes) => bytes],
  [3, (bytes) => new Int8Array(bytes.buffer)],
  [10, (bytes) => Float32Array.from(new Uint16Array(bytes.buffer), fromHalf)],
  [21, (bytes) => Uint8Array.from(toNibbles(bytes))],
  [22, (bytes) => Int8Array.from(toNibbles(bytes), (nibble) => (nibble << 28) >> 28)]
]);

/** Whether the numbers of a tensor are here and of a known type. Throws `InputError` where they end early. */
export function isWhole(name: string, {type, shape, data}: OnnxTensor): boolean {
  const bits = BITS.get(type);
  if (bits === undefined || !data) return false;
  const expected = Math.ceil((shape.reduce((product, size) => product * size, 1) * bits) / 8);
  if (data.length !== expected)
    throw new InputError(`ONNX tensor cut off: ${name} has ${data.length} of ${expected} bytes`);
  return true;
}

/** Four bits each; the lower half of a byte comes first. */
function toNibbles(bytes: Uint8Array): number[] {
  return Array.from(bytes).flatMap((byte) => [byte & 15, byte >> 4]);
}
