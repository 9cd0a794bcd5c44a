import {spawn} from "node:child_process";
import {once} from "node:events";
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {RawFolder, namesOf, readOf} from "./raw-folder.ts";

const FILES = {
  "people.csv": "id,name\n1,Ada\n2,Bob\n",
  "expenses-2023.csv": "what,amount,day\nrent,800,2023-01-01\n",
  "expenses-2024.csv": "what,amount,day\ntea,4,2024-01-01\ntea,5,2024-01-02\n",
  "notes/a.md": "# A",
  "notes/b.md": "# B",
  "bad.json": "{oops",
  "packed.7z": Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 0)
};

/** Files that were changed before the compilation, so that their time stamps can be relied on. */
function makeSettled(): RawFolder {
  const folder = new RawFolder(FILES);
  for (const path of Object.keys(FILES)) settle(folder, path);
  return folder;
}

function settle(folder: RawFolder, path: string, at = new Date("2024-01-01")): void {
  utimesSync(join(folder.raw, path), at, at);
}

test("compileLake({raw, out}) leaves the lake as it was where nothing has changed", async () => {
  const folder = makeSettled();
  const first = await folder.compile();
  const {mtimeMs} = statSync(folder.out);
  const second = await folder.compile();
  expect(second).toMatchObject({wasWritten: false, read: 0});
  expect(statSync(folder.out).mtimeMs).toBe(mtimeMs);
  expect(second.files.map((file) => ({...file, wasRead: true}))).toEqual(first.files);
  expect([second.tables, second.problems, second.rows]).toEqual([
    first.tables,
    first.problems,
    first.rows
  ]);
});

test("compileLake({raw, out}) reads only the file that has changed", async () => {
  const folder = makeSettled();
  await folder.compile();
  folder.write("expenses-2023.csv", "what,amount,day\nrent,800,2023-01-01\nrent,801,2023-02-01\n");
  const report = await folder.compile();
  expect(readOf(report)).toEqual(["expenses-2023.csv"]);
  expect(await folder.rows("select rowid, amount, _file from expenses")).toEqual([
    {rowid: 0, amount: 800, _file: "expenses-2023.csv"},
    {rowid: 1, amount: 801, _file: "expenses-2023.csv"},
    {rowid: 2, amount: 4, _file: "expenses-2024.csv"},
    {rowid: 3, amount: 5, _file: "expenses-2024.csv"}
  ]);
  expect(
    await folder.rows(
      "select file, first_row, rows from lake.parts where \"table\" = 'expenses' order by 2"
    )
  ).toEqual([
    {file: "expenses-2023.csv", first_row: 0, rows: 2},
    {file: "expenses-2024.csv", first_row: 2, rows: 2}
  ]);
  expect(await folder.rows("from people")).toHaveLength(2);
  expect(report.problems.map(({file}) => file).sort()).toEqual(["bad.json", "packed.7z"]);
});

test("compileLake({raw, out}) knows a file that was only touched by its content", async () => {
  const folder = makeSettled();
  await folder.compile();
  settle(folder, "people.csv", new Date("2024-05-05"));
  expect(readOf(await folder.compile())).toEqual([]);
  expect(await folder.compile()).toMatchObject({wasWritten: false});
  expect(await folder.rows("select modified from lake.files where path = 'people.csv'")).toEqual([
    {modified: new Date("2024-05-05")}
  ]);
});

test("compileLake({raw, out}) sees a change that left size and time as they were", async () => {
  const folder = makeSettled();
  await folder.compile();
  folder.write("people.csv", "id,name\n1,Eve\n2,Bob\n");
  settle(folder, "people.csv");
  expect(readOf(await folder.compile())).toEqual(["people.csv"]);
  expect(await folder.rows("select name from people")).toEqual([{name: "Eve"}, {name: "Bob"}]);
});

test("compileLake({raw, out}) drops what was removed, and reads what is new", async () => {
  const folder = makeSettled();
  await folder.compile();
  folder.remove("expenses-2023.csv");
  folder.remove("bad.json");
  folder.write("new.csv", "x\n1\n");
  const report = await folder.compile();
  expect(readOf(report)).toEqual(["new.csv"]);
  expect(namesOf(report)).toEqual(["expenses", "new", "notes", "people"]);
  expect(await folder.rows("from expenses")).toEqual([
    {what: "tea", amount: 4, day: new Date("2024-01-01")},
    {what: "tea", amount: 5, day: new Date("2024-01-02")}
  ]);
});

test("compileLake({raw, out}) reads a text anew where another file makes its column text", async () => {
  const folder = new RawFolder({"zip-2023.csv": "zip,n\n1234,1\n"});
  settle(folder, "zip-2023.csv");
  await folder.compile();
  folder.write("zip-2024.csv", "zip,n\n00501,1\n");
  settle(folder, "zip-2024.csv");
  expect(readOf(await folder.compile())).toEqual(["zip-2023.csv", "zip-2024.csv"]);
  expect(await folder.rows("select zip from zip")).toEqual([{zip: "1234"}, {zip: "00501"}]);
  folder.remove("zip-2024.csv");
  await folder.compile();
  expect(await folder.rows("select zip from zip")).toEqual([{zip: 1234}]);
});

test("compileLake({raw, out}) names a file that is in the table twice, as long as it is", async () => {
  const folder = makeSettled();
  folder.write("expenses-2024 (1).csv", FILES["expenses-2024.csv"]);
  const what =
    "same content as expenses-2024 (1).csv: its rows are in the table expenses more than once";
  const twins = async () =>
    (await folder.compile()).problems.filter(({file}) => file.startsWith("exp"));
  expect(await twins()).toEqual([{file: "expenses-2024.csv", where: "", what}]);
  folder.write("people.csv", "id,name\n9,Zoe\n");
  expect(await twins()).toEqual([{file: "expenses-2024.csv", where: "", what}]);
  folder.remove("expenses-2024 (1).csv");
  expect(await twins()).toEqual([]);
});

test("compileLake({raw, out, force}) reads everything", async () => {
  const folder = makeSettled();
  await folder.compile();
  expect(await folder.compile({force: true})).toMatchObject({
    read: Object.keys(FILES).length,
    wasWritten: true
  });
});

test.each([
  ["is no database", (out: string) => writeFileSync(out, "something else")],
  ["is empty", (out: string) => writeFileSync(out, "")],
  ["is cut off", (out: string) => writeFileSync(out, readFileSync(out).subarray(0, 50_000))]
])("compileLake({raw, out}) compiles anew where the lake that is there %s", async (_, spoil) => {
  const folder = makeSettled();
  await folder.compile();
  spoil(folder.out);
  expect(await folder.compile()).toMatchObject({read: Object.keys(FILES).length, wasWritten: true});
  expect(await folder.rows("from people")).toHaveLength(2);
});

test("compileLake({raw, out}) that is killed leaves the lake as it was, and the next one clears up", async () => {
  const folder = makeSettled();
  await folder.compile();
  const before = readFileSync(folder.out);
  folder.write("big.csv", `a,b\n${"1,some text in a row that is long enough\n".repeat(400_000)}`);
  const script = `import {compileLake} from ${JSON.stringify(join(import.meta.dirname, "../../src/workspace/compile.ts"))};
    await compileLake({raw: ${JSON.stringify(folder.raw)}, out: ${JSON.stringify(folder.out)}, onProgress: ({step, name}) => process.stdout.write(step + " " + name + "\\n")});`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"]
  });
  for await (const chunk of child.stdout) if (String(chunk).includes("load big")) break;
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(readFileSync(folder.out).equals(before)).toBe(true);
  expect(readdirSync(dirname(folder.out)).length).toBeGreaterThan(1);
  await folder.compile();
  expect(readdirSync(dirname(folder.out))).toEqual(["lake.duckdb"]);
  expect(await folder.rows("select count(*) as n from big")).toEqual([{n: 400_000}]);
});

test("compileLake({raw, out}) lets an open lake be read on while it is replaced", async () => {
  const folder = makeSettled();
  await folder.compile();
  const copy = join(dirname(folder.out), "mine.duckdb");
  mkdirSync(dirname(copy), {recursive: true});
  copyFileSync(folder.out, copy);
  const {openNativeLake} = await import("../../src/lake/native-lake.ts");
  const lake = await openNativeLake({file: folder.out});
  folder.write("people.csv", "id,name\n3,Cy\n");
  await folder.compile();
  expect((await lake.query("from people")).numRows).toBe(2);
  await lake.close();
  expect(await folder.rows("from people")).toEqual([{id: 3, name: "Cy"}]);
});
