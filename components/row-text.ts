import type {Row} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import {toDay} from "./calendar-days.ts";

/** A row's value as text; "" where the row has none. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? "" : toValueText(value, "VARCHAR");
}

/** The ISO date of a row's value; "", which is before all of them, where there is none. */
export function dayOf(row: Row, column: string): string {
  const value = row[column];
  return value instanceof Date ? toDay(value) : "";
}

/** The row as an entry that can be linked. */
export function entryOf(row: Row): {title: string; type: string; slug: string} {
  return {title: textOf(row, "title"), type: textOf(row, "type"), slug: textOf(row, "slug")};
}
