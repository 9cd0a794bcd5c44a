import {afterAll, beforeAll, expect, test} from "vitest";
import type {Lake} from "../../../src/lake/lake.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {ENGINE} from "./engine.ts";

let lake: Lake;

beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
});
afterAll(() => lake.close());

test("query(sql) reads an ENUM as its text, nested too", async () => {
  const result = await lake.query(
    "select 'r'::enum('q','r') as e, ['q'::enum('q','r')] as l from range(2)"
  );
  expect(result.toArray()).toEqual([
    {e: "r", l: ["q"]},
    {e: "r", l: ["q"]}
  ]);
});

test("query(sql) knows the day without the ICU extension", async () => {
  const result = await lake.query("select today() as a, current_date as b, current_date() as c");
  const today = new Date(new Date().toISOString().slice(0, 10));
  expect(result.toArray()).toEqual([{a: today, b: today, c: today}]);
});

test.each([
  ["select now() at time zone 'UTC'", "cast to TIMESTAMP first"],
  ["select date_trunc('day', now())", "cast to TIMESTAMP first"],
  ["select json('{}')", "the JSON extension is not built in here"],
  ["select * from read_parquet('a.parquet')", "the Parquet extension is not built in here"],
  ["load fts", "fts"]
])("query(%j) says what to do instead of asking a host for an extension", async (sql, hint) => {
  await expect(lake.query(sql)).rejects.toThrow(hint);
  expect((await lake.query("select 1 as one")).toArray()).toEqual([{one: 1}]);
});

test("query(sql) gives the inner message of a parser error, with its place in UTF-16 units", async () => {
  await expect(lake.query("select '😀é', a b c")).rejects.toMatchObject({
    name: "QueryError",
    message: expect.stringMatching(/^Parser error: syntax error at/) as string,
    offset: 18
  });
});

test("query(sql) gives the place of a binder's error in UTF-16 units", async () => {
  await expect(lake.query("select '😀é', nope")).rejects.toMatchObject({offset: 14});
});

test("query(sql) answers others while a long query runs", async () => {
  const stop = new AbortController();
  const long = lake.query("select count(*) from range(20000000000)", {signal: stop.signal});
  expect((await lake.query("select 1 as one")).toArray()).toEqual([{one: 1}]);
  stop.abort();
  await expect(long).rejects.toThrow(expect.objectContaining({name: "AbortError"}) as Error);
});

test(
  "close() ends the queries that are under way, and those that come later",
  {timeout: 10_000},
  async () => {
    const closing = await openWasmLake(ENGINE);
    const running = closing.query("select count(*) from range(20000000000)");
    const refused = expect(running).rejects.toThrow("the SQL engine was stopped");
    await closing.close();
    await refused;
    await expect(closing.query("select 1")).rejects.toThrow("the SQL engine was stopped");
  }
);
