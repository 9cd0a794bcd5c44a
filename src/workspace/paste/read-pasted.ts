import Papa from "papaparse";
import {parseHtml} from "../../formats/html/html-tables.ts";

/**
 * The cells of a table that was copied: out of a spreadsheet's HTML where the clipboard has it (a cell may hold several
 * lines there), else out of text with tabs, commas or semicolons. Every row is as wide as the widest; empty rows are left out.
 */
export function readPasted(text: string, html = ""): string[][] {
  const rows = readHtml(html) ?? readText(text);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const width = Math.max(0, ...filled.map((row) => row.length));
  return filled.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}

function readHtml(html: string): string[][] | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined;
  const [table] = parseHtml(html).tables;
  const rows = table?.rows.map(({cells}) =>
    cells.flatMap(({text, columns}) => [text.trim(), ...Array<string>(columns - 1).fill("")])
  );
  return rows && rows.length > 0 ? rows : undefined;
}

function readText(text: string): string[][] {
  const hasTabs = text.includes("\t");
  const {data} = Papa.parse<string[]>(text.trimEnd(), {
    ...(hasTabs && {delimiter: "\t"}),
    skipEmptyLines: "greedy"
  });
  return data;
}
