import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Batch, Imports, Reject, Rollback} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import {formatMoment} from "./format-value.ts";
import {describeCounts, describeRollback} from "./import-words.ts";
import "./lb-import-problems.ts";
import {rawTableHref} from "./links.ts";
import {sectionStyles} from "./section-styles.ts";
import {renderStep} from "./step-text.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Keys of rows that are named; the count tells of the others. */
const MAX_KEYS = 12;
const FAILED = "That did not work";

/**
 * One batch: its file, recipe and refused rows, and the way to take it back, which says first what will happen.
 *
 * @fires lb-close - somebody wants to see all batches
 */
export class LbBatchesBatch extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
        max-width: 960px;
      }
      h2 {
        overflow-wrap: anywhere;
      }
      .plan {
        display: grid;
        gap: var(--lb-2);
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-warning);
        background: var(--lb-bg-alt);
      }
      ol {
        margin: 0;
        padding-left: var(--lb-4);
      }
    `
  ];
  static override properties = {
    imports: {attribute: false},
    batch: {attribute: false},
    plan: {state: true},
    done: {state: true},
    rejects: {state: true}
  };

  declare imports: Imports;
  declare batch: Batch;
  /** What rolling back would do, once it is asked for. */
  declare protected plan: Rollback | undefined;
  /** What was done last. */
  declare protected done: string;
  declare protected rejects: readonly Reject[];
  readonly #attempt = new Attempt(this);
  readonly #reading = new Attempt(this);

  constructor() {
    super();
    this.rejects = [];
    this.done = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("batch") || changed.get("batch")?.id === this.batch.id) return;
    this.plan = undefined;
    this.#attempt.forget();
    this.#reading.forget();
    this.done = "";
    this.rejects = [];
    if (this.batch.counts.refused > 0) void this.#readRejects();
  }

  #readRejects(): Promise<void> {
    return this.#reading.run(FAILED, async () => {
      this.rejects = await this.imports.rejects(this.batch.id);
    });
  }

  #do(work: () => Promise<void>): Promise<void> {
    return this.#attempt.runAlone(FAILED, work);
  }

  async #ask(): Promise<void> {
    await this.#do(async () => {
      this.done = "";
      this.plan = await this.imports.planRollback(this.batch.id);
    });
    await this.updateComplete; // buttons can be pressed again from here on
    this.renderRoot.querySelector<HTMLElement>(".plan button")?.focus();
  }

  #rollBack(): Promise<void> {
    return this.#do(async () => {
      const rollback = await this.imports.rollback(this.batch.id);
      this.plan = undefined;
      this.done = `Rolled back: ${describeRollback(rollback, true)}.`;
    });
  }

  #restore(): Promise<void> {
    return this.#do(async () => {
      await this.imports.restore(this.batch.id);
      this.done = "Restored: the rows are there again.";
    });
  }

  #renderKeys({keptKeys, kept}: Rollback): TemplateResult | typeof nothing {
    if (keptKeys.length === 0) return nothing;
    const shown = keptKeys.slice(0, MAX_KEYS).map((key) => key.join(", "));
    const more = kept > shown.length ? ` and ${kept - shown.length} more` : "";
    return html`<p class="muted">They are: ${shown.join(" · ")}${more}</p>`;
  }

  #renderPlan(plan: Rollback): TemplateResult {
    return html`<div class="plan" role="group" aria-label="Roll back">
      <p role="status">${describeRollback(plan)}.</p>
      ${this.#renderKeys(plan)}
      <div class="row">
        <button
          class="danger"
          ?disabled=${this.#attempt.isRunning}
          @click=${() => void this.#rollBack()}
        >
          Roll back
        </button>
        <button @click=${() => (this.plan = undefined)}>Keep the batch</button>
      </div>
    </div>`;
  }

  #renderTurn(): TemplateResult {
    const {batch, done, plan} = this;
    const busy = this.#attempt.isRunning;
    if (plan) return this.#renderPlan(plan);
    const isBack = batch.rolledBack !== null;
    return html`<div class="row">
      ${
        isBack
          ? html`<button ?disabled=${busy} @click=${() => void this.#restore()}>
              ${done ? "Undo" : "Restore"}
            </button>`
          : html`<button ?disabled=${busy} @click=${() => void this.#ask()}>Roll back …</button>`
      }
      <span role="status">${busy ? "Working …" : done}</span>
    </div>`;
  }

  #renderRecipe({recipe}: Batch): TemplateResult {
    return html`${recipe.name ? html`${recipe.name}: ` : nothing}${
      recipe.steps.length === 0
        ? "no steps"
        : html`<ol>
            ${recipe.steps.map(
              (step) => html`<li>${renderStep(step)}${step.off ? " (switched off)" : nothing}</li>`
            )}
          </ol>`
    }`;
  }

  override render(): TemplateResult {
    const {batch, rejects} = this;
    const {file, inner, target, at, counts, recipe, rolledBack} = batch;
    const rows = [
      ["Table", html`<a href=${rawTableHref(target)}>raw.${target}</a>`],
      ["Imported", formatMoment(new Date(at))],
      ["Rows", describeCounts(counts)],
      ["Key", recipe.key.length === 0 ? "all values of a row" : recipe.key.join(", ")],
      ["Recipe", this.#renderRecipe(batch)],
      ["File", html`<code>${file.sha256.slice(0, 12)}</code>`],
      [
        "State",
        rolledBack === null ? "in use" : `rolled back ${formatMoment(new Date(rolledBack))}`
      ]
    ] as const;
    return html`<div class="row">
        <h2>${inner ? `${file.path} › ${inner}` : file.path}</h2>
        <button class="spread" @click=${() => this.dispatchEvent(new Event("lb-close"))}>
          All batches
        </button>
      </div>
      <dl class="definitions">
        ${rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`
        )}
      </dl>
      ${this.#renderTurn()} ${this.#reading.render()} ${this.#attempt.render()}
      ${
        rejects.length > 0
          ? html`<lb-import-problems .problems=${[]} .rejects=${rejects}></lb-import-problems>`
          : nothing
      }`;
  }
}

customElements.define("lb-batches-batch", LbBatchesBatch);

declare global {
  interface HTMLElementTagNameMap {
    "lb-batches-batch": LbBatchesBatch;
  }
}
