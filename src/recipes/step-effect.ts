import {quoteIdentifier, quoteText} from "../lib/sql.ts";
import type {StepEffect} from "../model/cleaning.ts";
import type {Column} from "../model/column.ts";
import type {Row} from "../model/query-result.ts";
import type {Step} from "../model/recipe.ts";
import type {Describe} from "./plan-steps.ts";
import {isStepError, planSteps, toReason} from "./plan-steps.ts";
import type {Rows} from "./rows.ts";
import {numberRows, toHiddenName} from "./rows.ts";
import {toStepSql} from "./step-sql.ts";

const MAX_EXAMPLES = 10;
/** Steps that make other rows, or take whole rows away. */
const REMAKING: readonly Step["kind"][] = ["pivot", "unpivot", "filter", "distinct"];
/** Steps that may leave rows out. */
const REMOVING: readonly Step["kind"][] = ["retype", "filter", "distinct"];

/** What is asked of a SQL engine to know what a step does. */
export interface StepEngine {
  readonly describe: Describe;
  /** All rows of a query that gives few. */
  readonly rows: (sql: string) => Promise<readonly Row[]>;
}

/**
 * What the step at `index` does to the rows that come to it, whether it is off or not. What fails, here or before, is
 * the effect's `failure`.
 */
export async function findEffect(
  engine: StepEngine,
  source: Rows,
  steps: readonly Step[],
  index: number
): Promise<StepEffect> {
  const step = steps[index];
  if (!step) throw new RangeError(`no step at ${index}: there are ${steps.length}`);
  const plain = {...source, row: undefined};
  const {rows, failure} = await planSteps(engine.describe, plain, steps.slice(0, index));
  const none = {rowsAfter: 0, columnsAfter: rows.columns, changed: null, failed: 0, examples: []};
  if (failure) {
    const what = `step ${failure.index + 1} before it fails: ${failure.what}`;
    return {...none, rowsBefore: 0, failure: what};
  }
  let rowsBefore = 0;
  try {
    rowsBefore = await count(engine, rows.relation);
    const planned = await planSteps(engine.describe, rows, [{...step, off: false}]);
    if (planned.failure) return {...none, rowsBefore, failure: planned.failure.what};
    return await measure(engine, step, {
      before: rows,
      columnsAfter: planned.rows.columns,
      rowsBefore
    });
  } catch (error) {
    if (!isStepError(error)) throw error;
    return {...none, rowsBefore, failure: toReason(error)};
  }
}

async function measure(
  engine: StepEngine,
  step: Step,
  {
    before,
    columnsAfter,
    rowsBefore
  }: {before: Rows; columnsAfter: readonly Column[]; rowsBefore: number}
): Promise<StepEffect> {
  const gone = REMOVING.includes(step.kind) ? await engine.rows(toGoneSql(step, before)) : [];
  const {rowsAfter, changed, examples} = REMAKING.includes(step.kind)
    ? {
        rowsAfter: await count(engine, `(${toStepSql(step, before).sql})`),
        changed: null,
        examples: []
      }
    : await findChanges(engine, step, before, columnsAfter);
  return {
    rowsBefore,
    rowsAfter,
    columnsAfter,
    changed,
    failed: step.kind === "retype" ? rowsBefore - rowsAfter : 0,
    examples: [...gone.map((row) => ({before: row, after: {}})), ...examples].slice(
      0,
      MAX_EXAMPLES
    ),
    failure: null
  };
}

/** The rows that are changed. Each carries what it was before along, so that nothing must be joined. */
async function findChanges(
  engine: StepEngine,
  step: Step,
  before: Rows,
  columnsAfter: readonly Column[]
): Promise<{rowsAfter: number; changed: number; examples: StepEffect["examples"]}> {
  const old = toHiddenName(
    "before",
    before,
    columnsAfter.map(({name}) => name)
  );
  const fields = before.columns.map(({name}) => `${quoteText(name)}: ${quoteIdentifier(name)}`);
  const relation = `(SELECT *, {${fields.join(", ")}} AS ${old} FROM ${before.relation})`;
  const {sql} = toStepSql(step, {...before, relation, row: old});
  const condition = toCondition(step, before, columnsAfter, old);
  const [counts] = await engine.rows(
    `SELECT count(*) AS n, count(*) FILTER (WHERE ${condition}) AS changed FROM (${sql})`
  );
  const examples = await engine.rows(
    `SELECT * FROM (${sql}) WHERE ${condition} LIMIT ${MAX_EXAMPLES}`
  );
  return {
    rowsAfter: Number(counts!["n"]),
    changed: Number(counts!["changed"]),
    examples: examples.map(({[old]: values, ...after}) => ({before: values as Row, after}))
  };
}

/** True of rows with another value in a column that the step looks at, or with a value in a new one. */
function toCondition(
  step: Step,
  before: Rows,
  columnsAfter: readonly Column[],
  old: string
): string {
  const touched = new Set(toTouched(step).map((name) => name.toLowerCase()));
  const differences = columnsAfter.flatMap(({name, type}) => {
    const was = before.columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
    const now = quoteIdentifier(name);
    if (!was) return step.kind === "rename" ? [] : [`${now} IS NOT NULL`];
    if (!touched.has(name.toLowerCase())) return [];
    const then = `${old}.${quoteIdentifier(was.name)}`;
    if (was.type === type) return [`${now} IS DISTINCT FROM ${then}`];
    // 5 that was the text "5" is no change to speak of
    const alike = was.type === "VARCHAR" ? `TRY_CAST(${then} AS ${type})` : then;
    return [`CAST(${now} AS VARCHAR) IS DISTINCT FROM CAST(${alike} AS VARCHAR)`];
  });
  return differences.length === 0 ? "false" : `(${differences.join(" OR ")})`;
}

function toTouched(step: Step): readonly string[] {
  switch (step.kind) {
    case "trim":
    case "fill":
      return step.columns;
    case "merge":
      return [step.into];
    case "split":
      return step.into;
    case "retype":
    case "replace":
    case "map":
    case "cluster":
    case "derive":
      return [step.column];
    default:
      return [];
  }
}

/** The first rows that the step leaves out. */
function toGoneSql(step: Step, before: Rows): string {
  const number = toHiddenName("row", before);
  const numbered = {...numberRows(before, number), row: number};
  const {sql} = toStepSql(step, numbered);
  const list = before.columns.map(({name}) => quoteIdentifier(name)).join(", ");
  return `SELECT ${list} FROM ${numbered.relation} WHERE ${number} NOT IN (SELECT ${number} FROM (${sql})) ORDER BY ${number} LIMIT ${MAX_EXAMPLES / 2}`;
}

async function count(engine: StepEngine, relation: string): Promise<number> {
  const [row] = await engine.rows(`SELECT count(*) AS n FROM ${relation}`);
  return Number(row!["n"]);
}
