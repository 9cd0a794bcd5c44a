import type {QueryResult} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import type {GridColumns} from "./grid-columns.ts";
import type {CellPlace} from "./grid-keys.ts";
import type {RowSelection} from "./grid-selection.ts";

/** Beyond this the clipboard and whatever is pasted into choke; an export is the way then. */
const MAX_COPY_CELLS = 2_000_000;

/** What is copied, and what is said of it; no text where nothing can be copied. */
export interface Copy {
  readonly text?: string;
  readonly note: string;
}

/** The selected rows, or the active cell where none is selected. */
export function toCopy(
  result: QueryResult,
  columns: GridColumns,
  selection: RowSelection,
  {row, column}: CellPlace
): Copy | undefined {
  const {count} = selection;
  if (count > 0) {
    if (count * columns.length > MAX_COPY_CELLS)
      return {note: `${formatCount(count)} rows are too many to copy; export them instead`};
    const indices = columns.columns.map(({index}) => index);
    const text = toTsv(result, selection.displayed(), indices);
    return {text, note: `Copied ${formatCounted(count, "row")}`};
  }
  const field = columns.columns[column];
  if (!field || row >= selection.numRows) return undefined;
  if (row < 0) return {text: field.name, note: "Copied the name"};
  const value = result.value(selection.resultRow(row), field.index);
  return {text: toValueText(value, field.type), note: "Copied the cell"};
}

/** Rows as tab-separated values with a header, as spreadsheets take them: a tab, line break or quote in a value is quoted. */
export function toTsv(
  result: QueryResult,
  rows: Iterable<number>,
  columns: readonly number[]
): string {
  const lines = [columns.map((column) => toTsvField(result.columns[column]!)).join("\t")];
  for (const row of rows) {
    const fields = columns.map((column) =>
      toTsvField(toValueText(result.value(row, column), result.fields[column]!.type))
    );
    lines.push(fields.join("\t"));
  }
  return `${lines.join("\n")}\n`;
}

function toTsvField(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
