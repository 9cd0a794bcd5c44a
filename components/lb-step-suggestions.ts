import {Task} from "@lit/task";
import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {ImportItem, ImportSession, StepSuggestion} from "../src/index.ts";
import {StepEvent} from "./lb-step-editor.ts";
import {renderStep} from "./step-text.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * Steps that the rows of an item would do well with, each with its reason.
 *
 * @fires lb-step - somebody takes one of them
 */
export class LbStepSuggestions extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      ul {
        margin: 0 0 var(--lb-2);
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--lb-2);
        min-height: var(--lb-row);
        border-bottom: 1px solid var(--lb-border);
      }
      li > span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      h4 {
        margin: 0;
        color: var(--lb-text-muted);
      }
    `
  ];
  static override properties = {session: {attribute: false}, item: {attribute: false}};

  declare session: ImportSession | undefined;
  declare item: ImportItem | undefined;
  readonly #suggestions = new Task(this, {
    args: () => [this.session, this.item] as const,
    task: async ([session, item], {signal}) =>
      session && item && item.refusal === null && !item.stepFailure
        ? session.suggest(item.id, {signal})
        : []
  });

  #renderOne({step, reason}: StepSuggestion): TemplateResult {
    return html`<li>
      <span>${renderStep(step)} <span class="muted">(${reason})</span></span>
      <button
        aria-label="Add the suggested step: ${reason}"
        @click=${() => this.dispatchEvent(new StepEvent(step))}
      >
        Add
      </button>
    </li>`;
  }

  override render(): TemplateResult | typeof nothing {
    const {value = [], error} = this.#suggestions;
    // what cannot be suggested is no loss: the rows themselves say what is wrong with them
    if (error !== undefined || value.length === 0) return nothing;
    return html`<h4>Suggested steps</h4>
      <ul aria-label="Suggested steps">
        ${value.map((one) => this.#renderOne(one))}
      </ul>`;
  }
}

customElements.define("lb-step-suggestions", LbStepSuggestions);

declare global {
  interface HTMLElementTagNameMap {
    "lb-step-suggestions": LbStepSuggestions;
  }
}
