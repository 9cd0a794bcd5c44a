import {distance} from "fastest-levenshtein";
import {toPlainText} from "../../../lib/text-fingerprint.ts";
import type {LinkColumn} from "../link-tables.ts";
import {createColumnComparer} from "./column-comparer.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING, numberLevels} from "./comparer.ts";
import {isOneSlip} from "./edits.ts";

/** Of shorter codes one sign makes another code. */
const MIN_SLIP_SIGNS = 4;
const MIN_TWO_SIGNS = 7;
const MIN_PART_SIGNS = 4;

const LEVELS = [
  {name: "same", expected: 0.78},
  {name: "one sign differs", expected: 0.08},
  {name: "one is part of the other", expected: 0.02},
  {name: "two signs differ", expected: 0.02},
  {name: "different", expected: 0.1},
  MISSING
] as const satisfies readonly Level[];
const [SAME, SLIP, PART, TWO, OTHER] = numberLevels(LEVELS);

/** Numbers that name something (phone, postcode, serial number): letters and digits alone count. */
export function compareCodes(column: LinkColumn): Comparer {
  const codes = column.texts.map((text) => toPlainText(text).replaceAll(" ", ""));
  return createColumnComparer(column, {
    levels: LEVELS,
    forms: codes,
    compare: (x, y) => compareTwo(codes[x]!, codes[y]!)
  });
}

function compareTwo(a: string, b: string): number {
  if (a === b) return SAME;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= MIN_SLIP_SIGNS - 1 && long.length >= MIN_SLIP_SIGNS && isOneSlip(a, b))
    return SLIP;
  if (short.length >= MIN_PART_SIGNS && long.includes(short)) return PART;
  const mayBeNear = short.length >= MIN_TWO_SIGNS && long.length - short.length <= 2;
  return mayBeNear && distance(a, b) <= 2 ? TWO : OTHER;
}
