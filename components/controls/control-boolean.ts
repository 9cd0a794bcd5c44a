import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {live} from "lit/directives/live.js";
import type {Control, Drawing} from "./control.ts";

/** Yes or no; where the field need not be filled, also neither. */
export const boolean: Control = {
  expected: "yes or no",
  fits: (value) => typeof value === "boolean",
  render: (drawing) => {
    const isUnset = drawing.value === undefined || drawing.value === null;
    return html`<div class="unset">
      <input
        id="control"
        type="checkbox"
        aria-label=${drawing.spoken ?? nothing}
        aria-invalid=${drawing.problem !== undefined}
        aria-describedby=${drawing.describedBy}
        .checked=${live(drawing.value === true)}
        .indeterminate=${live(isUnset)}
        @change=${(event: Event) => drawing.report((event.target as HTMLInputElement).checked)}
      />
      ${isUnset ? html`<span class="muted">not set</span>` : renderUnset(drawing)}
    </div>`;
  }
};

function renderUnset({field, clear}: Drawing): TemplateResult | typeof nothing {
  if (field.required) return nothing;
  return html`<button
    type="button"
    class="quiet muted"
    aria-label="Unset ${field.label}"
    @click=${clear}
  >
    unset
  </button>`;
}
