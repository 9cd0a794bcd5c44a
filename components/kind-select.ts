import type {TemplateResult} from "lit";
import {html} from "lit";
import type {KindChoice} from "./kind-choices.ts";

/** The value of a kind that is yet to be made. */
export const NEW_KIND = "new";

/** The kinds that an edge can be of; a new one where none is chosen. */
export function renderKindSelect(
  choices: readonly KindChoice[],
  chosen: KindChoice | undefined,
  choose: (value: string) => void
): TemplateResult {
  return html`<select
    aria-label="Kind of edge"
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    ${choices.map(
      ({value, label}) =>
        html`<option value=${value} ?selected=${value === chosen?.value}>${label}</option>`
    )}
    <option value=${NEW_KIND} ?selected=${!chosen}>New kind …</option>
  </select>`;
}
