import {toColumnNames} from "../../lib/column-names.ts";
import {InputError} from "../../lib/errors.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Format} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {ReadingNotes, TableSink} from "../../model/table.ts";
import {joinBytes} from "../archive/join-bytes.ts";
import {toMegabytes} from "../archive/limits.ts";
import type {ColumnType} from "./column-types.ts";
import {findColumnTypes} from "./column-types.ts";
import type {SqliteRow} from "./database.ts";
import {SqliteDatabase} from "./database.ts";
import type {SqliteTable} from "./tables.ts";
import {keepView, listColumns, listTables} from "./tables.ts";

/** The file lies in memory twice while it is read. */
const MAX_BYTES = 256 * 2 ** 20;
const BATCH_ROWS = 5000;

/**
 * SQLite databases: each table and view a table. A column has the type that holds all of its values: integers, doubles,
 * texts or bytes, and text where there are several kinds; truth values, days and moments where the column is declared
 * so and all of its values are such.
 */
export const sqlite: Format = {
  name: "sqlite",
  extensions: ["sqlite", "sqlite3", "db", "db3", "s3db"],
  async stream(source, sink, {path, signal}): Promise<ReadingNotes> {
    const problems: Problem[] = [];
    const note = (where: string, what: string): void =>
      void problems.push({file: path, where, what});
    let database: SqliteDatabase | undefined;
    try {
      if (source.size > MAX_BYTES)
        throw new InputError(`it is larger than ${toMegabytes(MAX_BYTES)}: export it as CSV`);
      database = await SqliteDatabase.open(await joinBytes(source.stream(), source.size));
      if (database.hasJournal)
        note("", "what stands in a -wal file beside it is not read: close it in its program");
      const tables = listTables(database);
      if (tables.length === 0) note("", "database has no tables");
      for (const table of tables) {
        signal?.throwIfAborted();
        await readTable(database, table, sink, (what) => note(`table ${table.name}`, what));
      }
      return {problems, details: {tables: tables.map(({name}) => name)}};
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      note("", `database cannot be read: ${explain(error.message)}`);
      return {problems};
    } finally {
      database?.close();
    }
  }
};

/** What breaks in one table is a problem of that table: rows before it are kept. */
async function readTable(
  database: SqliteDatabase,
  {name, isView}: SqliteTable,
  sink: TableSink,
  note: (what: string) => void
): Promise<void> {
  let written = 0;
  try {
    const columns = listColumns(database, name);
    const {table, isCut} = isView ? keepView(database, name) : {table: name, isCut: false};
    const types = findColumnTypes(database, table, columns);
    const names = toColumnNames(columns.map(({name}) => name));
    const write = async (rows: readonly SqliteRow[]): Promise<void> => {
      await sink.write({name, columns: names.map((name, i) => toColumn(name, types[i]!, rows, i))});
      written += rows.length;
    };
    const list = columns.map(({name}) => quoteIdentifier(name)).join(", ");
    const useBigInt = types.some(({isLong}) => isLong);
    let rows: SqliteRow[] = [];
    for (const row of database.rows(`SELECT ${list} FROM ${quoteIdentifier(table)}`, {useBigInt})) {
      rows.push(row);
      if (rows.length < BATCH_ROWS) continue;
      await write(rows);
      rows = [];
    }
    if (rows.length > 0 || written === 0) await write(rows);
    if (isCut) note(`only its first ${written.toLocaleString("en")} rows were read`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const where = written > 0 ? ` from row ${written + 1} on` : "";
    note(`cannot be read${where}: ${explain(error.message)}`);
  }
}

function toColumn(
  name: string,
  {type, convert}: ColumnType,
  rows: readonly SqliteRow[],
  i: number
): {name: string; type: ColumnType["type"]; values: ReturnType<ColumnType["convert"]>[]} {
  return {name, type, values: rows.map((row) => convert(row[i]!))};
}

function explain(message: string): string {
  return message === "file is not a database"
    ? "it is none, or encrypted with a password"
    : message;
}
