import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {NativeEngine} from "../../../src/lake/native-engine.ts";
import type {Folded, Incoming} from "../../../src/workspace/imports/fold.ts";
import {foldAll, foldBatch} from "../../../src/workspace/imports/fold.ts";

const work = mkdtempSync(join(tmpdir(), "fold-"));
let engine: NativeEngine;
let tables = 0;

beforeAll(async () => {
  engine = await NativeEngine.open({work});
});
afterAll(() => {
  engine.close();
  rmSync(work, {recursive: true, force: true});
});

async function batch(
  batch: string,
  values: string,
  key: readonly string[] = []
): Promise<Incoming> {
  return {batch, sql: values, columns: await engine.describe(values), key};
}

/** Folds batches one after another; gives what each counted, and the rows in the end. */
async function fold(...batches: Incoming[]) {
  const path = `memory.main."t ${++tables}"`;
  let folded: Folded | undefined;
  const counts: string[] = [];
  for (const incoming of batches) {
    const result = await foldBatch(engine, path, folded, incoming);
    folded = result.folded;
    const {added, changed, unchanged} = result.counts;
    counts.push(`+${added} ~${changed} =${unchanged}`);
  }
  return {counts, path, columns: folded!.columns, rows: await engine.rows(`FROM ${path}`)};
}

test("foldBatch() by key adds what is new, changes what is other, and leaves what is the same", async () => {
  const {counts, rows} = await fold(
    await batch("1", "VALUES (1, 'a'), (2, 'b')", ["col0"]),
    await batch("2", "VALUES (2, 'b'), (3, 'c'), (1, 'A')", ["col0"])
  );
  expect(counts).toEqual(["+2 ~0 =0", "+1 ~1 =1"]);
  expect(rows).toEqual([
    {col0: 2, col1: "b", " batch": "1"},
    {col0: 3, col1: "c", " batch": "2"},
    {col0: 1, col1: "A", " batch": "2"}
  ]);
});

test("foldBatch() by key keeps the last of rows with one key, also within a batch", async () => {
  const {counts, rows} = await fold(
    await batch("1", "VALUES (1, 'a'), (2, 'b'), (1, 'c')", ["col0"])
  );
  expect(counts).toEqual(["+2 ~0 =0"]);
  expect(rows.map(({col1}) => col1)).toEqual(["b", "c"]);
});

test("foldBatch() by key tells rows that lack a part of it by all of their values", async () => {
  const {counts} = await fold(
    await batch("1", "VALUES (1, NULL, 'a'), (1, NULL, 'b'), (1, 1, 'c')", ["col0", "col1"]),
    await batch("2", "VALUES (1, NULL, 'a'), (1, NULL, 'z'), (1, 1, 'd')", ["col0", "col1"])
  );
  expect(counts).toEqual(["+3 ~0 =0", "+1 ~1 =1"]);
});

test("foldBatch() without a key keeps rows that a file has twice, and adds none of them again", async () => {
  const coffee = "(DATE '2026-01-01', 'coffee', 3.5)";
  const {counts, rows} = await fold(
    await batch("1", `VALUES ${coffee}, ${coffee}, (NULL, 'tea', NULL)`),
    await batch("2", `VALUES ${coffee}, ${coffee}, ${coffee}, (NULL, 'tea', NULL)`)
  );
  expect(counts).toEqual(["+3 ~0 =0", "+1 ~0 =3"]);
  expect(rows).toHaveLength(4);
});

test("foldBatch() widens columns to what holds both, and adds those that are new", async () => {
  const {counts, columns, rows} = await fold(
    await batch("1", "SELECT 1 AS id, 2 AS n, 'x' AS t", ["id"]),
    await batch("2", "SELECT 2::BIGINT AS ID, 2.5::DOUBLE AS n, 7 AS t, true AS ok", ["id"]),
    await batch("3", "SELECT 1 AS id", ["id"])
  );
  expect(columns).toEqual([
    {name: "id", type: "BIGINT"},
    {name: "n", type: "DOUBLE"},
    {name: "t", type: "VARCHAR"},
    {name: "ok", type: "BOOLEAN"}
  ]);
  expect(counts).toEqual(["+1 ~0 =0", "+1 ~0 =0", "+0 ~1 =0"]);
  expect(rows).toEqual([
    {id: 2, n: 2.5, t: "7", ok: true, " batch": "2"},
    {id: 1, n: null, t: null, ok: null, " batch": "3"}
  ]);
});

test("foldBatch() takes nested values, and names with quotes", async () => {
  const values = `SELECT 1 AS "a ""b", [1, 2] AS l, {'x': 1} AS s`;
  const {counts} = await fold(
    await batch("1", values, ['a "b']),
    await batch("2", values, ['a "b']),
    await batch("3", values, [])
  );
  expect(counts).toEqual(["+1 ~0 =0", "+0 ~0 =1", "+0 ~0 =1"]);
});

test("foldAll() gives what folding one after another gives, and nothing of no batches", async () => {
  const batches = [
    await batch("1", "VALUES (1, 'a'), (2, 'b')", ["col0"]),
    await batch("2", "VALUES (2, 'c')", ["col0"])
  ];
  const {rows} = await fold(...batches);
  async function* each() {
    await Promise.resolve();
    yield* batches;
  }
  const path = 'memory.main."all"';
  await foldAll(engine, path, each());
  expect(await engine.rows(`FROM ${path}`)).toEqual(rows);
  async function* none(): AsyncGenerator<Incoming> {}
  expect(await foldAll(engine, path, none())).toBeUndefined();
});
