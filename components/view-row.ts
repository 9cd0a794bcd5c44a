import type {QueryResult, Value} from "../src/index.ts";
import {entryHref} from "./links.ts";

/** A row's value by column name; null where the column was not read. */
export function valueOf(result: QueryResult, row: number, name: string): Value {
  const index = result.columns.indexOf(name);
  return index < 0 ? null : result.value(row, index);
}

/** The id of a row's entry. */
export function idOf(result: QueryResult, row: number): string {
  return result.value(row, 0) as string;
}

/** The ids of all rows' entries, in order. */
export function toIds(result: QueryResult): string[] {
  return Array.from({length: result.numRows}, (_, row) => idOf(result, row));
}

/** The address of a row's entry. */
export function hrefOf(result: QueryResult, row: number, type: string): string {
  const hasType = result.columns[3] === "type";
  const own = hasType ? (result.value(row, 3) as string) : type;
  return entryHref({type: own, slug: result.value(row, 1) as string});
}
