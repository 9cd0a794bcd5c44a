import {toColumnNames} from "../lib/column-names.ts";
import type {DataTable} from "../model/table.ts";
import {toTable} from "./records.ts";

/** A cell's value. Dates are in UTC. */
export type Cell = string | number | boolean | Date | null;

/** A header is looked for in so many rows from the top: above it stand titles and notes. */
const MAX_HEADER_ROW = 20;
const MIN_HEADER_SHARE = 0.6;

/**
 * A sheet's cells as a table: the first row that names most columns is the header, what stands above it is left
 * out; without such a row the columns are numbered. Undefined where the sheet has no value.
 */
export function toSheetTable(
  name: string,
  cells: readonly (readonly Cell[])[]
): DataTable | undefined {
  const rows = cells.filter((row) => row.some(isFilled));
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(isFilled) + 1));
  const start = Math.min(...rows.map((row) => row.findIndex(isFilled)));
  if (width === 0) return undefined;
  const used = Array.from({length: width - start}, (_, i) => start + i).filter((column) =>
    rows.some((row) => isFilled(row[column]))
  );
  const header = findHeader(rows, used);
  const names = toColumnNames(
    used.map((column) => (header < 0 ? "" : String(rows[header]![column] ?? "")))
  );
  const body = rows.slice(header + 1);
  const records = body.map((row) =>
    Object.fromEntries(used.map((column, i) => [names[i]!, toRecordValue(row[column])]))
  );
  if (records.length > 0) return toTable(name, records);
  return {name, columns: names.map((name) => ({name, type: "VARCHAR", values: []}))};
}

function findHeader(rows: readonly (readonly Cell[])[], columns: readonly number[]): number {
  const index = rows.slice(0, MAX_HEADER_ROW).findIndex((row) => {
    const filled = columns.map((column) => row[column]).filter(isFilled);
    return filled.length >= Math.max(1, columns.length * MIN_HEADER_SHARE);
  });
  const row = rows[index];
  if (!row) return -1;
  const names = columns.map((column) => row[column]).filter(isFilled);
  const areNames = names.every((cell) => typeof cell === "string");
  return areNames && new Set(names).size === names.length ? index : -1;
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== "";
}

function toRecordValue(cell: Cell | undefined): Cell {
  if (cell === undefined || cell === "") return null;
  return cell;
}
