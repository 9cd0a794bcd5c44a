import type {FieldSchema} from "../schema.ts";
import {foldText} from "../../lib/text.ts";
import {readClock} from "./clock.ts";
import {readColour} from "./colour.ts";
import {readNumber} from "./number-text.ts";
import {readPlace} from "./place.ts";
import {readSpan} from "./span.ts";

const YES = ["yes", "y", "true", "on", "1", "x", "✓", "ja", "oui", "si"];
const NO = ["no", "n", "false", "off", "0", "nein", "non"];

/**
 * The value of a field that a text stands for, as a cell of a table or somebody's hand has it: numbers with marks, days
 * such as `29.2.2024`, spans, choices whatever their case, lists (an
 * item a line, or between semicolons or commas), groups as JSON. Undefined where the text is empty. A
 * text that is no value of the field is given back as it is: validation says what is wrong with it.
 */
export function readText(text: string, schema: FieldSchema): unknown {
  const line = text.trim();
  if (line === "") return undefined;
  return readKind(line, schema) ?? text;
}

function readKind(line: string, schema: FieldSchema): unknown {
  const {kind, unit, currency} = schema["x-lakebook"] ?? {};
  if (schema.enum) return readChoice(line, schema.enum);
  switch (kind) {
    case "money":
      return readNumber(line, currency);
    case "span":
      return readSpan(line);
    case "clock":
      return readClock(line);
    case "colour":
      return readColour(line);
    case "place":
      return readPlace(line);
    default:
      return readType(line, schema, unit);
  }
}

function readType(line: string, schema: FieldSchema, unit: string | undefined): unknown {
  switch (schema.type) {
    case "number":
    case "integer":
      return readNumber(line, unit);
    case "boolean":
      return readBoolean(line);
    case "array":
      return readList(line, schema.items ?? {});
    case "object":
      return readJson(line);
    case "string":
      return readFormat(line, schema.format);
    case undefined:
      return readJson(line);
  }
}

function readFormat(line: string, format: string | undefined): string | undefined {
  if (format === "date") return readDay(line);
  if (format === "duration") return readSpan(line);
  if (format === "time") return readClock(line);
  if (format !== "date-time") return undefined;
  const at = /^\d{4}-\d\d-\d\d/.test(line) ? new Date(line.replace(" ", "T")) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}

/** Days with the year first, or with points between; `3/4/2024` is the third of April or the fourth of March. */
function readDay(line: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(line) ?? [];
  if (year !== undefined) return [year, month!.padStart(2, "0"), day!.padStart(2, "0")].join("-");
  return /^(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(line)?.[1];
}

function readChoice(line: string, choices: NonNullable<FieldSchema["enum"]>): unknown {
  const folded = foldText(line);
  return (
    choices.find((choice) => String(choice) === line) ??
    choices.find((choice) => foldText(String(choice)) === folded)
  );
}

function readBoolean(line: string): boolean | undefined {
  const word = foldText(line);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

function readList(line: string, items: FieldSchema): unknown {
  if (line.startsWith("[")) return readJson(line);
  if (items.type === "object" || items.properties) return undefined;
  const mark = ["\n", ";"].find((one) => line.includes(one)) ?? ",";
  return line
    .split(mark)
    .map((item) => readText(item.trim(), {type: "string", ...items}))
    .filter((item) => item !== undefined);
}

function readJson(line: string): unknown {
  if (!/^[[{]/.test(line)) return undefined;
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined; // a text like any other
  }
}
