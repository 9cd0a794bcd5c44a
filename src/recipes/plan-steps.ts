import {InputError, UnavailableError, isAbortError, toMessage} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Step} from "../model/recipe.ts";
import {toMisfitsSql} from "./misfits.ts";
import type {Rows} from "./rows.ts";
import {toStepSql} from "./step-sql.ts";

/** The columns that a query would give, without running it over rows. */
export type Describe = (sql: string) => Promise<readonly Column[]>;

/** A step that is on, and how rows come through it. */
export interface PlannedStep {
  /** Its place among all steps of the recipe. */
  readonly index: number;
  readonly step: Step;
  /** A query for the rows that it gives. */
  readonly sql: string;
  /** The rows that come to it, and those that it gives. */
  readonly before: Rows;
  readonly after: Rows;
  /** A query for the values of which rows are refused here, as `toMisfitsSql` gives them; null where none can be. */
  readonly misfits: string | null;
}

/** The way of rows through steps. */
export interface StepsPlan {
  readonly steps: readonly PlannedStep[];
  /** A query for the rows after the steps or, where one fails, after those before it. */
  readonly sql: string;
  /** The same as what stands after FROM, with its columns. */
  readonly rows: Rows;
  readonly failure: {readonly index: number; readonly what: string} | null;
}

/**
 * Plans the steps that are on, one after the other: the engine is asked what columns each gives, and the first one that
 * does not go is the failure. A step may still fail on a value, when the rows are read; `findFailure` says which.
 */
export async function planSteps(
  describe: Describe,
  source: Rows,
  steps: readonly Step[]
): Promise<StepsPlan> {
  const planned: PlannedStep[] = [];
  let rows = source;
  const finish = (failure: StepsPlan["failure"]): StepsPlan => {
    const sql = planned.at(-1)?.sql ?? toSourceSql(source);
    return {steps: planned, sql, rows, failure};
  };
  for (const [index, step] of steps.entries()) {
    if (step.off) continue;
    try {
      const {sql, after} = await planStep(describe, step, rows);
      planned.push({index, step, sql, before: rows, after, misfits: toMisfitsSql(step, rows)});
      rows = after;
    } catch (error) {
      if (!isStepError(error)) throw error;
      return finish({index, what: toReason(error)});
    }
  }
  return finish(null);
}

/** As `planSteps` for the steps of a recipe; gives the query. Throws `InputError` that says which step fails and why. */
export async function toRecipeSql(
  describe: Describe,
  {name, steps}: {readonly name: string; readonly steps: readonly Step[]},
  source: Rows
): Promise<string> {
  const {sql, failure} = await planSteps(describe, source, steps);
  if (!failure) return sql;
  const {kind} = steps[failure.index]!;
  throw new InputError(`step ${failure.index + 1} (${kind}) of recipe ${name}: ${failure.what}`);
}

/**
 * The first step that fails on a value of the rows, once it is known that reading them fails: each is run over all rows
 * in turn. `run` runs a query that gives one row. Null where none does.
 */
export async function findFailure(
  run: (sql: string) => Promise<unknown>,
  {steps}: StepsPlan
): Promise<StepsPlan["failure"]> {
  for (const {index, after} of steps) {
    try {
      await run(`SELECT bit_xor(hash(_rows)) AS n FROM ${after.relation} AS _rows`);
    } catch (error) {
      if (!isStepError(error)) throw error;
      return {index, what: toReason(error)};
    }
  }
  return null;
}

/** Whether it is the step that fails: nobody stopped the work, the engine is there, and no code of ours is wrong. */
export function isStepError(error: unknown): boolean {
  return !(isAbortError(error) || error instanceof TypeError || error instanceof UnavailableError);
}

/** What the engine or a step said, in one line. */
export function toReason(error: unknown): string {
  const [line = ""] = toMessage(error).split("\n");
  return line.replace(/^(?:[A-Z][\w ]* [Ee]rror: )+/, "");
}

async function planStep(
  describe: Describe,
  step: Step,
  rows: Rows
): Promise<{sql: string; after: Rows}> {
  const {sql, names, check} = toStepSql(step, rows);
  if (check !== undefined) await describe(check);
  const described = await describe(sql);
  const columns = described.filter(({name}) => name !== rows.row);
  if (columns.length !== names.length)
    throw new InputError(
      `an expression gives ${columns.length - names.length + 1} columns for one`
    );
  return {sql, after: {...rows, relation: `(${sql})`, columns}};
}

function toSourceSql({relation, columns, row}: Rows): string {
  const names = [...columns.map(({name}) => name), ...(row === undefined ? [] : [row])];
  return `SELECT ${names.map(quoteIdentifier).join(", ")} FROM ${relation}`;
}
