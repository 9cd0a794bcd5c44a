import type {Value} from "../../model/column.ts";
import type {PlannedColumn} from "../../model/delimited.ts";
import type {DataType} from "../../model/table.ts";
import {toMoment, toMomentType} from "../moment.ts";
import {parseDate} from "./dates.ts";
import {PLAIN, toPlainNumber} from "./numbers.ts";

/** Types of columns that readers of text give, by the names that people may ask for. */
const TYPES: Readonly<Record<string, DataType>> = {
  BOOLEAN: "BOOLEAN",
  BOOL: "BOOLEAN",
  TINYINT: "BIGINT",
  SMALLINT: "BIGINT",
  INTEGER: "BIGINT",
  INT: "BIGINT",
  BIGINT: "BIGINT",
  FLOAT: "DOUBLE",
  REAL: "DOUBLE",
  DOUBLE: "DOUBLE",
  DATE: "DATE",
  TIMESTAMP: "TIMESTAMP",
  DATETIME: "TIMESTAMP",
  TIMESTAMPTZ: "TIMESTAMPTZ",
  "TIMESTAMP WITH TIME ZONE": "TIMESTAMPTZ"
};

/** The type of a planned column as tables in memory have it; what they lack is text. */
export function toDataType(type: string): DataType {
  return TYPES[type.toUpperCase()] ?? "VARCHAR";
}

/** What a text becomes in a column; undefined where it does not fit. Blanks around a value that is no text are none. */
export function toConverter(column: PlannedColumn): (text: string) => Value | undefined {
  const type = toDataType(column.type);
  switch (type) {
    case "BIGINT":
      return (text) => toInteger(toNumberText(text, column));
    case "DOUBLE":
      return (text) => toDouble(toNumberText(text, column));
    case "BOOLEAN":
      return toBoolean;
    case "DATE":
    case "TIMESTAMP":
    case "TIMESTAMPTZ":
      return (text) => toMomentValue(text.trim(), column, type);
    default:
      return (text) => text;
  }
}

function toNumberText(text: string, {marks}: PlannedColumn): string {
  const trimmed = text.trim();
  return marks ? toPlainNumber(trimmed, marks) : trimmed;
}

function toInteger(text: string): Value | undefined {
  if (!/^-?\d{1,19}$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

function toDouble(text: string): Value | undefined {
  return PLAIN.pattern.test(text) ? Number(text) : undefined;
}

function toBoolean(text: string): Value | undefined {
  const lower = text.trim().toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

function toMomentValue(
  text: string,
  {dateFormats}: PlannedColumn,
  type: "DATE" | "TIMESTAMP" | "TIMESTAMPTZ"
): Value | undefined {
  if (dateFormats) return parseDate(text, dateFormats);
  const moment = toMomentType(text);
  if (moment === undefined || (type === "DATE" && moment !== "DATE")) return undefined;
  return toMoment(text);
}
