import {QueryError} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import type {Lake, TableName} from "../lake/lake.ts";
import type {Column} from "../model/column.ts";
import type {ColumnProfile} from "./profile-column.ts";
import {emptyProfile, toProfile, toQuery} from "./profile-column.ts";

/** Columns in one query: a query over thousands of them would not be planned within reason. */
const COLUMNS_PER_QUERY = 50;
/** In a table of no more rows, different values are counted and not estimated. */
const MAX_COUNTED_ROWS = 100_000;

export type {ColumnProfile} from "./profile-column.ts";

export interface ProfileOptions {
  readonly signal?: AbortSignal;
  /** Called after each query with the columns that are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * What is in each column of a table, in order: a few queries, each over some columns at once and reading the table
 * twice. A column that the engine cannot describe gives its rows and no more.
 */
export async function profileTable(
  lake: Lake,
  {table, columns}: {table: TableName; columns: readonly Column[]},
  {signal, onProgress}: ProfileOptions = {}
): Promise<ColumnProfile[]> {
  const path = `${quoteIdentifier(table.schema)}.${quoteIdentifier(table.name)}`;
  const options = signal ? {signal} : {};
  const counted = await lake.query(`SELECT count(*) AS n FROM ${path}`, options);
  const rows = Number(counted.value(0, 0));
  if (rows === 0) return columns.map((column) => emptyProfile(column, 0));

  const describe = async (part: readonly Column[]): Promise<ColumnProfile[]> => {
    const isExact = rows <= MAX_COUNTED_ROWS;
    try {
      const result = await lake.query(toQuery(path, part, {isExact}), options);
      const row = result.row(0);
      return part.map((column, i) => toProfile(column, i, {row, rows, isExact}));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      if (part.length === 1) return [emptyProfile(part[0]!, rows)];
      const middle = part.length >> 1;
      return [...(await describe(part.slice(0, middle))), ...(await describe(part.slice(middle)))];
    }
  };

  const profiles: ColumnProfile[] = [];
  for (let i = 0; i < columns.length; i += COLUMNS_PER_QUERY) {
    profiles.push(...(await describe(columns.slice(i, i + COLUMNS_PER_QUERY))));
    onProgress?.(profiles.length, columns.length);
  }
  return profiles;
}
