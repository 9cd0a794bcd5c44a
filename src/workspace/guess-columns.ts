import {toIdentifier} from "../lib/slug.ts";
import type {ColumnKind} from "../model/column.ts";
import type {FieldSchema} from "../model/schema.ts";

/** What is known of a column from its values. */
export interface ColumnFacts {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly schema: FieldSchema;
  /** Values that are there, how many different ones, and how many rows were looked at. */
  readonly filled: number;
  readonly distinct: number;
  readonly rows: number;
  /** Characters of a text value, on average; 0 of other kinds. */
  readonly meanLength: number;
}

/** Words that name a thing, and words that tell things apart; the first is the surest. */
const TITLE_WORDS = ["title", "name", "label", "subject", "headline", "caption"];
const KEY_WORDS = [
  "id",
  "uuid",
  "guid",
  "key",
  "isbn",
  "issn",
  "doi",
  "ean",
  "sku",
  "serial",
  "barcode",
  "code",
  "number",
  "no",
  "nr"
];
/** Longer text describes a thing, it does not name it. */
const MAX_TITLE_LENGTH = 120;

/** The column whose value names a row: by its own name, else the first text that differs from row to row. */
export function guessTitle(columns: readonly ColumnFacts[]): string | undefined {
  const texts = columns.filter(
    ({kind, filled, meanLength, schema}) =>
      kind === "text" && filled > 0 && meanLength <= MAX_TITLE_LENGTH && schema.format === undefined
  );
  const named = byWord(texts, TITLE_WORDS).filter(isMostlyFilled);
  const telling = texts.filter(
    (column) => isMostlyFilled(column) && 2 * column.distinct > column.filled && !isKeyName(column)
  );
  return (named[0] ?? telling[0] ?? texts[0] ?? columns[0])?.name;
}

/** The column that tells rows apart: named as such, never empty, no value twice. */
export function guessKey(columns: readonly ColumnFacts[]): string | null {
  const candidates = columns.filter(
    ({kind, filled, distinct, rows, schema}) =>
      rows > 0 &&
      filled === rows &&
      distinct === rows &&
      (kind === "text" || schema.type === "integer")
  );
  return byWord(candidates, KEY_WORDS)[0]?.name ?? null;
}

/** Columns with one of the words in their name: those that are the word first, then by the word's rank. */
function byWord(columns: readonly ColumnFacts[], words: readonly string[]): ColumnFacts[] {
  return columns
    .map((column) => ({column, rank: rankOf(column.name, words)}))
    .filter(({rank}) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({column}) => column);
}

function rankOf(name: string, words: readonly string[]): number {
  const parts = toWords(name);
  const ranks = parts.map((part) => words.indexOf(part)).filter((rank) => rank >= 0);
  return ranks.length === 0 ? Infinity : Math.min(...ranks) + (parts.length > 1 ? words.length : 0);
}

/** `bookTitle`, `book_title` and `Book Title` are the same words. */
function toWords(name: string): string[] {
  return toIdentifier(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")).split("_");
}

function isKeyName({name}: ColumnFacts): boolean {
  return rankOf(name, KEY_WORDS) < Infinity;
}

function isMostlyFilled({filled, rows}: ColumnFacts): boolean {
  return 2 * filled > rows;
}
