import {afterAll, beforeAll, expect, test} from "vitest";
import {connectEngine, serveEngine} from "../../../src/lake/engine-port.ts";
import type {Engine} from "../../../src/lake/engine.ts";
import type {BrowserLake} from "../../../src/lake/wasm-lake.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {toBlobSource, toByteSource} from "../../../src/model/bytes.ts";
import type {DataColumn} from "../../../src/model/table.ts";
import {ENGINE} from "./engine.ts";

let lake: BrowserLake;

beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
});
afterAll(() => lake.close());

/** The engine as it is, and as it is at the other side of a port: both must do the same. */
const WAYS = {
  here: <T>(work: (engine: Engine) => Promise<T>) => lake.withFiles(work),
  "at a port": <T>(work: (engine: Engine) => Promise<T>) =>
    lake.withFiles((files) => {
      const {port1, port2} = new MessageChannel();
      serveEngine(files, port1);
      return work(connectEngine(port2)).finally(() => port1.close());
    })
};

const COLUMNS: readonly DataColumn[] = [
  {name: "n", type: "BIGINT", values: [1, 2n ** 60n, null]},
  {name: "t", type: "VARCHAR", values: ["a", null, "c"]},
  {name: "at", type: "TIMESTAMP", values: [new Date(0), null, 1_000_001n]},
  {name: "l", type: {list: "DOUBLE"}, values: [[1.5], [], null]},
  {name: "s", type: {struct: {x: "BOOLEAN"}}, values: [{x: true}, null, {x: null}]}
];

test.each(Object.entries(WAYS))(
  "%s: append(table, columns) makes a table, then appends to it",
  (_, way) =>
    way(async (engine) => {
      const table = {catalog: "memory", schema: "raw", name: `a "b" ${crypto.randomUUID()}`};
      const path = `memory.raw."${table.name.replaceAll('"', '""')}"`;
      await engine.append(table, COLUMNS);
      await engine.append(table, COLUMNS);
      await engine.append(
        table,
        COLUMNS.map((column) => ({...column, values: []}))
      );
      const rows = await engine.rows(`select *, epoch_us("at") as us from ${path}`);
      expect(rows).toHaveLength(6);
      expect(rows.slice(3)).toEqual(rows.slice(0, 3));
      expect(rows.map(({n, us}) => [n, us])).toEqual(
        [1, 2n ** 60n, null, 1, 2n ** 60n, null].map((n, i) => [n, [0, null, 1_000_001][i % 3]])
      );
      expect(await engine.describe(`from ${path}`)).toEqual([
        {name: "n", type: "BIGINT"},
        {name: "t", type: "VARCHAR"},
        {name: "at", type: "TIMESTAMP"},
        {name: "l", type: "DOUBLE[]"},
        {name: "s", type: "STRUCT(x BOOLEAN)"}
      ]);
    })
);

test.each(Object.entries(WAYS))(
  "%s: mount(source) gives SQL a file, of a blob and of bytes",
  (_, way) =>
    way(async (engine) => {
      const text = "a,b\n1,x\n2,y\n";
      const bytes = new TextEncoder().encode(text);
      const sources = [toBlobSource("x.csv", new Blob([text])), toByteSource("x.csv", bytes)];
      for (const source of sources) {
        const path = await engine.mount(source);
        expect(await engine.rows(`from read_csv('${path}')`)).toEqual([
          {a: 1, b: "x"},
          {a: 2, b: "y"}
        ]);
        await engine.release(path);
        await expect(engine.rows(`from read_csv('${path}')`)).rejects.toThrow();
      }
    })
);

test.each(Object.entries(WAYS))("%s: run(sql) counts the rows that it changed", (_, way) =>
  way(async (engine) => {
    expect(await engine.run("create table memory.main.counted as from range(7)")).toBe(7);
    expect(await engine.run("delete from memory.main.counted where range < 3")).toBe(3);
    expect(await engine.run("drop table memory.main.counted")).toBe(0);
  })
);

test.each(Object.entries(WAYS))("%s: an error is worded as native DuckDB words it", (_, way) =>
  way(async (engine) => {
    await expect(engine.run("from nowhere")).rejects.toThrow(
      /^Catalog Error: Table with name nowhere/
    );
    const path = await engine.mount(toByteSource("x.csv", new TextEncoder().encode("a\n1\nx\n")));
    await expect(
      engine.rows(`from read_csv('${path}', header = true, columns = {a: 'BIGINT'})`)
    ).rejects.toThrow(/^(Conversion|Invalid Input) Error: CSV Error on Line: 3/);
  })
);

test("withFiles(work) keeps what one statement leaves for the next, and others run meanwhile", async () => {
  await lake.withFiles(async (engine) => {
    await engine.run("create temp table mine as select 1 as one");
    expect((await lake.query("select 2 as two")).toArray()).toEqual([{two: 2}]);
    expect(await engine.rows("from mine")).toEqual([{one: 1}]);
    await engine.run("drop table mine");
  });
});

test("restart() empties the memory and counts a generation", async () => {
  const own = await openWasmLake(ENGINE);
  await own.query("create table memory.raw.t as select 1 as a");
  const {generation} = own;
  const lost = own.withFiles(() => new Promise<void>(() => undefined));
  const heard = expect(lost).rejects.toThrow("the SQL engine was stopped");
  await own.restart();
  await heard;
  expect(own.generation).toBe(generation + 1);
  await expect(own.query("from memory.raw.t")).rejects.toThrow("does not exist");
  expect((await own.query("select 1 as one")).toArray()).toEqual([{one: 1}]);
  await own.close();
});
