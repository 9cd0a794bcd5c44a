import {toIdentifier, toUnique} from "../../lib/slug.ts";

/** The folders of curated records; nothing outside of them is ever written or removed. */
export const CURATED_FOLDERS = {
  types: "types",
  kinds: "kinds",
  views: "views",
  entries: "entries",
  edges: "edges",
  attachments: "attachments"
} as const;

/** A file name's stem for each name: no two differ by case alone, which many disks cannot tell. */
export function toStems(names: Iterable<string>): Map<string, string> {
  const taken = new Set<string>();
  const stems = new Map<string, string>();
  for (const name of [...names].sort()) {
    const plain = /^[\p{L}\p{N}_]{1,80}$/u.test(name) ? name : toIdentifier(name, "unnamed");
    const stem = toUnique(plain, (candidate) => taken.has(candidate.toLowerCase()), "-");
    taken.add(stem.toLowerCase());
    stems.set(name, stem);
  }
  return stems;
}

/** `types/book.json` gives `book`. */
export function toStem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}
