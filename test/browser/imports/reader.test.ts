import {zipSync} from "fflate";
import {afterAll, beforeAll, expect, onTestFinished, test} from "vitest";
import type {BrowserLake} from "../../../src/lake/wasm-lake.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import type {FileTables, ReadRequest} from "../../../src/workspace/imports/file-tables.ts";
import {FileTablesReader} from "../../../src/workspace/imports/reader.ts";
import {ENGINE} from "../lake/engine.ts";
import {READER_URL} from "./reader-url.ts";

let lake: BrowserLake;
let reader: FileTablesReader;
let schemas = 0;

beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
  reader = new FileTablesReader(lake, READER_URL);
});
afterAll(async () => {
  reader.close();
  await lake.close();
});

async function read(
  path: string,
  content: BlobPart,
  rest: Partial<ReadRequest> = {},
  work = {}
): Promise<FileTables> {
  const schema = `read ${++schemas}`;
  await lake.query(`create schema memory."${schema}"`);
  onTestFinished(async () => void (await lake.query(`drop schema memory."${schema}" cascade`)));
  const request = {
    path,
    blob: new Blob([content]),
    parse: {},
    schema,
    sample: null,
    inner: null,
    isInPlace: false
  };
  return reader.read({...request, ...rest}, work);
}

async function rowsOf({tables}: FileTables, i = 0): Promise<unknown[]> {
  return (await lake.query(`from ${tables[i]!.relation}`)).toArray();
}

function people(count: number): string {
  return Array.from({length: count}, (_, i) => JSON.stringify({id: i, name: `person ${i}`})).join(
    "\n"
  );
}

test("read(request) of a file that a format reads gives its tables in the engine", async () => {
  const file = await read("people.json", '[{"id": 1, "name": "Ada"}, {"id": 2, "name": null}]');
  expect(file).toMatchObject({format: "json", connector: null, problems: [], isSample: false});
  expect(file.tables).toMatchObject([{rows: 2, target: null, key: []}]);
  expect(file.tables[0]!.columns).toEqual([
    {name: "id", type: "BIGINT"},
    {name: "name", type: "VARCHAR"}
  ]);
  expect(await rowsOf(file)).toEqual([
    {id: 1, name: "Ada"},
    {id: 2, name: null}
  ]);
});

test("read(request) of a file that the engine reads gives its table", async () => {
  const file = await read("people.csv", "id;name\n1;Ada\n2;Grace\n3;Edsger\n");
  expect(file).toMatchObject({format: "csv", parse: {delimiter: ";", header: 1}});
  expect(await rowsOf(file)).toEqual([
    {id: 1, name: "Ada"},
    {id: 2, name: "Grace"},
    {id: 3, name: "Edsger"}
  ]);
});

test("read(request) of a broken file tells what is wrong and gives no table", async () => {
  const file = await read("broken.json", '{"a": [1, 2');
  expect(file.tables).toEqual([]);
  expect(file.problems).toMatchObject([{file: "broken.json"}]);
  const unknown = await read("program.exe", Uint8Array.of(0, 1, 2, 3, 255));
  expect(unknown.format).toBeNull();
  expect(unknown.problems[0]!.what).toContain("no reader");
});

test("read(request) with a format that is not there throws and names those there are", async () => {
  await expect(read("a.txt", "x", {parse: {format: "nope"}})).rejects.toThrow(
    "format not known: nope (there are: "
  );
});

test("read(request) of an archive names each table by its file, and one of them is read alone", async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const zip = zipSync({
    "a.json": encode('[{"x": 1}]'),
    "folder/b.json": encode('[{"y": 2}]')
  });
  const file = await read("both.zip", zip);
  expect(file.tables.map(({inner}) => inner)).toEqual(["a.json", "folder/b.json"]);
  const one = await read("both.zip", zip, {inner: "folder/b.json"});
  expect(one.tables.map(({inner}) => inner)).toEqual(["folder/b.json"]);
  expect(await rowsOf(one)).toEqual([{y: 2}]);
});

test("read(request) with a sample stops a reader that streams after some rows", async () => {
  const sample = {bytes: 10_000, rows: 100};
  const file = await read("people.ndjson", people(50_000), {sample});
  expect(file.isSample).toBe(true);
  expect(file.tables[0]!.rows).toBeGreaterThanOrEqual(100);
  expect(file.tables[0]!.rows).toBeLessThan(50_000);
  const small = await read("people.ndjson", people(50), {sample});
  expect(small).toMatchObject({isSample: false, tables: [{rows: 50}]});
});

test("read(request) with a sample reads whole lines of a delimited text, as far as asked", async () => {
  const lines = Array.from({length: 200_000}, (_, i) => `${i},person ${i}`);
  const sample = {bytes: 100_000, rows: 100};
  const file = await read("people.csv", `id,name\n${lines.join("\n")}\n`, {sample});
  expect(file.isSample).toBe(true);
  const {rows} = file.tables[0]!;
  expect(rows).toBeGreaterThan(1000);
  expect(rows).toBeLessThan(20_000);
  expect((await rowsOf(file)).at(-1)).toEqual({id: rows - 1, name: `person ${rows - 1}`});
});

test("read(request, {signal}) that is stopped leaves nothing behind, and the next one works", async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const reading = read(
    "people.ndjson",
    people(300_000),
    {},
    {
      signal: stop.signal,
      onProgress: (done: number) => {
        seen.push(done);
        stop.abort();
      }
    }
  );
  await expect(reading).rejects.toMatchObject({name: "AbortError"});
  expect(seen.length).toBeGreaterThan(0);
  const left = await lake.query(
    "select schema_name from duckdb_schemas() where starts_with(schema_name, 'stage ')"
  );
  expect(left.toArray()).toEqual([]);
  expect((await read("a.json", '[{"x": 1}]')).tables).toHaveLength(1);
});

test("read(request, {signal}) ends a worker that is stuck, and the next question starts another", async () => {
  const script = `onmessage = ({data: {id, kind}}) => {
    if (kind === "read") for (;;);
    postMessage({id, kind: "done", result: "answered"});
  };`;
  const url = URL.createObjectURL(new Blob([script], {type: "text/javascript"}));
  const own = new FileTablesReader(lake, url);
  onTestFinished(() => (own.close(), URL.revokeObjectURL(url)));
  const request = {path: "a.parquet", blob: new Blob(["PAR1"]), parse: {}, schema: "none"};
  const stop = new AbortController();
  const reading = own.read(
    {...request, sample: null, inner: null, isInPlace: false},
    {signal: stop.signal}
  );
  setTimeout(() => stop.abort(), 100);
  await expect(reading).rejects.toMatchObject({name: "AbortError"});
  expect(await own.hash(new Blob([]))).toBe("answered");
  expect((await read("a.json", '[{"x": 1}]')).tables).toHaveLength(1);
});

test("close() ends what is under way, and the next question starts anew", async () => {
  const own = new FileTablesReader(lake, READER_URL);
  const hashing = own.hash(new Blob([new Uint8Array(200_000_000)]));
  const heard = expect(hashing).rejects.toThrow("file reader closed");
  own.close();
  await heard;
  expect(await own.hash(new Blob(["abc"]))).toMatch(/^ba7816bf/);
  own.close();
});

test("a reader whose script is not there says so, and where to look", async () => {
  const own = new FileTablesReader(lake, "/@fs/none/worker.js");
  await expect(own.hash(new Blob(["abc"]))).rejects.toThrow(
    /^file reader failed: could not load \S*none\/worker\.js; see that the server of this page runs$/
  );
});

test("read(request) in place makes a view of what the engine reads, which stands on its mounts", async () => {
  const line = `1;${"x".repeat(1000)}\n`;
  const file = await read("people.csv", `id;name\n${line.repeat(20_000)}`, {isInPlace: true});
  expect(file.tables).toMatchObject([{rows: 20_000}]);
  expect(file.mounts).toHaveLength(1);
  const {relation} = file.tables[0]!;
  const counted = async () => (await lake.query(`select count(*) as n from ${relation}`)).toArray();
  expect(await counted()).toEqual([{n: 20_000}]);
  const views = await lake.query("select count(*) as n from duckdb_views() where view_name = 't0'");
  expect(views.toArray()).toEqual([{n: 1}]);
  await lake.withFiles((files) => files.release(file.mounts[0]!));
  await expect(counted()).rejects.toThrow();
});
