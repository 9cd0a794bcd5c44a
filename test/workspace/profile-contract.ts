import {afterAll, beforeAll, expect, test} from "vitest";
import type {Lake} from "../../src/lake/lake.ts";
import type {Column} from "../../src/model/column.ts";
import type {ColumnProfile} from "../../src/workspace/profile.ts";
import {profileTable} from "../../src/workspace/profile.ts";

/** What profiles say, on whatever engine. */
export function profileContract(open: () => Promise<Lake>): void {
  let lake: Lake;
  beforeAll(async () => {
    lake = await open();
  });
  afterAll(() => lake.close());

  const columnsOf = async (name: string): Promise<readonly Column[]> =>
    (await lake.query(`select * from ws."${name}" limit 0`)).fields;

  const profile = async (select: string): Promise<Record<string, ColumnProfile>> => {
    await lake.query(`create or replace table memory.ws.t as ${select}`);
    const table = {schema: "ws", name: "t"};
    const profiles = await profileTable(lake, {table, columns: await columnsOf("t")});
    return Object.fromEntries(profiles.map((column) => [column.name, column]));
  };

  test("profileTable(lake, table) of numbers gives nulls, distinct, least, greatest, most frequent and bins", async () => {
    const {n} = await profile(
      "select case when range < 100 then range % 10 end as n from range(110)"
    );
    expect(n).toMatchObject({
      type: "BIGINT",
      kind: "number",
      rows: 110,
      nulls: 10,
      distinct: 10,
      isEstimate: false,
      min: 0,
      max: 9
    });
    expect(n!.top).toHaveLength(5);
    expect(n!.top.every(({count}) => count === 10)).toBe(true);
    expect(n!.bins).toEqual(Array.from({length: 10}, (_, i) => ({low: i, high: i + 1, count: 10})));
  });

  test("profileTable(lake, table) bins whole numbers evenly and others from least to greatest", async () => {
    const {i, x, same} = await profile(
      "select range as i, range / 4.0 as x, 7.5::DOUBLE as same from range(1001)"
    );
    expect(i!.bins.map(({count}) => count)).toEqual([...Array.from({length: 19}, () => 51), 32]);
    expect(i!.bins.at(-1)).toEqual({low: 969, high: 1020, count: 32});
    expect(x!.bins).toHaveLength(20);
    expect(x!.bins.at(-1)).toEqual({low: 237.5, high: 250, count: 51});
    expect(x!.bins.reduce((sum, {count}) => sum + count, 0)).toBe(1001);
    expect(same!.bins).toEqual([{low: 7.5, high: 7.5, count: 1001}]);
  });

  test("profileTable(lake, table) of dates and timestamps has dates as edges", async () => {
    const {day, at, tz} = await profile(
      "select date '2024-01-01' + range::INTEGER as day, timestamp '2024-01-01' + to_hours(range) as at, '2024-01-01T00:00:00+02'::timestamptz as tz from range(40)"
    );
    expect(day).toMatchObject({
      kind: "date",
      min: new Date("2024-01-01"),
      max: new Date("2024-02-09"),
      distinct: 40
    });
    expect(day!.bins).toHaveLength(20);
    expect(day!.bins[1]).toEqual({
      low: new Date("2024-01-03"),
      high: new Date("2024-01-05"),
      count: 2
    });
    expect(at!.bins.at(-1)!.high).toEqual(new Date("2024-01-02T15:00:00Z"));
    expect(tz).toMatchObject({min: new Date("2023-12-31T22:00:00Z"), distinct: 1});
    expect(tz!.bins).toHaveLength(1);
  });

  test("profileTable(lake, table) of text gives the most frequent, and of a huge cell its beginning", async () => {
    const {t, huge} = await profile(
      "select case when range % 3 = 0 then 'often' when range % 3 = 1 then 'it''s ' || (range % 2) end as t, repeat('x', 1000000) as huge from range(12)"
    );
    expect(t).toMatchObject({
      kind: "text",
      nulls: 4,
      distinct: 3,
      min: "it's 0",
      max: "often",
      bins: []
    });
    expect(t!.top[0]).toEqual({value: "often", count: 4});
    expect(huge!.max).toBe("x".repeat(200));
    expect(huge!.top).toEqual([{value: "x".repeat(200), count: 12}]);
  });

  test("profileTable(lake, table) takes every type, and gives no least of nested ones and bytes", async () => {
    const profiles = await profile(`select
      [1, range] as list, {a: range, b: 'x'} as struct, map {'k': range} as map, '\\x01'::BLOB as bytes, range % 2 = 0 as flag,
      time '07:08:09' as clock, interval 1 day as span, uuid() as id, (case when range = 0 then 'nan' when range = 1 then 'infinity' else '1.5' end)::DOUBLE as odd,
      1.25::DECIMAL(9,2) as money, 170141183460469231731687303715884105727::HUGEINT as huge, ((range - 1) * 1e308)::DOUBLE as wide,
      'b'::ENUM('a', 'b') as choice, null as nothing, 'infinity'::DATE as never, [] as empty_list
      from range(3)`);
    expect(profiles.list).toMatchObject({
      kind: "list",
      nulls: 0,
      distinct: 3,
      min: null,
      max: null,
      bins: []
    });
    expect(profiles.struct).toMatchObject({kind: "struct", distinct: 3, min: null});
    expect(profiles.map).toMatchObject({kind: "struct", nulls: 0});
    expect(profiles.bytes).toMatchObject({
      kind: "bytes",
      nulls: 0,
      distinct: 1,
      min: null,
      top: []
    });
    expect(profiles.flag).toMatchObject({
      min: false,
      max: true,
      top: [
        {value: true, count: 2},
        {value: false, count: 1}
      ]
    });
    expect(profiles.clock).toMatchObject({min: "07:08:09", distinct: 1});
    expect(profiles.span).toMatchObject({nulls: 0});
    expect(profiles.id).toMatchObject({distinct: 3});
    expect(profiles.odd).toMatchObject({
      min: 1.5,
      max: 1.5,
      nulls: 0,
      distinct: 3,
      bins: [{count: 1}]
    });
    expect(profiles.money).toMatchObject({min: 1.25});
    expect(profiles.huge).toMatchObject({nulls: 0, distinct: 1});
    expect(profiles.wide!.bins.reduce((sum, {count}) => sum + count, 0)).toBe(3);
    expect(profiles.choice).toMatchObject({min: "b", top: [{value: "b", count: 3}]});
    expect(profiles.nothing).toMatchObject({nulls: 3, distinct: 0, min: null, top: [], bins: []});
    expect(profiles.never).toMatchObject({nulls: 0, min: null, bins: []});
  });

  test("profileTable(lake, table) takes odd names, an empty table, and one that is not there", async () => {
    const profiles = await profile(
      `select 1 as "select", 2 as "a""b", 3 as "中文 😀", 4 as "facts", 5 as "low0", 6 as "top1", 7 as "data"`
    );
    expect(Object.values(profiles).map(({min}) => min)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const {n} = await profile("select 1 as n where false");
    expect(n).toMatchObject({rows: 0, nulls: 0, distinct: 0, min: null, top: [], bins: []});
    await expect(
      profileTable(lake, {table: {schema: "ws", name: "nope"}, columns: []})
    ).rejects.toThrow("nope");
  });

  test("profileTable(lake, table) of 600 columns asks in parts", async () => {
    const columns = Array.from({length: 600}, (_, i) => `range + ${i} as c${i}`).join(", ");
    await lake.query(`create or replace table memory.ws.wide as select ${columns} from range(20)`);
    const seen: number[] = [];
    const profiles = await profileTable(
      lake,
      {table: {schema: "ws", name: "wide"}, columns: await columnsOf("wide")},
      {onProgress: (done) => seen.push(done)}
    );
    expect(profiles).toHaveLength(600);
    expect(profiles[599]).toMatchObject({name: "c599", min: 599, max: 618, distinct: 20});
    expect(seen.length).toBeGreaterThan(10);
    await lake.query("drop table memory.ws.wide");
  });

  test("profileTable(lake, table) of a million rows is quick, and finds what is frequent", async () => {
    await lake.query(
      `create or replace table memory.ws.big as select range as id, 'item ' || (range % 50000) as name,
        case when random() < 0.3 then 'often' when random() < 0.2 then 'sometimes' else 'v' || (random() * 1000000)::INTEGER end as skewed,
        random() as x, timestamp '2020-01-01' + to_seconds(range) as at from range(1000000)`
    );
    const columns = await columnsOf("big");
    const start = performance.now();
    const [id, name, skewed] = await profileTable(lake, {
      table: {schema: "ws", name: "big"},
      columns
    });
    console.log(
      `profile of 1,000,000 × ${columns.length}: ${Math.round(performance.now() - start)} ms`
    );
    expect(id).toMatchObject({rows: 1_000_000, nulls: 0, min: 0, max: 999_999, isEstimate: true});
    expect(Math.abs(name!.distinct! - 50_000)).toBeLessThan(5000);
    expect(skewed!.top.slice(0, 2).map(({value}) => value)).toEqual(["often", "sometimes"]);
    await lake.query("drop table memory.ws.big");
  });

  test("profileTable(lake, table, {signal}) that is stopped says so", async () => {
    const stop = AbortSignal.abort();
    const profiling = profileTable(
      lake,
      {table: {schema: "ws", name: "t"}, columns: []},
      {signal: stop}
    );
    await expect(profiling).rejects.toMatchObject({name: "AbortError"});
  });
}
