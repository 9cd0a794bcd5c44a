import {isRecord} from "./records.ts";

const NUMBER_OR_DAY = /^[-+]?[\d.,:/ -]*\d[\d.,:/ %TZ-]*$/;

/** A list of rows that are lists. */
export type Matrix = readonly (readonly unknown[])[];

/** True of lists of the same length, one at least. */
export function isMatrix(value: unknown): value is Matrix {
  if (!Array.isArray(value) || value.length === 0) return false;
  const width: unknown = Array.isArray(value[0]) ? value[0].length : 0;
  return width !== 0 && value.every((row: unknown) => Array.isArray(row) && row.length === width);
}

/** Rows as records by the names of their columns. */
export function toNamedRows(names: readonly string[], rows: Matrix): unknown[] {
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));
}

/**
 * The rows below a first one that names the columns: distinct texts, none of which comes again, above some column of
 * what is plainly no name (numbers, days, truth values). Rows may be shorter than it.
 */
export function readHeadedRows(value: unknown): unknown[] | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [header, ...rows] = value as unknown[];
  if (!Array.isArray(header) || header.length === 0) return undefined;
  const names = header as unknown[];
  if (!names.every(isName) || new Set(names).size < names.length) return undefined;
  if (!rows.every((row) => Array.isArray(row) && row.length <= names.length)) return undefined;
  const body = rows as unknown[][];
  if (body.some((row) => names.some((name, i) => row[i] === name))) return undefined;
  const isData = names.some((_, i) => {
    const cells = body.map((row) => row[i] ?? null).filter((cell) => cell !== null && cell !== "");
    return cells.length > 0 && cells.every((cell) => !isName(cell));
  });
  return isData ? toNamedRows(names, body) : undefined;
}

function isName(cell: unknown): cell is string {
  return typeof cell === "string" && cell.trim() !== "" && !NUMBER_OR_DAY.test(cell);
}

/** Rows without names as records, where their columns are of different kinds; a matrix of one kind is none. */
export function readMixedRows(rows: Matrix): unknown[] | undefined {
  const [first = []] = rows;
  const kinds = new Set(first.filter((cell) => cell !== null).map((cell) => typeof cell));
  if (first.length < 2 || kinds.size < 2 || first.some(Array.isArray)) return undefined;
  return toNamedRows(
    first.map((_, i) => `column${i}`),
    rows
  );
}

/** The names in a list that is there to name columns: texts, or objects with `name`, `id` or `label`. */
export function readNames(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = (value as unknown[]).map((item) =>
    isRecord(item) ? (item["name"] ?? item["id"] ?? item["label"]) : item
  );
  const areNames = names.every((name) => typeof name === "string");
  return areNames && new Set(names).size === names.length ? names : undefined;
}
