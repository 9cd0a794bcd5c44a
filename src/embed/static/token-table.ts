import type {RowProgram} from "./row-program.ts";

/** The vectors of tokens, each computed when it is first met. */
export interface TokenTable {
  /** Adds the vector of token `id` to `sum`. */
  addRow(id: number, sum: Float64Array): void;
}

export function createTokenTable({rows, dimensions, read}: RowProgram): TokenTable {
  // memory that nothing was written to yet takes no room
  const table = new Float32Array(rows * dimensions);
  const isKnown = new Uint8Array(rows);
  return {
    addRow(id, sum) {
      const offset = id * dimensions;
      if (isKnown[id] === 0) {
        table.set(read(id), offset);
        isKnown[id] = 1;
      }
      for (let i = 0; i < dimensions; ++i) sum[i]! += table[offset + i]!;
    }
  };
}
