import type {EntryType} from "../src/index.ts";
import type {EntrySort} from "./entries-state.ts";
import {toSortText} from "./entries-state.ts";

const ORDERS: readonly (readonly [value: string, label: string])[] = [
  ["title", "Title, A to Z"],
  ["-title", "Title, Z to A"],
  ["-created", "Newest first"],
  ["created", "Oldest first"]
];

/** The orders to choose from, by their text in the address; one that was chosen in a table's head is among them. */
export function toOrders(
  sort: EntrySort | undefined,
  type: EntryType | undefined
): readonly (readonly [value: string, label: string])[] {
  if (!sort || ORDERS.some(([value]) => value === toSortText(sort))) return ORDERS;
  const {by, descending} = sort;
  const name = typeof by === "string" ? by : (type?.schema.properties[by.field]?.title ?? by.field);
  return [...ORDERS, [toSortText(sort), `${name}, ${descending ? "descending" : "ascending"}`]];
}
