import type {Value} from "../src/index.ts";

/** A group of a view's rows, which lie together. */
export interface ViewGroup {
  readonly value: Value;
  readonly count: number;
  /** The totals, in the order of the view's. */
  readonly totals: readonly Value[];
}

/** What stands in a line on screen: a group's head, or a row of the result. */
export type ViewLine =
  {readonly kind: "group"; readonly group: number} | {readonly kind: "row"; readonly row: number};

/** The lines of a table with groups, some of them closed; any line is found without going through the others. */
export class ViewLines {
  readonly length: number;
  readonly #groups: readonly ViewGroup[] | undefined;
  /** The line of each group's head, and the first row of each group. */
  readonly #heads: number[] = [];
  readonly #firsts: number[] = [];

  constructor(rows: number, groups: readonly ViewGroup[] | undefined, closed: ReadonlySet<Value>) {
    this.#groups = groups;
    let [line, row] = [0, 0];
    for (const {value, count} of groups ?? []) {
      this.#heads.push(line);
      this.#firsts.push(row);
      line += 1 + (closed.has(toGroupKey(value)) ? 0 : count);
      row += count;
    }
    this.length = groups ? line : rows;
  }

  at(line: number): ViewLine {
    if (!this.#groups) return {kind: "row", row: line};
    let [low, high] = [0, this.#heads.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#heads[middle]! <= line) low = middle;
      else high = middle - 1;
    }
    const below = line - this.#heads[low]!;
    return below === 0
      ? {kind: "group", group: low}
      : {kind: "row", row: this.#firsts[low]! + below - 1};
  }

  /** The rows from one line to another, heads of groups left out. */
  rowsBetween(from: number, to: number): number[] {
    const rows: number[] = [];
    for (let line = Math.min(from, to); line <= Math.max(from, to); ++line) {
      const at = this.at(line);
      if (at.kind === "row") rows.push(at.row);
    }
    return rows;
  }
}

/** A group's value as a key: dates are equal by what they are. */
export function toGroupKey(value: Value): Value {
  return value instanceof Date ? value.getTime() : value;
}
