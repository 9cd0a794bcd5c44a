import type {ColumnKind, Value} from "../model/column.ts";
import {toColumnKind} from "../model/column.ts";
import type {QueryResult} from "../model/query-result.ts";
import type {FieldSchema, ObjectSchema} from "../model/schema.ts";
import {omit} from "../lib/omit.ts";
import type {ColumnFacts} from "./guess-columns.ts";
import {guessKey, guessTitle} from "./guess-columns.ts";
import {toTextSchema, toValueSchema} from "./infer-field.ts";

/** Rows that are looked at; of more, as many, evenly spread. */
const MAX_ROWS = 20_000;

/** The format `time` of JSON Schema wants a zone, which a time of day in SQL has not. */
const CLOCK_PATTERN = "^\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?$";

/** What a result's columns would be as the fields of an entry type. */
export interface Inference {
  readonly schema: ObjectSchema;
  /** The column that names a row; "" where the result has no column. */
  readonly titleField: string;
  /** The column that tells rows apart; null where none does. */
  readonly keyField: string | null;
}

/**
 * The schema that a result's values fit: types and formats, a choice where a text column repeats few values, required
 * where no value is missing. Title and key are guessed by name and by what is distinct. `rows` are the rows that count.
 */
export function inferSchema(
  result: QueryResult,
  rows: readonly number[] | "all" = "all"
): Inference {
  const total = rows === "all" ? result.numRows : rows.length;
  const step = Math.max(1, total / MAX_ROWS);
  const sample = Array.from({length: Math.min(total, MAX_ROWS)}, (_, i) => {
    const at = Math.floor(i * step);
    return rows === "all" ? at : rows[at]!;
  });
  const facts = result.fields.map(({name, type}, column) =>
    toFacts(
      name,
      type,
      sample.map((row) => result.value(row, column))
    )
  );
  const titleField = guessTitle(facts) ?? "";
  const keyField = guessKey(facts);
  const required = facts.filter(({filled}) => filled === total && total > 0).map(({name}) => name);
  const properties = facts.map(({name, schema}): [string, FieldSchema] => [
    name,
    name === titleField || name === keyField ? omit(schema, ["enum"]) : schema
  ]);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && {required})
    },
    titleField,
    keyField
  };
}

function toFacts(name: string, type: string, sample: readonly Value[]): ColumnFacts {
  const kind = toColumnKind(type);
  const values = sample.filter((value) => value !== null);
  const texts = values.filter((value) => typeof value === "string");
  return {
    name,
    kind,
    schema: toFieldSchema(type, kind, values),
    filled: values.length,
    distinct: new Set(
      values.map((value) => (typeof value === "object" ? JSON.stringify(value) : value))
    ).size,
    rows: sample.length,
    meanLength: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)
  };
}

function toFieldSchema(type: string, kind: ColumnKind, values: readonly Value[]): FieldSchema {
  switch (kind) {
    case "boolean":
      return {type: "boolean"};
    case "number":
      return toNumberSchema(type, values);
    case "date":
      return {type: "string", format: "date"};
    case "timestamp":
      return {type: "string", format: "date-time"};
    case "time":
      return {type: "string", pattern: CLOCK_PATTERN};
    case "text":
      return toTextSchema(values as readonly string[]);
    case "bytes":
      return {type: "string"};
    case "list":
    case "struct":
      return toValueSchema(values);
  }
}

/** Integers that JavaScript cannot hold exactly are kept as text, and so is the whole column. */
function toNumberSchema(type: string, values: readonly Value[]): FieldSchema {
  if (values.some((value) => typeof value === "bigint"))
    return {type: "string", pattern: "^-?\\d+$"};
  return {type: /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type) ? "integer" : "number"};
}
