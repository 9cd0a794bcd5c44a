import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {NativeEngine} from "../../../src/lake/native-engine.ts";
import {Random} from "../../../src/lib/random.ts";
import type {FoldRows} from "../../../src/workspace/imports/fold.ts";
import {countBatch, foldStages} from "../../../src/workspace/imports/fold.ts";

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

function foldAtOnce(key: readonly string[], ...stages: FoldRows[]): Promise<FoldRows> {
  return foldStages(engine, `memory.main."t ${++tables}"`, stages, key);
}

/** Folds batches one after another; gives what each counted, and the table in the end. */
async function fold(key: readonly string[], ...queries: string[]) {
  let before: FoldRows | null = null;
  const counts: string[] = [];
  for (const sql of queries) {
    const incoming = {relation: `(${sql})`, columns: await engine.describe(sql), key};
    const {added, changed, unchanged} = await countBatch(engine, before, incoming);
    counts.push(`+${added} ~${changed} =${unchanged}`);
    before = await foldAtOnce(key, ...(before ? [before] : []), incoming);
  }
  return {counts, columns: before!.columns, rows: await engine.rows(`FROM ${before!.relation}`)};
}

test("foldStages() by key adds what is new, changes what is other, and leaves what is the same", async () => {
  const {counts, rows} = await fold(
    ["col0"],
    "VALUES (1, 'a'), (2, 'b')",
    "VALUES (2, 'b'), (3, 'c'), (1, 'A')"
  );
  expect(counts).toEqual(["+2 ~0 =0", "+1 ~1 =1"]);
  expect(rows).toEqual([
    {col0: 1, col1: "A"},
    {col0: 2, col1: "b"},
    {col0: 3, col1: "c"}
  ]);
});

test("foldStages() without a key keeps rows that a file has twice, and adds none of them again", async () => {
  const coffee = "(DATE '2026-01-01', 'coffee', 3.5)";
  const {counts, rows} = await fold(
    [],
    `VALUES ${coffee}, ${coffee}, (NULL, 'tea', NULL)`,
    `VALUES ${coffee}, ${coffee}, ${coffee}, (NULL, 'tea', NULL)`
  );
  expect(counts).toEqual(["+3 ~0 =0", "+1 ~0 =3"]);
  expect(rows).toHaveLength(4);
});

test("foldStages() widens columns to what holds both, and keeps what a batch says nothing of", async () => {
  const {columns, rows} = await fold(
    ["id"],
    "SELECT 1 AS id, 2 AS n",
    "SELECT 2::BIGINT AS id, 2.5::DOUBLE AS n, true AS ok",
    "SELECT 1 AS id"
  );
  expect(columns.map(({type}) => type)).toEqual(["BIGINT", "DOUBLE", "BOOLEAN"]);
  expect(rows).toEqual([
    {id: 1, n: 2, ok: null},
    {id: 2, n: 2.5, ok: true}
  ]);
});

test.each([[["a"]], [["a", "b"]], [[]]])(
  "foldStages() of neighbours with the same columns, by %j, is as one after the other",
  async (key) => {
    const random = new Random("fold");
    const toRows = (columns: number): string => {
      const value = (): string => (random.chance(0.2) ? "NULL" : String(random.integer(1, 4)));
      const row = (): string => `(${Array.from({length: columns}, value).join(", ")})`;
      return `FROM (VALUES ${Array.from({length: 12}, row).join(", ")}) AS t(${["a", "b", "c"].slice(0, columns).join(", ")})`;
    };
    const queries = [toRows(3), ...Array.from({length: 5}, () => toRows(2))];
    const {columns, rows} = await fold(key, ...queries);
    const stages = queries.map((sql, i) => ({
      relation: `(${sql})`,
      columns: columns.slice(0, i === 0 ? 3 : 2)
    }));
    const first = await foldAtOnce(key, stages[0]!);
    const {relation} = await foldAtOnce(key, first, ...stages.slice(1));
    expect(await engine.rows(`FROM ${relation}`)).toEqual(rows);
  }
);
