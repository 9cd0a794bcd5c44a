import type {Lake, TableName} from "../../lake/lake.ts";
import {toPath} from "../../lake/lake.ts";
import {InputError} from "../../lib/errors.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";
import type {Recipe, Step} from "../../model/recipe.ts";
import type {Reject} from "../../model/table.ts";
import {toValueText} from "../../model/value-text.ts";
import type {StepsPlan} from "../../recipes/plan-steps.ts";
import {findFailure, planSteps} from "../../recipes/plan-steps.ts";

/** The most rows that are kept by their text. */
const MAX_REJECTS = 1000;

/** A table as a file has it, in the engine. */
interface RawRows {
  readonly relation: string;
  readonly columns: readonly Column[];
}

/** What needs no cleaning is not read again to be counted. */
function isPlain(steps: readonly Step[]): boolean {
  return steps.every(({off}) => off);
}

/** Rows after the steps of a recipe. */
export interface CleanRows {
  /** A query for them. Where a step fails, for the rows before it. */
  readonly sql: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly failure: {readonly index: number; readonly what: string} | null;
  /** How many rows the steps refuse, and the first thousand of them. */
  readonly refused: number;
  readonly rejects: readonly Reject[];
}

/** Takes rows through steps; a step that fails, when it is planned or on a value, is told. */
export async function cleanRows(
  lake: Lake,
  source: RawRows & {readonly rows: number},
  steps: readonly Step[]
): Promise<CleanRows> {
  const plan = await planSteps(createDescribe(lake), source, steps);
  const {rows} = source;
  if (isPlain(steps))
    return {sql: plan.sql, columns: source.columns, rows, failure: null, refused: 0, rejects: []};
  try {
    return await countRows(lake, plan);
  } catch (error) {
    const failure = await findFailure((sql) => lake.query(sql), plan);
    if (!failure) throw error;
    const before = steps.slice(0, failure.index);
    const rest = await countRows(lake, await planSteps(createDescribe(lake), source, before));
    return {...rest, failure};
  }
}

/** A query for the rows after a recipe's steps, to be trusted: throws `InputError` where a step does not go. */
export async function toCleanSql(
  lake: Lake,
  source: RawRows,
  {name, steps}: Recipe
): Promise<{sql: string; columns: readonly Column[]}> {
  const {sql, rows, failure} = await planSteps(createDescribe(lake), source, steps);
  if (failure) throw new InputError(`step ${failure.index + 1} of recipe ${name}: ${failure.what}`);
  return {sql, columns: rows.columns};
}

/** The rows after a recipe's steps as a table by that name, in the place and the schema of the one that they came from. */
export async function takeClean(
  lake: Lake,
  source: RawRows,
  recipe: Recipe,
  {schema, name}: TableName
): Promise<RawRows> {
  const relation = toPath({schema, name});
  if (isPlain(recipe.steps)) {
    await lake.query(`ALTER TABLE ${source.relation} RENAME TO ${quoteIdentifier(name)}`);
    return {relation, columns: source.columns};
  }
  const {sql, columns} = await toCleanSql(lake, source, recipe);
  await lake.query(`CREATE TABLE ${relation} AS ${sql}`);
  await lake.query(`DROP TABLE ${source.relation}`);
  return {relation, columns};
}

export function createDescribe(lake: Lake): (sql: string) => Promise<Column[]> {
  return async (sql) => {
    const described = await lake.query(`DESCRIBE ${sql}`);
    return Array.from(described, (row) => ({
      name: row.column_name as string,
      type: row.column_type as string
    }));
  };
}

async function countRows(lake: Lake, {sql, rows, steps, failure}: StepsPlan): Promise<CleanRows> {
  const counted = await lake.query(`SELECT count(hash(_rows)) AS n FROM (${sql}) AS _rows`);
  const queries = steps.flatMap(({index, misfits}) => (misfits === null ? [] : [{index, misfits}]));
  let refused = 0;
  const rejects: Reject[] = [];
  for (const {index, misfits} of queries) {
    const found = await lake.query(misfits, {maxRows: MAX_REJECTS});
    refused += found.complete ? found.numRows : await count(lake, misfits);
    for (const reject of found) {
      if (rejects.length >= MAX_REJECTS) break;
      rejects.push({
        where: `row ${toValueText(reject.row ?? null, "BIGINT")}`,
        text: reject.text as string,
        what: `step ${index + 1}: ${toValueText(reject.value ?? null, "VARCHAR")} is ${reject.what as string}`
      });
    }
  }
  return {sql, columns: rows.columns, rows: Number(counted.value(0, 0)), failure, refused, rejects};
}

async function count(lake: Lake, sql: string): Promise<number> {
  return Number((await lake.query(`SELECT count(*) FROM (${sql})`)).value(0, 0));
}
