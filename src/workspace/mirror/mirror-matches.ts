import type {Lake} from "../../lake/lake.ts";
import {readCatalogue} from "../../lake/read-catalogue.ts";
import type {LakePart} from "../../model/catalogue.ts";
import type {End} from "../../model/end.ts";
import {toEnd} from "../../model/end.ts";
import {joinClusters} from "../dedupe/join-clusters.ts";
import type {MirrorSource} from "./mirror-source.ts";
import {ws} from "./mirror-state.ts";
import type {MirrorColumn} from "./mirror-tables.ts";
import {toDataTable} from "./mirror-tables.ts";

/** A record that somebody said is one with others. */
export interface MatchRow {
  /** The same for all that are one: an entry's id where one is among them. */
  readonly cluster: string;
  readonly end: string;
  readonly entry: string | null;
  /** Of a row: its table, and its `rowid` there; null where its file has other content now. */
  readonly table: string | null;
  readonly rowid: number | null;
}

/** Join a table with them by `m.table_name = 'people' and m.row_id = people.rowid`. */
export const MATCH_COLUMNS: readonly MirrorColumn<MatchRow>[] = [
  {name: "cluster", type: "VARCHAR", get: ({cluster}) => cluster},
  {name: "end_id", type: "VARCHAR", get: ({end}) => end},
  {name: "entry_id", type: "VARCHAR", get: ({entry}) => entry},
  {name: "table_name", type: "VARCHAR", get: ({table}) => table},
  {name: "row_id", type: "BIGINT", get: ({rowid}) => rowid}
];

/** `ws.matches`: what was accepted as duplicates, read anew whenever a query names it. */
export async function writeMatches(lake: Lake, store: MirrorSource): Promise<void> {
  const {suggestions} = await store.suggestions.page({status: "accepted", limit: Infinity});
  const pairs = suggestions.filter(({kind}) => kind === "duplicate").map(({ends}) => ends);
  const {parts} = await readCatalogue(lake);
  await lake.insert(ws("matches"), toDataTable("matches", MATCH_COLUMNS, toMatches(pairs, parts)));
}

/** What hangs together by accepted pairs of ends. */
export function toMatches(
  pairs: readonly (readonly string[])[],
  parts: readonly LakePart[]
): MatchRow[] {
  const ends = [...new Set(pairs.flat())].sort();
  const place = new Map(ends.map((end, i) => [end, i]));
  const links = pairs.map(([a, b]) => ({a: place.get(a!)!, b: place.get(b!)!}));
  return joinClusters(links).flatMap((records) => {
    const members = records.map((i) => ({text: ends[i]!, end: toEnd(ends[i]!)}));
    const cluster = (members.find(({end}) => end?.kind === "entry") ?? members[0]!).text;
    return members.map(({text, end}): MatchRow => ({
      cluster,
      end: text,
      entry: end?.kind === "entry" ? text : null,
      table: end?.kind === "row" ? end.table : null,
      rowid: end?.kind === "row" ? findRowid(end, parts) : null
    }));
  });
}

function findRowid(
  {table, sha256, row}: Extract<End, {kind: "row"}>,
  parts: readonly LakePart[]
): number | null {
  const part = parts.find((one) => one.table === table && one.sha256 === sha256 && row < one.rows);
  return part ? Number(part.firstRow) + row : null;
}
