import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {ViewShape} from "./view-state.ts";

/** What stands in place of a view's entries where there is none, with a way back to all of them. */
export function renderNone(
  {text, filters}: ViewShape,
  change: (change: Partial<ViewShape>) => void
): TemplateResult {
  const isFiltered = text.trim() !== "" || filters.length > 0;
  return html`<div class="none row">
    <span role="status"
      >${
        !isFiltered
          ? "There is no entry of this type yet."
          : filters.length === 0
            ? `No entry has “${text.trim()}” in it.`
            : "No entry is as the filters ask."
      }</span
    >
    ${
      isFiltered
        ? html`<button @click=${() => change({text: "", filters: []})}>
            Clear ${filters.length > 0 ? "the filters" : "the search"}
          </button>`
        : nothing
    }
  </div>`;
}
