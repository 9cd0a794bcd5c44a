import type {NumberMarks, PlannedColumn} from "../../model/delimited.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {ColumnEvidence} from "./column-evidence.ts";
import {findEvidence} from "./column-evidence.ts";
import type {DateOrder} from "./dates.ts";
import {toMonthFirst} from "./dates.ts";
import type {NumberStyle} from "./numbers.ts";
import {PLAIN, toNumberType, toPlainNumber} from "./numbers.ts";

/** What databases write for no value. An empty field is one too. */
export const NULL_TEXTS: readonly string[] = ["", "NULL", "\\N"];
/** A share of real values below which words for none are taken for text. */
const MIN_TYPED_SHARE = 0.02;
/** A column of country codes and the like has Namibia in it. */
const TWO_LETTERS = /^[A-Z]{2}$/;

/** The columns of a table, with what was found out about the file as a whole. */
export interface InferredColumns {
  readonly columns: readonly PlannedColumn[];
  readonly nulls: readonly string[];
  readonly decimal: "." | "," | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly notes: readonly {readonly where: string; readonly what: string}[];
}

/** The types of columns by all values that are given, of each column in turn. */
export function inferColumns(
  names: readonly string[],
  values: readonly (readonly string[])[],
  {delimiter, parse = {}}: {delimiter: string; parse?: ParseOptions}
): InferredColumns {
  const given = new Set([...NULL_TEXTS, ...(parse.nulls ?? [])]);
  const evidence = values.map((column) => findEvidence(column, given));
  const nulls = parse.nulls ?? findNulls(evidence, values);
  const settled = evidence.map((found) => settleNulls(found, new Set(nulls)));
  const decimal = parse.decimal ?? findDecimal(settled);
  const dateOrder = parse.dateOrder ?? findDateOrder(settled);
  const notes: {where: string; what: string}[] = [];
  const columns = settled.map((found, i): PlannedColumn => {
    const name = names[i]!;
    const type = parse.types?.[name];
    const inferred = toColumn(name, found, {decimal, dateOrder, delimiter, parse});
    if (type !== undefined && type !== inferred.type) return {name, type};
    if (inferred.type === "VARCHAR" && found.kind === "date" && type === undefined)
      notes.push({
        where: `column ${name}`,
        what: "dates kept as text: they may be day or month first"
      });
    if (inferred.type === "VARCHAR" && isAmbiguousNumber(found) && type === undefined)
      notes.push({
        where: `column ${name}`,
        what: "numbers kept as text: their comma may be a decimal mark or stand between thousands"
      });
    return inferred;
  });
  return {columns, nulls: [...new Set([...NULL_TEXTS, ...nulls])], decimal, dateOrder, notes};
}

/** Words for no value, in columns that have a type but for them. */
function findNulls(
  evidence: readonly ColumnEvidence[],
  values: readonly (readonly string[])[]
): string[] {
  const nulls = new Set<string>();
  evidence.forEach(({kind, count, nulls: words}, i) => {
    if (kind === "text" || kind === "empty" || words.size === 0) return;
    if (count >= values[i]!.length * MIN_TYPED_SHARE) for (const word of words) nulls.add(word);
  });
  for (const word of [...nulls].filter((word) => TWO_LETTERS.test(word)))
    if (evidence.some(({kind}, i) => kind === "text" && isCodes(values[i]!, word)))
      nulls.delete(word);
  return [...nulls];
}

function isCodes(values: readonly string[], word: string): boolean {
  return values.includes(word) && values.every((value) => value === "" || TWO_LETTERS.test(value));
}

/** A column whose words for no value are not taken as such is text. */
function settleNulls(found: ColumnEvidence, nulls: ReadonlySet<string>): ColumnEvidence {
  if (found.kind === "text") return found;
  const isText = [...found.nulls].some((word) => word.trim() !== "" && !nulls.has(word));
  return isText ? {kind: "text", nulls: found.nulls, count: found.count} : found;
}

/** The decimal mark that some column leaves no doubt about. */
function findDecimal(evidence: readonly ColumnEvidence[]): "." | "," | undefined {
  const marks = new Set<"." | ",">();
  for (const found of evidence) {
    if (found.kind !== "number") continue;
    const [first] = found.styles;
    if (first === undefined) continue;
    const decimals = new Set(found.styles.map(({decimal}) => decimal));
    if (decimals.size === 1) marks.add(first.decimal);
  }
  return marks.size === 1 ? [...marks][0] : undefined;
}

function findDateOrder(evidence: readonly ColumnEvidence[]): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const found of evidence) {
    if (found.kind !== "date" || !found.order.isAsked) continue;
    const {mayBeDayFirst, mayBeMonthFirst} = found.order;
    if (!mayBeMonthFirst) orders.add("dmy");
    else if (!mayBeDayFirst) orders.add("mdy");
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}

interface Context {
  readonly decimal: "." | "," | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly delimiter: string;
  readonly parse: ParseOptions;
}

function toColumn(name: string, found: ColumnEvidence, context: Context): PlannedColumn {
  switch (found.kind) {
    case "empty":
      return {name, type: "VARCHAR", ...(found.nulls.size === 0 ? {isEmpty: true} : {})};
    case "text":
      return {name, type: "VARCHAR"};
    case "boolean":
      return {name, type: "BOOLEAN"};
    case "number": {
      const style = chooseStyle(found, context);
      if (!style) return {name, type: "VARCHAR"};
      const plain = style === PLAIN;
      const type = toNumberType(
        plain ? found.values : found.values.map((value) => toPlainNumber(value, style))
      );
      return plain || type === "VARCHAR" ? {name, type} : {name, type, marks: toMarks(style)};
    }
    case "moment": {
      const {moments} = found;
      if (moments.has("TIMESTAMPTZ"))
        return {name, type: moments.size > 1 ? "VARCHAR" : "TIMESTAMP WITH TIME ZONE"};
      return {name, type: moments.has("TIMESTAMP") ? "TIMESTAMP" : "DATE"};
    }
    case "date":
      return toDateColumn(name, found, context);
  }
}

function toMarks({decimal, thousands}: NumberStyle): NumberMarks {
  return {decimal, thousands};
}

/** Plain numbers where they may be such; else the one style that the file as a whole leaves. */
function chooseStyle(
  {styles, values}: Extract<ColumnEvidence, {kind: "number"}>,
  {decimal, delimiter, parse}: Context
): NumberStyle | undefined {
  const given = styles.filter(
    (style) =>
      (parse.decimal === undefined || style.decimal === parse.decimal) &&
      (parse.thousands === undefined || style.thousands === parse.thousands)
  );
  const isPlain = styles.includes(PLAIN);
  if (parse.decimal !== undefined || parse.thousands !== undefined)
    return given[0] ?? (isPlain ? PLAIN : undefined);
  if (isPlain && !values.some((value) => value.includes("."))) return PLAIN;
  const fitting =
    decimal === undefined ? styles : styles.filter((style) => style.decimal === decimal);
  if (isPlain && decimal !== ",")
    return delimiter.startsWith(",") || !areThousands(values)
      ? PLAIN
      : (fitting.find(({thousands}) => thousands === ".") ?? PLAIN);
  if (fitting.length === 0) return isPlain ? PLAIN : undefined;
  if (decimal === undefined && isAmbiguous(fitting))
    return delimiter.startsWith(",") ? fitting.find(({thousands}) => thousands === ",") : undefined;
  return fitting[0];
}

const GROUPED = /^-?[1-9]\d{0,2}(?:\.\d{3})+$/;
const MIN_GROUPED = 2;

/** Points before three digits each time, beside integers below a thousand: no decimals are written so. */
function areThousands(values: readonly string[]): boolean {
  const dotted = values.filter((value) => value.includes("."));
  return (
    dotted.length >= MIN_GROUPED &&
    dotted.length < values.length &&
    dotted.every((value) => GROUPED.test(value)) &&
    values.every((value) => value.includes(".") || value.length <= 4)
  );
}

/** Commas that may be decimal marks, or stand between thousands. */
function isAmbiguous(styles: readonly NumberStyle[]): boolean {
  return (
    styles.some(({decimal, thousands}) => decimal === "," && thousands === "") &&
    styles.some(({thousands}) => thousands === ",")
  );
}

function isAmbiguousNumber(found: ColumnEvidence): boolean {
  return found.kind === "number" && isAmbiguous(found.styles) && !found.styles.includes(PLAIN);
}

function toDateColumn(
  name: string,
  {shapes, order}: Extract<ColumnEvidence, {kind: "date"}>,
  {dateOrder}: Context
): PlannedColumn {
  const all = [...shapes.values()];
  const type = all.some(({hasTime}) => hasTime) ? "TIMESTAMP" : "DATE";
  const isDotted = all.every(({numbers, format}) => !numbers || format.startsWith("%d."));
  let isMonthFirst = false;
  if (order.isAsked) {
    const {mayBeDayFirst, mayBeMonthFirst} = order;
    if (!mayBeDayFirst) isMonthFirst = true;
    else if (mayBeMonthFirst && !isDotted) {
      if (dateOrder !== "dmy" && dateOrder !== "mdy") return {name, type: "VARCHAR"};
      isMonthFirst = dateOrder === "mdy";
    }
  }
  const dateFormats = all
    .map(({format, numbers}) => (numbers && isMonthFirst ? toMonthFirst(format) : format))
    // DuckDB takes two digits for a year of four, but not four for one of two
    .sort((a, b) => Number(b.includes("%y")) - Number(a.includes("%y")));
  return {name, type, dateFormats};
}
