import type {RowProgram} from "./row-program.ts";

/** The vectors of tokens, each computed when it is first met. */
export interface TokenTable {
  /** Writes the sum of the vectors of tokens `ids` into `sum`, added in their order. */
  sumRows(ids: readonly number[], sum: Float64Array): void;
}

/** Rows that are added in one go: they stay in the nearest cache while four columns after four are walked down. */
const ROWS_AT_ONCE = 32;

/** What is known of a row; most models frame texts by tokens whose vectors are all zeros. */
const UNREAD = 0;
const HELD = 1;
const ZERO = 2;

export function createTokenTable({rows, dimensions, read}: RowProgram): TokenTable {
  // memory that nothing was written to yet takes no room
  const table = new Float32Array(rows * dimensions);
  const states = new Uint8Array(rows);
  const starts = new Int32Array(ROWS_AT_ONCE);
  const readRow = (id: number): number => {
    const values = read(id);
    table.set(values, id * dimensions);
    return (states[id] = values.some((value) => value !== 0) ? HELD : ZERO);
  };
  return {
    sumRows(ids, sum) {
      sum.fill(0);
      let count = 0;
      for (const id of ids) {
        const state = states[id] === UNREAD ? readRow(id) : states[id];
        if (state === ZERO) continue;
        starts[count++] = id * dimensions;
        if (count < ROWS_AT_ONCE) continue;
        addRows(table, starts, count, sum);
        count = 0;
      }
      addRows(table, starts, count, sum);
    }
  };
}

/** Four columns at a time: their sums stay in registers, and each column is still added from the first row to the last. */
function addRows(table: Float32Array, starts: Int32Array, count: number, sum: Float64Array): void {
  const width = sum.length;
  let column = 0;
  for (; column + 4 <= width; column += 4) {
    let a = sum[column]!;
    let b = sum[column + 1]!;
    let c = sum[column + 2]!;
    let d = sum[column + 3]!;
    for (let row = 0; row < count; ++row) {
      const at = starts[row]! + column;
      a += table[at]!;
      b += table[at + 1]!;
      c += table[at + 2]!;
      d += table[at + 3]!;
    }
    sum[column] = a;
    sum[column + 1] = b;
    sum[column + 2] = c;
    sum[column + 3] = d;
  }
  for (; column < width; ++column)
    for (let row = 0; row < count; ++row) sum[column]! += table[starts[row]! + column]!;
}
