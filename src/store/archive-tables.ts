import {InputError} from "../lib/errors.ts";
import type {RecordTable} from "../model/change.ts";
import type {Database} from "./database.ts";

/** The tables whose records history keeps, in the order in which they lean on each other. */
export const RECORD_TABLES = [
  "types",
  "kinds",
  "entries",
  "edges",
  "suggestions",
  "views",
  "topicSets",
  "topics"
] as const satisfies readonly RecordTable[];

/** What else there is. Vectors, what was learned of imported tables and what a search found can be made anew and are left out. */
export const OTHER_TABLES = [
  "slugs",
  "settings",
  "queries",
  "recipes",
  "files",
  "batches",
  "rejects",
  "inPlace",
  "attachments",
  "picks",
  "topicMembers",
  "matchJobs"
] as const;

/** What an archive carries, by table. */
export const ARCHIVED_TABLES = [...RECORD_TABLES, "groups", "changes", ...OTHER_TABLES] as const;

/** The names of settings that stay in this browser begin so. */
export const OWN_SETTINGS = "here.";

export type OtherTable = (typeof OTHER_TABLES)[number];
export type ArchivedTable = (typeof ARCHIVED_TABLES)[number];

/** The rows of a table that somebody else wrote, some at a time. None of it is proven. */
export type RowSource = (table: ArchivedTable) => AsyncIterable<readonly unknown[]>;

/** What every row of a table has: the names of its key, and values by what they are. */
interface Shape {
  readonly key: readonly string[];
  readonly texts?: readonly string[];
  readonly numbers?: readonly string[];
  readonly lists?: readonly string[];
  readonly groups?: readonly string[];
}

const SHAPES: Readonly<Record<ArchivedTable, Shape>> = {
  types: {
    key: ["name"],
    texts: ["label", "plural", "titleField"],
    numbers: ["version"],
    groups: ["schema"]
  },
  kinds: {key: ["name"], texts: ["label", "inverse"], lists: ["fromTypes", "toTypes"]},
  entries: {
    key: ["id"],
    texts: ["type", "slug", "title"],
    numbers: ["created", "updated", "revision"],
    lists: ["tags"],
    groups: ["fields"]
  },
  edges: {
    key: ["id"],
    texts: ["kind", "from", "to"],
    numbers: ["created", "updated", "revision"],
    groups: ["fields"]
  },
  suggestions: {key: ["id"], texts: ["kind", "status"], lists: ["ends"]},
  views: {key: ["id"], texts: ["type"]},
  groups: {key: ["group"], numbers: ["seq", "added", "changed", "removed"]},
  changes: {key: ["seq"], texts: ["group"], numbers: ["seq"], lists: ["keys", "changes"]},
  slugs: {key: ["type", "slug"], texts: ["id"]},
  settings: {key: ["key"]},
  queries: {key: ["sql"]},
  recipes: {key: ["id"]},
  files: {key: ["sha256"], texts: ["path"]},
  batches: {key: ["id"], groups: ["file"]},
  rejects: {key: ["batch"]},
  inPlace: {key: ["target"], groups: ["file"]},
  attachments: {key: ["sha256"]},
  picks: {key: ["id"]},
  topicSets: {
    key: ["id"],
    texts: ["model", "run"],
    numbers: ["nextId"],
    lists: ["rules", "gone"],
    groups: ["options"]
  },
  topics: {key: ["id"], texts: ["set"], groups: ["topic"]},
  topicMembers: {
    key: ["id"],
    texts: ["set", "run"],
    lists: ["ends", "topics", "places", "strengths"]
  },
  matchJobs: {key: ["id"], texts: ["first"], numbers: ["threshold", "updated"], groups: ["plan"]}
};

export type Row = Readonly<Record<string, unknown>>;

/** The name by which a row is found in its table. */
export function toRowKey(table: ArchivedTable, row: Row): string {
  return SHAPES[table].key.map((name) => String(row[name])).join(" ");
}

/** A row of which all is there that others lean on. Throws `InputError` that names what is not. */
export function checkRow(table: ArchivedTable, value: unknown): Row {
  if (!isGroup(value))
    throw new InputError(`archive is broken: a record of ${table} has no values`);
  const {key, texts = [], numbers = [], lists = [], groups = []} = SHAPES[table];
  const isNumbered = table === "changes";
  const missing =
    [...(isNumbered ? [] : key), ...texts].find((name) => typeof value[name] !== "string") ??
    numbers.find((name) => typeof value[name] !== "number") ??
    lists.find((name) => !Array.isArray(value[name])) ??
    groups.find((name) => !isGroup(value[name]));
  if (missing === undefined) return value;
  throw new InputError(`archive is broken: a record of ${table} has no ${missing}`);
}

/** Whether a row is a setting of this browser alone: the folder that it may write to, its last backup. */
export function isOwn(table: ArchivedTable, {key}: Row): boolean {
  return table === "settings" && String(key).startsWith(OWN_SETTINGS);
}

/** All tables that an archive carries, for a transaction over them. */
export function listTables(db: Database): ReturnType<Database["table"]>[] {
  return ARCHIVED_TABLES.map((name) => db.table(name));
}

function isGroup(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
