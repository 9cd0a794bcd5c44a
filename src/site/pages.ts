import {readFileSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {NOTEBOOKS} from "./paths.ts";

export interface PageLink {
  readonly name: string;
  /** From the site's root, without an extension. */
  readonly path: string;
}

/** The pages that are Lakebook, in the rail's order. `entry` is reached through Entries. */
export const PRODUCT_PAGES: readonly PageLink[] = [
  {name: "Overview", path: "/index"},
  {name: "Lake", path: "/lake"},
  {name: "Import", path: "/import"},
  {name: "Batches", path: "/batches"},
  {name: "Entries", path: "/entries"},
  {name: "Types", path: "/types"},
  {name: "Edges", path: "/edges"},
  {name: "Search", path: "/search"},
  {name: "Topics", path: "/topics"},
  {name: "Map", path: "/map"},
  {name: "Duplicates", path: "/duplicates"},
  {name: "Review", path: "/review"},
  {name: "Packs", path: "/packs"}
];
export const HELP_PAGES: readonly PageLink[] = [
  {name: "Guide", path: "/guide"},
  {name: "Connectors", path: "/connectors"},
  {name: "History", path: "/history"},
  {name: "Models", path: "/models"},
  {name: "Settings", path: "/settings"}
];
const HIDDEN_PAGES = ["/entry", "/404"];

/** The user's notebooks: every other Markdown file at the root of `notebooks`, by title. */
export function notebookPages(): PageLink[] {
  const taken = new Set(
    [...PRODUCT_PAGES, ...HELP_PAGES].map(({path}) => path).concat(HIDDEN_PAGES)
  );
  return readdirSync(NOTEBOOKS)
    .filter((file) => file.endsWith(".md"))
    .map((file) => ({name: titleOf(file), path: `/${basename(file, ".md")}`}))
    .filter(({path}) => !taken.has(path))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** All pages that are linked from the rail. */
export function pages(): PageLink[] {
  return [...PRODUCT_PAGES, ...notebookPages(), ...HELP_PAGES];
}

/** The title in the front matter, else the first heading, else the file's name. */
function titleOf(file: string): string {
  const text = readFileSync(join(NOTEBOOKS, file), "utf8");
  const title = /^---\n(?:.*\n)*?title:\s*(.+)\n/.exec(text) ?? /^#\s+(.+)$/m.exec(text);
  return title?.[1]?.trim().replace(/^["']|["']$/g, "") ?? basename(file, ".md");
}
