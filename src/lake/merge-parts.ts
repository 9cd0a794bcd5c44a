import {quoteIdentifier} from "../lib/sql.ts";
import type {Column} from "../model/column.ts";
import type {Engine} from "./engine.ts";
import {toKeySql} from "./row-key.ts";

/** A part whose rows cannot be read. */
export class PartError extends Error {
  override readonly name = "PartError";
  /** Its place among the parts. */
  readonly part: number;

  constructor(part: number, cause: unknown) {
    super(`part ${part} cannot be read`, {cause});
    this.part = part;
  }
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
/** Which of several same rows of a part a row is. */
const SAME = '" same"';

/**
 * Makes the table `target` of the rows that queries give: of rows that are told apart by nothing only the last one of
 * the last part, and all in the order in which they came. Throws `PartError`.
 */
export async function mergeParts(
  engine: Engine,
  target: string,
  selects: readonly string[],
  {columns, key}: MergeShape
): Promise<MergedPart[]> {
  const staged = 'memory.main."merge stage"';
  const kept = 'memory.main."merge kept"';
  const drop = `DROP TABLE IF EXISTS ${staged}; DROP TABLE IF EXISTS ${kept}`;
  const all = columns.map(({name}) => quoteIdentifier(name)).join(", ");
  const isKeyed = key.length > 0;
  const same = isKeyed ? "1" : `row_number() OVER (PARTITION BY ${all} ORDER BY ${ROW})`;
  const told = isKeyed ? toKeySql(key, columns) : `${all}, ${SAME}`;
  await engine.run(drop);
  const given: number[] = [];
  try {
    for (const [i, select] of selects.entries()) {
      const rows = `SELECT *, ${i}::BIGINT AS ${PART}, ${same} AS ${SAME} FROM (
        SELECT *, row_number() OVER () AS ${ROW} FROM (${select}))`;
      try {
        given[i] = await engine.run(
          i === 0 ? `CREATE TABLE ${staged} AS ${rows}` : `INSERT INTO ${staged} ${rows}`
        );
      } catch (error) {
        throw new PartError(i, error);
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
