import {toText} from "../../lib/text.ts";
import type {Value} from "../../model/column.ts";
import type {FieldSchema, HintedKind} from "../../model/schema.ts";
import type {DataType} from "../../model/table.ts";
import {toIntervalText} from "./interval-text.ts";

const MIN_BIGINT = -(2n ** 63n);
const MAX_BIGINT = 2n ** 63n - 1n;
/** What a DECIMAL(18,4) holds. */
const MAX_MONEY = 1e14;

/** Amounts add up without the noise of doubles; four decimals hold every currency's smallest coin, and prices below it. */
const MONEY: DataType = {sql: "DECIMAL(18,4)", from: "DOUBLE"};
const PLACE: DataType = {struct: {latitude: "DOUBLE", longitude: "DOUBLE", label: "VARCHAR"}};
const ATTACHMENT: DataType = {
  struct: {name: "VARCHAR", sha256: "VARCHAR", size: "BIGINT", type: "VARCHAR"}
};

/** A field's column in SQL: its type, and the value there of what an entry has. What is not of the type is null. */
export interface FieldColumn {
  readonly type: DataType;
  readonly convert: (value: unknown) => Value;
}

/** How a kind beyond JSON Schema's own stands in SQL. References and computed fields have no value in the entry. */
const HINTED: Partial<Record<HintedKind, FieldColumn>> = {
  money: {type: MONEY, convert: toMoney},
  span: {
    type: {sql: "INTERVAL", from: "VARCHAR"},
    convert: (value) => (typeof value === "string" ? toIntervalText(value) : null)
  },
  clock: {type: {sql: "TIME", from: "VARCHAR"}, convert: toClock},
  place: {type: PLACE, convert: toPlace},
  file: {type: ATTACHMENT, convert: toAttachment},
  image: {type: ATTACHMENT, convert: toAttachment}
};

/** Lists are lists; groups, and lists of groups, are JSON text. */
export function toFieldColumn(field: FieldSchema): FieldColumn {
  const kind = field["x-lakebook"]?.kind;
  const type = toSingle(field.type);
  // a list of files has its kind at the list or at the items
  if (type === "array") return toListColumn(field.items, kind);
  const hinted = kind && HINTED[kind];
  if (hinted) return hinted;
  switch (type) {
    case "integer":
      return {type: "BIGINT", convert: toInteger};
    case "number":
      return {type: "DOUBLE", convert: toNumber};
    case "boolean":
      return {type: "BOOLEAN", convert: (value) => (typeof value === "boolean" ? value : null)};
    case "string":
      return toTextColumn(field.format);
    default:
      return TEXT;
  }
}

const TEXT: FieldColumn = {type: "VARCHAR", convert: toText};

function toListColumn(items: FieldSchema | undefined, kind: HintedKind | undefined): FieldColumn {
  const hinted = kind && HINTED[kind];
  const item = items && toSingle(items.type);
  const isPlain = item !== undefined && item !== "array" && item !== "object";
  const column =
    hinted ?? (items && (isPlain || items["x-lakebook"]?.kind) && toFieldColumn(items));
  if (!column) return TEXT;
  const {type, convert} = column;
  return {
    type: {list: type},
    convert: (value) =>
      Array.isArray(value) ? value.map((item) => (item === null ? null : convert(item))) : null
  };
}

function toTextColumn(format: string | undefined): FieldColumn {
  if (format === "date")
    return {type: "DATE", convert: (value) => toDate(value, /^\d{4}-\d\d-\d\d$/)};
  if (format === "date-time")
    return {
      type: "TIMESTAMP",
      convert: (value) =>
        toDate(value, /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/)
    };
  return TEXT;
}

/** Of several types (`["string", "null"]`, as other tools write) the one that is not null; none where there are more. */
function toSingle(type: unknown): string | undefined {
  const types = (Array.isArray(type) ? (type as string[]) : [type as string]).filter(
    (one) => one !== "null"
  );
  return types.length === 1 ? types[0] : undefined;
}

/** Whole numbers, also as text: that is how those are kept that JavaScript cannot hold exactly. */
function toInteger(value: unknown): Value {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== "string" || !/^-?\d{1,19}$/.test(value)) return null;
  const integer = BigInt(value);
  return integer >= MIN_BIGINT && integer <= MAX_BIGINT ? integer : null;
}

function toNumber(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function toMoney(value: unknown): Value {
  const amount = toNumber(value);
  return amount !== null && Math.abs(amount) < MAX_MONEY ? amount : null;
}

function toClock(value: unknown): Value {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(value)
    ? value
    : null;
}

function toPlace(value: unknown): Value {
  const {latitude, longitude, label} = toObject(value);
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  return {latitude, longitude, label: typeof label === "string" ? label : null};
}

function toAttachment(value: unknown): Value {
  const {name, sha256, size, type} = toObject(value);
  if (typeof name !== "string" || typeof sha256 !== "string") return null;
  return {name, sha256, size: toInteger(size), type: typeof type === "string" ? type : ""};
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** A date of the calendar (no 30th of February); a time without a zone is in UTC, as all times in the lake. */
function toDate(value: unknown, pattern: RegExp): Value {
  if (typeof value !== "string" || !pattern.test(value)) return null;
  const day = value.slice(0, "2024-01-01".length);
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(value.slice(day.length));
  const date = new Date(
    value.length === day.length || hasZone ? value : `${value.replace(" ", "T")}Z`
  );
  const midnight = new Date(day);
  const isReal = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  return isReal && !Number.isNaN(date.getTime()) ? date : null;
}
