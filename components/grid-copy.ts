import type {QueryResult} from "../src/index.ts";
import {toValueText} from "../src/index.ts";

/** Beyond this the clipboard and whatever is pasted into choke; an export is the way then. */
export const MAX_COPY_CELLS = 2_000_000;

/** Rows as tab-separated values with a header, as spreadsheets take them: a tab, line break or quote in a value is quoted. */
export function toTsv(
  result: QueryResult,
  rows: Iterable<number>,
  columns: readonly number[]
): string {
  const lines = [columns.map((column) => toTsvField(result.columns[column]!)).join("\t")];
  for (const row of rows) {
    lines.push(
      columns
        .map((column) =>
          toTsvField(toValueText(result.value(row, column), result.fields[column]!.type))
        )
        .join("\t")
    );
  }
  return `${lines.join("\n")}\n`;
}

function toTsvField(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
