import {once} from "node:events";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, onTestFinished, test} from "vitest";
import {toEntryType} from "../../src/model/entry-type.ts";
import {openCurated} from "../../src/workspace/curated/curated.ts";
import {toNodeFolder} from "../../src/workspace/curated/node-folder.ts";
import {runCli, spawnCli, startCli} from "./run-cli.ts";

const LAKE = fileURLToPath(new URL("../fixtures/lake.duckdb", import.meta.url));
const query = (sql: string, ...args: string[]) => runCli(["query", sql, "--lake", LAKE, ...args]);

test("query prints rows as JSON, or as CSV, or as a table", async () => {
  const sql = "select id, name from people order by id limit 2";
  const json = await query(sql);
  expect(json.code).toBe(0);
  expect(JSON.parse(json.stdout)).toEqual([
    {id: 1, name: "Ada"},
    {id: 2, name: 'Li 李 "Lee"'}
  ]);
  expect((await query(sql, "--format", "csv")).stdout.trimEnd().split(/\r?\n/)).toEqual([
    "id,name",
    "1,Ada",
    '2,"Li 李 ""Lee"""'
  ]);
  expect((await query(sql, "--format", "table")).stdout).toMatch(/^id {2}name\n/);
});

test("query --format csv disarms texts that a spreadsheet would compute, unless told to keep them", async () => {
  const sql = "select '=1+1' as a, -5 as b";
  const lines = async (...args: string[]): Promise<string[]> =>
    (await query(sql, "--format", "csv", ...args)).stdout.trimEnd().split(/\r?\n/);
  expect(await lines()).toEqual(["a,b", "'=1+1,-5"]);
  expect(await lines("--keep-formulas")).toEqual(["a,b", "=1+1,-5"]);
});

test("query - reads the SQL from standard input", async () => {
  const {code, stdout} = await spawnCli(["query", "-", "--lake", LAKE], "select 1 as one;\n");
  expect([code, JSON.parse(stdout)]).toEqual([0, [{one: 1}]]);
});

test("query exits with 1 and says what is wrong with the SQL, or with the lake", async () => {
  const wrong = await query("select nope from people");
  expect([wrong.code, wrong.stdout]).toEqual([1, ""]);
  expect(wrong.stderr).toMatch(/^query: .*"nope" not found/);
  const missing = await runCli(["query", "select 1", "--lake", "/nowhere.duckdb"]);
  expect(missing.code).toBe(1);
  expect(missing.stderr).toMatch(/^query: lake cannot be opened: \/nowhere\.duckdb .*build-lake/);
});

test("query reads curated records as ws.*, typed, also without naming the schema", async () => {
  const folder = await mkdtemp(join(tmpdir(), "curated-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  const curated = await openCurated(toNodeFolder(folder));
  curated.putType(
    toEntryType({
      name: "room",
      schema: {type: "object", properties: {name: {type: "string"}, area: {type: "number"}}}
    })
  );
  curated.upsertAll([
    {type: "room", fields: {name: "Kitchen", area: 12.5}},
    {type: "room", fields: {name: "Attic", area: 30}}
  ]);
  await curated.save();
  const ask = async (sql: string): Promise<unknown> =>
    JSON.parse((await query(sql, "--curated", folder)).stdout);
  expect(await ask("select name, area * 2 as double from ws.room order by name")).toEqual([
    {name: "Attic", double: 60},
    {name: "Kitchen", double: 25}
  ]);
  expect(await ask("select count(*)::int as n from room, people")).toEqual([
    {n: expect.any(Number) as number}
  ]);
  expect(await ask("select title from ws.entries order by title limit 1")).toEqual([
    {title: "Attic"}
  ]);
  const wrong = await query("from ws.nothing", "--curated", folder);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("nothing")]);
});

test("query exits with 2 on a format that it does not have, and without SQL", async () => {
  expect((await query("select 1", "--format", "xml")).code).toBe(2);
  expect((await runCli(["query"])).code).toBe(2);
});

test("query is quiet where nobody reads on", async () => {
  const child = startCli(["query", "from range(3000000)", "--lake", LAKE]);
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [code] = (await once(child, "exit")) as [number];
  expect([code, stderr]).toEqual([0, ""]);
});
