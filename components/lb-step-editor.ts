import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Column, ImportItem, ImportSession, Step} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import "./lb-step-clusters.ts";
import "./lb-step-effect.ts";
import "./lb-step-form.ts";
import {putStep} from "./recipe-edit.ts";
import {findStepKind} from "./step-kinds.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** A step was written and shall be applied. */
export class StepEvent extends Event {
  readonly step: Step;

  constructor(step: Step) {
    super("lb-step");
    this.step = step;
  }
}

/**
 * One step while it is being written, with what it would do. Ctrl/Cmd+Enter applies it.
 *
 * @fires lb-step - the step shall be applied
 * @fires lb-cancel - it shall not
 */
export class LbStepEditor extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-accent);
        background: var(--lb-bg-alt);
      }
    `
  ];
  static override properties = {
    session: {attribute: false},
    item: {attribute: false},
    index: {type: Number},
    step: {attribute: false},
    columns: {state: true},
    failure: {state: true}
  };

  declare session: ImportSession;
  declare item: ImportItem;
  /** Where the step stands, or will stand. */
  declare index: number;
  declare step: Step;
  /** The columns that come to the step. */
  declare protected columns: readonly Column[];
  declare protected failure: string;

  constructor() {
    super();
    this.index = 0;
    this.columns = [];
    this.failure = "";
  }

  override focus(): void {
    this.renderRoot.querySelector("lb-step-form")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("index") && !changed.has("item")) return;
    if (this.columns.length === 0) this.columns = this.item.source;
    void this.#readColumns();
  }

  async #readColumns(): Promise<void> {
    const {session, item, index} = this;
    try {
      const before = item.recipe.steps;
      this.columns =
        index === 0 ? item.source : (await session.effect(item.id, before, index - 1)).columnsAfter;
    } catch (error) {
      this.failure = toMessage(error);
    }
  }

  #apply(): void {
    this.dispatchEvent(new StepEvent(this.step));
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#apply();
  }

  override render(): TemplateResult {
    const {step, item, index, session, columns} = this;
    const steps = putStep(item.recipe.steps, index, step);
    const isNew = index >= item.recipe.steps.length;
    const change = ({value}: FieldChangeEvent): void => {
      this.step = value as Step;
    };
    return html`<h3>${findStepKind(step.kind).label}</h3>
      <div @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}>
        <lb-step-form .step=${step} .columns=${columns} @lb-change=${change}></lb-step-form>
        ${
          step.kind === "cluster"
            ? html`<lb-step-clusters
                .session=${session}
                .item=${item.id}
                .index=${index}
                .step=${step}
                @lb-change=${change}
              ></lb-step-clusters>`
            : nothing
        }
      </div>
      ${this.failure ? html`<p class="failed" role="alert">${this.failure}</p>` : nothing}
      <lb-step-effect
        .session=${session}
        .item=${item.id}
        .steps=${steps}
        .index=${index}
      ></lb-step-effect>
      <div class="row">
        <button class="primary" @click=${() => this.#apply()}>
          ${isNew ? "Add step" : "Change step"}
        </button>
        <button @click=${() => this.dispatchEvent(new Event("lb-cancel"))}>Cancel</button>
      </div>`;
  }
}

customElements.define("lb-step-editor", LbStepEditor);

declare global {
  interface HTMLElementTagNameMap {
    "lb-step-editor": LbStepEditor;
  }
  interface HTMLElementEventMap {
    "lb-step": StepEvent;
  }
}
