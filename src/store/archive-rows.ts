import {Dexie} from "dexie";
import type {ArchivedTable, Row, RowSource} from "./archive-tables.ts";
import {checkRow} from "./archive-tables.ts";
import type {WorkOptions} from "./work.ts";
import {Stop} from "./work.ts";

/** Unpacking a thousand rows takes milliseconds; whoever needs longer has stopped. */
const MAX_WAIT_MS = 10 * 60_000;

/** Reads rows from elsewhere inside a transaction. */
export interface RowReader {
  /** Hands the rows of a table to `work`, some at a time, each checked to be one. */
  each<T>(
    table: ArchivedTable,
    work: (rows: readonly T[]) => PromiseLike<void> | void
  ): Promise<void>;
}

/** A transaction ends when nobody asks it anything: Dexie keeps it awake while the source unpacks. */
export function createRowReader(
  source: RowSource,
  {signal, onProgress, rows = 0}: WorkOptions & {readonly rows?: number}
): RowReader {
  let done = 0;
  return {
    async each<T>(
      table: ArchivedTable,
      work: (rows: readonly T[]) => PromiseLike<void> | void
    ): Promise<void> {
      const iterator = source(table)[Symbol.asyncIterator]();
      for (;;) {
        if (signal?.aborted) throw new Stop(signal.reason);
        const next = await Dexie.waitFor(
          Dexie.ignoreTransaction(() => iterator.next()),
          MAX_WAIT_MS
        );
        if (next.done) return;
        await work(next.value.map((row): Row => checkRow(table, row)) as readonly T[]);
        done += next.value.length;
        // records are read twice: their names first
        onProgress?.(Math.min(done, 2 * rows), 2 * rows);
      }
    }
  };
}
