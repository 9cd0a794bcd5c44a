import {InputError} from "../lib/errors.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {End} from "../model/end.ts";
import {toEnd} from "../model/end.ts";
import {toTopicTitle} from "../model/topic.ts";
import type {Database, EntryRow} from "./database.ts";
import {readMany} from "./many.ts";
import type {TypeBook} from "./type-book.ts";

/** What stands at an end, for people and for the kinds that say what may. */
export interface EndInfo {
  readonly title: string;
  /** The entry's type and those that it extends; of anything else, what it is: "row", "topic", "document". */
  readonly types: readonly string[];
}

type Ends = Pick<Edge, "from" | "to">;

/** What stands at the ends of edges, by the end's text; an entry that is not there, and what is no address, is left out. */
export async function readEnds(
  db: Database,
  edges: readonly Ends[],
  types: TypeBook
): Promise<Map<string, EndInfo>> {
  const ends = new Map<string, EndInfo>();
  const ids: string[] = [];
  const topics: string[] = [];
  for (const text of new Set(edges.flatMap(({from, to}) => [from, to]))) {
    const end = toEnd(text);
    if (end?.kind === "entry") ids.push(text);
    else if (end?.kind === "topic") topics.push(text);
    if (end && end.kind !== "entry") ends.set(text, {title: toEndTitle(end), types: [end.kind]});
  }
  const rows = (await readMany(db.entries, ids)).filter((row): row is EntryRow => !!row);
  for (const {id, title, type} of rows) ends.set(id, {title, types: types.lineage(type)});
  for (const [text, title] of await readTopicTitles(db, topics))
    ends.set(text, {title, types: ["topic"]});
  return ends;
}

/** The names that topics have now, by the text of their ends; without those that are no more. */
export async function readTopicTitles(
  db: Database,
  texts: Iterable<string>
): Promise<Map<string, string>> {
  const textOf = new Map<string, string>();
  for (const text of texts) {
    const end = toEnd(text);
    if (end?.kind === "topic") textOf.set(end.id, text);
  }
  if (textOf.size === 0) return new Map();
  const found = (await db.topics.bulkGet([...textOf.keys()])).filter((one) => one !== undefined);
  return new Map(found.map(({id, topic}) => [textOf.get(id)!, toTopicTitle(topic)]));
}

/** The two ends of an edge; throws `InputError` where one is not there, or the kind does not join such ends. */
export function checkEnds(
  {from, to}: Ends,
  {label, fromTypes, toTypes, symmetric}: EdgeKind,
  ends: ReadonlyMap<string, EndInfo>
): [EndInfo, EndInfo] {
  const [first, second] = [ends.get(from), ends.get(to)];
  if (!first || !second)
    throw new InputError(`end of edge not found: ${first ? to : from} (it may have been removed)`);
  if (from === to) throw new InputError(`edge joins an entry to itself: "${first.title}"`);
  const fits = (a: EndInfo, b: EndInfo): boolean =>
    allows(fromTypes, a.types) && allows(toTypes, b.types);
  if (!fits(first, second) && !(symmetric && fits(second, first))) {
    throw new InputError(
      `"${label}" does not join these: it goes from ${toNames(fromTypes)} to ${toNames(toTypes)}, not from ${first.types[0]} to ${second.types[0]}`
    );
  }
  return [first, second];
}

/** The title of an entry, or words for anything else. */
export async function readTitle(db: Database, text: string): Promise<string> {
  const end = toEnd(text);
  if (end && end.kind !== "entry")
    return (await readTopicTitles(db, [text])).get(text) ?? toEndTitle(end);
  return (await db.entries.get(text))?.title ?? text;
}

/** Words for an end that is no entry: its own title is for whoever reads it to find. */
export function toEndTitle(end: Exclude<End, {kind: "entry"}>): string {
  if (end.kind === "row") return `row ${end.row + 1} of ${end.table}`;
  if (end.kind === "topic") return `topic ${end.id}`;
  return end.place === "" ? `document ${end.id}` : `document ${end.id}, ${end.place}`;
}

function allows(allowed: readonly string[], types: readonly string[]): boolean {
  return allowed.length === 0 || types.some((type) => allowed.includes(type));
}

function toNames(types: readonly string[]): string {
  return types.length === 0 ? "anything" : types.join(" or ");
}
