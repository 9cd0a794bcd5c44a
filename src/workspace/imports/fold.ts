import type {Engine} from "../../lake/engine.ts";
import {castColumn} from "../../lake/source.ts";
import {unifyTypes} from "../../lake/type-union.ts";
import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {BatchCounts} from "../../model/batch.ts";
import type {Column} from "../../model/column.ts";
import {toKeySql} from "../../lake/row-key.ts";

/** The batch that gave a row its values. No file's column can be called so, since names are trimmed. */
export const BATCH_COLUMN = " batch";

/** Rows of batches folded into one table: by key, later ones win. The columns, then `BATCH_COLUMN`. */
export interface Folded {
  /** Its place in SQL. */
  readonly path: string;
  readonly columns: readonly Column[];
}

/** The rows of one batch, in their order. */
export interface Incoming {
  readonly batch: string;
  /** A query. */
  readonly sql: string;
  readonly columns: readonly Column[];
  /** Columns that name a row; none: a row is told by all of its values, and the same row twice in a file is two rows. */
  readonly key: readonly string[];
}

/**
 * Folds the rows of a batch into the table at `path`, which is made where there is none (`before` undefined). Rows that
 * are the same as before stay as they are; what is new or changed comes at the end.
 */
export async function foldBatch(
  engine: Engine,
  path: string,
  before: Folded | undefined,
  incoming: Incoming
): Promise<{folded: Folded; counts: Omit<BatchCounts, "refused">}> {
  if (!before && incoming.key.length === 0) {
    const added = await engine.run(`CREATE TABLE ${path} AS ${toBatchRows(incoming)}`);
    return {folded: {path, columns: incoming.columns}, counts: {added, changed: 0, unchanged: 0}};
  }
  const columns = before ? await widen(engine, before, incoming.columns) : incoming.columns;
  const folded = {path, columns};
  if (!before) await engine.run(`CREATE TABLE ${path} AS ${toBatchRows(incoming)} LIMIT 0`);
  const stage = `${path.slice(0, -1)} (incoming)"`;
  await engine.run(`DROP TABLE IF EXISTS ${stage}`);
  try {
    await engine.run(toStageSql(stage, folded, incoming));
    const counts = await toCounts(engine, stage);
    if (incoming.key.length > 0 && counts.changed > 0) {
      await engine.run(
        `DELETE FROM ${path} WHERE rowid IN (SELECT " rowid" FROM ${stage} WHERE " state" = 'changed')`
      );
    }
    const names = [...columns.map(({name}) => name), BATCH_COLUMN].map(quoteIdentifier).join(", ");
    await engine.run(
      `INSERT INTO ${path} SELECT ${names} FROM ${stage} WHERE " state" <> 'unchanged' ORDER BY " row"`
    );
    return {folded, counts};
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${stage}`);
  }
}

/** Folds batches from the first to the last into the table at `path`. Undefined where there are none. */
export async function foldAll(
  engine: Engine,
  path: string,
  batches: AsyncIterable<Incoming>
): Promise<Folded | undefined> {
  await engine.run(`DROP TABLE IF EXISTS ${path}`);
  let folded: Folded | undefined;
  for await (const incoming of batches)
    ({folded} = await foldBatch(engine, path, folded, incoming));
  return folded;
}

function toBatchRows({batch, sql}: Incoming): string {
  return `SELECT *, ${quoteText(batch)} AS ${quoteIdentifier(BATCH_COLUMN)} FROM (${sql})`;
}

/** The columns of both, the table's own first, each of a type that holds both. The table is changed where it must. */
async function widen(
  engine: Engine,
  {path, columns}: Folded,
  more: readonly Column[]
): Promise<readonly Column[]> {
  const incoming = new Map(more.map((column) => [column.name.toLowerCase(), column]));
  const known = new Set(columns.map(({name}) => name.toLowerCase()));
  const wide: Column[] = [];
  for (const column of columns) {
    const other = incoming.get(column.name.toLowerCase());
    const type = other ? await unifyTypes(engine, [column, other]) : column.type;
    wide.push({name: column.name, type});
  }
  wide.push(...more.filter(({name}) => !known.has(name.toLowerCase())));
  const isSame = wide.every(({type}, i) => type === columns[i]?.type);
  if (isSame) return columns;
  const list = wide.map((column, i) => {
    const own = columns[i];
    return own
      ? castColumn(own, column.type)
      : `CAST(NULL AS ${column.type}) AS ${quoteIdentifier(column.name)}`;
  });
  const temporary = `${path.slice(0, -1)} (wide)"`;
  await engine.run(
    `CREATE OR REPLACE TABLE ${temporary} AS SELECT ${list.join(", ")}, ${quoteIdentifier(BATCH_COLUMN)} FROM ${path};
     DROP TABLE ${path};
     ALTER TABLE ${temporary} RENAME TO ${path.slice(path.lastIndexOf('."') + 1)}`
  );
  return wide;
}

/** A batch's rows, one for each key, beside how they stand to those that are there. */
function toStageSql(stage: string, {path, columns}: Folded, incoming: Incoming): string {
  const own = new Map(incoming.columns.map((column) => [column.name.toLowerCase(), column]));
  const list = columns.map(({name, type}) => {
    const column = own.get(name.toLowerCase());
    if (!column) return `CAST(NULL AS ${type}) AS ${quoteIdentifier(name)}`;
    return type === column.type && name === column.name
      ? quoteIdentifier(name)
      : `${castColumn(column, type).replace(/ AS "(?:[^"]|"")*"$/, "")} AS ${quoteIdentifier(name)}`;
  });
  const names = columns.map(({name}) => quoteIdentifier(name));
  const same = names.map((name) => `later.${name} IS NOT DISTINCT FROM former.${name}`);
  const key = toKeySql(incoming.key, columns);
  return `CREATE TABLE ${stage} AS
    WITH rows AS (
      SELECT ${list.join(", ")}, row_number() OVER () AS " row" FROM (${incoming.sql})
    ), keyed AS (
      SELECT *, ${key} AS " key" FROM rows
    ), later AS (
      FROM keyed QUALIFY row_number() OVER (PARTITION BY " key" ORDER BY " row" DESC) = 1
    ), former AS (
      SELECT ${names.join(", ")}, " rowid", ${key} AS " key"
      FROM (SELECT *, rowid AS " rowid", rowid AS " row" FROM ${path})
    )
    SELECT ${names.map((name) => `later.${name}`).join(", ")}, ${quoteText(incoming.batch)} AS ${quoteIdentifier(BATCH_COLUMN)},
      later." row", former." rowid",
      CASE WHEN former." rowid" IS NULL THEN 'added'
        WHEN ${same.join(" AND ")} THEN 'unchanged' ELSE 'changed' END AS " state"
    FROM later LEFT JOIN former ON later." key" = former." key"`;
}

async function toCounts(engine: Engine, stage: string): Promise<Omit<BatchCounts, "refused">> {
  const rows = await engine.rows(
    `SELECT " state" AS state, count(*) AS n FROM ${stage} GROUP BY ALL`
  );
  const count = (name: string): number => Number(rows.find(({state}) => state === name)?.n ?? 0);
  return {added: count("added"), changed: count("changed"), unchanged: count("unchanged")};
}
