import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {TextCollection} from "../../model/text-collection.ts";

/** A run of numbers is shorter as a range from so many on. */
const MIN_RANGE = 3;

/** The relation of a collection, quoted. */
export function toRelation({id}: Pick<TextCollection, "id">): string {
  const dot = id.indexOf(".");
  return `${id.slice(0, dot)}.${quoteIdentifier(id.slice(dot + 1))}`;
}

/**
 * SQL for a value of each row of a collection, as `value`, in the order of its texts; of entries with their ids, as `id`,
 * in any order.
 */
export function toValuesSql(collection: TextCollection, expression: string): string {
  const relation = toRelation(collection);
  if (collection.of === "entries") return `SELECT id, ${expression} AS value FROM ${relation}`;
  if (collection.id.startsWith("lake."))
    return `SELECT ${expression} AS value FROM ${relation} ORDER BY rowid`;
  return `SELECT value FROM (SELECT ${expression} AS value, row_number() OVER () AS place FROM ${relation}) ORDER BY place`;
}

/** SQL for some rows of a table by number: DuckDB's rowid in the lake, else their place, from 0. */
export function toNumberedSql(
  collection: Pick<TextCollection, "id">,
  numbers: readonly number[]
): string {
  const relation = toRelation(collection);
  if (collection.id.startsWith("lake."))
    return `select * from ${relation}\nwhere ${toCondition("rowid", numbers)}`;
  return `select * exclude (place) from (select *, row_number() over () - 1 as place from ${relation})\nwhere ${toCondition("place", numbers)}`;
}

/** SQL for some entries by their ids. */
export function toEntriesSql(
  collection: Pick<TextCollection, "id">,
  ids: readonly string[]
): string {
  return `select * from ${toRelation(collection)}\nwhere id in (${ids.map(quoteText).join(", ")})`;
}

function toCondition(column: string, numbers: readonly number[]): string {
  const singles: number[] = [];
  const conditions: string[] = [];
  for (const [first, last] of toRanges(numbers.toSorted((a, b) => a - b)))
    if (last - first + 1 >= MIN_RANGE) conditions.push(`${column} between ${first} and ${last}`);
    else for (let number = first; number <= last; ++number) singles.push(number);
  if (singles.length > 0 || conditions.length === 0)
    conditions.push(singles.length > 0 ? `${column} in (${singles.join(", ")})` : "false");
  return conditions.join("\n  or ");
}

function toRanges(numbers: readonly number[]): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range && number === range[1] + 1) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
