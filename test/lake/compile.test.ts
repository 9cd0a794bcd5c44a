import {symlinkSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {CATALOGUE_TABLES} from "../../src/model/catalogue.ts";
import {RawFolder, namesOf} from "./raw-folder.ts";

test("compileLake({raw, out}) makes tables, and a catalogue of them in the same file", async () => {
  const folder = new RawFolder({
    "people.csv": "id,name,born\n1,Ada,1815-12-10\n2,Bob,\n",
    "rooms.json": '[{"name": "attic", "size": {"w": 2.5}}]'
  });
  const report = await folder.compile();
  expect(report).toMatchObject({rows: 3, read: 2, wasWritten: true, problems: []});
  expect(await folder.rows("from people")).toEqual([
    {id: 1, name: "Ada", born: new Date("1815-12-10")},
    {id: 2, name: "Bob", born: null}
  ]);
  expect(await folder.rows("select * exclude (bytes) from lake.tables order by name")).toEqual([
    {name: "people", files: 1, rows: 2, columns: 3, format: "csv", connector: null, key: []},
    {name: "rooms", files: 1, rows: 1, columns: 2, format: "json", connector: null, key: []}
  ]);
  expect(
    await folder.rows("select name, type, position from lake.columns where \"table\" = 'rooms'")
  ).toEqual([
    {name: "name", type: "VARCHAR", position: 0},
    {name: "size", type: 'STRUCT("w" DOUBLE)', position: 1}
  ]);
  const [file] = await folder.rows("from lake.files where path = 'people.csv'");
  expect(file).toMatchObject({format: "csv", bytes: 37});
  expect(file!.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.parse(file!.details as string)).toEqual({
    encoding: "utf-8",
    dialect: {delimiter: ",", quote: '"', escape: '"', header: true, skip: 0},
    parse: {
      encoding: "utf-8",
      delimiter: ",",
      quote: '"',
      escape: '"',
      skip: 0,
      header: 1,
      footer: 0,
      nulls: ["NULL", "\\N"]
    }
  });
});

test("compileLake({raw, out}) makes a valid, empty lake of an empty folder", async () => {
  const folder = new RawFolder();
  expect(await folder.compile()).toMatchObject({files: [], tables: [], rows: 0});
  for (const table of CATALOGUE_TABLES) expect(await folder.rows(`from lake.${table}`)).toEqual([]);
});

test("compileLake({raw, out}) says which raw folder is not there", async () => {
  const folder = new RawFolder();
  await expect(folder.compile({raw: "/nowhere/raw"})).rejects.toMatchObject({
    name: "InputError",
    message: "raw folder not found: /nowhere/raw"
  });
});

test("compileLake({raw, out}) says where a lake cannot be written", async () => {
  const folder = new RawFolder({"a.csv": "a\n1\n"});
  const out = join(folder.raw, "a.csv", "lake.duckdb");
  await expect(folder.compile({out})).rejects.toMatchObject({
    name: "UnavailableError",
    message: expect.stringMatching(/^lake cannot be written: .*lake\.duckdb/) as string
  });
});

test("compileLake({raw, out}) puts yearly files into one table, with the file as a column and rows at their places", async () => {
  const folder = new RawFolder({
    "money/expenses-2023.csv": "day,what,amount\n2023-01-01,rent,800\n2023-01-02,tea,4\n",
    "money/expenses-2024.csv": "day,what,amount\n2024-01-01,rent,810.5\n",
    "money/expenses-2025.csv": "what,day,amount\ngift,2025-01-01,soon\n"
  });
  await folder.compile();
  expect(await folder.rows("select rowid, * from expenses")).toEqual([
    {
      rowid: 0,
      day: new Date("2023-01-01"),
      what: "rent",
      amount: "800",
      _file: "money/expenses-2023.csv"
    },
    {
      rowid: 1,
      day: new Date("2023-01-02"),
      what: "tea",
      amount: "4",
      _file: "money/expenses-2023.csv"
    },
    {
      rowid: 2,
      day: new Date("2024-01-01"),
      what: "rent",
      amount: "810.5",
      _file: "money/expenses-2024.csv"
    },
    {
      rowid: 3,
      day: new Date("2025-01-01"),
      what: "gift",
      amount: "soon",
      _file: "money/expenses-2025.csv"
    }
  ]);
  expect(await folder.rows("select file, first_row, rows from lake.parts order by 2")).toEqual([
    {file: "money/expenses-2023.csv", first_row: 0, rows: 2},
    {file: "money/expenses-2024.csv", first_row: 2, rows: 1},
    {file: "money/expenses-2025.csv", first_row: 3, rows: 1}
  ]);
});

test("compileLake({raw, out}) widens a number that is whole in one year, and leaves an empty column out of it", async () => {
  const folder = new RawFolder({
    "a-2023.csv": "n,e\n1,\n2,\n",
    "a-2024.csv": "n,e\n1.5,7\n"
  });
  await folder.compile();
  expect(await folder.rows("select name, type from lake.columns order by position")).toEqual([
    {name: "n", type: "DOUBLE"},
    {name: "e", type: "BIGINT"},
    {name: "_file", type: "VARCHAR"}
  ]);
});

test("compileLake({raw, out}) unites nested columns, and records that lack a key", async () => {
  const folder = new RawFolder({
    "StreamingHistory_music_0.json": '[{"at": "2024-01-01 10:00", "track": {"name": "x"}}]',
    "StreamingHistory_music_1.json":
      '[{"at": "2024-01-02 10:00", "track": {"ms": 5, "name": "y"}, "skipped": true}]'
  });
  await folder.compile();
  expect(await folder.rows("select * exclude _file from streaming_history_music")).toEqual([
    {at: new Date("2024-01-01T10:00:00Z"), track: {name: "x", ms: null}, skipped: null},
    {at: new Date("2024-01-02T10:00:00Z"), track: {name: "y", ms: 5}, skipped: true}
  ]);
});

test("compileLake({raw, out}) reads notes as one table, in the order of their paths", async () => {
  const folder = new RawFolder({
    "notes/b.md": "# B",
    "notes/a.md": "# A\nwords here",
    "notes/deep/er/c.md": "# C",
    "README.md": "about"
  });
  await folder.compile();
  expect(await folder.rows("select rowid, path, title, words from notes")).toEqual([
    {rowid: 0, path: "notes/a.md", title: "A", words: 3},
    {rowid: 1, path: "notes/b.md", title: "B", words: 1},
    {rowid: 2, path: "notes/deep/er/c.md", title: "C", words: 1}
  ]);
  expect(await folder.rows("select path from readme")).toEqual([{path: "README.md"}]);
});

test("compileLake({raw, out}) passes over hidden files, takes no recipe for data, and does not follow links", async () => {
  const folder = new RawFolder({
    ".hidden.csv": "a\n1\n",
    ".git/config.csv": "a\n1\n",
    "a.recipe.json": "{}",
    "a.csv": "a\n1\n"
  });
  symlinkSync("/etc", join(folder.raw, "link"));
  symlinkSync(join(folder.raw, "a.csv"), join(folder.raw, "other.csv"));
  const report = await folder.compile();
  expect(report.files.map(({path}) => path)).toEqual(["a.csv"]);
  expect(report.problems.map(({file, what}) => [file, what.split(":")[0]])).toEqual([
    ["link", "link not followed"],
    ["other.csv", "link not followed"],
    ["a.recipe.json", "no recipe"]
  ]);
});

test("compileLake({raw, out}) walks into a folder that is called like a file", async () => {
  const folder = new RawFolder({"x.csv/inner.csv": "a\n1\n"});
  const report = await folder.compile();
  expect([namesOf(report), report.problems]).toEqual([["inner"], []]);
});

test("compileLake({raw, out}) takes a file name for a name, whatever is in it", async () => {
  const names = [
    "with space.csv",
    "it's.csv",
    'say "hi".csv',
    "'; drop table x; --.csv",
    "中文.csv",
    "😀.csv",
    "a[1].csv",
    "star*.csv",
    "what?.csv",
    "year=2024/part.csv",
    "%20.csv",
    "back\\slash.csv",
    "select.csv",
    "files.csv"
  ];
  const folder = new RawFolder(
    Object.fromEntries(names.map((name, i) => [name, `c${i},d\n${i},x\n`]))
  );
  const report = await folder.compile();
  expect(report.problems).toEqual([]);
  expect(report.rows).toBe(names.length);
  expect(new Set(namesOf(report)).size).toBe(names.length);
  for (const {path, tables} of report.files) {
    const [{name} = {name: ""}] = tables;
    const i = names.indexOf(path);
    expect(await folder.rows(`select c${i} as c from lake.${name}`)).toEqual([{c: i}]);
  }
  expect(namesOf(report)).toContain("select_csv");
  expect(namesOf(report)).toContain("files_csv");
});

test("compileLake({raw, out}) tells two files with one name apart by their folders", async () => {
  const folder = new RawFolder({"home/items.csv": "a,b\n1,2\n", "lab/items.csv": "c,d\n1,2\n"});
  expect(namesOf(await folder.compile())).toEqual(["home_items", "lab_items"]);
});

test("compileLake({raw, out}) stops when it is told to, and leaves nothing behind", async () => {
  const folder = new RawFolder({"a.csv": "a\n1\n", "b.csv": "b\n1\n"});
  const stop = new AbortController();
  const compiling = folder.compile({signal: stop.signal, onProgress: () => stop.abort()});
  await expect(compiling).rejects.toMatchObject({name: "AbortError"});
  await folder.compile();
  expect(await folder.rows("from a")).toEqual([{a: 1}]);
});

test("compileLake({raw, out}) reports its steps", async () => {
  const folder = new RawFolder({"a.csv": "a\n1\n", "b.json": "[1]"});
  const steps: string[] = [];
  await folder.compile({
    onProgress: ({step, name, index, total}) => steps.push(`${step} ${name} ${index}/${total}`)
  });
  expect(steps).toEqual(["read a.csv 0/2", "read b.json 1/2", "load a 0/2", "load b 1/2"]);
});
