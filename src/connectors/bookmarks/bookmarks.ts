import {toFieldTable} from "../../formats/field-table.ts";
import {readJsonValue} from "../../formats/json-value.ts";
import {refuse, toRefusal} from "../../formats/refusal.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {Reading} from "../../model/table.ts";
import type {Bookmark} from "./bookmark.ts";
import {BOOKMARKS, BOOKMARK_FIELDS} from "./bookmark.ts";
import {readHtmlBookmarks} from "./html-bookmarks.ts";
import {readJsonBookmarks} from "./json-bookmarks.ts";

const NETSCAPE = /^\s*<!doctype netscape-bookmark-file-1>/i;
const CHROME = /^\s*\{[^]*"roots"\s*:\s*\{[^]*"bookmark_bar"\s*:/;
const FIREFOX = /^\s*\{[^]{0,500}"type"\s*:\s*"text\/x-moz-place-container"/;

/** Bookmarks of any browser: as HTML, Chrome's own file, or a backup of Firefox. */
export const bookmarks: Connector = {
  name: "bookmarks",
  label: "Browser bookmarks",
  formats: ["html", "json", "text", "xml"],
  extensions: [],
  recognise: ({text}) => [NETSCAPE, CHROME, FIREFOX].some((pattern) => pattern.test(text)),
  tables: [BOOKMARKS],
  help: `All browsers export bookmarks as HTML.

1. **Chrome, Edge, Brave**: *Bookmark manager* (Ctrl+Shift+O) → ⋮ → *Export bookmarks*. Or take the file \`Bookmarks\` out of the profile's folder.
2. **Firefox**: *Manage bookmarks* (Ctrl+Shift+O) → *Import and Backup* → *Export Bookmarks to HTML…*, or *Backup…* for JSON, which has tags too.
3. **Safari**: *File* → *Export* → *Bookmarks…*.
4. **Pinboard, Raindrop, Pocket** and the like export the same HTML.`,
  read(bytes, {path}): Reading {
    try {
      const {text, encoding} = decodeText(bytes);
      if (NETSCAPE.test(text)) return toReading(readHtmlBookmarks(text), path, encoding);
      return readJsonValue(bytes, path, (value) =>
        toReading(readJsonBookmarks(value), path, encoding)
      );
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

function toReading(found: readonly Bookmark[] | null, path: string, encoding: string): Reading {
  if (!found || found.length === 0) return refuse(path, "no bookmark in it");
  return {
    tables: [toFieldTable(BOOKMARKS.name, found, BOOKMARK_FIELDS, BOOKMARKS.key)],
    problems: [],
    details: {encoding}
  };
}
