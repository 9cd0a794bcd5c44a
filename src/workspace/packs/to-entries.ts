import {toSlug} from "../../lib/slug.ts";
import type {EdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields} from "../../model/entry.ts";
import type {PackEdge, PackEntry} from "../../model/pack.ts";
import {toPackAddress} from "../../model/pack.ts";
import {findFamily, resolveType} from "../../model/type-family.ts";
import {toTitle} from "../../model/title.ts";
import {findProblems} from "../validate.ts";
import type {PackNotes} from "./pack-notes.ts";
import {isObject, isTexts, join} from "./pack-notes.ts";

const ENTRY_KEYS = ["type", "fields", "tags", "edges", "since"];
const EDGE_KEYS = ["kind", "to", "fields"];

/** What entries can name: types and kinds by name, and the entries that are there already, as `type/slug`. */
export interface Vocabulary {
  readonly types: ReadonlyMap<string, EntryType>;
  readonly kinds: ReadonlyMap<string, EdgeKind>;
  readonly entries: Map<string, PackEntry>;
}

/** The entries of one file. Their edges are checked when all entries are known (see `checkEdges`). */
export function toEntries(text: string, known: Vocabulary, notes: PackNotes): PackEntry[] {
  const list = notes.try("", () => JSON.parse(text) as unknown);
  if (list === undefined) return [];
  if (Array.isArray(list))
    return list.flatMap((given: unknown, i) => toEntry(given, String(i), known, notes) ?? []);
  notes.add("", "not a list of entries, in brackets");
  return [];
}

function toEntry(
  given: unknown,
  at: string,
  {types, entries}: Vocabulary,
  notes: PackNotes
): PackEntry | undefined {
  if (!isObject(given) || !isObject(given.fields)) {
    notes.add(at, `not an entry: {"type": "item", "fields": {…}}`);
    return undefined;
  }
  notes.refuseOthers(given, ENTRY_KEYS, at);
  const {fields, tags = [], edges = [], since = 1} = given;
  const type = types.get(String(given.type));
  if (!type || type.abstract) {
    const why = type ? "type has no entries of its own" : "type not found";
    notes.add(join(at, "type"), `${why}: ${String(given.type)}`);
    return undefined;
  }
  const resolved = resolveType(type, types);
  checkFields(resolved, fields, join(at, "fields"), notes);
  if (!isTexts(tags)) notes.add(join(at, "tags"), "not a list of texts");
  if (!Number.isInteger(since)) notes.add(join(at, "since"), "not a version of the pack");
  const entry: PackEntry = {
    type: type.name,
    slug: toSlug(toTitle(fields, resolved)) || type.name,
    fields,
    tags: isTexts(tags) ? tags : [],
    edges: toEdges(edges, join(at, "edges"), notes),
    since: Number(since)
  };
  const address = toPackAddress(entry);
  if (entries.has(address))
    notes.add(at, `title is taken by another entry of the pack: ${address}`);
  entries.set(address, entry);
  return entry;
}

function checkFields(type: EntryType, fields: Fields, where: string, notes: PackNotes): void {
  for (const name of Object.keys(fields))
    if (!Object.hasOwn(type.schema.properties, name))
      notes.add(join(where, name), `field not found in the type ${type.name}`);
  for (const [path, what] of findProblems(type.schema, fields)) notes.add(join(where, path), what);
}

function toEdges(given: unknown, where: string, notes: PackNotes): PackEdge[] {
  if (!Array.isArray(given)) {
    notes.add(where, "not a list of edges, in brackets");
    return [];
  }
  return given.flatMap((edge: unknown, i) => {
    const at = join(where, i);
    if (!isObject(edge) || typeof edge.kind !== "string" || typeof edge.to !== "string") {
      notes.add(at, `not an edge: {"kind": "stored_in", "to": "place/kitchen"}`);
      return [];
    }
    notes.refuseOthers(edge, EDGE_KEYS, at);
    const fields = isObject(edge.fields) ? edge.fields : {};
    return [{kind: edge.kind, to: edge.to, fields}];
  });
}

/** Whether each edge has a kind, an other end, and ends that the kind joins. `index` is the entry's place in its file. */
export function checkEdges(
  {type, edges}: PackEntry,
  index: number,
  {types, kinds, entries}: Vocabulary,
  notes: PackNotes
): void {
  edges.forEach(({kind: name, to, fields}, i) => {
    const at = join(index, "edges", i);
    const kind = kinds.get(name);
    const other = entries.get(to);
    if (!kind) notes.add(join(at, "kind"), `edge kind not found: ${name}`);
    if (!other) notes.add(join(at, "to"), `entry not found: ${to} (type/slug of its title)`);
    if (!kind || !other) return;
    if (!allows(kind.fromTypes, type, types) || !allows(kind.toTypes, other.type, types))
      notes.add(at, `"${kind.label}" does not join ${type} to ${other.type}`);
    if (!kind.schema) return;
    for (const [path, what] of findProblems(kind.schema, fields))
      notes.add(join(at, "fields", path), what);
  });
}

function allows(
  names: readonly string[],
  type: string,
  types: ReadonlyMap<string, EntryType>
): boolean {
  return names.length === 0 || names.some((name) => findFamily(name, types).includes(type));
}
