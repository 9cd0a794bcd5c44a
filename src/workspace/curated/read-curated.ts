import {InputError} from "../../lib/errors.ts";
import {toSlug, toUnique} from "../../lib/slug.ts";
import {createUuid} from "../../lib/uuid.ts";
import type {Edge, EdgeKind} from "../../model/edge.ts";
import {toEdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import {toEntryType} from "../../model/entry-type.ts";
import type {Entry, RowSource} from "../../model/entry.ts";
import {toTitle} from "../../model/title.ts";
import {resolveType} from "../../model/type-family.ts";
import type {View} from "../../model/view.ts";

import type {Folder} from "./folder.ts";
import {readText} from "./folder.ts";
import {CURATED_FOLDERS, toStem} from "./layout.ts";
import type {Place} from "./read-lines.ts";
import {
  parseLines,
  parseObject,
  takeObject,
  takeRevision,
  takeText,
  takeTexts,
  takeTime,
  toPlace
} from "./read-lines.ts";
import type {CuratedRecords, FormerAddress} from "./records.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * What a folder of text holds. What a hand-written line leaves out is filled in: a title, a slug, an id, times.
 * Throws `InputError` that names file and line where something cannot be read.
 */
export async function readCurated(folder: Folder, now = Date.now()): Promise<CuratedRecords> {
  const types = await readObjects(folder, CURATED_FOLDERS.types, toTypeRecord);
  const kinds = await readObjects(folder, CURATED_FOLDERS.kinds, toKindRecord);
  const views = await readObjects(
    folder,
    CURATED_FOLDERS.views,
    (record) => record as unknown as View
  );
  const byName = new Map([...types.values()].map((type) => [type.name, type]));
  const slugs: FormerAddress[] = [];
  const entries = await readAll(folder, CURATED_FOLDERS.entries, (path, text) => {
    const type = types.get(toStem(path));
    if (!type) throw missing(path, "type", CURATED_FOLDERS.types);
    return toEntries(path, text, resolveType(type, byName), slugs, now);
  });
  const edges = await readAll(folder, CURATED_FOLDERS.edges, (path, text) => {
    const kind = kinds.get(toStem(path));
    if (!kind) throw missing(path, "kind", CURATED_FOLDERS.kinds);
    return parseLines(path, text).map(({record, place}) => toEdge(record, place, kind, now));
  });
  refuseDoubles(entries);
  return {
    types: [...types.values()],
    kinds: [...kinds.values()],
    views: [...views.values()],
    entries,
    edges,
    slugs
  };
}

async function readObjects<T>(
  folder: Folder,
  below: string,
  toRecord: (record: Json, place: Place) => T
): Promise<Map<string, T>> {
  const records = new Map<string, T>();
  for (const path of await folder.list(below)) {
    if (!path.endsWith(".json")) continue;
    const place = {path};
    records.set(toStem(path), toRecord(parseObject((await readText(folder, path))!, place), place));
  }
  return records;
}

async function readAll<T>(
  folder: Folder,
  below: string,
  toRecords: (path: string, text: string) => T[]
): Promise<T[]> {
  const all: T[] = [];
  for (const path of await folder.list(below)) {
    if (!path.endsWith(".jsonl")) continue;
    for (const record of toRecords(path, (await readText(folder, path))!)) all.push(record);
  }
  return all;
}

function toTypeRecord(record: Json, place: Place): EntryType {
  return withPlace(place, () => toEntryType({...record, name: takeText(record, "name", place)}));
}

function toKindRecord(record: Json, place: Place): EdgeKind {
  return toEdgeKind({...record, name: takeText(record, "name", place)});
}

function toEntries(
  path: string,
  text: string,
  type: EntryType,
  slugs: FormerAddress[],
  now: number
): Entry[] {
  const lines = parseLines(path, text);
  const taken = new Set(lines.map(({record}) => record.slug));
  return lines.map(({record, place}) => {
    const fields = takeObject(record, "fields", place);
    const title = takeText(record, "title", place, toTitle(fields, type));
    const free = toUnique(toSlug(title) || type.name, (slug) => taken.has(slug), "-");
    const slug = takeText(record, "slug", place, free);
    taken.add(slug);
    const id = takeText(record, "id", place, createUuid(now));
    const formerSlugs = takeTexts(record, "formerSlugs", place);
    for (const former of formerSlugs) slugs.push({type: type.name, slug: former, id});
    const created = takeTime(record, "created", place, now);
    return {
      id,
      type: type.name,
      slug,
      title,
      fields,
      tags: takeTexts(record, "tags", place),
      source: (record.source as RowSource | undefined) ?? null,
      created,
      updated: takeTime(record, "updated", place, created),
      revision: takeRevision(record)
    };
  });
}

function toEdge(record: Json, place: Place, {name}: EdgeKind, now: number): Edge {
  const created = takeTime(record, "created", place, now);
  return {
    id: takeText(record, "id", place, createUuid(now)),
    kind: name,
    from: takeText(record, "from", place),
    to: takeText(record, "to", place),
    fields: takeObject(record, "fields", place),
    ...(record.source !== undefined && {source: record.source as RowSource}),
    ...(typeof record.confidence === "number" && {confidence: record.confidence}),
    created,
    updated: takeTime(record, "updated", place, created),
    revision: takeRevision(record)
  };
}

/** Two lines with one id or one address are most likely a merge that went wrong. */
function refuseDoubles(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const {id, type, slug} of entries) {
    const address = `${type}/${slug}`;
    if (seen.has(id)) throw new InputError(`entry stands there twice: id ${id} (${address})`);
    if (seen.has(address)) throw new InputError(`entry stands there twice: ${address}`);
    seen.add(id).add(address);
  }
}

function missing(path: string, what: "type" | "kind", folder: string): InputError {
  return new InputError(
    `${what} not found: ${path} needs ${folder}/${toStem(path)}.json, which says what its lines are`
  );
}

function withPlace<T>(place: Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${error.message}: ${toPlace(place)}`, {cause: error});
  }
}
