import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {expect, test} from "vitest";
import {makeRow, makeWorkbook} from "../formats/workbook.ts";
import {RawFolder, namesOf} from "./raw-folder.ts";

async function writeParquet(folder: RawFolder, name: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${join(folder.raw, name)}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

test("a Parquet file is read with its types", async () => {
  const folder = new RawFolder();
  await writeParquet(
    folder,
    "daily.parquet",
    "select 1::UTINYINT as a, 1.50::DECIMAL(10,2) as b, [{'x': DATE '2024-01-01'}] as c, '{\"k\": 1}'::JSON as d, TIMESTAMPTZ '2024-01-01 00:00:00+00' as e"
  );
  await folder.compile();
  expect(await folder.rows("select name, type from lake.columns order by position")).toEqual([
    {name: "a", type: "UTINYINT"},
    {name: "b", type: "DECIMAL(10,2)"},
    {name: "c", type: 'STRUCT("x" DATE)[]'},
    {name: "d", type: "VARCHAR"},
    {name: "e", type: "TIMESTAMP WITH TIME ZONE"}
  ]);
  expect(await folder.rows("from daily")).toEqual([
    {a: 1, b: 1.5, c: [{x: new Date("2024-01-01")}], d: '{"k": 1}', e: new Date("2024-01-01")}
  ]);
});

test("Parquet files of the same columns are one table, their types widened", async () => {
  const folder = new RawFolder();
  await writeParquet(folder, "part-0.parquet", "select 1::INTEGER as n, 'a' as t");
  await writeParquet(folder, "part-1.parquet", "select 2.5::DOUBLE as n, 'b' as t");
  expect(namesOf(await folder.compile())).toEqual(["part"]);
  expect(await folder.rows("select n, t from part")).toEqual([
    {n: 1, t: "a"},
    {n: 2.5, t: "b"}
  ]);
});

test("each sheet of a workbook is a table", async () => {
  const sheet = makeRow("a") + makeRow(1);
  const folder = new RawFolder({
    "books.xlsx": makeWorkbook({sheets: {Loans: sheet, "My List": sheet}}),
    "one.xlsx": makeWorkbook({sheets: {Sheet1: sheet}})
  });
  expect(namesOf(await folder.compile())).toEqual(["books_loans", "books_my_list", "one"]);
});

test("Arrow, NDJSON, XML and text are tables beside the others", async () => {
  const folder = new RawFolder({
    "a.arrow": tableToIPC(tableFromArrays({n: Int32Array.of(1, 2)}), "file"),
    "b.ndjson": '{"n": 1}\n',
    "beds.xml": '<beds><bed id="1"/><bed id="2"/></beds>',
    "d.txt": "some words"
  });
  const report = await folder.compile();
  expect(report.tables.map(({name, format, rows}) => [name, format, rows])).toEqual([
    ["a", "arrow", 2],
    ["b", "ndjson", 1],
    ["beds", "xml", 2],
    ["d", "text", 1]
  ]);
});

test("files that cannot be read are problems, one each, and stop no other", async () => {
  const folder = new RawFolder({
    "broken.parquet": "PAR1 and no more",
    "cut.xlsx": "PK\u0003\u0004 and no more",
    "broken.json": '{"a": ',
    "broken.xml": "<a><b></a>",
    "broken.arrow": "ARROW1",
    "packed.7z": Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
    "empty.json": "",
    "empty.md": "",
    "good.csv": "a\n1\n"
  });
  const report = await folder.compile();
  expect(namesOf(report)).toEqual(["good"]);
  expect(await folder.rows("from lake.good")).toEqual([{a: 1}]);
  const problems = await folder.rows("select file, what from lake.problems order by file");
  expect(problems.map(({file}) => file)).toEqual([
    "broken.arrow",
    "broken.json",
    "broken.parquet",
    "broken.xml",
    "cut.xlsx",
    "empty.json",
    "empty.md",
    "packed.7z"
  ]);
  expect(problems.at(-1)!.what).toContain("no reader for 7z archives");
  expect(
    await folder.rows(
      "select format from lake.files where path in ('packed.7z', 'broken.parquet') order by path"
    )
  ).toEqual([{format: "parquet"}, {format: "7z"}]);
});

test("of hundreds of notes only the changed one is read again", async () => {
  const notes = Array.from(
    {length: 300},
    (_, i) => [`notes/${i}.md`, `# Note ${i}\n\ntext`] as const
  );
  const folder = new RawFolder(Object.fromEntries(notes));
  const first = await folder.compile();
  expect(first).toMatchObject({rows: 300, problems: []});
  folder.write("notes/150.md", "# Changed");
  expect(await folder.compile()).toMatchObject({read: 1, rows: 300});
  expect(await folder.rows("select rowid, path from notes where title = 'Changed'")).toMatchObject([
    {path: "notes/150.md"}
  ]);
});
