import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";
import type {End} from "../../model/end.ts";
import type {Store} from "../../store/store.ts";
import {listRawTables, readRawSources} from "./raw-sources.ts";

/** An imported table, and what its rows are known by. */
export interface NamedTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** None: all values. */
  readonly key: readonly string[];
}

export type RowEnd = Extract<End, {kind: "row"}>;

/** Blanks keep them apart from columns that files bring. */
const NAME = quoteIdentifier("row name");
const NTH = quoteIdentifier("row nth");
const PLACE = quoteIdentifier("row place");
const PREFIX = "raw.";

/** The name of the imported table that a row lies in; undefined of rows of the lake. */
export function toRawName({table}: Pick<RowEnd, "table">): string | undefined {
  return table.startsWith(PREFIX) ? table.slice(PREFIX.length) : undefined;
}

/** How rows of imported tables are named; a name stays whatever batches come and go, as long as its row does. */
export async function readNamedTables(store: Store): Promise<ReadonlyMap<string, NamedTable>> {
  const sources = await readRawSources(store);
  const tables = await listRawTables(store);
  return new Map(
    tables.map(({name, columns}) => {
      const key = sources.get(name.toLowerCase())?.batches.at(-1)?.recipe.key ?? [];
      return [name, {name, columns, key}];
    })
  );
}

/**
 * SQL for what a row of an imported table is known by, whatever batches it came with: a hash of its key, or of all its
 * values where it has no key. Of rows that are alike in it the first is another than the second (see `toStack`).
 */
export function toNameSql(columns: readonly Column[], key: readonly string[]): string {
  const toHash = (names: readonly string[]): string =>
    `sha256(concat_ws(chr(31), ${names.map((name) => `coalesce(${quoteIdentifier(name)}::VARCHAR, chr(0))`).join(", ")}))`;
  const all = toHash(columns.map(({name}) => name));
  if (key.length === 0) return all;
  const lacks = key.map((name) => `${quoteIdentifier(name)} IS NULL`).join(" OR ");
  return `CASE WHEN ${lacks} THEN ${all} ELSE ${toHash(key)} END`;
}

/** The query for the name of each row, and which of that name it is, in the table's order. */
export function toRowNamesSql(table: NamedTable): string {
  return `SELECT ${NAME}, ${NTH} FROM ${toNamed(table)} ORDER BY ${PLACE}`;
}

/** The query for one row with all its columns. */
export function toRawRowSql(
  table: NamedTable,
  {sha256, row}: Pick<RowEnd, "sha256" | "row">
): string {
  const columns = table.columns.map(({name}) => quoteIdentifier(name)).join(", ");
  return `SELECT ${columns} FROM ${toNamed(table)} WHERE ${NAME} = ${quoteText(sha256)} AND ${NTH} = ${row}`;
}

/** The query for where rows of these names stand in the table, counted from 0: name, which of that name, place. */
export function toRawPlacesSql(table: NamedTable, names: Iterable<string>): string {
  const list = [...new Set(names)].map(quoteText).join(", ");
  return `SELECT ${NAME}, ${NTH}, ${PLACE} FROM ${toNamed(table)} WHERE ${NAME} IN (${list})`;
}

function toNamed({name, columns, key}: NamedTable): string {
  return `(SELECT *, row_number() OVER (PARTITION BY ${NAME} ORDER BY ${PLACE}) - 1 AS ${NTH} FROM (SELECT *, ${toNameSql(columns, key)} AS ${NAME}, row_number() OVER () - 1 AS ${PLACE} FROM raw.${quoteIdentifier(name)}))`;
}
