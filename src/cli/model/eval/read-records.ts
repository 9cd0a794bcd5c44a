import {readFile} from "node:fs/promises";
import Papa from "papaparse";
import {InputError, toMessage} from "../../../lib/errors.ts";
import {decodeText} from "../../../lib/text-encoding.ts";

/** A column and its names, the one it has in a record first. */
export type Column = readonly [string, ...string[]];

/** Values by the first name of their column. A column that a file lacks is left out. */
export type TextRecord = Readonly<Record<string, string>>;

const MIN_TABS = 3;
/** Cells that name columns, by which a first line is known for a header. */
const MIN_NAMES = 2;

/**
 * The records of a `.jsonl` file, or of a CSV or tab-separated file. Without a header its columns are `columns` in their order,
 * or `tabbed` where tabs part them (its quotes are then text like any other).
 */
export async function readRecords(
  path: string,
  columns: readonly Column[],
  tabbed: readonly Column[] = columns
): Promise<TextRecord[]> {
  const {text} = decodeText(await readFile(path));
  if (path.endsWith(".jsonl")) return readObjects(path, text, columns);
  const [firstLine = ""] = text.split("\n", 1);
  const isTabbed = path.endsWith(".tsv") || firstLine.split("\t").length > MIN_TABS;
  const rows = isTabbed
    ? toLines(text).map((line) => line.split("\t"))
    : Papa.parse<string[]>(text, {delimiter: ",", skipEmptyLines: true}).data;
  const order = isTabbed ? tabbed : columns;
  const header = (rows[0] ?? []).map((cell) => findColumn(order, cell));
  const isHeader = header.filter(Boolean).length >= MIN_NAMES;
  const names = isHeader ? header : order.map(([name]) => name);
  return (isHeader ? rows.slice(1) : rows).map((row) =>
    Object.fromEntries(
      row.flatMap((cell, i) => (names[i] === undefined ? [] : [[names[i], cell.trim()]]))
    )
  );
}

function readObjects(path: string, text: string, columns: readonly Column[]): TextRecord[] {
  return toLines(text).map((line, i) => {
    try {
      const entries = Object.entries(JSON.parse(line) as Record<string, unknown>);
      return Object.fromEntries(
        entries.flatMap(([name, value]) => {
          const column = findColumn(columns, name);
          return column === undefined ? [] : [[column, String(value)]];
        })
      );
    } catch (cause) {
      throw new InputError(`line no JSON object: ${path}:${i + 1}: ${toMessage(cause)}`, {cause});
    }
  });
}

/** The value of a column that a record must have; `number` counts records from 1. */
export function needValue(record: TextRecord, name: string, path: string, number: number): string {
  const value = record[name];
  if (value !== undefined) return value;
  throw new InputError(`column missing: ${name}, in record ${number} of ${path}`);
}

function findColumn(columns: readonly Column[], name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return columns.find((names) => names.includes(wanted))?.[0];
}

function toLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
