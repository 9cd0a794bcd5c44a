import {toColumnKind} from "../model/column.ts";

/** Digits that any number of them fits the type; wider types hold more than JavaScript counts exactly. */
const SURE_DIGITS: Readonly<Record<string, number>> = {TINYINT: 2, SMALLINT: 4, INTEGER: 9};
const MAX_SURE_DIGITS = 18;

/** Whether a text that a user writes is surely a value of the type; false where only the engine knows. */
export function fitsType(text: string, type: string): boolean {
  switch (toColumnKind(type)) {
    case "number":
      return fitsNumber(text, type);
    case "boolean":
      return text === "true" || text === "false";
    case "date":
      return isDay(text);
    case "timestamp": {
      const [day = "", time = "00:00"] = text.split(/[ T]/);
      return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/.test(time);
    }
    default:
      return type === "VARCHAR";
  }
}

function fitsNumber(text: string, type: string): boolean {
  const [, sign, whole = "", fraction] = /^([-+]?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  if (whole === "") return false;
  if (type === "DOUBLE" || type === "FLOAT") return true;
  const [, precision, scale] = /^DECIMAL\((\d+), ?(\d+)\)$/.exec(type) ?? [];
  if (precision !== undefined) return whole.length <= Number(precision) - Number(scale);
  if (fraction !== undefined || (type.startsWith("U") && sign === "-")) return false;
  return whole.length <= (SURE_DIGITS[type.replace(/^U/, "")] ?? MAX_SURE_DIGITS);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
