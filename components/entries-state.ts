import type {EntryOrder, EntryQuery} from "../src/index.ts";

/** What a list of entries is ordered by. */
export type EntrySort = NonNullable<EntryQuery["sort"]>;

/** What the entries page shows, as its address says it. */
export interface EntriesState {
  readonly type: string | undefined;
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Undefined for the order that fits: best match for a text, else newest first. */
  readonly sort: EntrySort | undefined;
}

export const PAGE_SIZE = 50;

const ORDERS: readonly EntryOrder[] = ["updated", "created", "title", "type"];
const FIELD_PREFIX = "fields.";

/** The state in an address's query, such as `?type=item&q=lamp&page=2&sort=-updated`. What makes no sense is left out. */
export function toEntriesState(search: string): EntriesState {
  const query = new URLSearchParams(search);
  const page = Number(query.get("page") ?? 1);
  return {
    type: query.get("type") || undefined,
    text: query.get("q") ?? "",
    page: Number.isInteger(page) && page > 0 ? page : 1,
    sort: toSort(query.get("sort") ?? "")
  };
}

/** The query for an address; "" for the page as it first opens. */
export function toSearch({type, text, page, sort}: EntriesState): string {
  const query = new URLSearchParams();
  if (type !== undefined) query.set("type", type);
  if (text !== "") query.set("q", text);
  if (page > 1) query.set("page", String(page));
  if (sort) query.set("sort", toSortText(sort));
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** The question to the store. */
export function toEntryQuery({type, text, page, sort}: EntriesState): EntryQuery {
  const isOrdered = sort !== undefined && (typeof sort.by === "string" || type !== undefined);
  return {
    ...(type !== undefined && {type}),
    ...(text.trim() !== "" && {text}),
    ...(isOrdered && {sort}),
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE
  };
}

export function toSortText({by, descending}: EntrySort): string {
  return `${descending ? "-" : ""}${typeof by === "string" ? by : FIELD_PREFIX + by.field}`;
}

export function toSort(text: string): EntrySort | undefined {
  const descending = text.startsWith("-");
  const name = descending ? text.slice(1) : text;
  if (name.startsWith(FIELD_PREFIX))
    return {by: {field: name.slice(FIELD_PREFIX.length)}, descending};
  const by = ORDERS.find((order) => order === name);
  return by && {by, descending};
}
