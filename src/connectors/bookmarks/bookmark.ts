import type {Field} from "../../formats/field-table.ts";
import type {ConnectorTable} from "../../model/format.ts";
import {toDomain} from "../browser-history/web-time.ts";

export interface Bookmark {
  readonly url: string;
  readonly title: string | null;
  /** The names of the folders that it is in, the outermost first. */
  readonly parts: readonly string[];
  readonly added: Date | null;
  readonly modified: Date | null;
  readonly visited: Date | null;
  readonly tags: readonly string[];
  readonly note: string | null;
}

export const BOOKMARKS: ConnectorTable = {
  name: "bookmarks",
  what: "One bookmark; `folder` is the path of its folder. The same address in one folder of two exports is one row.",
  key: ["bookmark_id"]
};

export const BOOKMARK_FIELDS: readonly Field<Bookmark>[] = [
  ["bookmark_id", "VARCHAR", (bookmark) => `${toFolder(bookmark)} | ${bookmark.url}`],
  ["url", "VARCHAR", ({url}) => url],
  ["domain", "VARCHAR", ({url}) => toDomain(url)],
  ["title", "VARCHAR", ({title}) => title],
  ["folder", "VARCHAR", toFolder],
  ["parts", {list: "VARCHAR"}, ({parts}) => parts],
  ["added", "TIMESTAMPTZ", ({added}) => added],
  ["modified", "TIMESTAMPTZ", ({modified}) => modified],
  ["last_visited", "TIMESTAMPTZ", ({visited}) => visited],
  ["tags", {list: "VARCHAR"}, ({tags}) => tags],
  ["note", "VARCHAR", ({note}) => note]
];

function toFolder({parts}: Bookmark): string {
  return parts.join(" / ");
}
