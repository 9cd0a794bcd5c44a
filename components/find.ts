import type {HitKind, MarkedText, Workspace} from "../src/index.ts";
import {entryIdHref, rawTableHref, tableHref} from "./links.ts";

/** Something that the palette can go to or do. */
export interface Found {
  /** `search`: a query, to be looked for. */
  readonly kind: HitKind | "search";
  readonly name: string;
  readonly hint: string;
  /** What tells it from others, where that is not where it leads. */
  readonly key?: string;
  readonly href?: string;
  readonly run?: () => void;
  /** The name with what answers marked, and the piece of its text that answers. */
  readonly title?: MarkedText;
  readonly snippet?: MarkedText;
}

const MAX_FOUND = 12;
const MAX_ENTRIES = 6;

/** Pages, commands, tables and entries for a text, best first. What cannot be asked (no lake, no store) is left out by the caller. */
export async function find(
  text: string,
  workspace: Workspace,
  fixed: readonly Found[]
): Promise<Found[]> {
  const [tables, entries] = await Promise.all([
    findTables(workspace),
    findEntries(text, workspace)
  ]);
  const named = [...fixed, ...tables]
    .map((found) => ({found, rank: rank(found.name, text)}))
    .filter(({rank}) => rank > 0);
  const ranked = named.sort((a, b) => b.rank - a.rank).map(({found}) => found);
  return [...ranked.slice(0, MAX_FOUND - entries.length), ...entries];
}

async function findTables(workspace: Workspace): Promise<Found[]> {
  const [{tables}, imported] = await Promise.all([
    workspace.catalogue(),
    workspace.storeFailure === undefined ? workspace.imports.tables() : []
  ]);
  return [
    ...tables.map(({name, rows}) => toFoundTable(name, rows, tableHref(name))),
    ...imported.map(({name, rows}) => toFoundTable(`raw.${name}`, rows, rawTableHref(name)))
  ];
}

function toFoundTable(name: string, rows: number | null, href: string): Found {
  return {
    kind: "table",
    name,
    hint: rows === null ? "" : `${rows.toLocaleString("en")} rows`,
    href
  };
}

async function findEntries(text: string, workspace: Workspace): Promise<Found[]> {
  if (text === "") return [];
  const first = await workspace.typeahead(text, {limit: MAX_ENTRIES}).next();
  if (first.done) return [];
  return first.value.map(({id, title, type, hint}) => ({
    kind: "entry",
    name: title,
    hint: hint === "" ? type : `${hint} · ${type}`,
    href: entryIdHref(id)
  }));
}

/** 0 where a name does not fit the text; more where it fits sooner. */
function rank(name: string, text: string): number {
  if (text === "") return 1;
  const at = name.toLowerCase().indexOf(text.toLowerCase());
  if (at < 0) return 0;
  return at === 0 ? 4 : /[\s_]/.test(name[at - 1]!) ? 3 : 2;
}
