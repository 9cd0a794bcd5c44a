import {quoteText} from "../../lib/sql.ts";

/** SQL that counts, as `n`, whether a lake carries a table of its schema `meaning`: older lakes do not. */
export function toCarriedSql(lake: string, table: string): string {
  return `SELECT count(*) AS n FROM duckdb_tables() WHERE database_name = ${quoteText(lake)} AND schema_name = 'meaning' AND table_name = ${quoteText(table)}`;
}
