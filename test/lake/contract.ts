import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {isAbortError} from "../../src/lib/errors.ts";
import type {Lake} from "../../src/lake/lake.ts";
import type {Value} from "../../src/model/column.ts";
import type {DataTable, DataType} from "../../src/model/table.ts";

/** How the two lakes are opened: an empty one, and the one compiled from `test/fixtures/raw`. */
export interface LakeOpeners {
  readonly open: () => Promise<Lake>;
  readonly openCompiled: () => Promise<Lake>;
}

/** What every `Lake` promises, on whatever engine. */
export function lakeContract({open, openCompiled}: LakeOpeners): void {
  let lake: Lake;
  beforeAll(async () => {
    lake = await open();
  });
  afterAll(() => lake.close());

  const valueOf = async (expression: string): Promise<Value> => {
    const result = await lake.query(`select ${expression} as value`);
    return result.value(0, 0);
  };

  describe("values", () => {
    test.each<[expression: string, value: Value, type: string]>([
      ["null::VARCHAR", null, "VARCHAR"],
      ["true", true, "BOOLEAN"],
      ["1::TINYINT", 1, "TINYINT"],
      ["1::USMALLINT", 1, "USMALLINT"],
      ["1::INTEGER", 1, "INTEGER"],
      ["9007199254740991::BIGINT", Number.MAX_SAFE_INTEGER, "BIGINT"],
      ["9007199254740993::BIGINT", 9007199254740993n, "BIGINT"],
      ["-9223372036854775807::BIGINT", -9223372036854775807n, "BIGINT"],
      ["18446744073709551615::UBIGINT", 18446744073709551615n, "UBIGINT"],
      ["1::HUGEINT", 1, "HUGEINT"],
      ["-100000000000000000000::HUGEINT", -(10n ** 20n), "HUGEINT"],
      ["sum(1::INTEGER)", 1, "HUGEINT"],
      ["0.1::DOUBLE", 0.1, "DOUBLE"],
      ["0.5::FLOAT", 0.5, "FLOAT"],
      ["'-infinity'::DOUBLE", -Infinity, "DOUBLE"],
      ["1.10::DECIMAL(4,2)", 1.1, "DECIMAL(4,2)"],
      ["-0.07::DECIMAL(18,2)", -0.07, "DECIMAL(18,2)"],
      ["12345678901234567890.5::DECIMAL(38,1)", 12345678901234567000, "DECIMAL(38,1)"],
      ["'it''s 中文 😀'", "it's 中文 😀", "VARCHAR"],
      ["''", "", "VARCHAR"],
      ["DATE '2024-02-29'", new Date("2024-02-29"), "DATE"],
      ["DATE '0044-03-15'", new Date("0044-03-15"), "DATE"],
      ["TIMESTAMP '2024-02-29 12:34:56.789'", new Date("2024-02-29T12:34:56.789Z"), "TIMESTAMP"],
      ["TIMESTAMP '1969-12-31 23:59:59.5'", new Date(-500), "TIMESTAMP"],
      [
        "'2024-01-02T03:04:05+02:00'::TIMESTAMPTZ",
        new Date("2024-01-02T01:04:05Z"),
        "TIMESTAMP WITH TIME ZONE"
      ],
      ["TIME '07:08:09'", "07:08:09", "TIME"],
      ["TIME '07:08:09.25'", "07:08:09.25", "TIME"],
      ["INTERVAL '14 months 3 days 4 hours'", "1 year 2 months 3 days 04:00:00", "INTERVAL"],
      [
        "'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::UUID::VARCHAR",
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "VARCHAR"
      ],
      ["'\\x00\\xFFa'::BLOB", Uint8Array.of(0, 255, 97), "BLOB"],
      ["[1, null, 3]", [1, null, 3], "INTEGER[]"],
      ["[[1], [], null]", [[1], [], null], "INTEGER[][]"],
      ["[1.5, 2.5]::FLOAT[2]", [1.5, 2.5], "FLOAT[2]"],
      [
        "{'a b': 1, 'c': {'d': [DATE '2024-01-01']}}",
        {"a b": 1, c: {d: [new Date("2024-01-01")]}},
        'STRUCT("a b" INTEGER, "c" STRUCT("d" DATE[]))'
      ],
      ["MAP {'a': 1, 'b': null}", {a: 1, b: null}, "MAP(VARCHAR, INTEGER)"],
      ["[{'a': 9007199254740993}]", [{a: 9007199254740993n}], 'STRUCT("a" BIGINT)[]']
    ])(
      "query(sql) gives %s as plain JavaScript, with its type",
      async (expression, value, type) => {
        const result = await lake.query(`select ${expression} as value`);
        expect(result.fields).toEqual([{name: "value", type}]);
        expect(result.value(0, 0)).toEqual(value);
      }
    );

    test("query(sql) gives a UUID and an ENUM as their text", async () => {
      expect(await valueOf("'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::UUID")).toBe(
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
      );
      expect(await valueOf("'b'::ENUM('a', 'b')")).toBe("b");
    });

    test("query(sql) gives columns of one name names of their own", async () => {
      const result = await lake.query("select 1 as a, 2 as a, 3 as b");
      expect(result.toArray()).toEqual([{a: 1, a_1: 2, b: 3}]);
    });

    test("query(sql) gives a result of no rows its columns", async () => {
      const result = await lake.query("select 1 as a, 'x' as b where false");
      expect(result.columns).toEqual(["a", "b"]);
      expect(result.numRows).toBe(0);
      expect(result.toArray()).toEqual([]);
      expect(result.complete).toBe(true);
    });

    test("query(sql) keeps the order of rows over many batches", async () => {
      const result = await lake.query("select range as n, range::varchar as t from range(50000)");
      expect(result.numRows).toBe(50_000);
      expect(result.row(2047)).toEqual({n: 2047, t: "2047"});
      expect(result.row(2048)).toEqual({n: 2048, t: "2048"});
      expect(result.row(49_999)).toEqual({n: 49_999, t: "49999"});
      expect(result.column("n").slice(30_000, 30_002)).toEqual([30_000, 30_001]);
    });

    test("query(sql) knows the day and the time", async () => {
      const before = Date.now();
      const now = (await valueOf("now()")) as Date;
      expect(now.getTime()).toBeGreaterThanOrEqual(before - 1000);
      expect(await valueOf("today()")).toEqual(new Date(new Date().toISOString().slice(0, 10)));
      expect(await valueOf("current_date")).toEqual(await valueOf("today()"));
    });

    test("query(sql) writes moments as text in UTC", async () => {
      expect(await valueOf("'2024-01-02T03:04:05+02:00'::TIMESTAMPTZ::VARCHAR")).toBe(
        "2024-01-02 01:04:05+00"
      );
    });
  });

  describe("statements", () => {
    test("query(sql) runs every statement and gives the last one's result", async () => {
      const result = await lake.query(
        "create or replace table steps (a int); insert into steps values (1), (2); select sum(a)::int as s from steps"
      );
      expect(result.toArray()).toEqual([{s: 3}]);
    });

    test("query(sql) does not take a semicolon in a text or a comment for an end", async () => {
      expect(await valueOf("'a;b' -- c;d\n")).toBe("a;b");
    });

    test.each(["", "  \n", "-- nothing", ";"])(
      "query(%j) says that there is nothing to run",
      async (sql) => {
        await expect(lake.query(sql)).rejects.toMatchObject({
          name: "QueryError",
          message: "no statement to run"
        });
      }
    );

    test("query(sql) answers several questions at once", async () => {
      const answers = await Promise.all(
        Array.from({length: 8}, (_, i) => valueOf(`${i} + (select count(*) from range(100000))`))
      );
      expect(answers).toEqual(Array.from({length: 8}, (_, i) => 100_000 + i));
    });

    test("query(sql) finds an unqualified name in memory, in the lake, in ws", async () => {
      await lake.query("create or replace table ws.only_there as select 42 as a");
      expect((await lake.query("from only_there")).toArray()).toEqual([{a: 42}]);
    });
  });

  describe("errors", () => {
    test.each([
      ["select nope from range(3)", "nope"],
      ["select 'é 😀', nope from range(3)", "nope"],
      ["select 1;\nselect nofun(1)", "nofun"],
      ["select *\nfrom nowhere", "nowhere"],
      ["select 1,\n  from from x", "from x"],
      ["selec 1", "selec"],
      ["select '😀' as a;\n selec 1", "selec"],
      ["select 1 +", ""]
    ])("query(%j) throws a QueryError with the place", async (sql, place) => {
      const error = await lake.query(sql).then(
        () => undefined,
        (error: unknown) => error as Record<string, unknown>
      );
      expect(error).toMatchObject({name: "QueryError", sql});
      expect(error!.offset).toBe(place === "" ? sql.length : sql.lastIndexOf(place));
    });

    test("query(sql) throws on a value that cannot be cast, and the lake stays usable", async () => {
      await expect(lake.query("select 'x'::int from range(5000)")).rejects.toMatchObject({
        name: "QueryError",
        message: expect.stringContaining("Could not convert string 'x'") as string
      });
      expect(await valueOf("1")).toBe(1);
    });

    test("query(sql) refuses a function of an extension at once, without asking a host", async () => {
      await expect(lake.query("select st_point(1, 2)")).rejects.toMatchObject({name: "QueryError"});
      await expect(lake.query("load spatial")).rejects.toMatchObject({name: "QueryError"});
      expect(await valueOf("1")).toBe(1);
    });
  });

  describe("options", () => {
    test("query(sql, {maxRows}) holds so many rows and says that there are more", async () => {
      const result = await lake.query("from range(100000)", {maxRows: 3000});
      expect(result.numRows).toBe(3000);
      expect(result.complete).toBe(false);
      expect(result.value(2999, 0)).toBe(2999);
      expect(result.value(3000, 0)).toBe(null);
    });

    test.each([10, 11, 2048])(
      "query(sql, {maxRows: %d}) is complete where there are no more",
      async (maxRows) => {
        const result = await lake.query(`from range(${Math.min(maxRows, 2048)})`, {maxRows});
        expect(result.numRows).toBe(maxRows);
        expect(result.complete).toBe(true);
      }
    );

    test("query(sql, {maxRows}) does not run a statement to its end for rows that nobody holds", async () => {
      const start = performance.now();
      const result = await lake.query("select a.range from range(100000) a, range(100000) b", {
        maxRows: 5
      });
      expect(result.numRows).toBe(5);
      expect(performance.now() - start).toBeLessThan(5000);
    });

    test("query(sql, {onProgress}) tells the rows held so far", async () => {
      const seen: number[] = [];
      await lake.query("from range(10000)", {onProgress: (rows) => seen.push(rows)});
      expect(seen.at(-1)).toBe(10_000);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    });

    test("query(sql, {signal}) stops, and the lake stays usable", async () => {
      const stop = new AbortController();
      const long = lake.query(
        "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range = 7",
        {signal: stop.signal}
      );
      setTimeout(() => stop.abort(), 50);
      const error: unknown = await long.catch((error: unknown) => error);
      expect(isAbortError(error)).toBe(true);
      expect(await valueOf("1")).toBe(1);
    });

    test("query(sql, {signal}) does not begin where the stop came before", async () => {
      const error: unknown = await lake
        .query("create table never as select 1", {signal: AbortSignal.abort()})
        .catch((error: unknown) => error);
      expect(isAbortError(error)).toBe(true);
      await expect(lake.query("from never")).rejects.toMatchObject({name: "QueryError"});
    });
  });

  describe("tables", () => {
    const roundTrip: [type: DataType, values: Value[], sqlType: string][] = [
      ["BOOLEAN", [true, null, false], "BOOLEAN"],
      ["BIGINT", [1, null, 9007199254740993n], "BIGINT"],
      ["DOUBLE", [0.1, null, -1e300], "DOUBLE"],
      ["VARCHAR", ["", null, "é 😀 'quoted' \"too\" a longer text than twelve bytes"], "VARCHAR"],
      ["DATE", [new Date("2024-02-29"), null, new Date("1900-01-01")], "DATE"],
      [
        "TIMESTAMP",
        [new Date("2024-02-29T12:34:56.789Z"), null, new Date("1969-12-31T23:59:59.5Z")],
        "TIMESTAMP"
      ],
      [
        "TIMESTAMPTZ",
        [new Date(0), null, new Date("2024-06-01T00:00:00Z")],
        "TIMESTAMP WITH TIME ZONE"
      ],
      ["BLOB", [Uint8Array.of(), null, Uint8Array.of(0, 1, 255)], "BLOB"],
      [{list: "BIGINT"}, [[1, null, 2], null, []], "BIGINT[]"],
      [{list: {list: "VARCHAR"}}, [[["a"], null], null, [[]]], "VARCHAR[][]"],
      [
        {struct: {a: "DOUBLE", "b c": {list: "DATE"}}},
        [{a: 1.5, "b c": [new Date("2024-01-01")]}, null, {a: null, "b c": null}],
        'STRUCT("a" DOUBLE, "b c" DATE[])'
      ],
      [
        {list: {struct: {a: "BIGINT", b: {struct: {c: "VARCHAR"}}}}},
        [
          [
            {a: 1, b: {c: "x"}},
            {a: null, b: null}
          ],
          null,
          []
        ],
        'STRUCT("a" BIGINT, "b" STRUCT("c" VARCHAR))[]'
      ]
    ];

    test.each(roundTrip)(
      "insert(table, data) keeps %j, nulls too",
      async (type, values, sqlType) => {
        await lake.insert(
          {schema: "raw", name: "one"},
          {name: "one", columns: [{name: "v", type, values}]}
        );
        const result = await lake.query("from raw.one");
        expect(result.fields).toEqual([{name: "v", type: sqlType}]);
        expect(result.column("v")).toEqual(values);
      }
    );

    test.each(roundTrip)(
      "insert(table, data) makes a column of %j without rows",
      async (type, _, sqlType) => {
        await lake.insert(
          {schema: "raw", name: "none"},
          {name: "none", columns: [{name: "v", type, values: []}]}
        );
        const result = await lake.query("from raw.none");
        expect(result.fields).toEqual([{name: "v", type: sqlType}]);
        expect(result.numRows).toBe(0);
      }
    );

    test("insert(table, data) casts to types of other names, nested ones too", async () => {
      const text = (sql: string) => ({sql, from: "VARCHAR"}) as const;
      const columns: [DataType, Value, unknown, string][] = [
        [text("DECIMAL(18,3)"), "12.345", 12.345, "DECIMAL(18,3)"],
        [{sql: "UTINYINT", from: "BIGINT"}, 255, 255, "UTINYINT"],
        [{sql: "FLOAT", from: "DOUBLE"}, 0.5, 0.5, "FLOAT"],
        [text("UBIGINT"), "18446744073709551615", 18446744073709551615n, "UBIGINT"],
        [text("TIME"), "12:34:56.5", "12:34:56.5", "TIME"],
        [{list: text("DECIMAL(5,2)")}, ["1.25", null], [1.25, null], "DECIMAL(5,2)[]"],
        [{struct: {a: text("DECIMAL(5,2)")}}, {a: "2.5"}, {a: 2.5}, 'STRUCT("a" DECIMAL(5,2))'],
        [
          {sql: "MAP(INTEGER, FLOAT)", from: {map: "DOUBLE"}},
          [["7", 0.5]],
          {7: 0.5},
          "MAP(INTEGER, FLOAT)"
        ]
      ];
      await lake.insert(
        {schema: "raw", name: "casts"},
        {
          name: "casts",
          columns: columns.map(([type, value], i) => ({name: `c${i}`, type, values: [value, null]}))
        }
      );
      const result = await lake.query("from raw.casts");
      expect(result.fields.map(({type}) => type)).toEqual(columns.map(([, , , type]) => type));
      expect(result.toArray().map((row) => Object.values(row))).toEqual([
        columns.map(([, , value]) => value),
        columns.map(() => null)
      ]);
    });

    test("insert(table, data) takes maps as pairs, which come back as objects", async () => {
      const type = {map: {list: "TIMESTAMP"}} as const;
      const values = [
        [
          ["b", [new Date(1500), null]],
          ["a", null]
        ],
        null,
        []
      ];
      await lake.insert(
        {schema: "raw", name: "maps"},
        {name: "maps", columns: [{name: "v", type, values}]}
      );
      const result = await lake.query("from raw.maps");
      expect(result.fields).toEqual([{name: "v", type: "MAP(VARCHAR, TIMESTAMP[])"}]);
      expect(result.column("v")).toEqual([{b: [new Date(1500), null], a: null}, null, {}]);
      const keys = await lake.query("select map_keys(v) as k from raw.maps");
      expect(keys.column("k")).toEqual([["b", "a"], null, []]);
    });

    test("insert(table, data) keeps microseconds that come as a bigint", async () => {
      const values = [1_700_000_000_123_456n, null, -1n];
      await lake.insert(
        {schema: "raw", name: "micros"},
        {
          name: "micros",
          columns: [
            {name: "t", type: "TIMESTAMP", values},
            {name: "z", type: "TIMESTAMPTZ", values}
          ]
        }
      );
      const result = await lake.query("select epoch_us(t) as t, epoch_us(z) as z from raw.micros");
      expect(result.toArray()).toEqual([
        {t: 1_700_000_000_123_456, z: 1_700_000_000_123_456},
        {t: null, z: null},
        {t: -1, z: -1}
      ]);
    });

    test("insert(table, data) keeps the order of many rows, in every column", async () => {
      const numbers = Array.from({length: 10_000}, (_, i) => i);
      await lake.insert(
        {schema: "raw", name: "many"},
        toTable("many", {
          n: ["BIGINT", numbers],
          t: ["VARCHAR", numbers.map((n) => `row ${n}`)],
          l: [{list: "BIGINT"}, numbers.map((n) => [n, n + 1])]
        })
      );
      const result = await lake.query("select rowid, * from raw.many");
      expect(result.row(4100)).toEqual({rowid: 4100, n: 4100, t: "row 4100", l: [4100, 4101]});
      expect(
        (
          await lake.query(
            "select count(*) as c from raw.many where n <> rowid or l[2] <> n + 1 or t <> 'row ' || n"
          )
        ).value(0, 0)
      ).toBe(0);
    });

    test("insert(table, data) takes the place of the table that was there", async () => {
      const table = {schema: "ws", name: "things"};
      await lake.insert(table, toTable("things", {a: ["BIGINT", [1, 2, 3]]}));
      await lake.insert(table, toTable("things", {b: ["VARCHAR", ["x"]]}));
      expect((await lake.query("from ws.things")).toArray()).toEqual([{b: "x"}]);
    });

    test("insert(table, data) takes hostile names for names", async () => {
      const name = `'; drop table "x"; -- 中文 😀`;
      await lake.insert(
        {schema: 'a "schema"', name},
        toTable(name, {select: ["BIGINT", [1]], 'a "b"': ["VARCHAR", ["'"]]})
      );
      const result = await lake.query(`from "a ""schema"""."${name.replaceAll('"', '""')}"`);
      expect(result.toArray()).toEqual([{select: 1, 'a "b"': "'"}]);
    });

    test("insert(table, data) refuses a table without columns", async () => {
      await expect(
        lake.insert({schema: "raw", name: "hollow"}, {name: "hollow", columns: []})
      ).rejects.toThrow("table without columns: raw.hollow");
    });

    test("append(table, data) adds rows by column name; a column that is not given is null", async () => {
      const table = {schema: "raw", name: "grown"};
      await lake.insert(table, toTable("grown", {a: ["BIGINT", [1]], b: ["VARCHAR", ["x"]]}));
      await lake.append(
        table,
        toTable("grown", {b: ["VARCHAR", ["y", "z"]], a: ["BIGINT", [2, null]]})
      );
      await lake.append(table, toTable("grown", {b: ["VARCHAR", ["last"]]}));
      await lake.append(table, toTable("grown", {b: ["VARCHAR", []]}));
      expect((await lake.query("from raw.grown")).toArray()).toEqual([
        {a: 1, b: "x"},
        {a: 2, b: "y"},
        {a: null, b: "z"},
        {a: null, b: "last"}
      ]);
    });

    test("append(table, data) refuses a column that the table does not have, and adds nothing", async () => {
      const table = {schema: "raw", name: "fixed"};
      await lake.insert(table, toTable("fixed", {a: ["BIGINT", [1]]}));
      await expect(
        lake.append(table, toTable("fixed", {nope: ["BIGINT", [2]]}))
      ).rejects.toMatchObject({name: "QueryError"});
      expect((await lake.query("from raw.fixed")).numRows).toBe(1);
    });
  });

  describe("the compiled lake", () => {
    let compiled: Lake;
    beforeAll(async () => {
      compiled = await openCompiled();
    });
    afterAll(() => compiled.close());
    const rows = async (sql: string): Promise<unknown[]> => (await compiled.query(sql)).toArray();

    test("query(sql) finds a lake table with and without its schema", async () => {
      const people = [
        {id: 1, name: "Ada", born: new Date("1985-12-10"), score: 9.5, select: true},
        {id: 2, name: 'Li 李 "Lee"', born: null, score: 7, select: false},
        {id: 3, name: "Zoë, the third", born: new Date("2001-01-31"), score: null, select: null}
      ];
      expect(await rows("from lake.people order by id")).toEqual(people);
      expect(await rows("from people order by id")).toEqual(people);
    });

    test("query(sql) reads the catalogue as tables", async () => {
      expect(await rows("select name, files, rows, format from lake.tables order by name")).toEqual(
        [
          {name: "expenses", files: 2, rows: 5, format: "csv"},
          {name: "notes", files: 2, rows: 2, format: "markdown"},
          {name: "people", files: 1, rows: 3, format: "csv"},
          {name: "rooms", files: 1, rows: 2, format: "json"}
        ]
      );
      expect(
        await rows(
          "select file, first_row, rows from lake.parts where \"table\" = 'expenses' order by first_row"
        )
      ).toEqual([
        {file: "expenses-2023.csv", first_row: 0, rows: 3},
        {file: "expenses-2024.csv", first_row: 3, rows: 2}
      ]);
      expect(
        await rows(
          "select name, type from lake.columns where \"table\" = 'rooms' order by position"
        )
      ).toEqual([
        {name: "name", type: "VARCHAR"},
        {name: "size", type: 'STRUCT("width" DOUBLE, "length" DOUBLE)'},
        {name: "things", type: "VARCHAR[]"}
      ]);
      expect(
        await rows("select path, format from lake.files where format is null or path like 'b%'")
      ).toEqual([{path: "broken.json", format: "json"}]);
      expect(await rows('select file, "where" from lake.problems')).toEqual([
        {file: "broken.json", where: "line 2, column 8"}
      ]);
    });

    test("query(sql) finds a part's rows at their row ids", async () => {
      expect(
        await rows("select rowid, what, amount, _file from expenses where rowid >= 3")
      ).toEqual([
        {rowid: 3, what: "rent", amount: 810.5, _file: "expenses-2024.csv"},
        {rowid: 4, what: "tea", amount: 4, _file: "expenses-2024.csv"}
      ]);
    });

    test("query(sql) cannot change the compiled lake", async () => {
      await expect(compiled.query("delete from lake.people")).rejects.toMatchObject({
        name: "QueryError"
      });
      await expect(compiled.query("create table lake.x (a int)")).rejects.toMatchObject({
        name: "QueryError"
      });
    });

    test("query(sql) joins the lake with what was inserted", async () => {
      await compiled.insert(
        {schema: "ws", name: "picked"},
        toTable("picked", {person: ["BIGINT", [2]]})
      );
      expect(await rows("select name from ws.picked join lake.people on id = person")).toEqual([
        {name: 'Li 李 "Lee"'}
      ]);
    });
  });
}

/** A table from its columns' names, types and values. */
function toTable(name: string, columns: Record<string, [DataType, Value[]]>): DataTable {
  return {
    name,
    columns: Object.entries(columns).map(([name, [type, values]]) => ({name, type, values}))
  };
}
