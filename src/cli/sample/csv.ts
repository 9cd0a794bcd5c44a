export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

export interface CsvOptions {
  delimiter?: string;
  newline?: string;
}

/** Rows as delimited text; the keys of the first row are the header, null is an empty cell. */
export function toCsv(
  rows: readonly Row[],
  {delimiter = ",", newline = "\n"}: CsvOptions = {}
): string {
  const header = Object.keys(rows[0] ?? {});
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? null))];
  return lines
    .map((cells) => cells.map((cell) => quote(cell, delimiter)).join(delimiter) + newline)
    .join("");
}

function quote(cell: Cell, delimiter: string): string {
  const text = cell === null ? "" : String(cell);
  const isPlain = !text.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
