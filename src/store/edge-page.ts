import {foldText, toText} from "../lib/text.ts";
import type {Edge} from "../model/edge.ts";
import type {End} from "../model/end.ts";
import {toEnd} from "../model/end.ts";
import type {Connection} from "./connection.ts";
import type {Database} from "./database.ts";
import type {Directory, EntryMatch} from "./directory.ts";
import {toWords} from "./directory.ts";
import {readTopicTitles, toEndTitle} from "./ends.ts";

const DEFAULT_LIMIT = 50;

export type EdgeOrder = "created" | "updated" | "kind" | "from" | "to";

export interface EdgeQuery {
  readonly kind?: string;
  /** An entry type that stands at either end. */
  readonly type?: string;
  /** Words, in any order; each must be in the title of an end or in a field. */
  readonly text?: string;
  /** Default: newest first. */
  readonly sort?: {readonly by: EdgeOrder; readonly descending?: boolean};
  readonly offset?: number;
  readonly limit?: number;
}

/** An edge with what stands at its ends. */
export interface EdgeRow {
  readonly edge: Edge;
  readonly from: EdgeRowEnd;
  readonly to: EdgeRowEnd;
}

export interface EdgeRowEnd {
  readonly end: End;
  readonly title: string;
  /** The entry's type; null where the end is something else. */
  readonly type: string | null;
}

export interface EdgePage {
  readonly edges: readonly EdgeRow[];
  /** How many there are on all pages. */
  readonly total: number;
}

/** See `Edges.page`. */
export async function readEdgePage(
  connection: Connection,
  directory: Directory,
  query: EdgeQuery
): Promise<EdgePage> {
  const {text = "", type, sort, offset = 0, limit = DEFAULT_LIMIT} = query;
  if (text.trim() === "" && type === undefined && (sort?.by ?? "created") === "created")
    return readByTime(connection, query);
  const entries = await directory.table();
  const {edges, topics} = await connection.run(async (db) => {
    const edges = await findEdges(db, query.kind).toArray();
    return {edges, topics: await readTopicTitles(db, toEndTexts(edges))};
  });
  const words = toWords(text);
  const rows = edges
    .map((edge) => toRow(edge, {entries, topics}))
    .filter(({from, to}) => type === undefined || from.type === type || to.type === type)
    .filter((row) => words.length === 0 || hasWords(row, words));
  const sign = sort?.descending ? -1 : 1;
  if (sort) rows.sort((a, b) => sign * compare(a, b, sort.by) || (a.edge.id < b.edge.id ? 1 : -1));
  else rows.reverse();
  return {edges: rows.slice(offset, offset + limit), total: rows.length};
}

/** The list as it opens: ids are in the order of their making, also within a kind. */
function readByTime(
  connection: Connection,
  {kind, sort, offset = 0, limit = DEFAULT_LIMIT}: EdgeQuery
): Promise<EdgePage> {
  return connection.run((db) =>
    db.transaction("r", db.edges, db.entries, db.topics, async () => {
      const all = findEdges(db, kind);
      const total = await all.clone().count();
      const ordered = sort && !sort.descending ? all : all.reverse();
      const edges = await ordered.offset(offset).limit(limit).toArray();
      const ends = toEndTexts(edges);
      const topics = await readTopicTitles(db, ends);
      const rows = (await db.entries.bulkGet(ends)).filter((row) => row !== undefined);
      const entries = new Map(rows.map((row) => [row.id, row]));
      return {edges: edges.map((edge) => toRow(edge, {entries, topics})), total};
    })
  );
}

function findEdges(
  db: Database,
  kind: string | undefined
): ReturnType<Database["edges"]["orderBy"]> {
  return kind === undefined ? db.edges.orderBy(":id") : db.edges.where("kind").equals(kind);
}

/** What is known of ends, by their text. */
interface Named {
  readonly entries: ReadonlyMap<string, EntryMatch>;
  readonly topics: ReadonlyMap<string, string>;
}

function toEndTexts(edges: readonly Edge[]): string[] {
  return [...new Set(edges.flatMap(({from, to}) => [from, to]))];
}

function toRow(edge: Edge, named: Named): EdgeRow {
  return {edge, from: toRowEnd(edge.from, named), to: toRowEnd(edge.to, named)};
}

function toRowEnd(text: string, {entries, topics}: Named): EdgeRowEnd {
  const end = toEnd(text) ?? {kind: "entry", id: text};
  if (end.kind !== "entry") return {end, title: topics.get(text) ?? toEndTitle(end), type: null};
  const {title = text, type = null} = entries.get(text) ?? {};
  return {end, title, type};
}

function hasWords({edge, from, to}: EdgeRow, words: readonly string[]): boolean {
  const texts = Object.values(edge.fields).map(toText);
  const searched = foldText([from.title, to.title, ...texts].join("\n"));
  return words.every((word) => searched.includes(word));
}

const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: "base"});

function compare(a: EdgeRow, b: EdgeRow, by: EdgeOrder): number {
  if (by === "created" || by === "updated") return a.edge[by] - b.edge[by];
  if (by === "kind") return collator.compare(a.edge.kind, b.edge.kind);
  return collator.compare(a[by].title, b[by].title);
}
