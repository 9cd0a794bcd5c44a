import {InputError} from "../../lib/errors.ts";
import {quoteIdentifier, quoteText, toSqlLiteral} from "../../lib/sql.ts";
import {foldText, toText} from "../../lib/text.ts";
import type {DataType} from "../../model/table.ts";
import type {FilterOp, ViewFilter} from "../../model/view.ts";
import {toIntervalText} from "../mirror/interval-text.ts";
import type {TypeColumn} from "../mirror/type-columns.ts";
import type {ViewKind, ViewRelation} from "./view-columns.ts";
import {findColumn, toViewKind} from "./view-columns.ts";

/** The ways to filter by a column of a kind. */
export function toFilterOps(kind: ViewKind): readonly FilterOp[] {
  switch (kind) {
    case "text":
      return [...SAME, ...PARTS, "is one of", ...EMPTY];
    case "boolean":
      return [...SAME, ...EMPTY];
    case "list":
      return ["contains", "is one of", ...EMPTY];
    case "group":
      return ["contains", ...EMPTY];
    case "unknown":
      return [...SAME, ...PARTS, ...ORDER, ...EMPTY];
    default:
      return [...SAME, ...ORDER, "is one of", ...EMPTY];
  }
}

const SAME: readonly FilterOp[] = ["is", "is not"];
const PARTS: readonly FilterOp[] = ["contains", "starts with"];
const ORDER: readonly FilterOp[] = ["at least", "at most"];
const EMPTY: readonly FilterOp[] = ["is empty", "is not empty"];

/** A filter as a condition in SQL. Throws `InputError` where its column is not there, or its value does not fit. */
export function toCondition(filter: ViewFilter, relation: ViewRelation): string {
  const column = findColumn(relation, filter.column);
  if (!column) throw new InputError(`column of a filter not found: ${filter.column}`);
  const kind = toViewKind(column);
  if (!toFilterOps(kind).includes(filter.op))
    throw new InputError(`filter that does not fit ${filter.column}: ${filter.op}`);
  return toOperation(filter, column, kind);
}

/** Whether a filter says enough to be asked: one that is being made has no value yet. */
export function isComplete({op, value}: ViewFilter): boolean {
  if (op === "is empty" || op === "is not empty") return true;
  return (
    value !== undefined &&
    value !== null &&
    value !== "" &&
    !(Array.isArray(value) && value.length === 0)
  );
}

/** A condition that each word of a text stands in the title, a text or a tag; undefined where there is no word. */
export function toTextCondition(text: string, {columns}: ViewRelation): string | undefined {
  const words = foldText(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return undefined;
  const parts = columns.filter(isSearched).map(toSearched);
  const all = `strip_accents(lower(concat_ws(' ', ${parts.join(", ")})))`;
  return words.map((word) => `contains(${all}, ${quoteText(word)})`).join(" AND ");
}

/** Whether the column has nothing: no value, an empty text, an empty list. */
export function toEmptyCondition(column: TypeColumn): string {
  const name = quoteIdentifier(column.name);
  const kind = toViewKind(column);
  if (kind === "list") return `coalesce(len(${name}), 0) = 0`;
  return kind === "text" ? `coalesce(${name}, '') = ''` : `${name} IS NULL`;
}

function toOperation({op, value}: ViewFilter, column: TypeColumn, kind: ViewKind): string {
  const name = quoteIdentifier(column.name);
  // a moment is compared by its day, which is what people enter
  const compared = kind === "moment" ? `${name}::DATE` : name;
  switch (op) {
    case "is empty":
      return toEmptyCondition(column);
    case "is not empty":
      return `NOT (${toEmptyCondition(column)})`;
    case "is":
      return `${compared} = ${toLiteral(value, column, kind)}`;
    case "is not":
      return `${compared} IS DISTINCT FROM ${toLiteral(value, column, kind)}`;
    case "at least":
      return `${compared} >= ${toLiteral(value, column, kind)}`;
    case "at most":
      return `${compared} <= ${toLiteral(value, column, kind)}`;
    case "contains":
      return `contains(strip_accents(lower(${toSearched(column)})), ${quoteText(foldText(toText(value)))})`;
    case "starts with":
      return `starts_with(strip_accents(lower(${toSearched(column)})), ${quoteText(foldText(toText(value)))})`;
    case "is one of": {
      const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
      if (kind === "list")
        return `list_has_any(${name}, [${values.map((one) => quoteText(toText(one))).join(", ")}])`;
      return `${compared} IN (${values.map((one) => toLiteral(one, column, kind)).join(", ")})`;
    }
  }
}

/** A filter's value as a literal of the column's type. */
function toLiteral(value: unknown, {name}: TypeColumn, kind: ViewKind): string {
  const text = toText(value);
  switch (kind) {
    case "number":
      if (/^-?\d+$/.test(text) || (text.trim() !== "" && Number.isFinite(Number(text))))
        return text.trim();
      break;
    case "boolean":
      if (text === "true" || text === "false") return text.toUpperCase();
      break;
    case "date":
    case "moment":
      if (isDay(text)) return `DATE ${quoteText(text)}`;
      break;
    case "time":
      if (/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) return `TIME ${quoteText(text)}`;
      break;
    case "span": {
      const interval = toIntervalText(text);
      if (interval !== null) return `INTERVAL ${quoteText(interval)}`;
      break;
    }
    default:
      return toSqlLiteral(text);
  }
  throw new InputError(`filter value that is no ${WORDS[kind]}: ${text || "nothing"} (${name})`);
}

const WORDS: Partial<Record<ViewKind, string>> = {
  number: "number",
  boolean: "yes or no",
  date: "day",
  moment: "day",
  time: "time of day",
  span: "duration"
};

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isSearched(column: TypeColumn): boolean {
  const isText = ["text", "list", "unknown"].includes(toViewKind(column));
  return isText && !["id", "slug", "type"].includes(column.role);
}

/** The column as text that can be searched; DuckDB's own text of groups has quotes of its own in it. */
function toSearched({name, type}: TypeColumn): string {
  return toSearchedType(quoteIdentifier(name), type);
}

function toSearchedType(sql: string, type: DataType): string {
  if (type === "VARCHAR") return sql;
  if (typeof type === "object" && "list" in type)
    return type.list === "VARCHAR"
      ? `array_to_string(${sql}, ' ')`
      : `array_to_string([${toSearchedType("one", type.list)} for one in ${sql}], ' ')`;
  if (typeof type === "object" && "struct" in type) {
    const fields = Object.keys(type.struct).map((name) => `${sql}.${quoteIdentifier(name)}`);
    return `concat_ws(' ', ${fields.join(", ")})`;
  }
  return `${sql}::VARCHAR`;
}
