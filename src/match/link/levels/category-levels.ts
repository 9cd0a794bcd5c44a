import {toFingerprint} from "../../../lib/text-fingerprint.ts";
import type {LinkColumn} from "../link-tables.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING} from "./comparer.ts";
import {toShares} from "./shares.ts";

const LEVELS: readonly Level[] = [
  {name: "same", expected: 0.85},
  {name: "different", expected: 0.15},
  MISSING
];

/** One of a few values: the same, or not. */
export function compareCategories(column: LinkColumn): Comparer {
  const forms = column.texts.map(toFingerprint);
  const shares = toShares(column, forms);
  const {ids} = column;
  return {
    name: column.name,
    column: column.name,
    levels: LEVELS,
    compare(a, b) {
      const [x, y] = [ids[a]!, ids[b]!];
      if (x === -1 || y === -1) return 2;
      return x === y || forms[x] === forms[y] ? 0 : 1;
    },
    share: (a, _, level) => (level === 0 ? shares.of(ids[a]!) : undefined),
    meanShare: shares.mean
  };
}
