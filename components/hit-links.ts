import type {Catalogue, SearchHit, Workspace} from "../src/index.ts";
import {readNamedTables, toEnd, toRawName} from "../src/index.ts";
import {findSource} from "./find-source.ts";
import {entryIdHref, importedRowHref, rowHref, tableHref} from "./links.ts";

/** What rows are looked up in: the files of the lake, and the tables that were imported here. */
export interface RowTables {
  readonly catalogue: Catalogue;
  readonly imported: Awaited<ReturnType<typeof readNamedTables>>;
}

export async function readRowTables(workspace: Workspace): Promise<RowTables> {
  return {
    catalogue: await workspace.catalogue(),
    imported: workspace.storeFailure ? new Map() : await readNamedTables(workspace.store)
  };
}

/** Where a hit can be seen; undefined of a command, which is done instead. */
export function toHitHref(
  {kind, end, from}: Pick<SearchHit, "kind" | "end" | "from">,
  tables: RowTables | undefined
): string | undefined {
  if (kind === "command") return undefined;
  if (kind === "page") return end;
  if (kind === "table") return tableHref(end);
  if (kind === "entry") return entryIdHref(end);
  const row = toEnd(end);
  if (row?.kind !== "row") return tableHref(from);
  if (tables?.imported.has(toRawName(row) ?? "")) return importedRowHref(row.table, end);
  const place = tables && findSource(tables.catalogue, {...row, file: ""});
  return place?.state === "there"
    ? rowHref({table: place.table, sql: place.sql})
    : tableHref(row.table);
}
