import type {TemplateResult} from "lit";
import {html} from "lit";
import type {RowEdits} from "./row-edits.ts";

/** The buttons of a row; those that move it are out of the way of Tab, since Alt and the arrow keys do it too. */
export function renderRowTools(
  edits: RowEdits,
  index: number,
  count: number,
  name: string
): TemplateResult {
  const isBlank = index === count;
  return html`<span class="tools" ?inert=${isBlank}>
    <button
      type="button"
      class="quiet"
      tabindex="-1"
      aria-label="Move ${name} up"
      title="Move up (Alt+↑)"
      ?disabled=${isBlank || index === 0}
      @click=${() => edits.move(index, -1)}
    >
      ↑</button
    ><button
      type="button"
      class="quiet"
      tabindex="-1"
      aria-label="Move ${name} down"
      title="Move down (Alt+↓)"
      ?disabled=${isBlank || index >= count - 1}
      @click=${() => edits.move(index, 1)}
    >
      ↓</button
    ><button
      type="button"
      class="quiet"
      aria-label="Remove ${name}"
      ?disabled=${isBlank}
      @click=${() => edits.remove(index)}
    >
      ×
    </button>
  </span>`;
}
