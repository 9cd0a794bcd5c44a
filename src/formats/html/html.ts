import {toColumnNames} from "../../lib/column-names.ts";
import {toStem} from "../../lib/path-names.ts";
import {toUniqueNames} from "../../lib/unique-names.ts";
import type {Format} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {DataTable} from "../../model/table.ts";
import {decodeBytes} from "../decode.ts";
import {toTable} from "../records.ts";
import {refuse, toRefusal} from "../refusal.ts";
import {countWords, toTextTable} from "../text.ts";
import type {HtmlGrid} from "./html-grid.ts";
import {toGrid} from "./html-grid.ts";
import {parseHtml} from "./html-tables.ts";
import type {HtmlPage, HtmlTable} from "./html-tables.ts";

const HEAD_BYTES = 2048;
const CHARSET = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i;
const NUMBER = /^[-+]?[\d.,\s]*\d[\d.,\s]*%?$/;

/**
 * Web pages: each table of a page is a table, by its caption; cells that span are spread out. Tables that only lay a page
 * out (one column, or no second row) do not count beside others. A page without any gives one row with its text.
 */
export const html: Format = {
  name: "html",
  extensions: ["html", "htm", "xhtml"],
  read(bytes, {path, parse}) {
    try {
      const {text, encoding} = decodeBytes(bytes, parse?.encoding ?? findCharset(bytes));
      const page = parseHtml(text);
      const {tables, problems} = readTables(page, path);
      if (tables.length === 0 && problems.length === 0) {
        if (page.text === "") return refuse(path, "no table and no text in it");
        tables.push(toPageTable(page, path));
      }
      return {tables, problems, details: {encoding, title: page.title}};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

function readTables(page: HtmlPage, path: string): {tables: DataTable[]; problems: Problem[]} {
  const problems: Problem[] = [];
  const found: {table: HtmlTable; grid: HtmlGrid; place: number}[] = [];
  for (const [i, table] of page.tables.entries()) {
    const grid = toGrid(table);
    if (grid) found.push({table, grid, place: i + 1});
    else
      problems.push({
        file: path,
        where: `table ${i + 1}`,
        what: "left out: its cells span more than 5 million"
      });
  }
  const filled = found.filter(({grid: {rows, headerRows}}) =>
    rows.slice(headerRows).some((row) => row.some((text) => text !== ""))
  );
  const wide = filled.filter(({grid: {rows}}) => rows.length > 1 && rows[0]!.length > 1);
  const kept = wide.length > 0 ? wide : filled;
  const names =
    kept.length === 1
      ? [""]
      : toUniqueNames(kept.map(({table, place}) => table.caption || `table ${place}`));
  return {tables: kept.map(({grid}, i) => toDataTable(names[i]!, grid)), problems};
}

function toDataTable(name: string, grid: HtmlGrid): DataTable {
  const headerRows = grid.headerRows === 0 && looksNamed(grid.rows) ? 1 : grid.headerRows;
  const header = grid.rows.slice(0, headerRows);
  const names = toColumnNames(
    (grid.rows[0] ?? []).map((_, x) =>
      [...new Set(header.map((row) => row[x]!))].filter((text) => text !== "").join(" ")
    )
  );
  const rows = grid.rows.slice(headerRows).filter((row) => row.some((text) => text !== ""));
  const records = rows.map((row) =>
    Object.fromEntries(names.map((column, x) => [column, row[x] === "" ? null : row[x]]))
  );
  return toTable(name, records, {readsText: true});
}

/** True where the first row can name columns though it is not marked: distinct words above some column of numbers. */
function looksNamed([first = [], ...rows]: readonly (readonly string[])[]): boolean {
  if (rows.length === 0 || new Set(first).size < first.length) return false;
  if (first.some((text) => text === "" || NUMBER.test(text))) return false;
  return first.some((_, x) => rows.every((row) => row[x] === "" || NUMBER.test(row[x]!)));
}

function toPageTable({title, text}: HtmlPage, path: string): DataTable {
  return toTextTable([
    ["path", path],
    ["title", title || toStem(path)],
    ["text", text],
    ["words", countWords(text)]
  ]);
}

/** What a page says of its encoding, where a decoder is called so. */
function findCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  const label = CHARSET.exec(head)?.[1]?.toLowerCase();
  if (label === undefined || label === "utf-8" || label.startsWith("utf-16")) return undefined;
  try {
    return new TextDecoder(label).encoding === "" ? undefined : label;
  } catch {
    return undefined; // a question: the label is not one that a browser knows
  }
}
