import type {TemplateResult} from "lit";
import {html} from "lit";
import type {KindDraft} from "./add-edge.ts";

/** What a new kind needs to be made on the way: how it reads from either end. */
export function renderNewKind(
  {label, inverse, symmetric}: KindDraft,
  set: (change: Partial<KindDraft>) => void
): TemplateResult {
  return html`<label>
      From here
      <input
        placeholder="stored in"
        .value=${label}
        @input=${(event: Event) => set({label: (event.target as HTMLInputElement).value})}
      />
    </label>
    <label>
      From there
      <input
        placeholder="holds"
        .value=${symmetric ? label : inverse}
        ?disabled=${symmetric}
        @input=${(event: Event) => set({inverse: (event.target as HTMLInputElement).value})}
      />
    </label>
    <label>
      <input
        type="checkbox"
        .checked=${symmetric}
        @change=${(event: Event) => set({symmetric: (event.target as HTMLInputElement).checked})}
      />
      the same both ways
    </label>`;
}
