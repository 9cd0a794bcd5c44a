import type {EdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Pack, PackEntry} from "../../model/pack.ts";
import {toPackAddress} from "../../model/pack.ts";
import type {Problem} from "../../model/problem.ts";
import {PackNotes, isTexts} from "./pack-notes.ts";
import type {Vocabulary} from "./to-entries.ts";
import {checkEdges, toEntries} from "./to-entries.ts";
import {checkEnds, toKind} from "./to-kinds.ts";
import {checkFamily, toType} from "./to-types.ts";

const KEYS = ["name", "label", "description", "version", "requires"];
const HEAD = "pack.json";
const PAGE = "page.md";

export interface PackFolder {
  /** The folder's own name, which is the pack's. */
  readonly name: string;
  /** How the folder is called in problems. */
  readonly path: string;
  /** The texts of its files, by their path in it. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The pack of a folder, with all that is wrong in it, by file and place; there is a pack only where nothing is.
 * `others` are the packs that it may require.
 */
export function toPack(
  folder: PackFolder,
  others: ReadonlyMap<string, Pack> = new Map()
): {pack: Pack | undefined; problems: Problem[]} {
  const problems: Problem[] = [];
  const notesOf = (file: string): PackNotes => new PackNotes(`${folder.path}/${file}`, problems);
  const head = toHead(folder, others, notesOf(HEAD));
  const required = head.requires.flatMap((name) => others.get(name) ?? []);
  const types = readAll(folder, "types", notesOf, toType);
  const kinds = readAll(folder, "kinds", notesOf, toKind);
  const known: Vocabulary = {
    types: toMap([...required.flatMap((pack) => pack.types), ...types.values()]),
    kinds: toMap([...required.flatMap((pack) => pack.kinds), ...kinds.values()]),
    entries: new Map(
      required.flatMap((pack) => pack.entries.map((one) => [toPackAddress(one), one]))
    )
  };
  for (const [file, type] of types) checkFamily(type, known.types, notesOf(file));
  // what is wrong with types would be told again by each of their entries
  if (problems.length > 0) return {pack: undefined, problems};
  for (const [file, kind] of kinds) checkEnds(kind, known.types, notesOf(file));
  const entries = readEntries(folder, known, notesOf);
  if (problems.length > 0) return {pack: undefined, problems};
  const hasPage = folder.files.has(PAGE);
  return {
    pack: {...head, types: [...types.values()], kinds: [...kinds.values()], entries, hasPage},
    problems
  };
}

type Head = Pick<Pack, "name" | "label" | "description" | "version" | "requires">;

function toHead(
  {name, files}: PackFolder,
  others: ReadonlyMap<string, Pack>,
  notes: PackNotes
): Head {
  const none: Head = {name, label: name, description: "", version: 1, requires: []};
  const text = files.get(HEAD);
  if (text === undefined) notes.add("", "file not found: a pack is a folder with a pack.json");
  const given = text === undefined ? undefined : notes.readObject(text);
  if (!given) return none;
  notes.refuseOthers(given, KEYS);
  const {label, description, version, requires = []} = given;
  if (given.name !== name)
    notes.add("name", `not the name of the folder: ${String(given.name)} (it is ${name})`);
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    notes.add(
      "name",
      `not a name: ${name} (lower-case letters, digits and hyphens, a letter first)`
    );
  if (typeof label !== "string" || label.trim() === "") notes.add("label", "missing");
  if (typeof description !== "string") notes.add("description", "missing");
  if (!Number.isInteger(version) || Number(version) < 1)
    notes.add("version", "not a whole number from 1");
  if (!isTexts(requires)) notes.add("requires", "not a list of packs");
  else
    for (const other of requires)
      if (!others.has(other)) notes.add("requires", `pack not found: ${other}`);
  return {
    name,
    label: String(label),
    description: String(description),
    version: Number(version),
    requires: isTexts(requires) ? requires : []
  };
}

/** What the JSON files of a part of the folder hold, by file. */
function readAll<T>(
  {files}: PackFolder,
  part: string,
  notesOf: (file: string) => PackNotes,
  read: (text: string, stem: string, notes: PackNotes) => T | undefined
): Map<string, T> {
  const found = new Map<string, T>();
  for (const file of filesOf(files, part)) {
    const stem = file.slice(part.length + 1, -".json".length);
    const one = read(files.get(file)!, stem, notesOf(file));
    if (one) found.set(file, one);
  }
  return found;
}

function readEntries(
  {files}: PackFolder,
  known: Vocabulary,
  notesOf: (file: string) => PackNotes
): PackEntry[] {
  const lists = filesOf(files, "entries").map((file) => {
    const notes = notesOf(file);
    return {notes, entries: toEntries(files.get(file)!, known, notes)};
  });
  for (const {notes, entries} of lists)
    entries.forEach((entry, i) => checkEdges(entry, i, known, notes));
  return lists.flatMap(({entries}) => entries);
}

function filesOf(files: ReadonlyMap<string, string>, part: string): string[] {
  return [...files.keys()]
    .filter((file) => file.startsWith(`${part}/`) && file.endsWith(".json"))
    .sort();
}

function toMap<T extends EntryType | EdgeKind>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.name, record]));
}
