import type {LinkColumn} from "../link-tables.ts";
import {toNumber} from "../plan/number-text.ts";
import {createColumnComparer} from "./column-comparer.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING} from "./comparer.ts";

/** How far apart, as a part of the larger. */
const LIMITS = [0, 0.01, 0.05, 0.1, 0.25, 0.5];

const LEVELS: readonly Level[] = [
  {name: "same", expected: 0.5},
  {name: "within 1 %", expected: 0.06},
  {name: "within 5 %", expected: 0.08},
  {name: "within 10 %", expected: 0.08},
  {name: "within 25 %", expected: 0.1},
  {name: "within 50 %", expected: 0.08},
  {name: "further apart", expected: 0.1},
  MISSING
];

/** Amounts: by their difference. What is no number is missing. */
export function compareNumbers(column: LinkColumn): Comparer {
  const numbers = Float64Array.from(column.texts, (text) => toNumber(text) ?? NaN);
  return createColumnComparer(column, {
    levels: LEVELS,
    compare(x, y) {
      const [one, other] = [numbers[x]!, numbers[y]!];
      if (Number.isNaN(one) || Number.isNaN(other)) return LEVELS.length - 1;
      if (one === other) return 0;
      const apart = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
      const level = LIMITS.findIndex((limit) => apart <= limit);
      return level === -1 ? LIMITS.length : level;
    }
  });
}
