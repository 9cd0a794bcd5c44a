import {quoteText} from "../../lib/sql.ts";
import type {Step} from "../../model/recipe.ts";
import type {Rows, StepQuery} from "../rows.ts";
import {findColumn, findColumns, replaceColumns, toPlace, toTextSql} from "../rows.ts";

/** White space of Unicode, and what is as invisible; DuckDB's own `trim` knows the blank only. */
const SPACES =
  " \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";

/** The text without white space at its ends. Most texts have none, and a look at both ends is ten times faster. */
export function toTrimmedSql(text: string): string {
  const isPlain = [`${text}[1]`, `${text}[-1]`].map((end) => `${end} BETWEEN '!' AND '~'`);
  return `CASE WHEN ${isPlain.join(" AND ")} THEN ${text} ELSE trim(${text}, ${quoteText(SPACES)}) END`;
}

/** True of a text with nothing to be seen in it; null where there is none. */
export function toBlankSql(text: string): string {
  return `(${toTrimmedSql(text)}) = ''`;
}

/** Columns of other types than text have no white space, and stay. */
export function trimTexts(
  rows: Rows,
  {columns, collapse = false}: Extract<Step, {kind: "trim"}>
): StepQuery {
  const trimmed = findColumns(rows, columns);
  return replaceColumns(rows, (column) => {
    if (!trimmed.has(column) || column.type !== "VARCHAR") return undefined;
    const text = toTrimmedSql(toPlace(column.name));
    const runs = quoteText(`[${SPACES}]+`);
    const inner = collapse ? `regexp_replace(${text}, ${runs}, ' ', 'g')` : text;
    return [{name: column.name, sql: `nullif(${inner}, '')`}];
  });
}

/** The column is text afterwards. */
export function replaceText(
  rows: Rows,
  {column, find, with: replacement, isRegex = false}: Extract<Step, {kind: "replace"}>
): StepQuery {
  const target = findColumn(rows, column);
  const [a, b] = [quoteText(find), quoteText(replacement)];
  const text = toTextSql(target);
  const sql = isRegex ? `regexp_replace(${text}, ${a}, ${b}, 'g')` : `replace(${text}, ${a}, ${b})`;
  const query = replaceColumns(rows, (other) =>
    other === target ? [{name: other.name, sql}] : undefined
  );
  // what a table function is given is computed before its columns are known
  return isRegex
    ? {...query, check: `SELECT * FROM range(length(regexp_replace('', ${a}, ''))::BIGINT)`}
    : query;
}
