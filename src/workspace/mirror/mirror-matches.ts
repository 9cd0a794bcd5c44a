import type {Lake} from "../../lake/lake.ts";
import {readCatalogue} from "../../lake/read-catalogue.ts";
import type {LakePart} from "../../model/catalogue.ts";
import {toEnd, toEndText} from "../../model/end.ts";
import type {Store} from "../../store/store.ts";
import {joinClusters} from "../dedupe/join-clusters.ts";
import type {RowEnd} from "../imports/raw-rows.ts";
import {readNamedTables, toRawName, toRawPlacesSql} from "../imports/raw-rows.ts";
import {ws} from "./mirror-state.ts";
import type {MirrorColumn} from "./mirror-tables.ts";
import {toDataTable} from "./mirror-tables.ts";

/** A record that somebody said is one with others. */
export interface MatchRow {
  /** The same for all that are one: an entry's id where one is among them. */
  readonly cluster: string;
  readonly end: string;
  readonly entry: string | null;
  /** Of a row: its table, and its `rowid` there (of an imported one its place, from 0); null where it is not there any more. */
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
export async function writeMatches(
  lake: Lake,
  store: Store,
  bringRaw: (name: string) => Promise<void>
): Promise<void> {
  const {suggestions} = await store.suggestions.page({status: "accepted", limit: Infinity});
  const pairs = suggestions.filter(({kind}) => kind === "duplicate").map(({ends}) => ends);
  const {parts} = await readCatalogue(lake);
  const findRaw = await createRawFinder(lake, store, {ends: pairs.flat(), bringRaw});
  const rows = toMatches(pairs, (end) => findRaw(end) ?? findRowid(end, parts));
  await lake.insert(ws("matches"), toDataTable("matches", MATCH_COLUMNS, rows));
}

/** What hangs together by accepted pairs of ends. */
export function toMatches(
  pairs: readonly (readonly string[])[],
  findRow: (end: RowEnd) => number | null
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
      rowid: end?.kind === "row" ? findRow(end) : null
    }));
  });
}

/** Finds where rows of imported tables stand; undefined of others, and where a row is gone. */
async function createRawFinder(
  lake: Lake,
  store: Store,
  {ends, bringRaw}: {ends: readonly string[]; bringRaw: (name: string) => Promise<void>}
): Promise<(end: RowEnd) => number | undefined> {
  const wanted = new Map<string, string[]>();
  for (const text of ends) {
    const end = toEnd(text);
    const name = end?.kind === "row" ? toRawName(end) : undefined;
    if (end?.kind !== "row" || name === undefined) continue;
    wanted.set(name, [...(wanted.get(name) ?? []), end.sha256]);
  }
  const places = new Map<string, number>();
  const tables = wanted.size === 0 ? undefined : await readNamedTables(store);
  for (const [name, hashes] of wanted) {
    const table = tables?.get(name);
    if (!table) continue;
    await bringRaw(name);
    const found = await lake.query(toRawPlacesSql(table, hashes));
    for (let i = 0; i < found.numRows; ++i) {
      const [sha256, row] = [found.value(i, 0) as string, Number(found.value(i, 1))];
      const end = toEndText({kind: "row", table: `raw.${name}`, sha256, row});
      places.set(end, Number(found.value(i, 2)));
    }
  }
  return (end) => places.get(toEndText(end));
}

function findRowid({table, sha256, row}: RowEnd, parts: readonly LakePart[]): number | null {
  const part = parts.find((one) => one.table === table && one.sha256 === sha256 && row < one.rows);
  return part ? Number(part.firstRow) + row : null;
}
