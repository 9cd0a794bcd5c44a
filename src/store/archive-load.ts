import type {LoadMode} from "./archive-judge.ts";
import {placeBlocks, placeHistory} from "./archive-history.ts";
import type {Loaded, LoadOptions} from "./archive-options.ts";
import {loadOthers} from "./archive-others.ts";
import {RecordLoader} from "./archive-records.ts";
import {createRowReader} from "./archive-rows.ts";
import type {RowSource} from "./archive-tables.ts";
import {listTables} from "./archive-tables.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {ChangeBlock, GroupRow} from "./database.ts";

/** See `Archive.load`. */
export function loadArchive(
  connection: Connection,
  source: RowSource,
  options: LoadOptions
): Promise<Loaded> {
  const rows = createRowReader(source, options);
  return connection.run((db) =>
    db.transaction(options.isDry ? "r" : "rw", listTables(db), async () => {
      const archived = new Map<string, GroupRow>();
      await rows.each<GroupRow>("groups", (chunk) => {
        for (const group of chunk) archived.set(group.group, group);
      });
      const isEmpty = (await db.groups.count()) === 0 && (await db.entries.count()) === 0;
      const history = await placeHistory(db, [...archived.values()]);
      if (!options.isDry && history.groups.length > 0) {
        await db.groups.bulkAdd(history.groups);
        await rows.each<ChangeBlock>("changes", async (blocks) => {
          await db.changes.bulkAdd(placeBlocks(blocks, history, archived));
        });
      }
      const leftOut = await loadOthers(db, rows, options);
      const isAsItWas = isEmpty && history.groups.length > 0;
      const loader = new RecordLoader(db, rows, options);
      const group = await (isAsItWas || options.isDry
        ? loader.load(undefined)
        : loadAsWrite(connection, loader, options.mode));
      const {counts, refusals, differences} = loader;
      return {counts, refusals, differences, writes: history.groups.length, leftOut, group};
    })
  );
}

async function loadAsWrite(
  connection: Connection,
  loader: RecordLoader,
  mode: LoadMode
): Promise<string | null> {
  const what = mode === "merge" ? "Merge an archive" : "Put an archive in the place of all";
  const {group} = await runBatch(connection, {what}, (batch) => loader.load(batch));
  return group?.group ?? null;
}
