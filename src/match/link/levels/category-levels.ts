import {toFingerprint} from "../../../lib/text-fingerprint.ts";
import type {LinkColumn} from "../link-tables.ts";
import {createColumnComparer} from "./column-comparer.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING} from "./comparer.ts";

const LEVELS: readonly Level[] = [
  {name: "same", expected: 0.85},
  {name: "different", expected: 0.15},
  MISSING
];

/** One of a few values: the same, or not. */
export function compareCategories(column: LinkColumn): Comparer {
  const forms = column.texts.map(toFingerprint);
  return createColumnComparer(column, {
    levels: LEVELS,
    forms,
    compare: (x, y) => (forms[x] === forms[y] ? 0 : 1)
  });
}
