import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {BlockingForecast, BlockingRule, DuplicatePlan, DuplicateSearch} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {LongWork} from "./long-work.ts";
import {BLOCKING_WORDS, toRuleText} from "./match-words.ts";
import {PlanEvent} from "./plan-event.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/** The estimate follows when nobody changes anything any more. */
const CALM_MS = 200;

/**
 * How records are brought together to be compared, and how many pairs that gives.
 *
 * @fires lb-plan - with the plan as it was changed
 */
export class LbDuplicatesBlocking extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      .add {
        margin-block: var(--lb-2);
      }
      @media (max-width: 699.9px) {
        td:first-child {
          white-space: normal;
        }
        th,
        td {
          padding-inline: var(--lb-1);
        }
      }
    `
  ];
  static override properties = {
    search: {attribute: false},
    plan: {attribute: false},
    isPaused: {attribute: false},
    forecast: {state: true},
    by: {state: true},
    column: {state: true}
  };

  declare search: DuplicateSearch;
  declare plan: DuplicatePlan;
  /** Nothing is counted while all of it is compared. */
  declare isPaused: boolean;
  declare protected forecast: BlockingForecast | undefined;
  declare protected by: BlockingRule["by"];
  declare protected column: string;
  readonly #work = new LongWork(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.isPaused = false;
    this.by = "exact";
    this.column = "";
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has("plan") && !isSame(changed.get("plan"), this.plan);
    if (!isOther && !changed.has("isPaused")) return;
    this.#work.stop();
    clearTimeout(this.#timer);
    if (isOther) this.forecast = undefined;
    if (this.isPaused || this.forecast) return;
    this.#timer = setTimeout(() => void this.#estimate(), CALM_MS);
  }

  async #estimate(): Promise<void> {
    const {blocking, columns} = this.plan;
    if (blocking.length === 0 || columns.length === 0) return;
    await this.#work.run(
      {
        what: "Counting the pairs",
        failed: "The pairs cannot be counted",
        canRetry: true
      },
      async ({signal}) => {
        const forecast = await this.search.estimate(this.plan, {signal});
        if (!signal.aborted) this.forecast = forecast;
      }
    );
  }

  #change(blocking: readonly BlockingRule[]): void {
    this.dispatchEvent(new PlanEvent({...this.plan, blocking}));
  }

  #label(name: string): string {
    return this.search.sides.first.columns.find((column) => column.name === name)?.label ?? name;
  }

  #addRule(event: Event): void {
    event.preventDefault();
    const {by, column} = this;
    const name = column || this.plan.columns[0]?.name;
    if (name === undefined) return;
    const rule: BlockingRule = {by, columns: [name]};
    if (this.plan.blocking.some((one) => isSame(one, rule))) return;
    this.#change([...this.plan.blocking, rule]);
  }

  #renderRule(rule: BlockingRule, i: number): TemplateResult {
    const estimate = this.forecast?.rules[i];
    const text = toRuleText(rule, (name) => this.#label(name));
    return html`<tr>
      <td>${text}</td>
      <td class="number">${estimate ? formatCount(estimate.pairs) : "…"}</td>
      <td class="number">
        ${estimate && estimate.skipped > 0 ? formatCount(estimate.skipped) : ""}
      </td>
      <td>
        <button
          class="quiet"
          aria-label="Remove: ${text}"
          title="Remove"
          @click=${() => this.#change(this.plan.blocking.filter((one) => one !== rule))}
        >
          ×
        </button>
      </td>
    </tr>`;
  }

  #renderAdd(): TemplateResult {
    return html`<form class="row add" @submit=${(event: Event) => this.#addRule(event)}>
      <select
        aria-label="What they share"
        @change=${(event: Event) =>
          (this.by = (event.target as HTMLSelectElement).value as BlockingRule["by"])}
      >
        ${Object.entries(BLOCKING_WORDS)
          .filter(([by]) => by !== "meaning")
          .map(
            ([by, words]) => html`<option value=${by} ?selected=${by === this.by}>${words}</option>`
          )}
      </select>
      <select
        aria-label="Of which column"
        @change=${(event: Event) => (this.column = (event.target as HTMLSelectElement).value)}
      >
        ${this.plan.columns.map(
          ({name}) => html`<option value=${name}>${this.#label(name)}</option>`
        )}
      </select>
      <button ?disabled=${this.plan.columns.length === 0}>Add</button>
    </form>`;
  }

  #renderForecast(): TemplateResult {
    const {forecast} = this;
    if (!forecast)
      return this.#work.isRunning
        ? html`<p class="muted" role="status">Counting the pairs …</p>`
        : this.#work.render();
    const share = forecast.total === 0 ? 0 : (100 * forecast.pairs) / forecast.total;
    return html`<p role="status">
      <strong>${formatCount(forecast.pairs)}</strong> pairs are compared, of
      ${formatCount(forecast.total)} that there are
      (${share < 0.1 ? "less than 0.1" : share.toFixed(1)} %). That is about
      ${(100 * forecast.recall).toFixed(0)} % of the matches, by a sample.
    </p>`;
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="blocking">
      <header><h2 id="blocking">Compared are records that share</h2></header>
      <div class="scroll" tabindex="0" role="region" aria-label="Ways to bring records together">
        <table>
          <thead>
            <tr>
              <th scope="col">What they share</th>
              <th scope="col" class="number">Pairs</th>
              <th scope="col" class="number" title="Values that too many records have">Left out</th>
              <th scope="col"><span class="visually-hidden">Actions</span></th>
            </tr>
          </thead>
          <tbody>
            ${this.plan.blocking.map((rule, i) => this.#renderRule(rule, i))}
          </tbody>
        </table>
      </div>
      ${this.#renderAdd()} ${this.#renderForecast()}
    </section>`;
  }
}

customElements.define("lb-duplicates-blocking", LbDuplicatesBlocking);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-blocking": LbDuplicatesBlocking;
  }
}
