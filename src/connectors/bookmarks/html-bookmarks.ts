import {Parser} from "htmlparser2";
import {fromSeconds} from "../browser-history/web-time.ts";
import type {Bookmark} from "./bookmark.ts";

interface OpenBookmark extends Bookmark {
  title: string | null;
  note: string | null;
}

/**
 * The bookmarks of a file in Netscape's format, which all browsers export: `<H3>` names the folder that the next `<DL>`
 * holds, `<A>` is a bookmark, `<DD>` a note on the one before.
 */
export function readHtmlBookmarks(html: string): Bookmark[] {
  const found: OpenBookmark[] = [];
  const folders: string[] = [];
  let collecting: "title" | "folder" | "note" | null = null;
  let text = "";
  let folder: string | null = null;
  const take = (): string => {
    const taken = text.replace(/\s+/g, " ").trim();
    text = "";
    return taken;
  };
  const endNote = (): void => {
    const last = found.at(-1);
    if (collecting === "note" && last) last.note = take() || null;
    collecting = null;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (collecting === "note") endNote();
      if (name === "h3" || name === "a" || name === "dd") text = "";
      if (name === "h3") collecting = "folder";
      else if (name === "dd") collecting = "note";
      else if (name === "dl") {
        folders.push(folder ?? "");
        folder = null;
      } else if (name === "a" && attributes.href) {
        collecting = "title";
        found.push(toBookmark(attributes, folders));
      }
    },
    ontext(part) {
      if (collecting !== null) text += part;
    },
    onclosetag(name) {
      if (name === "h3" && collecting === "folder") {
        folder = take();
        collecting = null;
      } else if (name === "a" && collecting === "title") {
        found.at(-1)!.title = take() || null;
        collecting = null;
      } else if (name === "dl") {
        endNote();
        folders.pop();
      }
    }
  });
  parser.end(html);
  return found;
}

function toBookmark(
  attributes: Readonly<Record<string, string>>,
  folders: readonly string[]
): OpenBookmark {
  return {
    url: attributes.href!,
    title: null,
    parts: folders.filter((name) => name !== ""),
    added: fromSeconds(attributes.add_date),
    modified: fromSeconds(attributes.last_modified),
    visited: fromSeconds(attributes.last_visit),
    tags: (attributes.tags ?? "").split(",").filter((tag) => tag.trim() !== ""),
    note: null
  };
}
