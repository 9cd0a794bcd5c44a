import {hasPrint, toModelName} from "../../embed/model-id.ts";
import {quoteText} from "../../lib/sql.ts";

/** SQL that counts, as `n`, whether a lake carries a table of its schema `meaning`: older lakes do not. */
export function toCarriedSql(lake: string, table: string): string {
  return `SELECT count(*) AS n FROM duckdb_tables() WHERE database_name = ${quoteText(lake)} AND schema_name = 'meaning' AND table_name = ${quoteText(table)}`;
}

/**
 * SQL for the rows of `meaning.vectors` that are of a model. Of one whose files are not all there the name decides: it can
 * compute nothing that these could be mixed with.
 */
export function toOfModelSql(id: string): string {
  if (hasPrint(id)) return `model = ${quoteText(id)}`;
  return `starts_with(model, ${quoteText(`${toModelName(id)}@`)})`;
}
