import {firstOf} from "../lib/first-of.ts";
import {toText} from "../lib/text.ts";
import type {Entry} from "../model/entry.ts";
import type {Connection} from "./connection.ts";
import {readCounts} from "./counts.ts";
import type {EntryRow} from "./database.ts";
import {toEntry} from "./database.ts";
import {readMany} from "./many.ts";
import type {Directory, DirectoryRow} from "./directory.ts";
import {rankOf, toWords} from "./directory.ts";

const DEFAULT_LIMIT = 50;
/** Farther into the list of all types, the order in memory is quicker than merging the types' own. */
const MAX_MERGED_OFFSET = 500;

export type EntryOrder = "updated" | "created" | "title" | "type";

export interface EntryQuery {
  readonly type?: string;
  /** Words, in any order; each must be in the title, a field or a tag. */
  readonly text?: string;
  readonly tag?: string;
  /** `{field}` orders by a field's value and needs `type`. Default: best match where there is `text`, else newest first. */
  readonly sort?: {
    readonly by: EntryOrder | {readonly field: string};
    readonly descending?: boolean;
  };
  readonly offset?: number;
  readonly limit?: number;
}

export interface EntryPage {
  readonly entries: Entry[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** See `Entries.page`. */
export async function readPage(
  connection: Connection,
  directory: Directory,
  query: EntryQuery
): Promise<EntryPage> {
  const {text = "", tag, sort} = query;
  const isPlain = text.trim() === "" && tag === undefined && (sort?.by ?? "updated") === "updated";
  const isNear = query.type !== undefined || (query.offset ?? 0) <= MAX_MERGED_OFFSET;
  if (isPlain && isNear) return readByTime(connection, query);
  const field = typeof sort?.by === "object" ? sort.by.field : undefined;
  const hits = findHits(await directory.rows(), query);
  if (field !== undefined)
    return sortByField(connection, hits.sort(toOrder(query)).map(toId), field, query);
  const {offset = 0, limit = DEFAULT_LIMIT} = query;
  const ids = firstOf(hits, offset + limit, toOrder(query))
    .slice(offset)
    .map(toId);
  const rows = await connection.run((db) => db.entries.bulkGet(ids));
  return {entries: rows.filter((row) => row !== undefined).map(toEntry), total: hits.length};
}

/** The list as it opens, straight from the index: of all types, what is newest in each is the newest of all. */
function readByTime(connection: Connection, query: EntryQuery): Promise<EntryPage> {
  const {type, sort, offset = 0, limit = DEFAULT_LIMIT} = query;
  const isForward = sort !== undefined && !sort.descending;
  return connection.run((db) =>
    db.transaction("r", [db.entries, db.types, db.groups, db.settings], async () => {
      const counts = await readCounts(db);
      const types = type === undefined ? await db.types.toCollection().primaryKeys() : [type];
      const first: EntryRow[] = [];
      for (const name of types) {
        const rows = db.entries.where("[type+updated]").between([name], [name, []]);
        const ordered = isForward ? rows : rows.reverse();
        const isOnly = types.length === 1;
        first.push(
          ...(await ordered
            .offset(isOnly ? offset : 0)
            .limit(isOnly ? limit : offset + limit)
            .toArray())
        );
      }
      const sign = isForward ? 1 : -1;
      first.sort((a, b) => sign * (a.updated - b.updated || (a.id < b.id ? -1 : 1)));
      const start = types.length === 1 ? 0 : offset;
      return {
        entries: first.slice(start, start + limit).map(toEntry),
        total: types.reduce((total, name) => total + (counts.get(name) ?? 0), 0)
      };
    })
  );
}

interface Hit {
  readonly row: DirectoryRow;
  readonly rank: number;
}

const toId = ({row}: Hit): string => row.id;

function findHits(rows: Iterable<DirectoryRow>, {type, text = "", tag}: EntryQuery): Hit[] {
  const words = toWords(text);
  const hits: Hit[] = [];
  for (const row of rows) {
    if (type !== undefined && row.type !== type) continue;
    if (tag !== undefined && !row.tags.includes(tag)) continue;
    const rank = rankOf(row, words);
    if (rank > 0) hits.push({row, rank});
  }
  return hits;
}

function toOrder({sort}: EntryQuery): (a: Hit, b: Hit) => number {
  const sign = sort?.descending ? -1 : 1;
  const newest = (a: DirectoryRow, b: DirectoryRow): number =>
    b.updated - a.updated || (a.id < b.id ? 1 : -1);
  const by = typeof sort?.by === "string" ? sort.by : undefined;
  return (a, b) =>
    (by === undefined ? b.rank - a.rank : sign * compare(a.row, b.row, by)) || newest(a.row, b.row);
}

const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: "base"});

function compare(a: DirectoryRow, b: DirectoryRow, by: EntryOrder): number {
  if (by === "updated" || by === "created") return a[by] - b[by];
  return by === "title" ? collator.compare(a.title, b.title) : collator.compare(a.type, b.type);
}

/** Orders by what only the records themselves have, so all of them are read. Entries without a value come last. */
async function sortByField(
  connection: Connection,
  ids: readonly string[],
  field: string,
  {sort, offset = 0, limit = DEFAULT_LIMIT}: EntryQuery
): Promise<EntryPage> {
  const rows = await connection.run((db) => readMany(db.entries, ids));
  const entries = rows.filter((row) => row !== undefined).map(toEntry);
  const sign = sort?.descending ? -1 : 1;
  const isMissing = (value: unknown): boolean =>
    value === null || value === undefined || value === "";
  entries.sort((a, b) => {
    const [x, y] = [a.fields[field], b.fields[field]];
    if (isMissing(x) || isMissing(y)) return Number(isMissing(x)) - Number(isMissing(y));
    return (
      sign *
      (typeof x === "number" && typeof y === "number"
        ? x - y
        : collator.compare(toText(x), toText(y)))
    );
  });
  return {entries: entries.slice(offset, offset + limit), total: entries.length};
}
