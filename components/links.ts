import type {Entry, Topic} from "../src/index.ts";

/** Addresses of pages, relative to any page: all of them stand at the root of the site. */

/** The lake page, at a table. */
export function tableHref(table: string): string {
  return toHref("./lake.html", {table});
}

/** The lake page, at a table that was imported here. */
export function rawTableHref(table: string): string {
  return tableHref(`raw.${table}`);
}

/** The batches page, at a batch. */
export function batchHref(id: string): string {
  return toHref("./batches.html", {batch: id});
}

/** The page of models and of what they embed. */
export function modelsHref(): string {
  return "./models.html";
}

/** The lake page, with a query in its console. */
export function queryHref(sql: string): string {
  return toHref("./lake.html", {sql});
}

/** The lake page, at a table, with a query that shows one of its rows in its console. */
export function rowHref({table, sql}: {table: string; sql: string}): string {
  return toHref("./lake.html", {table, sql});
}

/** The same of a row of an imported table, by its address: what it is asked by is known when it is read. */
export function importedRowHref(table: string, end: string): string {
  return toHref("./lake.html", {table, row: end});
}

/** The search page, at what is searched for. */
export function searchHref(text: string): string {
  return toHref("./search.html", {q: text});
}

/** The search page, at what means nearly the same as an entry or a row. */
export function likeHref(end: string): string {
  return toHref("./search.html", {like: end});
}

/** The entries page, at a type and a text that is searched for. */
export function entriesHref({type, text}: {type?: string | undefined; text?: string} = {}): string {
  return toHref("./entries.html", {type, q: text});
}

/** The duplicates page, at a source (`lake.people`, `raw.x`, `ws.person`) or at two that are linked. */
export function duplicatesHref(first: string, second?: string): string {
  return toHref("./duplicates.html", {first, second});
}

/** The types page, at a type. */
export function typeHref(type: string): string {
  return toHref("./types.html", {type});
}

/** An entry's page, by the address that people can read. */
export function entryHref({type, slug}: Pick<Entry, "type" | "slug">): string {
  return toHref("./entry.html", {type, slug});
}

/** An entry's page, where only its id is known. */
export function entryIdHref(id: string): string {
  return toHref("./entry.html", {id});
}

/** The topics page, at a topic of a collection, or at the collection. */
export function topicHref({set, id}: {set: string; id?: Topic["id"]}): string {
  return toHref("./topics.html", {of: set, topic: id});
}

/** The map of a collection, with one of its topics before the others. */
export function mapHref({set, id}: {set: string; id?: Topic["id"]}): string {
  return toHref("./map.html", {of: set, topic: id});
}

/** The page of a pack. */
export function packHref(name: string): string {
  return `./pack-${name}.html`;
}

function toHref(page: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return pairs.length === 0 ? page : `${page}?${new URLSearchParams(pairs).toString()}`;
}
