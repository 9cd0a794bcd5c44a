import {quoteText} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Step} from "../model/recipe.ts";
import type {Rows} from "./rows.ts";
import {numberRows, toHiddenName, toPlace, toTextSql} from "./rows.ts";
import {isNumberSql, toAmountSql} from "./steps/number-text.ts";
import {toBlankSql, toTrimmedSql} from "./steps/text.ts";

/** Rows that types are guessed from. */
const SAMPLE_ROWS = 2000;
/** Words that stand for no value among values of another type; "none" may be a slip. */
const NULL_WORDS = ["na", "n/a", "#n/a", "null", "nil", "\\n", "-", "--", "?", "."];

type Retyping = Omit<Extract<Step, {kind: "retype"}>, "kind" | "column">;

/** What a text may be instead, the narrower first. */
export const RETYPINGS: readonly Retyping[] = [
  {type: "BIGINT"},
  {type: "DOUBLE"},
  {type: "DOUBLE", decimal: ",", thousands: "."},
  {type: "DOUBLE", decimal: ".", thousands: ","},
  {type: "DATE", format: "%Y-%m-%d"},
  {type: "DATE", format: "%d.%m.%Y"},
  {type: "DATE", format: "%d/%m/%Y"},
  {type: "DATE", format: "%m/%d/%Y"},
  {type: "TIMESTAMP", format: "%d.%m.%Y %H:%M"},
  {type: "TIMESTAMP"},
  {type: "BOOLEAN"}
];

/** A query of one row for `suggestSteps`; types are told from 2,000 rows, evenly over all. */
export function toFactsSql(rows: Rows): string {
  const number = toHiddenName("number", rows);
  const whole = rows.columns.flatMap((column, i) => [
    `count(*) FILTER (WHERE ${isFilled(column)}) AS all${i}`,
    ...(column.type === "VARCHAR" ? toWholeFacts(column, i) : [])
  ]);
  const sampled = rows.columns.flatMap((column, i) => [
    `count(*) FILTER (WHERE ${isFilled(column)}) AS filled${i}`,
    `arg_min(${isFilled(column)}, ${number}) AS begins${i}`,
    ...(column.type === "VARCHAR" ? toTextFacts(number, i) : [])
  ]);
  const every = `(SELECT 1 + count(*) // ${SAMPLE_ROWS} FROM ${rows.relation})`;
  const sample = toPrepared(
    rows,
    number,
    `(SELECT * FROM ${numberRows(rows, number).relation} WHERE (${number} - 1) % ${every} = 0)`
  );
  return `SELECT * FROM (SELECT count(*) AS n, ${whole.join(", ")} FROM ${rows.relation} AS _rows), (SELECT count(*) AS sampled, ${sampled.join(", ")} FROM ${sample} AS _rows)`;
}

function toWholeFacts(column: Column, i: number): string[] {
  const place = toPlace(column.name);
  const trimmed = toTrimmedSql(place);
  return [
    `count(*) FILTER (WHERE ${place} <> ${trimmed}) AS spaced${i}`,
    `list(DISTINCT ${trimmed}) FILTER (WHERE ${isNullWord(trimmed)}) AS words${i}`
  ];
}

/** Sampled rows with each text beside them as it is compared, and the amount that it may be: computed once for all types. */
function toPrepared({columns}: Rows, number: string, sample: string): string {
  const texts = columns.flatMap(({name, type}, i) =>
    type === "VARCHAR" ? [`${toTrimmedSql(toPlace(name))} AS ${number}_${i}`] : []
  );
  const amounts = columns.flatMap(({type}, i) =>
    type === "VARCHAR" ? [`${toAmountSql(`${number}_${i}`)} AS ${number}_a${i}`] : []
  );
  const inner = `(SELECT ${["*", ...texts].join(", ")} FROM ${sample} AS _rows)`;
  return `(SELECT ${["*", ...amounts].join(", ")} FROM ${inner})`;
}

function toTextFacts(number: string, i: number): string[] {
  const text = `${number}_${i}`;
  const amount = `${number}_a${i}`;
  return [
    `count(*) FILTER (WHERE ${isNullWord(text)}) AS nulls${i}`,
    `count(*) FILTER (WHERE regexp_matches(${text}, '^[+]?0[0-9]')) AS codes${i}`,
    ...RETYPINGS.map(
      (retyping, j) => `count(*) FILTER (WHERE ${fits(text, amount, retyping)}) AS fits${i}_${j}`
    )
  ];
}

function fits(text: string, amount: string, {type, format, ...marks}: Retyping): string {
  if (type === "BIGINT" || type === "DOUBLE") return isNumberSql(amount, {type, ...marks});
  if (format !== undefined) return `try_strptime(${text}, ${quoteText(format)}) IS NOT NULL`;
  // a text with an offset is a moment too
  const probe = type === "TIMESTAMP" ? "TIMESTAMP WITH TIME ZONE" : type;
  return `TRY_CAST(${text} AS ${probe}) IS NOT NULL`;
}

function isFilled(column: Column): string {
  const text = toTextSql(column);
  return `(${text} IS NOT NULL AND NOT ${toBlankSql(text)})`;
}

function isNullWord(trimmed: string): string {
  return `lower(${trimmed}) IN (${NULL_WORDS.map(quoteText).join(", ")})`;
}
