import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Lake} from "../../src/lake/lake.ts";
import type {Row} from "../../src/model/query-result.ts";
import {toCompareSql} from "../../src/recipes/batches/compare.ts";
import {toFoldSql} from "../../src/recipes/batches/fold.ts";
import {toMergeSql} from "../../src/recipes/batches/merge.ts";
import {toRollbackSql} from "../../src/recipes/batches/rollback.ts";
import type {Stage} from "../../src/recipes/batches/stack.ts";

/** How batches make up a table, on whatever engine. */
export function batchesContract(open: () => Promise<Lake>): void {
  let lake: Lake;
  let made = 0;
  beforeAll(async () => {
    lake = await open();
  });
  afterAll(() => lake.close());

  const rowsOf = async (sql: string): Promise<Row[]> => (await lake.query(sql)).toArray();
  const rowOf = async (sql: string): Promise<Row> => (await lake.query(sql)).row(0);

  /** A stage that is a table, as staged rows are. */
  const stage = async (names: string, ...rows: readonly string[]): Promise<Stage> => {
    const list = rows.length === 0 ? "" : `(${rows.join("), (")})`;
    const select =
      list === ""
        ? `select ${names
            .split(",")
            .map((name) => `1 as ${name}`)
            .join(", ")} where false`
        : `select * from (values ${list}) as t(${names})`;
    const relation = `memory.main.stage_${++made}`;
    await lake.query(`create table ${relation} as ${select}`);
    const {fields} = await lake.query(`from ${relation} limit 0`);
    return {relation, columns: fields};
  };

  /** A table's rows, and how the last stage stood to those before it. */
  const fold = async (stages: readonly Stage[], key: readonly string[] = []): Promise<Row[]> =>
    rowsOf(toFoldSql(stages, key));

  const merge = async (stages: readonly Stage[], key: readonly string[] = []): Promise<Row> => {
    const last = stages.at(-1)!;
    const others = stages.slice(0, -1);
    const relation = `(${others.length > 0 ? toFoldSql(others, key) : ""})`;
    const target =
      others.length === 0
        ? null
        : {relation, columns: (await lake.query(`from ${relation} limit 0`)).fields};
    return rowOf(toMergeSql(target, last, key));
  };

  describe("with a key", () => {
    test("toFoldSql(stages, key) gives the last value of each key, in the place of the first", async () => {
      const stages = [
        await stage("id, v", "1, 'a'", "2, 'b'", "3, 'c'"),
        await stage("id, v", "4, 'd'", "2, 'B'", "1, 'a'")
      ];
      expect(await fold(stages, ["id"])).toEqual([
        {id: 1, v: "a"},
        {id: 2, v: "B"},
        {id: 3, v: "c"},
        {id: 4, v: "d"}
      ]);
      expect(await merge(stages, ["id"])).toEqual({
        added: 1,
        changed: 1,
        unchanged: 1,
        repeated: 0
      });
    });

    test("toMergeSql(null, stage, key) counts all rows as added, but for those that come again", async () => {
      const stages = [await stage("id, v", "1, 'a'", "2, 'b'", "1, 'c'")];
      expect(await merge(stages, ["id"])).toEqual({
        added: 2,
        changed: 0,
        unchanged: 0,
        repeated: 1
      });
      expect(await fold(stages, ["id"])).toEqual([
        {id: 1, v: "c"},
        {id: 2, v: "b"}
      ]);
    });

    test("importing the same rows again changes nothing", async () => {
      const one = await stage("id, v", "1, NULL", "2, 'b'");
      expect(await merge([one, one], ["id"])).toEqual({
        added: 0,
        changed: 0,
        unchanged: 2,
        repeated: 0
      });
      expect(await fold([one, one, one], ["id"])).toEqual(await fold([one], ["id"]));
    });

    test("a value that becomes null, or is null no more, is a change", async () => {
      const stages = [
        await stage("id, v", "1, 'a'", "2, NULL"),
        await stage("id, v", "1, NULL", "2, 'b'")
      ];
      expect(await merge(stages, ["id"])).toMatchObject({changed: 2, unchanged: 0});
      expect(await fold(stages, ["id"])).toEqual([
        {id: 1, v: null},
        {id: 2, v: "b"}
      ]);
    });

    test("rows that lack a value of the key are told apart by all values, null being like null", async () => {
      const stages = [
        await stage("a, b, v", "1, NULL, 'x'", "1, NULL, 'y'", "NULL, NULL, NULL"),
        await stage("a, b, v", "1, NULL, 'x'", "1, NULL, 'z'", "NULL, NULL, NULL")
      ];
      expect(await merge(stages, ["a", "b"])).toEqual({
        added: 1,
        changed: 0,
        unchanged: 2,
        repeated: 0
      });
      expect(await fold(stages, ["a", "b"])).toEqual([
        {a: 1, b: null, v: "x"},
        {a: 1, b: null, v: "y"},
        {a: null, b: null, v: null},
        {a: 1, b: null, v: "z"}
      ]);
    });

    test("types widen: the same key is the same row", async () => {
      const stages = [
        await stage("id, v, d", "1, 10, DATE '2024-01-01'"),
        await stage("id, v, d", "1::BIGINT, 10.5::DOUBLE, TIMESTAMP '2024-01-01 00:00:00'"),
        await stage("id, v, d", "'1', 'ten', 'soon'", "'x', NULL, NULL")
      ];
      expect(await merge(stages.slice(0, 2), ["id"])).toMatchObject({added: 0, changed: 1});
      expect(await fold(stages.slice(0, 2), ["id"])).toEqual([
        {id: 1, v: 10.5, d: new Date("2024-01-01")}
      ]);
      expect(await merge(stages, ["id"])).toMatchObject({added: 1, changed: 1});
      expect(await fold(stages, ["id"])).toEqual([
        {id: "1", v: "ten", d: "soon"},
        {id: "x", v: null, d: null}
      ]);
    });

    test("a column that a later stage does not have keeps its values, and a new one is a change where it has one", async () => {
      const stages = [
        await stage("id, v, note", "1, 'a', 'n'", "2, 'b', 'm'"),
        await stage("ID, v", "1, 'A'", "2, 'b'", "3, 'c'"),
        await stage("id, extra", "1, 'e'", "2, NULL")
      ];
      expect(await merge(stages.slice(0, 2), ["id"])).toEqual({
        added: 1,
        changed: 1,
        unchanged: 1,
        repeated: 0
      });
      expect(await merge(stages, ["id"])).toEqual({
        added: 0,
        changed: 1,
        unchanged: 1,
        repeated: 0
      });
      expect(await fold(stages, ["id"])).toEqual([
        {id: 1, v: "A", note: "n", extra: "e"},
        {id: 2, v: "b", note: "m", extra: null},
        {id: 3, v: "c", note: null, extra: null}
      ]);
    });

    test("nested values, names that SQL would take for its own, and hidden names are like any", async () => {
      const make = async (value: number): Promise<Stage> =>
        stage(`"select ""x""", _order, _stage`, `[{'a': ${value}}], 1, 2`);
      const stages = [await make(1), await make(2), await make(1)];
      expect(await fold(stages)).toEqual([
        {'select "x"': [{a: 1}], _order: 1, _stage: 2},
        {'select "x"': [{a: 2}], _order: 1, _stage: 2}
      ]);
      expect(await fold(stages, ["_ORDER"])).toEqual([
        {'select "x"': [{a: 1}], _order: 1, _stage: 2}
      ]);
    });

    test("toFoldSql(stages, key) names a column of the key that is not there", async () => {
      const one = await stage("id, v", "1, 2");
      expect(() => toFoldSql([one], ["nr"])).toThrow(
        expect.objectContaining({
          name: "InputError",
          message: "column of the key not there: nr (there are: id, v)"
        }) as Error
      );
    });
  });

  describe("without a key", () => {
    test("rows that are there already are not added, and those that stand twice in one file stay two", async () => {
      const stages = [
        await stage("day, cents", "1, 250", "1, 250", "2, 99"),
        await stage("day, cents", "1, 250", "1, 250", "2, 99", "2, 99", "3, NULL")
      ];
      expect(await merge(stages)).toEqual({added: 2, changed: 0, unchanged: 3, repeated: 0});
      expect(await fold(stages)).toEqual([
        {day: 1, cents: 250},
        {day: 1, cents: 250},
        {day: 2, cents: 99},
        {day: 2, cents: 99},
        {day: 3, cents: null}
      ]);
      expect(await fold([...stages, stages[0]!])).toEqual(await fold(stages));
    });

    test("toFoldSql(stages, []) of one stage is the stage", async () => {
      const one = await stage("a", "2", "1", "2");
      expect(await fold([one])).toEqual([{a: 2}, {a: 1}, {a: 2}]);
    });
  });

  describe("rollback", () => {
    const rollback = async (
      stages: readonly Stage[],
      index: number,
      key: readonly string[]
    ): Promise<unknown> => {
      const {counts, kept, keptKeys} = toRollbackSql(stages, index, key);
      return {
        ...(await rowOf(counts)),
        ...(await rowOf(kept)),
        keys: (await rowsOf(keptKeys)).map((row) => Object.values(row))
      };
    };

    test("toRollbackSql(stages, index, key) counts rows that go, get an earlier value, and keep a later one", async () => {
      const stages = [
        await stage("id, v", "1, 'a'", "2, 'b'", "3, 'c'", "7, 'g'"),
        await stage("id, v", "1, 'A'", "2, 'B'", "3, 'c'", "4, 'D'", "5, 'E'"),
        await stage("id, v", "2, 'β'", "5, 'E'", "6, 'F'")
      ];
      expect(await rollback(stages, 1, ["id"])).toEqual({
        removed: 1,
        restored: 1,
        kept: 2,
        keys: [["2"], ["5"]]
      });
      expect(await fold([stages[0]!, stages[2]!], ["id"])).toEqual([
        {id: 1, v: "a"},
        {id: 2, v: "β"},
        {id: 3, v: "c"},
        {id: 7, v: "g"},
        {id: 5, v: "E"},
        {id: 6, v: "F"}
      ]);
      expect(await rollback(stages, 2, ["id"])).toEqual({
        removed: 1,
        restored: 1,
        kept: 0,
        keys: []
      });
    });

    test("toRollbackSql(stages, index, key) of the only stage removes all", async () => {
      const one = await stage("id, v", "1, 'a'", "2, 'b'");
      expect(await rollback([one], 0, ["id"])).toEqual({
        removed: 2,
        restored: 0,
        kept: 0,
        keys: []
      });
    });

    test("toRollbackSql(stages, index, []) removes rows that no other stage has", async () => {
      const stages = [
        await stage("a, b", "1, 'x'"),
        await stage("a, b", "1, 'x'", "2, 'y'", "3, 'z'", "3, 'z'"),
        await stage("a, b", "2, 'y'", "3, 'z'")
      ];
      expect(await rollback(stages, 1, [])).toEqual({
        removed: 1,
        restored: 0,
        kept: 2,
        keys: [
          ["2", "y"],
          ["3", "z"]
        ]
      });
    });
  });

  describe("compare", () => {
    test("toCompareSql(before, after, key) gives each row that differs, with both values", async () => {
      const before = await stage(
        "id, v, gone",
        "1, 'a', 0",
        "2, 'b', 0",
        "3, 'c', 0",
        "4, NULL, 0"
      );
      const after = await stage(
        "id, v, extra",
        "1, 'a', 9",
        "3, 'C', 9",
        "4, NULL, 9",
        "5, 'e', 9"
      );
      const sql = toCompareSql(before, after, ["id"]);
      expect(await rowOf(sql.counts)).toEqual({added: 1, removed: 1, changed: 1, same: 2});
      expect(await rowsOf(sql.rows)).toMatchObject([
        {_change: "removed", id: 2, v: null, "v (before)": "b", "gone (before)": 0},
        {_change: "changed", id: 3, v: "C", "v (before)": "c"},
        {_change: "added", id: 5, v: "e", "v (before)": null, extra: 9}
      ]);
      expect(sql.columnsAdded).toEqual(["extra"]);
      expect(sql.columnsRemoved).toEqual(["gone"]);
    });

    test("toCompareSql(before, after, []) compares whole rows, each as often as it stands there", async () => {
      const before = await stage("a", "1", "1", "2");
      const after = await stage("a", "1", "3", "1", "1");
      const sql = toCompareSql(before, after, [], 2);
      expect(await rowOf(sql.counts)).toEqual({added: 2, removed: 1, changed: 0, same: 2});
      expect(await rowsOf(sql.rows)).toEqual([
        {_change: "added", a: 3},
        {_change: "removed", a: 2}
      ]);
    });

    test("toCompareSql(before, after, []) looks at the columns that both have", async () => {
      const before = await stage("a, b", "1, 'x'", "2, 'y'");
      const after = await stage("c, a", "9, 1", "9, 3");
      const sql = toCompareSql(before, after, []);
      expect(await rowOf(sql.counts)).toEqual({added: 1, removed: 1, changed: 0, same: 1});
      expect(sql.columnsRemoved).toEqual(["b"]);
      const other = await stage("z", "1");
      expect(() => toCompareSql(before, other, [])).toThrow("no column in common");
    });

    test("toCompareSql(…) of no rows on either side works", async () => {
      const none = await stage("a,b");
      const some = await stage("a,b", "1, 2");
      expect(await rowOf(toCompareSql(none, some, ["a"]).counts)).toMatchObject({
        added: 1,
        same: 0
      });
      expect(await rowOf(toCompareSql(some, none, ["a"]).counts)).toMatchObject({
        removed: 1,
        same: 0
      });
    });
  });
}
