import {toStem} from "../lib/path-names.ts";
import {toIdentifier, toUnique} from "../lib/slug.ts";
import {CATALOGUE_TABLES} from "../model/catalogue.ts";

/** A table's files, as far as its name depends on them. */
export interface Nameable {
  readonly paths: readonly string[];
  readonly inner: string;
  readonly format: string;
  /** The name that it is to have if no other has it. */
  readonly target?: string;
}

/** What a table is called whose file's name has neither letter nor digit. */
const NAMELESS = "data";
/** Words that SQL reserves: a table of that name could be written in quotes only. */
const RESERVED = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create
  default deferrable desc describe distinct do else end except false fetch for foreign from group having in
  initially intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer
  pivot_wider placing primary qualify references returning select show some summarize symmetric table then to
  trailing true union unique unpivot using variadic when where window with`.split(/\s+/)
);
const NUMBERS_AFTER = /(?:[\s_.-]+\(?\d+\)?)+$|\(\d+\)$/;
const NUMBERS_BEFORE = /^(?:\(?\d+\)?[\s_.-]+)+/;
const DATE_AFTER = /[\s_.-]+(?:19|20)\d\d(?:[\s_.-]?\d\d){0,2}(?:[\s_.-]+\d+)*$/;
const DATE_BEFORE = /^(?:19|20)\d\d(?:[\s_.-]?\d\d){0,2}[\s_.-]+/;

/** A file's stem without the dates and numbers around it, in lower case: what yearly exports share. "" where nothing is left. */
export function toFamily(stem: string): string {
  return stripNumbers(stem).toLowerCase();
}

/**
 * A name for each table, in their order: the file's name without its date, what its files' names share, or their
 * folder's. Where several tables claim one name, they are told apart by date, folder and format, but a table whose
 * file is called just so keeps it; a number is the last resort.
 */
export function nameTables(tables: readonly Nameable[]): string[] {
  const claims = tables.map(toClaim);
  for (;;) {
    const rivals = new Map<string, Claim[]>();
    for (const claim of claims) {
      const name = claim.names[claim.rank]!;
      rivals.set(name, [...(rivals.get(name) ?? []), claim]);
    }
    const losers = [...rivals].flatMap(([name, group]) => findLosers(name, group));
    const movable = losers.filter(({names, rank}) => rank < names.length - 1);
    if (movable.length === 0) break;
    for (const claim of movable) ++claim.rank;
  }
  const taken = new Set<string>();
  return claims.map(({names, rank}) => {
    const name = toUnique(names[rank]!, (name) => taken.has(name) || isReserved(name));
    taken.add(name);
    return name;
  });
}

interface Claim {
  /** The names that the table would take, the shortest first. */
  readonly names: readonly string[];
  /** The name of the file as it is. */
  readonly exact: string;
  rank: number;
}

function findLosers(name: string, group: readonly Claim[]): readonly Claim[] {
  if (isReserved(name)) return group;
  if (group.length === 1) return [];
  const exact = group.filter((claim) => claim.exact === name);
  return exact.length === 1 ? group.filter((claim) => claim !== exact[0]) : group;
}

function isReserved(name: string): boolean {
  return RESERVED.has(name) || (CATALOGUE_TABLES as readonly string[]).includes(name);
}

function toClaim({paths, inner, format, target}: Nameable): Claim {
  if (target !== undefined) {
    const name = toName(target);
    return {names: [name, `${name}_${format}`], exact: name, rank: 0};
  }
  const folders = toCommonFolders(paths);
  const shared = findSharedName(paths);
  const base = shared ?? folders.pop() ?? toStem(paths[0]!);
  const longer = folders.map((_, i) => [...folders.slice(folders.length - 1 - i), base].join(" "));
  const names = [stripDate(base), base, ...longer].map((name) => join(toName(name), inner));
  return {
    names: [...new Set([...names, `${names.at(-1)!}_${format}`])],
    exact: join(toName(base), inner),
    rank: 0
  };
}

/** The name of all the files, or what is left of it without numbers. */
function findSharedName(paths: readonly string[]): string | undefined {
  const stems = new Set(paths.map(toStem));
  const [stem] = stems;
  if (stems.size === 1) return stem;
  const families = new Set([...stems].map(toFamily));
  return families.size === 1 ? stripNumbers(stem!) || undefined : undefined;
}

function stripNumbers(stem: string): string {
  const bare = stem.replace(NUMBERS_AFTER, "").replace(NUMBERS_BEFORE, "");
  return /^[\d\s_.()-]*$/.test(bare) ? "" : bare;
}

function stripDate(stem: string): string {
  const bare = stem.replace(DATE_AFTER, "").replace(DATE_BEFORE, "");
  return /^[\d\s_.()-]*$/.test(bare) ? stem : bare;
}

/** The folders that all paths begin with. */
function toCommonFolders(paths: readonly string[]): string[] {
  const all = paths.map((path) => path.split("/").slice(0, -1));
  const first = all[0] ?? [];
  const length = first.findIndex((folder, i) => all.some((folders) => folders[i] !== folder));
  return length < 0 ? first : first.slice(0, length);
}

/** `StreamingHistory` as SQL likes it: `streaming_history`. */
function toName(text: string): string {
  return toIdentifier(text.replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1_$2"), NAMELESS);
}

function join(base: string, inner: string): string {
  if (inner === "") return base;
  const name = toName(inner);
  return name === base ? base : `${base}_${name}`;
}
