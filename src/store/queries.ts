import type {Connection} from "./connection.ts";
import type {RecentQuery} from "./database.ts";

/** Queries that are remembered, beside those with a star, of which none is ever forgotten. */
const MAX_QUERIES = 200;

export type {RecentQuery};

/** Queries that were run, each text once. They are no part of the history. */
export interface Queries {
  /** Newest first; those with a star only, where `starred` says so. */
  recent(limit?: number, options?: {starred?: boolean}): Promise<RecentQuery[]>;
  /** Remembers a run; a text that is there already moves to the front and keeps its star. Blank text is passed over. */
  add(sql: string, outcome?: {rows?: number; elapsedMs?: number; error?: string}): Promise<void>;
  star(sql: string, starred?: boolean): Promise<void>;
  remove(sql: string): Promise<void>;
  /** Forgets all but those with a star. */
  clear(): Promise<void>;
}

export function createQueries(connection: Connection): Queries {
  return {
    recent: (limit = MAX_QUERIES, {starred = false} = {}) =>
      connection.run((db) => {
        const queries = db.queries.orderBy("at").reverse();
        return (starred ? queries.filter((query) => query.starred) : queries)
          .limit(limit)
          .toArray();
      }),

    async add(sql, {rows, elapsedMs, error} = {}) {
      const text = sql.trim();
      if (text === "") return;
      await connection.run((db) =>
        db.transaction("rw", db.queries, async () => {
          const newest = await db.queries.orderBy("at").last();
          const former = await db.queries.get(text);
          await db.queries.put({
            sql: text,
            at: Math.max(Date.now(), (newest?.at ?? 0) + 1), // two in one millisecond keep their order
            rows: rows ?? null,
            elapsedMs: elapsedMs ?? null,
            error: error ?? null,
            starred: former?.starred ?? false
          });
          const plain = db.queries
            .orderBy("at")
            .reverse()
            .filter((query) => !query.starred);
          await db.queries.bulkDelete(await plain.offset(MAX_QUERIES).primaryKeys());
        })
      );
    },

    async star(sql, starred = true) {
      await connection.run((db) => db.queries.update(sql.trim(), {starred}));
    },

    remove: (sql) => connection.run((db) => db.queries.delete(sql.trim())),

    async clear() {
      await connection.run((db) => db.queries.filter((query) => !query.starred).delete());
    }
  };
}
