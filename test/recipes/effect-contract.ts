import {afterAll, beforeAll, expect, test} from "vitest";
import type {Lake} from "../../src/lake/lake.ts";
import type {StepEffect} from "../../src/model/cleaning.ts";
import type {Step} from "../../src/model/recipe.ts";
import type {StepEngine} from "../../src/recipes/step-effect.ts";
import {findEffect} from "../../src/recipes/step-effect.ts";

/** What steps say that they change, on whatever engine. */
export function effectContract(open: () => Promise<Lake>): void {
  let lake: Lake;
  let engine: StepEngine;
  beforeAll(async () => {
    lake = await open();
    engine = {
      describe: async (sql) => (await lake.query(`FROM (${sql}) LIMIT 0`)).fields,
      rows: async (sql) => (await lake.query(sql)).toArray()
    };
  });
  afterAll(() => lake.close());

  const effect = async (select: string, ...steps: readonly Step[]): Promise<StepEffect> => {
    const columns = await engine.describe(select);
    return findEffect(engine, {relation: `(${select})`, columns}, steps, steps.length - 1);
  };

  const table =
    "select * from (values (' x', '1', 1), ('y', 'two', 2), (NULL, '3', 3), ('y', ' 4', 4)) as t(a, b, c)";

  test("findEffect(…) of a step that changes values counts the rows, and shows some before and after", async () => {
    expect(await effect(table, {kind: "trim", columns: ["a", "b"]})).toEqual({
      rowsBefore: 4,
      rowsAfter: 4,
      columnsAfter: [
        {name: "a", type: "VARCHAR"},
        {name: "b", type: "VARCHAR"},
        {name: "c", type: "INTEGER"}
      ],
      changed: 2,
      failed: 0,
      examples: [
        {before: {a: " x", b: "1", c: 1}, after: {a: "x", b: "1", c: 1}},
        {before: {a: "y", b: " 4", c: 4}, after: {a: "y", b: "4", c: 4}}
      ],
      failure: null
    });
  });

  test("findEffect(…) of retyping counts values that read otherwise, and those that do not fit", async () => {
    const got = await effect(
      "select * from (values ('1,5', 1), ('two', 2), ('3', 3), (' 4', 4)) as t(b, c)",
      {kind: "retype", column: "b", type: "DOUBLE", decimal: ","}
    );
    expect(got).toMatchObject({rowsBefore: 4, rowsAfter: 3, failed: 1, changed: 1});
    expect(got.examples).toEqual([
      {before: {b: "two", c: 2}, after: {}},
      {before: {b: "1,5", c: 1}, after: {b: 1.5, c: 1}}
    ]);
    const whole = await effect(table, {kind: "retype", column: "c", type: "BIGINT"});
    expect(whole).toMatchObject({failed: 0, changed: 0, examples: []});
  });

  test.each<[Step, Partial<StepEffect>]>([
    [
      {kind: "rename", columns: {a: "z"}},
      {changed: 0, rowsAfter: 4}
    ],
    [
      {kind: "drop", columns: ["a"]},
      {changed: 0, rowsAfter: 4}
    ],
    [{kind: "split", column: "a", by: " ", into: ["a", "d"]}, {changed: 1}],
    [{kind: "merge", columns: ["a", "b"], into: "d", separator: " "}, {changed: 4}],
    [{kind: "replace", column: "b", find: "two", with: "2"}, {changed: 1}],
    [{kind: "fill", columns: ["a"], with: "previous"}, {changed: 1}],
    [{kind: "map", column: "a", values: {y: "Y", z: "Z"}}, {changed: 2}],
    [{kind: "derive", column: "c", expression: "c + (c = 4)::INTEGER"}, {changed: 1}],
    [{kind: "derive", column: "d", expression: "nullif(c, 1)"}, {changed: 3}],
    [
      {kind: "filter", expression: "a = 'y'"},
      {changed: null, rowsAfter: 2}
    ],
    [
      {kind: "distinct", columns: ["a"], keep: "first"},
      {changed: null, rowsAfter: 3}
    ],
    [
      {kind: "unpivot", columns: ["a", "b"], name: "k", value: "v"},
      {changed: null, rowsAfter: 7}
    ],
    [
      {kind: "pivot", names: "a", values: "b", aggregate: "count", columns: ["y"]},
      {changed: null, rowsAfter: 4, examples: []}
    ]
  ])("findEffect(…) of %j", async (step, expected) => {
    expect(await effect(table, step)).toMatchObject({rowsBefore: 4, failure: null, ...expected});
  });

  test("findEffect(…) of a step that leaves rows out shows some of them", async () => {
    const {examples} = await effect(table, {kind: "distinct", columns: ["a"], keep: "last"});
    expect(examples).toEqual([{before: {a: "y", b: "two", c: 2}, after: {}}]);
  });

  test("findEffect(…) looks at the rows that come to the step, and at a step that is off", async () => {
    const steps: Step[] = [
      {kind: "filter", expression: "c > 2"},
      {kind: "trim", columns: ["b"], off: true}
    ];
    expect(await effect(table, ...steps)).toMatchObject({rowsBefore: 2, changed: 1});
  });

  test("findEffect(…) says what fails: the step, one before it, or a value", async () => {
    const bad: Step = {kind: "trim", columns: ["nope"]};
    const trim: Step = {kind: "trim", columns: ["a"]};
    expect((await effect(table, bad)).failure).toBe("column not there: nope (there are: a, b, c)");
    expect((await effect(table, bad, trim)).failure).toBe(
      "step 1 before it fails: column not there: nope (there are: a, b, c)"
    );
    const cast: Step = {kind: "derive", column: "d", expression: "b::INTEGER"};
    expect((await effect(table, cast)).failure).toMatch(/Could not convert string 'two'/);
  });
}
