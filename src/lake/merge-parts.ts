import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Engine} from "./engine.ts";
import {toKeySql} from "./row-key.ts";

/** A run of parts whose rows cannot be read. */
export class RunError extends Error {
  override readonly name = "RunError";
  /** Its place among the runs. */
  readonly run: number;

  constructor(run: number, cause: unknown) {
    super(`run ${run} cannot be read`, {cause});
    this.run = run;
  }
}

/** Parts whose rows one query gives, one part's after the other's. */
export interface MergeRun {
  readonly select: string;
  /** How many rows each part has, in order; of a single part it need not be known. */
  readonly parts: readonly (number | undefined)[];
}

/** The columns of a table whose parts are merged, and those that name a row; none: a row is told by all of its values. */
export interface MergeShape {
  readonly columns: readonly Column[];
  readonly key: readonly string[];
}

/** How many rows a part gave, and how many of them are in the table. */
export interface MergedPart {
  readonly given: number;
  readonly rows: number;
}

/** No file's column can be called so, since names are trimmed. */
const PART = '" part"';
const ROW = '" row"';
const END = '" end"';
/** Which of several same rows of a part a row is. */
const SAME = '" same"';

/**
 * Makes the table `target` of the rows that queries give: of rows that are told apart by nothing only the last one of
 * the last part, and all in the order in which they came. Gives the counts of each part. Throws `RunError`.
 */
export async function mergeParts(
  engine: Engine,
  target: string,
  runs: readonly MergeRun[],
  {columns, key}: MergeShape
): Promise<MergedPart[]> {
  const staged = 'memory.main."merge stage"';
  const kept = 'memory.main."merge kept"';
  const drop = `DROP TABLE IF EXISTS ${staged}; DROP TABLE IF EXISTS ${kept}`;
  const all = columns.map(({name}) => quoteIdentifier(name)).join(", ");
  const isKeyed = key.length > 0;
  const same = isKeyed ? "1" : `row_number() OVER (PARTITION BY ${PART}, ${all} ORDER BY ${ROW})`;
  const told = isKeyed ? toKeySql(key, columns) : `${all}, ${SAME}`;
  await engine.run(drop);
  const given: number[] = [];
  try {
    for (const [i, run] of runs.entries()) {
      const rows = `SELECT *, ${same} AS ${SAME} FROM (${toNumberedRows(run, given.length)})`;
      try {
        const count = await engine.run(
          i === 0 ? `CREATE TABLE ${staged} AS ${rows}` : `INSERT INTO ${staged} ${rows}`
        );
        given.push(...run.parts.map((rows) => rows ?? count));
      } catch (error) {
        throw new RunError(i, error);
      }
    }
    await engine.run(
      `CREATE TABLE ${kept} AS FROM ${staged} QUALIFY
        row_number() OVER (PARTITION BY ${told} ORDER BY ${PART} DESC, ${ROW} DESC) = 1`
    );
    await engine.run(
      `CREATE TABLE ${target} AS SELECT * EXCLUDE (${PART}, ${ROW}, ${SAME}) FROM ${kept} ORDER BY ${PART}, ${ROW}`
    );
    const counts = await engine.rows(
      `SELECT ${PART} AS part, count(*) AS n FROM ${kept} GROUP BY ALL`
    );
    const rowsOf = new Map(counts.map(({part, n}) => [Number(part), Number(n)]));
    return given.map((count, i) => ({given: count, rows: rowsOf.get(i) ?? 0}));
  } finally {
    await engine.run(drop);
  }
}

/** A run's rows, each with its number in the run and that of its part, counted from `first`. */
function toNumberedRows({select, parts}: MergeRun, first: number): string {
  const numbered = `SELECT *, row_number() OVER () AS ${ROW} FROM (${select})`;
  if (parts.length === 1) return `SELECT *, ${first}::BIGINT AS ${PART} FROM (${numbered})`;
  const numbers: number[] = [];
  const ends: number[] = [];
  let end = 0;
  parts.forEach((rows, i) => {
    if (rows === 0) return;
    numbers.push(first + i);
    ends.push((end += rows!));
  });
  // a row is of the first part that ends behind it
  return `SELECT numbered.*, ${PART} FROM (${numbered}) AS numbered
    ASOF JOIN (SELECT unnest([${numbers.join(", ")}]::BIGINT[]) AS ${PART}, unnest([${ends.join(", ")}]::BIGINT[]) AS ${END})
    ON ${ROW} <= ${END}`;
}
