import type {SqlJsStatic} from "sql.js";
import {InputError, toMessage} from "../../lib/errors.ts";

/** A value as SQLite stores it; integers are `bigint` where that is asked for. */
export type SqliteValue = null | number | bigint | string | Uint8Array;
export type SqliteRow = readonly SqliteValue[];

/** Steps through the rows of a query. */
interface Statement {
  step(): boolean;
  get(params: null, options: {useBigInt: boolean}): SqliteValue[];
  getColumnNames(): string[];
  free(): boolean;
}

/** Bytes 18 and 19 of a file: how it is written, 2 with a journal of what comes (WAL). */
const WRITE_VERSION_OFFSET = 18;
const WAL = 2;
const LEGACY = 1;

let library: Promise<SqlJsStatic> | undefined;

/**
 * SQLite, loaded when the first file is read. The build with the machine code in it needs no file of its own, neither
 * on a page nor in a worker, offline or not.
 */
function loadLibrary(): Promise<SqlJsStatic> {
  library ??= import("sql.js/dist/sql-wasm-inline.js").then(({default: load}) => load());
  return library;
}

/** A database file in memory, to be asked in SQL. */
export class SqliteDatabase {
  readonly #database: InstanceType<SqlJsStatic["Database"]>;
  /** Whether changes may stand in a file beside it that is not read. */
  readonly hasJournal: boolean;

  private constructor(database: InstanceType<SqlJsStatic["Database"]>, hasJournal: boolean) {
    this.#database = database;
    this.hasJournal = hasJournal;
  }

  /** Takes the bytes over. Throws `InputError` where they are no database. */
  static async open(bytes: Uint8Array): Promise<SqliteDatabase> {
    const {Database} = await loadLibrary();
    const hasJournal = bytes[WRITE_VERSION_OFFSET] === WAL;
    // there is no other process to share a journal with, and SQLite refuses one in memory
    if (hasJournal) bytes.fill(LEGACY, WRITE_VERSION_OFFSET, WRITE_VERSION_OFFSET + 2);
    const database = new SqliteDatabase(new Database(bytes), hasJournal);
    database.all("PRAGMA trusted_schema = OFF");
    return database;
  }

  close(): void {
    this.#database.close();
  }

  /** All rows of a query that gives few. */
  all(sql: string): SqliteRow[] {
    return [...this.rows(sql)];
  }

  columns(sql: string): string[] {
    return run(() => {
      const statement = this.#prepare(sql);
      const names = statement.getColumnNames();
      statement.free();
      return names;
    });
  }

  /** The rows of a query, one by one. Throws `InputError` with SQLite's reason. */
  *rows(sql: string, {useBigInt = false} = {}): Generator<SqliteRow> {
    const statement = run(() => this.#prepare(sql));
    try {
      while (run(() => statement.step())) yield run(() => statement.get(null, {useBigInt}));
    } finally {
      statement.free();
    }
  }

  #prepare(sql: string): Statement {
    return this.#database.prepare(sql);
  }
}

/** SQLite's errors are those of the file: the statements are ours. */
function run<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new InputError(toMessage(error), {cause: error});
  }
}
