import type {Rows} from "../rows.ts";
import {findColumn, toTextSql} from "../rows.ts";

/** Values of one column that are looked at; the rarest are left out. */
const MAX_VALUES = 100_000;

/** A query for the values of a column as text, `value`, each with its number of `rows`, most frequent first. */
export function toValuesSql(rows: Rows, column: string, maxValues = MAX_VALUES): string {
  const text = toTextSql(findColumn(rows, column));
  return `SELECT ${text} AS "value", count(*) AS "rows" FROM ${rows.relation} AS _rows WHERE ${text} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${maxValues}`;
}
