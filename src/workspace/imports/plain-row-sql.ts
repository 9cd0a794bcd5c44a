import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {NamedTable, RowEnd} from "./raw-rows.ts";
import {toRawRowSql} from "./raw-rows.ts";

/** Of a longer text its beginning is enough to know it by. */
const MAX_CHARACTERS = 60;

/** Types whose values are compared with a text that is read as one of them; others (lists, say) are compared as texts. */
const PLAIN =
  /^(VARCHAR|BOOLEAN|DATE|TIME|TIMESTAMP.*|U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|DOUBLE|DECIMAL.*)$/;

/**
 * A query for a row of an imported table that a person can read: by its key, else by as many of its first values as tell
 * it from the others. Where these do not find it (a value that is written otherwise than it is read), the one by its hash.
 */
export async function readPlainRowSql(
  query: (sql: string) => Promise<QueryResult>,
  table: NamedTable,
  row: Pick<RowEnd, "sha256" | "row">
): Promise<string> {
  const exact = toRawRowSql(table, row);
  const names = table.key.length > 0 ? table.key : table.columns.map(({name}) => name);
  const texts = names.map((name) => `${quoteIdentifier(name)}::VARCHAR`).join(", ");
  const values = await query(`SELECT ${texts} FROM (${exact})`);
  if (values.numRows !== 1) return exact;
  const conditions = names.map((name, i) => {
    const type = table.columns.find((column) => column.name === name)?.type ?? "";
    return toCondition(name, type, values.value(0, i) as string | null);
  });
  const from = `raw.${quoteIdentifier(table.name)}`;
  const prefixes = conditions.map((_, i) => conditions.slice(0, i + 1).join(" AND "));
  const counts = await query(
    `SELECT ${prefixes.map((prefix) => `count(*) FILTER (${prefix})`).join(", ")} FROM ${from}`
  );
  const found = prefixes.map((_, i) => Number(counts.value(0, i)));
  const least = found.at(-1)!;
  if (least === 0) return exact;
  const enough = conditions.slice(0, found.indexOf(least) + 1);
  return `select * from ${from}\nwhere ${enough.join("\n  and ")}`;
}

function toCondition(name: string, type: string, text: string | null): string {
  const column = quoteIdentifier(name);
  if (text === null) return `${column} is null`;
  if (text.length > MAX_CHARACTERS)
    return `starts_with(${column}::varchar, ${quoteText(text.slice(0, MAX_CHARACTERS))})`;
  return `${PLAIN.test(type) ? column : `${column}::varchar`} = ${quoteText(text)}`;
}
