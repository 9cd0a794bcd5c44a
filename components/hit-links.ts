import type {Catalogue, SearchHit} from "../src/index.ts";
import {toEnd} from "../src/index.ts";
import {findSource} from "./find-source.ts";
import {entryIdHref, rowHref, tableHref} from "./links.ts";

/** Where a hit can be seen; undefined of a command, which is done instead. Rows are looked up in the catalogue. */
export function toHitHref(
  {kind, end, from}: Pick<SearchHit, "kind" | "end" | "from">,
  catalogue: Catalogue | undefined
): string | undefined {
  if (kind === "command") return undefined;
  if (kind === "page") return end;
  if (kind === "table") return tableHref(end);
  if (kind === "entry") return entryIdHref(end);
  const row = toEnd(end);
  if (row?.kind !== "row") return tableHref(from);
  const place = catalogue && findSource(catalogue, {...row, file: ""});
  return place?.state === "there"
    ? rowHref({table: place.table, sql: place.sql})
    : tableHref(row.table);
}
