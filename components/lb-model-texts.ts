import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {CollectionState, Workspace} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {LongWork} from "./long-work.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const READING = {
  what: "Counting the texts",
  failed: "The texts cannot be counted",
  canRetry: true
};

/** Which texts have vectors of the model in use, and which must be embedded again. */
export class LbModelTexts extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sectionStyles,
    css`
      :host {
        display: block;
        margin-bottom: var(--lb-6);
      }
      .number {
        text-align: right;
      }
      tbody th {
        position: static;
        color: var(--lb-text);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    model: {},
    states: {state: true}
  };

  declare workspace: Workspace;
  declare model: string;
  declare protected states: readonly CollectionState[] | undefined;
  readonly #work = new LongWork(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("model") && this.workspace.storeFailure === undefined) void this.#read();
  }

  async #read(): Promise<void> {
    await this.#work.run(READING, async () => {
      this.states = (await this.workspace.meaning.collections()).filter(({isChosen}) => isChosen);
    });
  }

  override render(): TemplateResult {
    const {states} = this;
    return html`<section aria-labelledby="texts">
      <header><h2 id="texts">Texts and their vectors</h2></header>
      ${this.#work.render()} ${states === undefined ? nothing : this.#renderStates(states)}
    </section>`;
  }

  #renderStates(states: readonly CollectionState[]): TemplateResult {
    if (states.length === 0)
      return html`<p class="muted">
        No table or type is embedded, so a change of model costs nothing.
      </p>`;
    const left = states.reduce((sum, state) => sum + toMissing(state), 0);
    return html`<p role="status">
        ${
          left === 0
            ? `Nothing must be embedded again: what is known has its vectors of ${this.model}.`
            : `${states.some(({texts}) => texts === undefined) ? "Up to " : ""}${formatCount(left)} texts must be embedded with ${this.model}; search and topics do it when they need it.`
        }
        <button
          class="quiet"
          ?hidden=${left === 0}
          @click=${() => this.workspace.meaning.queue.start()}
        >
          Embed now
        </button>
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="List of texts">
        <table>
          <thead>
            <tr>
              <th scope="col">Texts of</th>
              <th scope="col" class="number">Texts</th>
              <th scope="col" class="number">With a vector of ${this.model}</th>
              <th scope="col" class="number">To embed</th>
            </tr>
          </thead>
          <tbody>
            ${states.map(
              (state) =>
                html`<tr>
                  <th scope="row">${state.collection.label}</th>
                  <td class="number">${toTextsCell(state)}</td>
                  <td class="number">${formatCount(state.embedded)}</td>
                  <td class="number">${formatCount(toMissing(state))}</td>
                </tr>`
            )}
          </tbody>
        </table>
      </div>`;
  }
}

/** At most as many as there are rows, where the texts were not read yet. */
function toMissing({texts, rows, embedded}: CollectionState): number {
  return Math.max(0, (texts ?? rows ?? 0) - embedded);
}

function toTextsCell({texts, rows}: CollectionState): TemplateResult | string {
  if (texts !== undefined) return formatCount(texts);
  return html`<span class="null"
    >${rows === undefined ? "not read yet" : `up to ${formatCount(rows)}`}</span
  >`;
}

customElements.define("lb-model-texts", LbModelTexts);

declare global {
  interface HTMLElementTagNameMap {
    "lb-model-texts": LbModelTexts;
  }
}
