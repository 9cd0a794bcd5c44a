import type {LoadOptions} from "./archive-options.ts";
import type {RowReader} from "./archive-rows.ts";
import type {OtherTable, Row} from "./archive-tables.ts";
import {OTHER_TABLES, isOwn, toRowKey} from "./archive-tables.ts";
import type {Database} from "./database.ts";

/** Tables whose rows say something of an imported file, and where they name it. */
const FILE_OF: Partial<Record<OtherTable, (row: Row) => unknown>> = {
  files: ({sha256}) => sha256,
  batches: ({file}) => (file as Row).sha256,
  inPlace: ({file}) => (file as Row).sha256
};

/**
 * Brings in what history does not keep: in a merge what is not here, in a replacement all of it. Gives how many batches
 * and tables of imports were left out, since nobody has the bytes of their files.
 */
export async function loadOthers(
  db: Database,
  rows: RowReader,
  {mode, files = new Set(), isDry = false}: LoadOptions
): Promise<number> {
  const lost = new Set<unknown>();
  let leftOut = 0;
  for (const table of OTHER_TABLES) {
    const there = db.table<Row>(table);
    const isClearing = mode === "replace" && !KEPT_APART.has(table);
    if (isClearing && !isDry) await there.filter((row) => !isOwn(table, row)).delete();
    // bytes that came with the archive have a row of this moment; theirs says when they were added
    const known = new Set(
      isClearing || table === "attachments"
        ? []
        : (await there.toArray()).map((row) => toRowKey(table, row))
    );
    await rows.each<Row>(table, async (chunk) => {
      const news = chunk.filter((row) => {
        if (known.has(toRowKey(table, row)) || isOwn(table, row)) return false;
        const sha256 = FILE_OF[table]?.(row);
        const isLost =
          (sha256 !== undefined && !files.has(sha256 as string)) ||
          (table === "rejects" && lost.has(row.batch));
        if (isLost && table === "batches") lost.add(row.id);
        if (isLost && (table === "batches" || table === "inPlace")) ++leftOut;
        return !isLost;
      });
      if (!isDry) await there.bulkPut(await withoutTaken(db, table, news));
    });
  }
  return leftOut;
}

/** What names bytes in the browser's own file system is never cleared: the bytes are still there. */
const KEPT_APART: ReadonlySet<OtherTable> = new Set([
  "files",
  "batches",
  "rejects",
  "inPlace",
  "attachments"
]);

/** An address that an entry has now is no former one. */
async function withoutTaken(
  db: Database,
  table: OtherTable,
  rows: readonly Row[]
): Promise<readonly Row[]> {
  if (table !== "slugs") return rows;
  const taken = await db.entries
    .where("[type+slug]")
    .anyOf(rows.map(({type, slug}) => [type as string, slug as string]))
    .toArray();
  const addresses = new Set(taken.map((entry) => toRowKey(table, {...entry})));
  return rows.filter((row) => !addresses.has(toRowKey(table, row)));
}
