import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {CollectionState} from "../../src/index.ts";
import {formatCount} from "../format-value.ts";

/** The collections that have a map: those that are embedded at once, the others from a list. */
export function renderCollectionChips(
  collections: readonly CollectionState[],
  shown: string | undefined,
  choose: (id: string) => void
): TemplateResult {
  const isChip = ({collection, isChosen}: CollectionState): boolean =>
    isChosen || collection.id === shown;
  const others = collections.filter((one) => !isChip(one));
  return html`<div class="row chips" role="group" aria-label="Texts of">
    ${collections.filter(isChip).map((state) => {
      const {id, label, columns} = state.collection;
      return html`<button
        aria-pressed=${id === shown}
        title="${id}: ${columns.join(", ")}"
        @click=${() => choose(id)}
      >
        ${label} <span class="muted number">${formatSize(state)}</span>
      </button>`;
    })}
    ${
      others.length === 0
        ? nothing
        : html`<select
            aria-label="Texts of another collection"
            @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
          >
            <option disabled selected>${formatCount(others.length)} more …</option>
            ${others.map((state) => {
              const {id, label} = state.collection;
              return html`<option value=${id}>${label} ${formatSize(state)}</option>`;
            })}
          </select>`
    }
  </div>`;
}

/** The collection with the most texts: a map of a few shows little. */
export function findLargest(states: readonly CollectionState[]): string | undefined {
  return states.toSorted((a, b) => (toSize(b) ?? 0) - (toSize(a) ?? 0))[0]?.collection.id;
}

/** A map has a point for each row, also where two have the same text. */
function toSize({rows, texts}: CollectionState): number | undefined {
  return rows ?? texts;
}

function formatSize(state: CollectionState): string {
  const size = toSize(state);
  return size === undefined ? "" : formatCount(size);
}
