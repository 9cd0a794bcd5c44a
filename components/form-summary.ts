import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {formatCounted} from "./format-value.ts";
import type {FormField} from "./form-field.ts";
import {toPathLabel} from "./problem-path.ts";

/** How many problems a form has, and what is wrong with it as a whole. */
export function renderCount(count: number, unplaced: readonly string[]): TemplateResult {
  const said = [...(count > 0 ? [formatCounted(count, "problem")] : []), ...unplaced].join("; ");
  return html`<span class="failure summary" role="status" tabindex="-1">${said}</span>`;
}

/** All problems, each a way to its field. */
export function renderProblems(
  problems: readonly (readonly [path: string, what: string])[],
  fields: readonly FormField[],
  goTo: (path: string) => void
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="problems" aria-label="Problems">
    ${problems.map(
      ([path, what]) =>
        html`<li>
          <button type="button" @click=${() => goTo(path)}>
            ${toPathLabel(path, fields)}: ${what}
          </button>
        </li>`
    )}
  </ul>`;
}
