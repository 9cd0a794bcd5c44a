import {quoteText} from "../../lib/sql.ts";
import type {Step} from "../../model/recipe.ts";
import type {Item, Rows, StepQuery} from "../rows.ts";
import {findColumn, findColumns, replaceColumns, toItem, toTextSql} from "../rows.ts";

/** Parts that are not there are null. */
export function splitColumn(
  rows: Rows,
  {column, by, isRegex = false, into, keep = false}: Extract<Step, {kind: "split"}>
): StepQuery {
  const target = findColumn(rows, column);
  const text = toTextSql(target);
  const mark = quoteText(by);
  const parts = isRegex ? `string_split_regex(${text}, ${mark})` : `string_split(${text}, ${mark})`;
  const items = into.map((name, i): Item => {
    const part = i + 1;
    if (part < into.length) return {name, sql: `${parts}[${part}]`};
    // what is left begins after the parts before it and the marks between
    const taken = `array_to_string(${parts}[1:${i}], '')`;
    const marks = isRegex
      ? `array_to_string(regexp_extract_all(${text}, ${mark})[1:${i}], '')`
      : quoteText(by.repeat(i));
    const rest = `substr(${text}, 1 + length(${taken}) + length(${marks}))`;
    return {name, sql: i === 0 ? text : `CASE WHEN len(${parts}) >= ${part} THEN ${rest} END`};
  });
  return replaceColumns(rows, (other) =>
    other === target ? [...(keep ? [toItem(other)] : []), ...items] : undefined
  );
}

/** The new column stands where the first of them stood or, where they are kept, after the last. */
export function mergeColumns(
  rows: Rows,
  {columns, into, separator, keep = false}: Extract<Step, {kind: "merge"}>
): StepQuery {
  const merged = findColumns(rows, columns);
  const texts = [...merged].map(toTextSql).join(", ");
  const sql = `CASE WHEN coalesce(${texts}) IS NOT NULL THEN concat_ws(${quoteText(separator)}, ${texts}) END`;
  const item = {name: into, sql};
  const places = rows.columns.filter((column) => merged.has(column));
  return replaceColumns(rows, (column) => {
    if (!merged.has(column)) return undefined;
    if (keep) return column === places.at(-1) ? [toItem(column), item] : undefined;
    return column === places[0] ? [item] : [];
  });
}
