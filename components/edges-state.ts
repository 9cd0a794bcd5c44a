import type {EdgeOrder, EdgeQuery} from "../src/index.ts";
import {quoteText} from "../src/index.ts";

/** What the edges page shows, as its address says it. */
export interface EdgesState {
  readonly kind: string | undefined;
  /** An entry type that stands at either end. */
  readonly type: string | undefined;
  readonly text: string;
  readonly sort: EdgeOrder;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

export const PAGE_EDGES = 50;

const ORDERS: readonly EdgeOrder[] = ["created", "updated", "kind", "from", "to"];

/** The columns of the query that each order is by. */
const ORDER_COLUMNS: Readonly<Record<EdgeOrder, string>> = {
  created: "e.created",
  updated: "e.updated",
  kind: "e.kind",
  from: "f.title",
  to: "t.title"
};

/** The state in an address's query, such as `?kind=stored_in&q=lamp&sort=-created&page=2`. What makes no sense is left out. */
export function toEdgesState(search: string): EdgesState {
  const query = new URLSearchParams(search);
  const sort = query.get("sort") ?? "-created";
  const page = Number(query.get("page") ?? 1);
  return {
    kind: query.get("kind") || undefined,
    type: query.get("type") || undefined,
    text: query.get("q") ?? "",
    sort: ORDERS.find((order) => order === sort.replace(/^-/, "")) ?? "created",
    descending: sort.startsWith("-"),
    page: Number.isInteger(page) && page > 0 ? page : 1
  };
}

export function toEdgesSearch({
  kind,
  type,
  text,
  sort,
  descending,
  page
}: EdgesState): Readonly<Record<string, string | undefined>> {
  const order = `${descending ? "-" : ""}${sort}`;
  return {
    kind,
    type,
    q: text || undefined,
    sort: order === "-created" ? undefined : order,
    page: page === 1 ? undefined : String(page)
  };
}

export function toEdgeQuery({kind, type, text, sort, descending, page}: EdgesState): EdgeQuery {
  return {
    ...(kind !== undefined && {kind}),
    ...(type !== undefined && {type}),
    text,
    sort: {by: sort, descending},
    offset: (page - 1) * PAGE_EDGES,
    limit: PAGE_EDGES
  };
}

/** The same list as SQL, all pages of it. */
export function toEdgesSql({kind, type, text, sort, descending}: EdgesState): string {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const conditions = [
    ...(kind === undefined ? [] : [`e.kind = ${quoteText(kind)}`]),
    ...(type === undefined ? [] : [`${quoteText(type)} in (f.type, t.type)`]),
    ...words.map(
      (word) =>
        `concat_ws(' ', f.title, t.title, e.fields) ilike ${quoteText(`%${word.replace(/[\\%_]/g, "\\$&")}%`)} escape '\\'`
    )
  ];
  return [
    `select e.kind, f.title as "from", t.title as "to", e.fields, e.created`,
    `from ws.edges e`,
    `  left join ws.entries f on f.id = e.from_id`,
    `  left join ws.entries t on t.id = e.to_id`,
    ...(conditions.length > 0 ? [`where ${conditions.join("\n  and ")}`] : []),
    `order by ${ORDER_COLUMNS[sort]}${descending ? " desc" : ""}`
  ].join("\n");
}
