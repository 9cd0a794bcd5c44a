import {InputError} from "../../lib/errors.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {DeclaredColumn} from "./column-types.ts";
import type {SqliteDatabase} from "./database.ts";

/** A table of a database, or a view. */
export interface SqliteTable {
  readonly name: string;
  readonly isView: boolean;
}

/** A view may give any number of rows out of a small file. */
const MAX_VIEW_ROWS = 1_000_000;
const VIEW_COPY = "temp_rows_of_a_view";

/** Tables in the order of their names, then views; without those that SQLite and its search keep for themselves. */
export function listTables(database: SqliteDatabase): SqliteTable[] {
  return database
    .all(
      "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name"
    )
    .map(([name, type]) => ({name: String(name), isView: type === "view"}))
    .filter(({name, isView}) => isView || !isShadow(database, name));
}

function isShadow(database: SqliteDatabase, table: string): boolean {
  const [row] = database.all(`PRAGMA main.table_list(${quoteIdentifier(table)})`);
  return row?.[2] === "shadow";
}

/** Without columns that a virtual table hides: they are none of the person's. */
export function listColumns(database: SqliteDatabase, table: string): DeclaredColumn[] {
  const rows = database.all(`PRAGMA main.table_xinfo(${quoteIdentifier(table)})`);
  return rows
    .filter((row) => row[6] !== 1)
    .map(([, name, declared]) => ({
      name: String(name),
      declared: String(declared ?? "").toUpperCase()
    }));
}

/**
 * Keeps a view's rows, and gives the name of the table that has them and whether there are more. Throws `InputError`
 * where the view may have no end: it cannot be stopped.
 */
export function keepView(database: SqliteDatabase, view: string): {table: string; isCut: boolean} {
  const [row] = database.all(
    `SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = '${view.replaceAll("'", "''")}'`
  );
  if (/\bRECURSIVE\b/i.test(String(row?.[0])))
    throw new InputError("it is recursive, and may have no end");
  database.all(`DROP TABLE IF EXISTS temp.${VIEW_COPY}`);
  database.all(
    `CREATE TEMP TABLE ${VIEW_COPY} AS SELECT * FROM main.${quoteIdentifier(view)} LIMIT ${MAX_VIEW_ROWS + 1}`
  );
  const [count] = database.all(`SELECT count(*) FROM temp.${VIEW_COPY}`);
  return {table: VIEW_COPY, isCut: Number(count![0]) > MAX_VIEW_ROWS};
}
