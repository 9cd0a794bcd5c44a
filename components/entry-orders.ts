import type {ViewSort} from "../src/index.ts";

/** The orders of the list of all types to choose from, by their text in the address. */
export const ORDERS: readonly (readonly [value: string, label: string])[] = [
  ["title", "Title, A to Z"],
  ["-title", "Title, Z to A"],
  ["-created", "Newest first"],
  ["created", "Oldest first"],
  ["type", "Type"]
];

export function toSortText({column, descending}: ViewSort): string {
  return `${descending ? "-" : ""}${column}`;
}
