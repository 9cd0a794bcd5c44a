import type {ArchivedTable, RowSource} from "../../store/archive-tables.ts";
import type {Store} from "../../store/store.ts";
import type {CuratedRecords} from "./records.ts";

const TABLES = ["types", "kinds", "views", "entries", "edges", "slugs"] as const;

/** What a store keeps that a folder of text can hold. */
export async function readRecords(store: Store): Promise<CuratedRecords> {
  const read = async (table: ArchivedTable): Promise<unknown[]> => {
    const all: unknown[] = [];
    for await (const rows of store.archive.scan(table)) for (const row of rows) all.push(row);
    return all;
  };
  const tables = await Promise.all(
    TABLES.map(async (table) => [table, await read(table)] as const)
  );
  return Object.fromEntries(tables) as unknown as CuratedRecords;
}

/** Records as what an archive would bring. */
export function toRowSource(records: CuratedRecords): RowSource {
  return async function* (table) {
    await Promise.resolve();
    const rows = TABLES.find((one) => one === table);
    if (rows) yield records[rows];
  };
}
