import type {EntryOrder, EntryQuery} from "../src/index.ts";
import type {ViewShape} from "./view-state.ts";
import {addShape, hasShape, toShape} from "./view-state.ts";

/** What a list of entries is ordered by. */
export type EntrySort = NonNullable<EntryQuery["sort"]>;

/** What the entries page shows, as its address says it. */
export interface EntriesState {
  readonly type: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly shape: ViewShape;
  /** The kept view that the shape began as. */
  readonly view: string | undefined;
  /** True where the address says no more than the type, so that the type's own first view is meant. */
  readonly isBare: boolean;
}

export const PAGE_SIZE = 50;

const ORDERS: readonly EntryOrder[] = ["updated", "created", "title", "type"];

/** The state in an address's query, such as `?type=item&q=lamp&page=2&sort=-updated`. What makes no sense is left out. */
export function toEntriesState(search: string): EntriesState {
  const query = new URLSearchParams(search);
  const page = Number(query.get("page") ?? 1);
  return {
    type: query.get("type") || undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    shape: toShape(query),
    view: query.get("view") || undefined,
    isBare: !hasShape(query)
  };
}

/** The query for an address; "" for the page as it first opens. */
export function toSearch({type, shape, view, page, isBare}: EntriesState): string {
  const query = new URLSearchParams();
  if (type !== undefined) query.set("type", type);
  if (view !== undefined) query.set("view", view);
  if (!isBare) {
    addShape(query, shape);
    // the plain view where the type opens with another one
    if (type !== undefined && !hasShape(query)) query.set("layout", "table");
  }
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** The question to the store for the list of all types. */
export function toEntryQuery({shape, page}: Pick<EntriesState, "shape" | "page">): EntryQuery {
  const sort = toEntrySort(shape);
  return {
    ...(shape.text.trim() !== "" && {text: shape.text}),
    ...(sort && {sort}),
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE
  };
}

/** The order of the list of all types: by what all entries have. */
export function toEntrySort({sort: [first]}: Pick<ViewShape, "sort">): EntrySort | undefined {
  const by = ORDERS.find((order) => order === first?.column);
  return first && by && {by, descending: first.descending};
}
