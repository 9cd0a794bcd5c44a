import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {ImportSession, Step, StepEffect} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {describeEffect, findDistinctChanges} from "./step-change.ts";
import {baseStyles, tableStyles} from "./styles.ts";

/** So long nobody types any more before the effect is asked for. */
const CALM_MS = 200;
const MAX_EXAMPLES = 12;
const MAX_CHANGES = 4;

/** What a step that is being written would do: rows before and after, values that change or fail, some of them. */
export class LbStepEffect extends LitElement {
  static override styles = [
    baseStyles,
    tableStyles,
    css`
      :host {
        display: block;
        min-height: var(--lb-row);
      }
      .scroll {
        max-height: 190px;
        overflow: auto;
      }
      th {
        background: var(--lb-bg-alt);
      }
      td {
        max-width: 320px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .warning {
        color: var(--lb-warning);
      }
    `
  ];
  static override properties = {
    session: {attribute: false},
    item: {},
    steps: {attribute: false},
    index: {type: Number},
    effect: {state: true},
    failure: {state: true}
  };

  declare session: ImportSession | undefined;
  /** The item's id. */
  declare item: string;
  /** The steps with the one that is being written at `index`. */
  declare steps: readonly Step[];
  declare index: number;
  declare protected effect: StepEffect | undefined;
  declare protected failure: string;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.item = "";
    this.steps = [];
    this.index = 0;
    this.failure = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("steps") && !changed.has("session") && !changed.has("index")) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), this.effect ? CALM_MS : 0);
  }

  async #ask(): Promise<void> {
    const {session, item, steps, index} = this;
    if (!session) return;
    const asked = ++this.#asked;
    try {
      const effect = await session.effect(item, steps, index);
      if (asked !== this.#asked) return; // the step was written on meanwhile
      this.effect = effect;
      this.failure = effect.failure ?? "";
    } catch (error) {
      if (asked === this.#asked) this.failure = toMessage(error);
    }
  }

  #renderExamples({examples}: StepEffect): TemplateResult | typeof nothing {
    const changes = findDistinctChanges(examples, {perRow: MAX_CHANGES}).slice(0, MAX_EXAMPLES);
    if (changes.length === 0) return nothing;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Examples">
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          ${changes.map(
            ({column, before, after}) =>
              html`<tr>
                <td>${column}</td>
                <td title=${before ?? nothing}>${before ?? html`<span class="muted">–</span>`}</td>
                <td title=${after ?? nothing}>${after ?? html`<span class="muted">–</span>`}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>`;
  }

  override render(): TemplateResult {
    const {effect, failure} = this;
    if (failure) return html`<p class="failed" role="alert">${failure}</p>`;
    if (!effect) return html`<p class="muted" role="status">Trying the step …</p>`;
    return html`<p role="status" class=${effect.failed > 0 ? "warning" : "muted"}>
        ${describeEffect(effect)}
      </p>
      ${this.#renderExamples(effect)}`;
  }
}

customElements.define("lb-step-effect", LbStepEffect);

declare global {
  interface HTMLElementTagNameMap {
    "lb-step-effect": LbStepEffect;
  }
}
