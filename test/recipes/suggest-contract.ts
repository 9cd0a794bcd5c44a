import {afterAll, beforeAll, expect, test} from "vitest";
import type {Lake} from "../../src/lake/lake.ts";
import {toFactsSql} from "../../src/recipes/column-facts.ts";
import {planSteps} from "../../src/recipes/plan-steps.ts";
import type {StepSuggestion} from "../../src/model/cleaning.ts";
import {suggestSteps} from "../../src/recipes/suggest-steps.ts";

/** What steps are suggested, on whatever engine. */
export function suggestContract(open: () => Promise<Lake>): void {
  let lake: Lake;
  beforeAll(async () => {
    lake = await open();
  });
  afterAll(() => lake.close());

  const suggest = async (select: string): Promise<StepSuggestion[]> => {
    const {fields} = await lake.query(`FROM (${select}) LIMIT 0`);
    const rows = {relation: `(${select})`, columns: fields};
    return suggestSteps(rows, (await lake.query(toFactsSql(rows))).row(0));
  };

  /** A query of one text column. */
  const texts = (...values: readonly string[]): string =>
    `select unnest([${values.map((value) => `'${value}'`).join(", ")}]) as a`;

  test("suggestSteps(…) of an ugly table gives steps that can be applied in their order", async () => {
    const select = `select case when range % 4 = 0 then 'Group ' || range end as g, NULL as e, ' v' || range as v,
      (range + 0.5)::VARCHAR as n, range as k from range(100)`;
    const suggestions = await suggest(select);
    expect(suggestions).toEqual([
      {step: {kind: "drop", columns: ["e"]}, reason: "1 column without a value"},
      {step: {kind: "trim", columns: ["v"]}, reason: "white space around 100 values"},
      {
        step: {kind: "fill", columns: ["g"], with: "previous"},
        reason: "given once for several rows, as it seems"
      },
      {
        step: {kind: "retype", column: "n", type: "DOUBLE"},
        reason: "100 of 100 values looked at fit"
      }
    ]);
    const {fields} = await lake.query(`FROM (${select}) LIMIT 0`);
    const {failure} = await planSteps(
      async (sql) => (await lake.query(`FROM (${sql}) LIMIT 0`)).fields,
      {relation: `(${select})`, columns: fields},
      suggestions.map(({step}) => step)
    );
    expect(failure).toBeNull();
  });

  test.each<[string[], object | undefined]>([
    [["1", "2", ""], {type: "BIGINT"}],
    [["1.234,50", "7,25"], {type: "DOUBLE", decimal: ",", thousands: "."}],
    [["1,234.50", "7.25"], {type: "DOUBLE", decimal: ".", thousands: ","}],
    [["31.12.2024", "01.02.2024"], {type: "DATE", format: "%d.%m.%Y"}],
    [["12/31/2024", "01/02/2024"], {type: "DATE", format: "%m/%d/%Y"}],
    [["2024-12-31T08:00:00Z"], {type: "TIMESTAMP"}],
    [["yes", "no"], {type: "BOOLEAN"}],
    [["01/02/2024", "03/04/2024"], undefined],
    [["00123", "12345"], undefined],
    [["1", "two"], undefined],
    [["a", "b"], undefined],
    [["", ""], undefined]
  ])("suggestSteps(…) of the texts %j is the type %j", async (values, type) => {
    const steps = (await suggest(texts(...values))).map(({step}) => step);
    expect(steps).toEqual(type ? [{kind: "retype", column: "a", ...type}] : []);
  });

  test("suggestSteps(…) of a table without rows or faults is nothing", async () => {
    expect(await suggest("select 1 as a, 'x' as b where false")).toEqual([]);
    expect(await suggest("select range as a, 'x' as b from range(10)")).toEqual([]);
  });

  test("suggestSteps(…) looks at rows evenly over all, and at words for no value", async () => {
    const steps = await suggest(
      "select case when range > 45000 then ['NA', 'n/a '][1 + range % 2] else range::VARCHAR end as a from range(50000)"
    );
    expect(steps.slice(-2)).toEqual([
      {
        step: {kind: "map", column: "a", values: {NA: null, "n/a": null}},
        reason: '"NA", "n/a": no value, as it seems'
      },
      {
        step: {kind: "retype", column: "a", type: "BIGINT"},
        reason: "1731 of 1731 values looked at fit"
      }
    ]);
  });

  test("suggestSteps(…) takes two values in a hundred for slips", async () => {
    const steps = await suggest(
      "select case when range = 50 then 'none' else range::VARCHAR end as a from range(100)"
    );
    expect(steps).toEqual([
      {
        step: {kind: "retype", column: "a", type: "BIGINT"},
        reason: "99 of 100 values looked at fit"
      }
    ]);
  });
}
