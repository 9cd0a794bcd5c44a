import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {UnavailableError} from "../../src/lib/errors.ts";
import type {Lake} from "../../src/lake/lake.ts";
import type {Column, Value} from "../../src/model/column.ts";
import type {Step} from "../../src/model/recipe.ts";
import type {StepsPlan} from "../../src/recipes/plan-steps.ts";
import {findFailure, planSteps, toRecipeSql} from "../../src/recipes/plan-steps.ts";

/** A name and a text that end quotes, statements and comments. */
const NASTY = `x"; drop table t; -- ' 日本 /*`;

/** What steps do to rows, on whatever engine. */
export function stepsContract(open: () => Promise<Lake>): void {
  let lake: Lake;
  beforeAll(async () => {
    lake = await open();
  });
  afterAll(() => lake.close());

  const describeSql = async (sql: string): Promise<readonly Column[]> =>
    (await lake.query(`FROM (${sql}) LIMIT 0`)).fields;

  /** The plan of steps over the rows of a query. */
  const plan = async (select: string, steps: readonly Step[], row?: string): Promise<StepsPlan> => {
    const all = await describeSql(select);
    const columns = all.filter(({name}) => name !== row);
    return planSteps(describeSql, {relation: `(${select})`, columns, row}, steps);
  };

  /** The columns and the rows after steps; values of VALUES are columns `a`, `b` … */
  const clean = async (
    select: string,
    ...steps: readonly Step[]
  ): Promise<{columns: string[]; rows: Value[][]}> => {
    const {sql, failure} = await plan(select, steps);
    expect(failure).toBeNull();
    const result = await lake.query(sql);
    const rows = Array.from({length: result.numRows}, (_, row) =>
      result.columns.map((_, column) => result.value(row, column))
    );
    return {columns: result.fields.map(({name, type}) => `${name} ${type}`), rows};
  };

  /** The rows of a column of text values after retyping it, and the values that were refused. */
  const retype = async (
    values: readonly (string | null)[],
    step: Omit<Extract<Step, {kind: "retype"}>, "kind" | "column">
  ): Promise<{type: string; values: Value[]; refused: Value[]}> => {
    const list = values.map((value) =>
      value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`
    );
    const select = `select unnest([${list.join(", ")}]::VARCHAR[]) as a`;
    const {sql, steps, failure} = await plan(select, [{kind: "retype", column: "a", ...step}]);
    expect(failure).toBeNull();
    const result = await lake.query(sql);
    const misfits = await lake.query(`from (${steps[0]!.misfits}) order by "row"`);
    return {
      type: result.fields[0]!.type,
      values: result.column("a"),
      refused: misfits.column("value")
    };
  };

  const values = (...rows: readonly string[]): string => {
    const list = rows.map((row) => `(${row})`).join(", ");
    const bare = rows[0]!.replace(/'[^']*'/g, "");
    const names = bare.split(",").map((_, i) => String.fromCharCode(97 + i));
    return `select * from (values ${list}) as t(${names.join(", ")})`;
  };

  describe("columns", () => {
    test("rename gives columns other names in their places, and can swap two", async () => {
      const {columns, rows} = await clean(values("1, 2, 3"), {
        kind: "rename",
        columns: {a: "b", b: "a"}
      });
      expect(columns).toEqual(["b INTEGER", "a INTEGER", "c INTEGER"]);
      expect(rows).toEqual([[1, 2, 3]]);
    });

    test("select gives columns in its own order, drop leaves them out, and case does not matter", async () => {
      expect(
        (await clean(values("1, 2, 3"), {kind: "select", columns: ["C", "a"]})).columns
      ).toEqual(["c INTEGER", "a INTEGER"]);
      expect((await clean(values("1, 2, 3"), {kind: "drop", columns: ["B"]})).columns).toEqual([
        "a INTEGER",
        "c INTEGER"
      ]);
    });

    test("a step that is off is passed over", async () => {
      const {columns} = await clean(values("1, 2"), {kind: "drop", columns: ["a"], off: true});
      expect(columns).toEqual(["a INTEGER", "b INTEGER"]);
    });

    test.each<[string, Step, string]>([
      [
        "a column that is not there",
        {kind: "trim", columns: ["d"]},
        "column not there: d (there are: a, b)"
      ],
      [
        "two columns of one name",
        {kind: "rename", columns: {a: "B"}},
        "two columns of one name: b"
      ],
      ["no column", {kind: "drop", columns: ["a", "b"]}, "no column is left"]
    ])("planSteps(…) says that a step gives or needs %s", async (_, step, what) => {
      const {failure} = await plan(values("1, 2"), [{kind: "trim", columns: []}, step]);
      expect(failure).toEqual({index: 1, what: what.replace("one name: b", "one name: b")});
    });
  });

  describe("text", () => {
    test("trim takes white space of all kinds off the ends, and a text of nothing else is no value", async () => {
      const {rows} = await clean(values("e'\\t\u00a0 a  b \u2003', 1", "'   ', 2", "NULL, 3"), {
        kind: "trim",
        columns: ["a", "b"]
      });
      expect(rows).toEqual([
        ["a  b", 1],
        [null, 2],
        [null, 3]
      ]);
    });

    test("trim with collapse makes one space of inner white space", async () => {
      const {rows} = await clean(values("' a \u00a0\n b '"), {
        kind: "trim",
        columns: ["a"],
        collapse: true
      });
      expect(rows).toEqual([["a b"]]);
    });

    test("replace takes all places, of a text or of a regex with groups", async () => {
      const select = values("'a.b.c'", "'abc'", "NULL");
      const literal: Step = {kind: "replace", column: "a", find: ".", with: "$1"};
      expect((await clean(select, literal)).rows).toEqual([["a$1b$1c"], ["abc"], [null]]);
      const regex: Step = {
        kind: "replace",
        column: "a",
        find: "([ac])",
        with: "<\\1>",
        isRegex: true
      };
      expect((await clean(select, regex)).rows).toEqual([["<a>.b.<c>"], ["<a>b<c>"], [null]]);
    });

    test("replace makes text of numbers", async () => {
      const step: Step = {kind: "replace", column: "a", find: "1", with: "one"};
      expect(await clean(values("12, 1"), step)).toEqual({
        columns: ["a VARCHAR", "b INTEGER"],
        rows: [["one2", 1]]
      });
    });

    test("planSteps(…) says what is wrong with a regex", async () => {
      const {failure} = await plan(values("'a'"), [
        {kind: "replace", column: "a", find: "(", with: "", isRegex: true}
      ]);
      expect(failure?.what).toMatch(/missing \)/);
    });

    test("split gives parts, what is left in the last, and null where there is none", async () => {
      const step: Step = {kind: "split", column: "a", by: ", ", into: ["x", "y"]};
      expect(await clean(values("'1, 2, 3', 9", "'1', 8", "NULL, 7", "'', 6"), step)).toEqual({
        columns: ["x VARCHAR", "y VARCHAR", "b INTEGER"],
        rows: [
          ["1", "2, 3", 9],
          ["1", null, 8],
          [null, null, 7],
          ["", null, 6]
        ]
      });
    });

    test("split by a regex keeps the marks in what is left", async () => {
      const step: Step = {
        kind: "split",
        column: "a",
        by: "\\s*[-/]+\\s*",
        isRegex: true,
        into: ["x", "y", "z"],
        keep: true
      };
      expect(await clean(values("'ä - 😀//c-d / e'", "'ä-b'"), step)).toEqual({
        columns: ["a VARCHAR", "x VARCHAR", "y VARCHAR", "z VARCHAR"],
        rows: [
          ["ä - 😀//c-d / e", "ä", "😀", "c-d / e"],
          ["ä-b", "ä", "b", null]
        ]
      });
    });

    test("merge joins texts, what has no value leaves no separator", async () => {
      const step: Step = {kind: "merge", columns: ["c", "a"], into: "x", separator: " "};
      expect(await clean(values("1, 'b', 'c'", "NULL, 'b', 'c'", "NULL, 'b', NULL"), step)).toEqual(
        {
          columns: ["x VARCHAR", "b VARCHAR"],
          rows: [
            ["c 1", "b"],
            ["c", "b"],
            [null, "b"]
          ]
        }
      );
      expect((await clean(values("1, 2, 3"), {...step, keep: true})).columns).toEqual([
        "a INTEGER",
        "b INTEGER",
        "c INTEGER",
        "x VARCHAR"
      ]);
    });
  });

  describe("retype", () => {
    test.each<[string, string | undefined, "." | "," | undefined, string, Value | undefined]>([
      ["1234.5", undefined, undefined, "DOUBLE", 1234.5],
      ["1.234,5", ".", ",", "DOUBLE", 1234.5],
      ["1.234.567", ".", ",", "DOUBLE", 1234567],
      ["1,234,567.80", ",", ".", "DOUBLE", 1234567.8],
      ["12,34,567", ",", undefined, "BIGINT", 1234567],
      ["1 234", " ", undefined, "BIGINT", 1234],
      ["1\u202f234,50 €", " ", ",", "DOUBLE", 1234.5],
      ["1’234", "'", undefined, "BIGINT", 1234],
      ["EUR 12.50", undefined, undefined, "DECIMAL(9,2)", 12.5],
      ["-€12.50", undefined, undefined, "DOUBLE", -12.5],
      ["€-12.50", undefined, undefined, "DOUBLE", -12.5],
      ["(12.50)", undefined, undefined, "DOUBLE", -12.5],
      ["12.50-", undefined, undefined, "DOUBLE", -12.5],
      ["−7", undefined, undefined, "BIGINT", -7],
      ["+7", undefined, undefined, "BIGINT", 7],
      [".5", undefined, undefined, "DOUBLE", 0.5],
      ["1e3", undefined, undefined, "DOUBLE", 1000],
      ["12.0", undefined, undefined, "BIGINT", 12],
      ["1,5", ",", ".", "DOUBLE", undefined],
      ["1,50", ",", ".", "DOUBLE", undefined],
      ["1.5", ".", ",", "DOUBLE", undefined],
      ["12.6", undefined, undefined, "BIGINT", undefined],
      ["0x10", undefined, undefined, "BIGINT", undefined],
      ["1_000", undefined, undefined, "BIGINT", undefined],
      ["300", undefined, undefined, "TINYINT", undefined],
      ["n/a", undefined, undefined, "DOUBLE", undefined],
      ["", undefined, undefined, "DOUBLE", null],
      [" \t", undefined, undefined, "DOUBLE", null]
    ])(
      "of %j with %j between thousands and the decimal mark %j to %s is %j",
      async (text, thousands, decimal, type, value) => {
        const marks = {...(thousands && {thousands}), ...(decimal && {decimal})};
        const got = await retype([text], {type, ...marks});
        expect(got.type).toBe(type);
        expect(got.values).toEqual(value === undefined ? [] : [value]);
        expect(got.refused).toEqual(value === undefined ? [text] : []);
      }
    );

    test.each<[string, string | undefined, string, Value | undefined]>([
      ["31.12.2024", "%d.%m.%Y", "DATE", new Date("2024-12-31")],
      ["2024-12-31", undefined, "DATE", new Date("2024-12-31")],
      ["31.12.2024 08:15", "%d.%m.%Y %H:%M", "TIMESTAMP", new Date("2024-12-31T08:15Z")],
      ["2024-12-31T23:30:00-02:00", undefined, "TIMESTAMP", new Date("2025-01-01T01:30Z")],
      ["2024-12-31 23:30 -0200", "%Y-%m-%d %H:%M %z", "TIMESTAMP", new Date("2025-01-01T01:30Z")],
      [
        "2024-12-31 23:30 -0200",
        "%Y-%m-%d %H:%M %z",
        "TIMESTAMP WITH TIME ZONE",
        new Date("2025-01-01T01:30Z")
      ],
      ["8:15 PM", "%I:%M %p", "TIME", "20:15:00"],
      ["13/31/2024", "%m/%d/%Y", "DATE", undefined],
      ["soon", undefined, "TIMESTAMP", undefined],
      ["yes", undefined, "BOOLEAN", true],
      ["maybe", undefined, "BOOLEAN", undefined],
      [
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        undefined,
        "UUID",
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
      ]
    ])("of %j written as %j to %s is %j", async (text, format, type, value) => {
      const got = await retype([text, null], {type, ...(format && {format})});
      expect(got.values).toEqual(value === undefined ? [null] : [value, null]);
      expect(got.refused).toEqual(value === undefined ? [text] : []);
    });

    test("of numbers and moments goes to other types, and rounds nothing", async () => {
      const select = values(
        "1.5::DOUBLE, 20240229, DATE '2024-02-29', TIMESTAMP '2024-02-29 08:00'"
      );
      expect(
        await clean(
          select,
          {kind: "retype", column: "a", type: "VARCHAR"},
          {kind: "retype", column: "b", type: "DATE", format: "%Y%m%d"},
          {kind: "retype", column: "c", type: "VARCHAR", format: "%d.%m.%y"},
          {kind: "retype", column: "d", type: "DATE"}
        )
      ).toEqual({
        columns: ["a VARCHAR", "b DATE", "c VARCHAR", "d DATE"],
        rows: [["1.5", new Date("2024-02-29"), "29.02.24", new Date("2024-02-29")]]
      });
      expect((await clean(select, {kind: "retype", column: "a", type: "BIGINT"})).rows).toEqual([]);
    });

    test("refuses rows with a value that does not fit, each with its place, its value and its text", async () => {
      const select =
        "select 7 + range as n, ['1', 'x', '3'][range + 1] as a, range as b from range(3)";
      const {steps, sql} = await plan(select, [{kind: "retype", column: "a", type: "BIGINT"}], "n");
      expect((await lake.query(sql)).toArray()).toEqual([
        {a: 1, b: 0, n: 7},
        {a: 3, b: 2, n: 9}
      ]);
      expect((await lake.query(steps[0]!.misfits!)).toArray()).toEqual([
        {
          row: 8,
          value: "x",
          what: "no BIGINT in the column a: map or replace the value first, or choose another type",
          text: "x\t1"
        }
      ]);
    });
  });

  describe("values", () => {
    const gaps = values("'a', 1", "NULL, 2", "'', NULL", "'b', 4", "' ', 5");

    test("fill takes the last value above, an empty text being none", async () => {
      const {columns, rows} = await clean(gaps, {
        kind: "fill",
        columns: ["a", "b"],
        with: "previous"
      });
      expect(columns).toEqual(["a VARCHAR", "b INTEGER"]);
      expect(rows).toEqual([
        ["a", 1],
        ["a", 2],
        ["a", 2],
        ["b", 4],
        ["b", 5]
      ]);
    });

    test("fill takes a value of the column's type, and is refused where it is none", async () => {
      const fill = (column: string, value: string): Step => ({
        kind: "fill",
        columns: [column],
        with: {value}
      });
      expect((await clean(gaps, fill("a", "it's"), fill("b", "0"))).rows).toEqual([
        ["a", 1],
        ["it's", 2],
        ["it's", 0],
        ["b", 4],
        ["it's", 5]
      ]);
      expect((await plan(gaps, [fill("b", "none")])).failure?.what).toBe(
        'value that is no INTEGER, as the column "b" is: none'
      );
    });

    test("map puts values in the place of others by their text, null for none", async () => {
      const step: Step = {kind: "map", column: "a", values: {a: "A", b: null, "": "empty"}};
      expect((await clean(gaps, step)).rows.map(([a]) => a)).toEqual([
        "A",
        null,
        "empty",
        null,
        " "
      ]);
    });

    test("map keeps a column's type where all values have it, and makes text of it otherwise", async () => {
      const select = values("999", "1", "NULL");
      expect(await clean(select, {kind: "map", column: "a", values: {999: null, 1: "2"}})).toEqual({
        columns: ["a INTEGER"],
        rows: [[null], [2], [null]]
      });
      expect(await clean(select, {kind: "map", column: "a", values: {999: "none"}})).toEqual({
        columns: ["a VARCHAR"],
        rows: [["none"], ["1"], [null]]
      });
    });

    test("map of many values keeps the order of rows", async () => {
      const mapped = Object.fromEntries(
        Array.from({length: 1000}, (_, i) => [String(i * 2), i % 3 === 0 ? null : `even ${i * 2}`])
      );
      const select = "select range as n, (range % 2500)::VARCHAR as a from range(20000)";
      const {rows} = await clean(select, {kind: "map", column: "a", values: mapped});
      expect(rows.every(([n], i) => n === i)).toBe(true);
      expect(rows[4]).toEqual([4, "even 4"]);
      expect(rows[6]).toEqual([6, null]);
      expect(rows[7]).toEqual([7, "7"]);
      expect(rows[4504]).toEqual([4504, "2004"]);
    });

    test("cluster is a map whose values came from clusters", async () => {
      const step: Step = {
        kind: "cluster",
        column: "a",
        method: "fingerprint",
        values: {"Café ": "café"}
      };
      expect((await clean(values("'Café '", "'café'"), step)).rows).toEqual([["café"], ["café"]]);
    });

    test("derive computes a new column, or one in its place", async () => {
      const select = values("1, 2", "3, NULL");
      expect(
        await clean(select, {kind: "derive", column: "c", expression: "a + b -- sum"})
      ).toEqual({
        columns: ["a INTEGER", "b INTEGER", "c INTEGER"],
        rows: [
          [1, 2, 3],
          [3, null, null]
        ]
      });
      expect(
        (
          await clean(select, {
            kind: "derive",
            column: "A",
            expression: "extract(year from date '2024-01-01') + a"
          })
        ).columns
      ).toEqual(["A BIGINT", "b INTEGER"]);
    });

    test("derive over other rows keeps the order of rows", async () => {
      const select = "select range as n, range % 7 as g from range(10000)";
      const {rows} = await clean(select, {
        kind: "derive",
        column: "s",
        expression: "sum(n) OVER (PARTITION BY g)"
      });
      expect(rows.every(([n], i) => n === i)).toBe(true);
    });

    test.each([
      ["sum(a)", /GROUP BY|aggregate/],
      ["nope + 1", /nope/],
      ["1) AS x, (2", "expression with a parenthesis that closes nothing"],
      ["(SELECT 1)", /^query in an expression: SELECT/],
      ["EXISTS (FROM t)", /^query in an expression: FROM/],
      ["unnest([1, 2])", /^expression that makes several rows of one/],
      ["1; drop table t", /semicolon/],
      ["", /^expression of nothing/]
    ])("planSteps(…) refuses to derive from %j", async (expression, what) => {
      for (const select of [values("1"), values("1, 2")]) {
        const {failure} = await plan(select, [{kind: "derive", column: "a", expression}]);
        expect(failure?.what).toMatch(what);
      }
    });

    test("planSteps(…) refuses an expression that gives several columns", async () => {
      const step: Step = {kind: "derive", column: "c", expression: "COLUMNS(*)"};
      const {failure} = await plan(values("1, 2"), [step]);
      expect(failure?.what).toBe("an expression gives 2 columns for one");
    });

    test("findFailure(run, plan) names the step that fails on a value", async () => {
      const planned = await plan(values("'1'", "'x'"), [
        {kind: "trim", columns: ["a"]},
        {kind: "derive", column: "b", expression: "a::INTEGER"},
        {kind: "drop", columns: ["a"]}
      ]);
      expect(planned.failure).toBeNull();
      const failure = await findFailure((sql) => lake.query(sql), planned);
      expect(failure?.index).toBe(1);
      expect(failure?.what).toMatch(/Could not convert string 'x' to INT32/);
    });
  });

  describe("rows", () => {
    const table = values(
      "'x', 'jan', 1, 'n'",
      "'y', 'jan', 2, 'n'",
      "'x', 'feb', 3, 'n'",
      "'x', 'feb', 4, 'n'",
      "'x', 'mar', 5, 'n'"
    );

    test.each<["first" | "sum" | "count" | "min" | "max" | "avg", Value[][]]>([
      [
        "first",
        [
          ["x", 1, 3, "n"],
          ["y", 2, null, "n"]
        ]
      ],
      [
        "sum",
        [
          ["x", 1, 7, "n"],
          ["y", 2, null, "n"]
        ]
      ],
      [
        "count",
        [
          ["x", 1, 2, "n"],
          ["y", 1, 0, "n"]
        ]
      ],
      [
        "avg",
        [
          ["x", 1, 3.5, "n"],
          ["y", 2, null, "n"]
        ]
      ]
    ])("pivot by %s gives a column a name, in the place of the names", async (aggregate, rows) => {
      const step: Step = {
        kind: "pivot",
        names: "b",
        values: "c",
        aggregate,
        columns: ["jan", "feb"]
      };
      const got = await clean(table, step);
      expect(got.columns.map((column) => column.split(" ")[0])).toEqual(["a", "jan", "feb", "d"]);
      expect(got.rows).toEqual(rows);
    });

    test("pivot of names and values alone gives one row, and none of none", async () => {
      const step: Step = {kind: "pivot", names: "a", values: "b", aggregate: "max", columns: ["k"]};
      expect((await clean(values("'k', 1", "'k', 2"), step)).rows).toEqual([[2]]);
      expect((await clean(`${values("'k', 1")} where false`, step)).rows).toEqual([]);
    });

    test("unpivot gives a row a value, in order, and none where there is no value", async () => {
      const step: Step = {kind: "unpivot", columns: ["c", "b"], name: "k", value: "v"};
      expect(await clean(values("'x', 1, 2.5, 'n'", "'y', NULL, 3.5, 'm'"), step)).toEqual({
        columns: ["a VARCHAR", "k VARCHAR", "v DECIMAL(11,1)", "d VARCHAR"],
        rows: [
          ["x", "c", 2.5, "n"],
          ["x", "b", 1, "n"],
          ["y", "c", 3.5, "m"]
        ]
      });
    });

    test("unpivot makes text of unlike types", async () => {
      const step: Step = {kind: "unpivot", columns: ["a", "b"], name: "k", value: "v"};
      expect((await clean(values("1, DATE '2024-01-02'"), step)).rows).toEqual([
        ["a", "1"],
        ["b", "2024-01-02"]
      ]);
    });

    test("filter keeps rows for which the expression is true", async () => {
      const step: Step = {kind: "filter", expression: "c > 1 AND b <> 'mar'"};
      expect((await clean(table, step)).rows.map(([, , c]) => c)).toEqual([2, 3, 4]);
    });

    test("distinct keeps the first or the last of rows alike, null being like null, in their order", async () => {
      const select = values("1, NULL, 'a'", "2, 'k', 'b'", "1, NULL, 'c'", "1, NULL, 'c'");
      const keep = (keep: "first" | "last", ...columns: string[]): Step => ({
        kind: "distinct",
        columns,
        keep
      });
      const last = async (step: Step): Promise<unknown[]> =>
        (await clean(select, step)).rows.map(([, , c]) => c);
      expect(await last(keep("first", "a", "b"))).toEqual(["a", "b"]);
      expect(await last(keep("last", "a", "b"))).toEqual(["b", "c"]);
      expect(await last(keep("first"))).toEqual(["a", "b", "c"]);
    });

    test("the number of the source's row is carried through all steps", async () => {
      const select = `select 10 * row_number() over () as n, * from (${table})`;
      const {sql, rows} = await plan(
        select,
        [
          {kind: "distinct", columns: ["a", "b"], keep: "last"},
          {kind: "fill", columns: ["c"], with: "previous"},
          {kind: "derive", column: "e", expression: "count(*) OVER (PARTITION BY a)"},
          {kind: "unpivot", columns: ["c", "e"], name: "k", value: "v"},
          {kind: "pivot", names: "k", values: "v", aggregate: "first", columns: ["c", "e"]},
          {kind: "select", columns: ["b", "c"]}
        ],
        "n"
      );
      expect(rows.columns.map(({name}) => name)).toEqual(["b", "c"]);
      expect((await lake.query(sql)).toArray()).toEqual([
        {b: "jan", c: 1, n: 10},
        {b: "jan", c: 2, n: 20},
        {b: "feb", c: 4, n: 40},
        {b: "mar", c: 5, n: 50}
      ]);
    });

    test("steps keep the order of many rows", async () => {
      const {rows} = await clean(
        "select range as n, range % 3 as k, ' t' || (range % 1000) as t from range(100000)",
        {kind: "trim", columns: ["t"]},
        {kind: "fill", columns: ["t"], with: "previous"},
        {kind: "distinct", columns: ["n"], keep: "first"},
        {kind: "filter", expression: "k <> 1"},
        {kind: "map", column: "k", values: {2: "1"}}
      );
      expect(rows).toHaveLength(66_667);
      expect(rows.every(([n], i) => i === 0 || (n as number) > (rows[i - 1]![0] as number))).toBe(
        true
      );
    });
  });

  describe("safety", () => {
    test("names and values of any kind are only names and values", async () => {
      const nasty = NASTY.replaceAll('"', '""');
      const text = NASTY.replaceAll("'", "''");
      const select = `select '${text}' as "${nasty}", 1 as b`;
      const steps: Step[] = [
        {kind: "rename", columns: {[NASTY]: `${NASTY}2`}},
        {kind: "trim", columns: [`${NASTY}2`], collapse: true},
        {kind: "replace", column: `${NASTY}2`, find: NASTY, with: `${NASTY}${NASTY}`},
        {kind: "map", column: `${NASTY}2`, values: {[`${NASTY}${NASTY}`]: NASTY}},
        {kind: "fill", columns: [`${NASTY}2`], with: {value: NASTY}},
        {kind: "split", column: `${NASTY}2`, by: ";", into: [`${NASTY}3`, `${NASTY}4`]},
        {kind: "merge", columns: [`${NASTY}3`, `${NASTY}4`], into: NASTY, separator: ";"},
        {kind: "unpivot", columns: [NASTY], name: `${NASTY}5`, value: `${NASTY}6`},
        {
          kind: "pivot",
          names: `${NASTY}5`,
          values: `${NASTY}6`,
          aggregate: "first",
          columns: [NASTY]
        },
        {kind: "distinct", columns: [NASTY], keep: "first"},
        {kind: "select", columns: [NASTY]}
      ];
      expect(await clean(select, ...steps)).toEqual({
        columns: [`${NASTY} VARCHAR`],
        rows: [[NASTY]]
      });
    });

    test("hidden columns keep out of the way of columns by their names", async () => {
      const select =
        "select range as _number, range as __number, NULL as _made, '1' as a from range(2)";
      expect(
        (
          await clean(
            select,
            {kind: "fill", columns: ["_made"], with: "previous"},
            {kind: "distinct", columns: [], keep: "first"},
            {kind: "retype", column: "a", type: "BIGINT"}
          )
        ).rows
      ).toEqual([
        [0, 0, null, 1],
        [1, 1, null, 1]
      ]);
    });

    test("planSteps(describe, …) throws where it is not the step that fails", async () => {
      const source = {relation: "t", columns: [{name: "a", type: "INTEGER"}]};
      const steps: Step[] = [{kind: "filter", expression: "a > 0"}];
      for (const error of [new DOMException("", "AbortError"), new UnavailableError("gone")]) {
        await expect(planSteps(() => Promise.reject(error), source, steps)).rejects.toBe(error);
      }
    });

    test("toRecipeSql(describe, recipe, source) says which step of which recipe fails", async () => {
      const steps: Step[] = [{kind: "filter", expression: "nope"}];
      const source = {relation: "(select 1 as a)", columns: [{name: "a", type: "INTEGER"}]};
      await expect(toRecipeSql(describeSql, {name: "bank", steps}, source)).rejects.toThrow(
        /^step 1 \(filter\) of recipe bank: .*nope/
      );
    });
  });
}
