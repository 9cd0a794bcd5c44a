import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {formatCounted} from "./format-value.ts";
import type {FormField} from "./form-field.ts";
import {toPathLabel} from "./problem-path.ts";

/** What a form says at its end. */
export interface FormFoot {
  readonly saveLabel: string;
  readonly isBusy: boolean;
  /** How many problems there are. */
  readonly count: number;
  /** What is wrong with the form as a whole. */
  readonly unplaced: readonly string[];
  /** The problems that are listed, each with the path of its field. */
  readonly listed: readonly (readonly [path: string, what: string])[];
  readonly fields: readonly FormField[];
}

export interface FormFootActions {
  readonly save: () => void;
  readonly cancel: () => void;
  readonly goTo: (path: string) => void;
}

/** The buttons of a form, how many problems it has, and all of them, each a way to its field. */
export function renderFoot(foot: FormFoot, {save, cancel, goTo}: FormFootActions): TemplateResult {
  const {saveLabel, isBusy, count, unplaced, listed, fields} = foot;
  return html`<div class="row buttons">
      <button
        type="button"
        class="primary"
        title="Ctrl+S or Ctrl+Enter; Enter in the last field"
        ?disabled=${isBusy}
        @click=${save}
      >
        ${saveLabel}
      </button>
      <button type="button" @click=${cancel}>Cancel</button>
      ${count + unplaced.length === 0 ? nothing : renderCount(count, unplaced)}
    </div>
    ${listed.length === 0 ? nothing : renderProblems(listed, fields, goTo)}`;
}

function renderCount(count: number, unplaced: readonly string[]): TemplateResult {
  const said = [...(count > 0 ? [formatCounted(count, "problem")] : []), ...unplaced].join("; ");
  return html`<span class="failure summary" role="status" tabindex="-1">${said}</span>`;
}

function renderProblems(
  problems: FormFoot["listed"],
  fields: readonly FormField[],
  goTo: (path: string) => void
): TemplateResult {
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
