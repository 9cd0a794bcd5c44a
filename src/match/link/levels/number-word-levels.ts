import type {LinkColumn} from "../link-tables.ts";
import {createColumnComparer} from "./column-comparer.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING, numberLevels} from "./comparer.ts";
import type {WordTable} from "./word-table.ts";
import {toWordTable} from "./word-table.ts";

const DIGIT = /\d/;
/** Texts of which fewer have numbers are not compared by them. */
const MIN_PART = 0.1;
/** A code that more records have names a kind, not a thing. */
const RARE = 4;
const RARE_PART = 0.001;
const MIN_CODE_SIGNS = 4;
/** In long texts numbers are met by chance. */
const MAX_WORDS = 20;

/** The words of the text tell of them already: for a pair they say little more, against one much. */
const LEVELS = [
  {name: "a rare one is the same", expected: 0.45, limit: 6},
  {name: "all the same", expected: 0.15, limit: 3},
  {name: "those of one are in the other", expected: 0.13, limit: 1},
  {name: "some are the same", expected: 0.12, limit: 0},
  {name: "none is the same", expected: 0.15},
  MISSING
] as const satisfies readonly Level[];
const [RARE_SAME, ALL, PART, SOME, OTHER, NONE] = numberLevels(LEVELS);

/** Numbers and codes within texts (`Room 1`, `PS-LX350H`): they part things that have like names. Undefined where hardly a text has any. */
export function compareNumberWords(column: LinkColumn): Comparer | undefined {
  const table = toWordTable(column, (word) => DIGIT.test(word));
  const {texts, counts, filled} = column;
  const having = table.ofValue.reduce(
    (sum, one, id) => sum + (one.length > 0 ? counts[id]! : 0),
    0
  );
  if (having < MIN_PART * filled || having === 0) return undefined;
  const words = texts.reduce((sum, text) => sum + text.split(" ").length, 0);
  if (words > MAX_WORDS * texts.length) return undefined;
  const isRare = toRare(table, filled);
  return createColumnComparer(column, {
    name: `${column.name}: numbers`,
    levels: LEVELS,
    compare: (x, y) => compareSets(table.ofValue[x]!, table.ofValue[y]!, isRare)
  });
}

function toRare({words, counts}: WordTable, filled: number): Uint8Array {
  const limit = Math.max(RARE, RARE_PART * filled);
  return Uint8Array.from(words, (word, id) =>
    word.length >= MIN_CODE_SIGNS && counts[id]! <= limit ? 1 : 0
  );
}

function compareSets(a: Int32Array, b: Int32Array, isRare: Uint8Array): number {
  if (a.length === 0 || b.length === 0) return NONE;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      if (isRare[a[i]!] === 1) return RARE_SAME;
      ++shared;
      ++i;
      ++j;
    } else if (a[i]! < b[j]!) ++i;
    else ++j;
  }
  if (shared === 0) return OTHER;
  if (shared === a.length && shared === b.length) return ALL;
  return shared === Math.min(a.length, b.length) ? PART : SOME;
}
