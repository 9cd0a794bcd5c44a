import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {ViewSort} from "../src/index.ts";
import {toEntrySort} from "./entries-state.ts";
import type {ViewShape} from "./view-state.ts";
import {toShape} from "./view-state.ts";

/** The orders of the list of all types to choose from, by their text in the address. */
const ORDERS: readonly (readonly [value: string, label: string])[] = [
  ["title", "Title, A to Z"],
  ["-title", "Title, Z to A"],
  ["-created", "Newest first"],
  ["created", "Oldest first"],
  ["type", "Type"]
];

/** The order of the list of all types, as a choice. */
export function renderOrder(
  shape: ViewShape,
  choose: (sort: ViewShape["sort"]) => void
): TemplateResult {
  const sort = toEntrySort(shape) && shape.sort[0];
  const text = sort && toSortText(sort);
  const isOther = text !== undefined && !ORDERS.some(([value]) => value === text);
  return html`<label class="row">
    <span class="order">Order</span>
    <select
      @change=${(event: Event) => {
        const {value} = event.target as HTMLSelectElement;
        choose(value === "" ? [] : toShape(new URLSearchParams({sort: value})).sort);
      }}
    >
      <option value="" ?selected=${!sort}>${shape.text ? "Best match" : "Last changed"}</option>
      ${isOther ? html`<option selected>${text}</option>` : nothing}
      ${ORDERS.map(
        ([value, label]) =>
          html`<option value=${value} ?selected=${value === text}>${label}</option>`
      )}
    </select>
  </label>`;
}

function toSortText({column, descending}: ViewSort): string {
  return `${descending ? "-" : ""}${column}`;
}
