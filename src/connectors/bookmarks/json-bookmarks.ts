import {isRecord} from "../../formats/records.ts";
import {fromChromeTime, fromMicros} from "../browser-history/web-time.ts";
import type {Bookmark} from "./bookmark.ts";

type Json = Readonly<Record<string, unknown>>;

const CHROME_ROOTS = ["bookmark_bar", "other", "synced"];
/** Folders within folders, beyond which a file is made to harm. */
const MAX_DEPTH = 200;

/** The bookmarks of Chrome's file `Bookmarks`, or of a backup of Firefox; null where it is neither. */
export function readJsonBookmarks(value: unknown): Bookmark[] | null {
  if (!isRecord(value)) return null;
  if (isRecord(value.roots)) {
    const {roots} = value;
    return CHROME_ROOTS.flatMap((name) => walkChrome(roots[name], [], 0));
  }
  return value.type === "text/x-moz-place-container" ? walkFirefox(value, [], 0) : null;
}

function walkChrome(node: unknown, parts: readonly string[], depth: number): Bookmark[] {
  if (!isRecord(node) || depth > MAX_DEPTH) return [];
  const title = getText(node, "name");
  const url = getText(node, "url");
  if (node.type !== "folder" && url !== null)
    return [
      {
        url,
        title,
        parts,
        added: fromChromeTime(node.date_added),
        modified: fromChromeTime(node.date_modified),
        visited: fromChromeTime(node.date_last_used),
        tags: [],
        note: null
      }
    ];
  const below = title === null ? parts : [...parts, title];
  return getChildren(node).flatMap((child) => walkChrome(child, below, depth + 1));
}

function walkFirefox(node: unknown, parts: readonly string[], depth: number): Bookmark[] {
  if (!isRecord(node) || depth > MAX_DEPTH) return [];
  const title = getText(node, "title");
  const url = getText(node, "uri");
  if (url !== null && !url.startsWith("place:"))
    return [
      {
        url,
        title,
        parts,
        added: fromMicros(node.dateAdded),
        modified: fromMicros(node.lastModified),
        visited: null,
        tags: (getText(node, "tags") ?? "").split(",").filter((tag) => tag !== ""),
        note: getNote(node)
      }
    ];
  const below = title === null ? parts : [...parts, title];
  return getChildren(node).flatMap((child) => walkFirefox(child, below, depth + 1));
}

function getChildren(node: Json): readonly unknown[] {
  return Array.isArray(node.children) ? node.children : [];
}

function getText(node: Json, name: string): string | null {
  const value = node[name];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Firefox keeps a description as an annotation. */
function getNote(node: Json): string | null {
  const notes = Array.isArray(node.annos) ? node.annos.filter(isRecord) : [];
  const note = notes.find(({name}) => name === "bookmarkProperties/description");
  return note ? getText(note, "value") : null;
}
