import {afterAll, beforeAll, expect, test} from "vitest";
import {quantise} from "../../../../src/lib/quantised.ts";
import {toTextKey} from "../../../../src/lib/text-key.ts";
import type {BrowserLake} from "../../../../src/lake/wasm-lake.ts";
import {openWasmLake} from "../../../../src/lake/wasm-lake.ts";
import type {Catalogue} from "../../../../src/model/catalogue.ts";
import {EMPTY_CATALOGUE} from "../../../../src/model/catalogue.ts";
import {readRawSources, toRawState} from "../../../../src/workspace/imports/raw-sources.ts";
import {toLakeState} from "../../../../src/workspace/meaning/lake-state.ts";
import type {Meaning} from "../../../../src/workspace/meaning/meaning.ts";
import {file, importFiles, openTab} from "../../imports/fresh-imports.ts";
import {ENGINE} from "../../lake/engine.ts";
import {freshStore} from "../../store/fresh-store.ts";
import {letters, openMeaning} from "./letters.ts";

const SHA = "ab".repeat(32);
const TEXTS = ["a note about the lamp", "a note about the cab", "bb cc and a lamp", "", null];

let lake: BrowserLake;
beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
  const rows = TEXTS.map(
    (text, i) =>
      `('notes/${i}.md', 'Title ${i}', ${text === null ? "NULL" : `'${text}'`}, DATE '2026-01-0${i + 1}')`
  );
  await lake.query(
    `CREATE TABLE lake.main.notes (path VARCHAR, title VARCHAR, text VARCHAR, date DATE); INSERT INTO lake.main.notes VALUES ${rows.join(", ")}; CREATE TABLE lake.main.prices (code VARCHAR, price DOUBLE); INSERT INTO lake.main.prices VALUES ('a-1', 2)`
  );
});
afterAll(() => lake.close());

const CATALOGUE: Catalogue = {
  ...EMPTY_CATALOGUE,
  tables: [
    {name: "notes", rows: 5, key: ["path"]},
    {name: "prices", rows: 1, key: []}
  ].map((table) => ({...table, files: 1, columns: 2, bytes: 1, format: "md", connector: null})),
  parts: [
    {table: "notes", file: "x.zip", sha256: SHA, firstRow: 0, rows: 5},
    {table: "prices", file: "p.csv", sha256: SHA, firstRow: 0, rows: 1}
  ],
  columns: [
    ...["path", "title", "text"].map((name) => ({table: "notes", name, type: "VARCHAR"})),
    {table: "notes", name: "date", type: "DATE"},
    {table: "prices", name: "code", type: "VARCHAR"}
  ].map((column, position) => ({...column, position}))
};

function idsOf(meaning: Meaning): Promise<string[]> {
  return meaning
    .collections()
    .then((all) => all.map(({collection: {id, columns}}) => `${id}: ${columns.join(" ")}`));
}

test("texts(id) of a table of the lake are its rows by their address, with their days", async () => {
  const meaning = openMeaning(await freshStore(), {lake, catalogue: CATALOGUE});
  expect(await idsOf(meaning)).toEqual(["lake.notes: title text", "lake.prices: "]);
  const {collection, ends, texts, times} = await meaning.texts("lake.notes");
  expect(collection).toMatchObject({of: "documents", time: "date"});
  expect(ends[1]).toBe(`row:notes/${SHA}/1`);
  expect(texts.slice(2)).toEqual(["Title 2\nbb cc and a lamp", "Title 3", "Title 4"]);
  expect(new Date(times![0]!).toISOString()).toBe("2026-01-01T00:00:00.000Z");
  await meaning.choose("lake.notes", {columns: ["text"], time: null});
  const chosen = await meaning.texts("lake.notes");
  expect([chosen.texts[4], chosen.hashes[3], chosen.times]).toEqual(["", "", null]);
  await expect(meaning.choose("lake.notes", {columns: ["words"]})).rejects.toThrow(
    "column not found: words of lake.notes (there are: path, title, text)"
  );
  await expect(meaning.texts("lake.none")).rejects.toThrow("collection of texts not found");
});

test("similar(end) of a row of a table that has no vectors compares its text all the same", async () => {
  const meaning = openMeaning(await freshStore(), {lake, catalogue: CATALOGUE});
  await meaning.choose("lake.notes", {columns: ["text"]});
  await meaning.embedded("lake.notes");
  await meaning.choose("lake.prices", {columns: ["code"], isChosen: false});
  const near = await meaning.similar(`row:prices/${SHA}/0`, {limit: 1});
  expect(near).toMatchObject([{collection: "lake.notes"}]);
});

test("vectors that came with the lake are used as they are, without a model, and are not kept twice", async () => {
  const store = await freshStore();
  const hashes = TEXTS.flatMap((text) => (text ? [toTextKey(text)] : []));
  const {scales, codes} = quantise(Float32Array.of(1, 0, 0, 0.9, 0.1, 0, 0, 1, 0), 3);
  const toHex = (row: number): string =>
    Array.from(
      codes.subarray(3 * row, 3 * row + 3),
      (code) => `\\x${code.toString(16).padStart(2, "0")}`
    ).join("");
  const toRow = (model: string) => (hash: string, i: number) =>
    `('${model}', '${hash}', ${scales[i]}, '${model === "letters@1" ? toHex(i) : toHex(0)}'::BLOB)`;
  const rows = ["letters", "letters@0", "letters@1"].flatMap((model) => hashes.map(toRow(model)));
  await lake.query(
    `CREATE SCHEMA lake.meaning; CREATE TABLE lake.meaning.vectors (model VARCHAR, hash VARCHAR, scale FLOAT, codes BLOB); INSERT INTO lake.meaning.vectors VALUES ${rows.join(", ")}`
  );
  const meaning = openMeaning(store, {
    lake,
    catalogue: CATALOGUE,
    model: () => "letters@1",
    open: () => Promise.reject(new Error("model file missing"))
  });
  meaning.queue.pause();
  await meaning.choose("lake.notes", {columns: ["text"]});
  await meaning.texts("lake.notes");
  expect((await meaning.collections())[0]).toMatchObject({texts: 3, embedded: 3});
  const {vectors, dimensions} = await meaning.embedded("lake.notes");
  expect(dimensions).toBe(3);
  expect([...vectors].map((value) => value.toFixed(2)).join(" ")).toBe(
    "1.00 0.00 0.00 0.99 0.11 0.00 0.00 1.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00"
  );
  const near = await meaning.similar(`row:notes/${SHA}/0`);
  expect(near.map(({end, score}) => [end.slice(-1), score.toFixed(2)])).toEqual([
    ["1", "0.99"],
    ["2", "0.00"]
  ]);
  expect((await store.vectors.countByModel()).size).toBe(0);
  meaning.queue.start();
  await expect.poll(async () => (await meaning.collections())[0]!.embedded).toBe(3);
  const reloaded = openMeaning(store, {lake, catalogue: CATALOGUE, model: () => "letters@1"});
  expect(await reloaded.near("aaa", {limit: 1, collections: ["lake.notes"]})).toMatchObject([
    {end: `row:notes/${SHA}/0`, text: TEXTS[0]}
  ]);
  await lake.query("DROP SCHEMA lake.meaning CASCADE");
});

test("what a lake says of its texts is taken as it is, and a table is looked into only where that does not fit", async () => {
  const state = (table: string): string =>
    toLakeState(
      CATALOGUE.columns.filter((column) => column.table === table),
      CATALOGUE.parts.filter((part) => part.table === table)
    );
  await lake.query(
    `CREATE SCHEMA lake.meaning; CREATE TABLE lake.meaning.guesses ("table" VARCHAR, state VARCHAR, columns VARCHAR[], is_worth BOOLEAN); INSERT INTO lake.meaning.guesses VALUES ('notes', '${state("notes")}', ['title'], true), ('prices', 'of another file', ['code'], true)`
  );
  const asked: string[] = [];
  const meaning = openMeaning(await freshStore(), {
    lake,
    catalogue: CATALOGUE,
    query: (sql) => (asked.push(sql), lake.query(sql))
  });
  const found: string[] = [];
  const all = await meaning.collections({
    onFound: ({collection}) => void found.push(collection.id)
  });
  expect(all.map(({collection: {id, columns}}) => [id, columns])).toEqual([
    ["lake.notes", ["title"]],
    ["lake.prices", []]
  ]);
  // what is looked into may be found after what is carried, or before
  expect(found.sort()).toEqual(["lake.notes", "lake.prices"]);
  expect(asked.filter((sql) => sql.includes("_sample"))).toHaveLength(1);
  await lake.query("DROP SCHEMA lake.meaning CASCADE");
});

test("what older rules guessed of an imported table is guessed anew", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("1.csv", "id,text\n1,a lamp in the hall\n2,the cab was late\n")], {
    target: "log",
    key: ["id"]
  });
  const state = toRawState((await readRawSources(tab.store)).get("log")!);
  const older = {state, columns: ["id"], isWorth: false};
  await tab.store.settings.set("here.meaning.guesses", {"raw.log": older});
  expect(await idsOf(openMeaning(tab.store, {lake: {...tab.lake, query: tab.query}}))).toEqual([
    "raw.log: text"
  ]);
});

test("rows of an imported table are known by their key whatever batch brought them, and only changed texts are embedded", async () => {
  const tab = await openTab();
  const embedder = letters();
  const meaning = openMeaning(tab.store, {
    lake: {...tab.lake, query: tab.query},
    embedder
  });
  const key = {target: "log", key: ["id"]};
  await importFiles(
    tab,
    [file("1.csv", "id,text\n1,a lamp in the hall\n2,the cab was late\n")],
    key
  );
  expect(await idsOf(meaning)).toEqual(["raw.log: text"]);
  const first = await meaning.embedded("raw.log");
  expect(first.ends[0]).toMatch(/^row:raw\.log\/[0-9a-f]{64}\/0$/);
  expect(embedder.asked.splice(0)).toHaveLength(2);
  await importFiles(
    tab,
    [file("2.csv", "id,text\n2,the cab was in time\n3,a lamp in the hall\n")],
    key
  );
  const second = await meaning.embedded("raw.log");
  expect(second.ends.slice(0, 2)).toEqual(first.ends);
  expect(embedder.asked).toEqual(["the cab was in time"]);
  await importFiles(tab, [file("3.csv", "text\nsame words twice\nsame words twice\n")], {
    target: "free"
  });
  const free = await meaning.texts("raw.free");
  expect(free.ends.map((end) => end.slice(-2)).sort()).toEqual(["/0", "/1"]);
});
