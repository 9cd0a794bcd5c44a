import type {OnnxTensor} from "./onnx-graph.ts";
import type {RowReader} from "./row-values.ts";
import {createRowReader, isWhole} from "./row-values.ts";

/** As many rows as a byte can tell apart: no code is beyond it. */
const CODES = 256;

/**
 * Reads rows of bytes, each of which stands for a row of the codebook; these are put one after another. Null where the codes
 * are no bytes, or the codebook is none of floats.
 */
export function createCodeReader(
  codes: RowReader,
  name: string,
  codebook: OnnxTensor
): RowReader | null {
  const [rows, size = 0] = codebook.shape;
  if (rows !== CODES || codebook.shape.length !== 2 || !isWhole(name, codebook)) return null;
  const numbers = createRowReader(codebook, CODES * size)?.read(0);
  if (!(numbers instanceof Float32Array) || !(codes.read(0) instanceof Uint8Array)) return null;
  return {
    width: codes.width * size,
    read(row) {
      const joined = new Float32Array(codes.width * size);
      for (const [i, code] of codes.read(row).entries())
        joined.set(numbers.subarray(code * size, (code + 1) * size), i * size);
      return joined;
    }
  };
}
