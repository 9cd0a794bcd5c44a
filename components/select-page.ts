import type {TemplateResult} from "lit";
import {html} from "lit";
import {toChecked} from "./input-value.ts";

/** The box in the head of a table that selects all of its page, or none of it; half on where some are. */
export function renderSelectPage(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  toggle: (isOn: boolean) => void
): TemplateResult {
  const here = ids.filter((id) => selected.has(id)).length;
  return html`<input
    type="checkbox"
    aria-label="Select all on this page"
    .checked=${here > 0 && here === ids.length}
    .indeterminate=${here > 0 && here < ids.length}
    @change=${(event: Event) => toggle(toChecked(event))}
  />`;
}
