import {expect, test} from "vitest";
import {detectFormat} from "../../../src/formats/formats.ts";
import {toByteSource} from "../../../src/model/bytes.ts";
import type {DataTable} from "../../../src/model/table.ts";
import {makeJpeg} from "../../formats/image/images.ts";
import {makePdf} from "../../formats/pdf-file.ts";
import {makeRow, makeWorkbook} from "../../formats/workbook.ts";

/** A database with a table `t` of one row, 1, as SQLite writes it. */
async function makeDatabase(): Promise<Uint8Array> {
  const {default: initSqlJs} = await import("sql.js/dist/sql-wasm-inline.js");
  const {Database} = await initSqlJs();
  const database = new Database();
  database.exec("CREATE TABLE t (n INT); INSERT INTO t VALUES (1)");
  return database.export();
}

test.each([
  ["a.xlsx", () => makeWorkbook({sheets: {S: makeRow("n") + makeRow(1)}}), {n: 1}],
  ["a.sqlite", makeDatabase, {n: 1}],
  ["a.pdf", () => makePdf(["Hello"]), {page: 1, text: "Hello"}],
  ["a.jpg", () => makeJpeg(40, 30, {exif: {0x8827: {short: 400}}}), {width: 40, iso: 400}]
])(
  "%s is read in a browser as in Node, without a file beside the code",
  async (path, make, row) => {
    const bytes = await make();
    const format = detectFormat(path, bytes)!;
    const tables: DataTable[] = [];
    if (format.read) tables.push(...(await format.read(bytes, {path})).tables);
    else {
      const write = (table: DataTable): Promise<void> => Promise.resolve(void tables.push(table));
      await format.stream!(toByteSource(path, bytes), {write}, {path});
    }
    const first = tables[0]!.columns.map(({name, values}) => [name, values[0]]);
    expect(Object.fromEntries(first)).toMatchObject(row);
  }
);
