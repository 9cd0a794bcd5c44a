import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";
import {toColumnKind} from "../../model/column.ts";
import type {Step} from "../../model/recipe.ts";
import type {Rows, StepQuery} from "../rows.ts";
import {findColumn, replaceColumns, toHiddenName, toPlace, toTextSql} from "../rows.ts";
import {isWholeType} from "../sql-types.ts";
import {toNumberSql} from "./number-text.ts";
import {toBlankSql, toTrimmedSql} from "./text.ts";

type Retype = Extract<Step, {kind: "retype"}>;

/** Rows whose value does not fit are left out; `toMisfits` gives them. A blank text is no value, and fits. */
export function retypeColumn(rows: Rows, step: Retype): StepQuery {
  const {target, made, isMisfit, converted} = convert(rows, step);
  return replaceColumns(
    converted,
    (other) => (other === target ? [{name: other.name, sql: made}] : undefined),
    ` WHERE NOT (${isMisfit})`
  );
}

/** The rows whose value does not fit: the rows as a relation, the value that does not, and the condition. */
export function toMisfits(
  rows: Rows,
  step: Retype
): {readonly relation: string; readonly value: string; readonly where: string} {
  const {target, isMisfit, converted} = convert(rows, step);
  return {relation: converted.relation, value: toTextSql(target), where: isMisfit};
}

function convert(
  rows: Rows,
  step: Retype
): {target: Column; made: string; isMisfit: string; converted: Rows} {
  const target = findColumn(rows, step.column);
  const name = toHiddenName("made", rows);
  const value = toConversion(target, step);
  const made = toPlace(name);
  const place = toPlace(target.name);
  const isBlank = `${place} IS NULL${target.type === "VARCHAR" ? ` OR ${toBlankSql(place)}` : ""}`;
  return {
    target,
    made,
    isMisfit: `${made} IS NULL AND NOT (${isBlank})`,
    converted: {
      ...rows,
      relation: `(SELECT *, ${value} AS ${quoteIdentifier(name)} FROM ${rows.relation} AS _rows)`
    }
  };
}

/** The value in the type that is asked for, null where it does not fit. */
function toConversion(column: Column, {type, format, decimal, thousands}: Retype): string {
  const from = toColumnKind(column.type);
  const to = toColumnKind(type);
  const place = toPlace(column.name);
  const isMoment = to === "date" || to === "timestamp" || to === "time";
  if (type === "VARCHAR")
    return format !== undefined && (from === "date" || from === "timestamp")
      ? `strftime(CAST(${place} AS TIMESTAMP), ${quoteText(format)})`
      : toTextSql(column);
  if (isMoment && format !== undefined && (from === "text" || from === "number"))
    return toMoment(`try_strptime(${toTrimmedSql(toTextSql(column))}, ${quoteText(format)})`, type);
  if (column.type === "VARCHAR") {
    if (to === "number") return toNumberSql(place, {type, decimal, thousands});
    const text = toTrimmedSql(place);
    // a text with an offset would lose it without a word
    if (to === "timestamp") return toMoment(`TRY_CAST(${text} AS TIMESTAMP WITH TIME ZONE)`, type);
    return `TRY_CAST(${text} AS ${type})`;
  }
  if (from === "timestamp" && isMoment) return toMoment(place, type);
  const cast = `TRY_CAST(${place} AS ${type})`;
  // a cast would round
  return from === "number" && isWholeType(type) && !isWholeType(column.type)
    ? `CASE WHEN ${cast} = ${place} THEN ${cast} END`
    : cast;
}

/** Moments in UTC; DuckDB-WASM has no way from a moment with a zone to a day. */
function toMoment(moment: string, type: string): string {
  return type === "TIMESTAMP WITH TIME ZONE"
    ? `TRY_CAST(${moment} AS ${type})`
    : `TRY_CAST(TRY_CAST(${moment} AS TIMESTAMP) AS ${type})`;
}
