import {omit} from "../lib/omit.ts";
import type {Connection} from "./connection.ts";
import type {Loaded, LoadOptions} from "./archive-options.ts";
import {loadArchive} from "./archive-load.ts";
import type {ArchivedTable, Row, RowSource} from "./archive-tables.ts";
import {ARCHIVED_TABLES, isOwn} from "./archive-tables.ts";
import {readRevision} from "./batch.ts";

/** Rows read at once by `scan`. */
const SCAN_LIMIT = 1000;

/** What is computed when a row is written, and what cannot be written down. */
const LEFT_OUT: Partial<Record<ArchivedTable, readonly string[]>> = {
  entries: ["key", "uniques"],
  files: ["handle"]
};

/** All that is kept, as archives carry it. */
export interface Archive {
  readonly tables: readonly ArchivedTable[];
  /** The rows of a table in the order of their keys, some at a time; without what is computed or cannot be written down. */
  scan(table: ArchivedTable): AsyncIterable<readonly unknown[]>;
  /** How many rows there are of each table. */
  counts(): Promise<Readonly<Record<ArchivedTable, number>>>;
  /** Counts up with each write: what was scanned between two equal ones belongs together. */
  revision(): Promise<number>;
  /** How the rows of an archive stand to what is here; nothing is written. Throws what `load` would. */
  plan(source: RowSource, options: LoadOptions): Promise<Loaded>;
  /**
   * Brings an archive in, all of it or nothing, as one write that undo takes back; into an empty store as it was, its
   * history with it. What is refused is listed.
   */
  load(source: RowSource, options: LoadOptions): Promise<Loaded>;
}

export function createArchive(connection: Connection): Archive {
  return {
    tables: ARCHIVED_TABLES,

    async *scan(table) {
      const keyPath = connection.db.table(table).schema.primKey.keyPath as string | string[];
      for (let after: unknown; ;) {
        const from = after;
        const rows = await connection.run((db) => {
          const all = db.table<Row>(table);
          const rest = from === undefined ? all.toCollection() : all.where(keyPath).above(from);
          return rest.limit(SCAN_LIMIT).toArray();
        });
        if (rows.length === 0) return;
        const last = rows.at(-1)!;
        after = Array.isArray(keyPath) ? keyPath.map((name) => last[name]) : last[keyPath];
        yield rows
          .filter((row) => !isOwn(table, row))
          .map((row) => omit(row, LEFT_OUT[table] ?? []));
      }
    },

    counts: () =>
      connection.run(async (db) => {
        const counts = await Promise.all(ARCHIVED_TABLES.map((name) => db.table(name).count()));
        return Object.fromEntries(ARCHIVED_TABLES.map((name, i) => [name, counts[i]!])) as Record<
          ArchivedTable,
          number
        >;
      }),

    revision: () => connection.run(readRevision),
    plan: (source, options) => loadArchive(connection, source, {...options, isDry: true}),
    load: (source, options) => loadArchive(connection, source, options)
  };
}
