import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  BlockingForecast,
  BlockingRule,
  DuplicatePlan,
  DuplicateSearch,
  MatchKind
} from "../src/index.ts";
import {isAbortError, isSame} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import "./lb-failure.ts";
import {BLOCKING_WORDS, KIND_WORDS, toRuleText} from "./match-words.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const EXAMPLES = 3;
/** The estimate follows when nobody changes anything any more. */
const CALM_MS = 200;

/** Somebody wants another plan. */
export class PlanEvent extends Event {
  readonly plan: DuplicatePlan;

  constructor(plan: DuplicatePlan) {
    super("lb-plan");
    this.plan = plan;
  }
}

/**
 * What is compared and as what, how records are brought together, and how many pairs that gives.
 *
 * @fires lb-plan - with the plan as it was changed
 */
export class LbDuplicatesPlan extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sectionStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--lb-4);
        align-items: start;
      }
      .example {
        max-width: 220px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      td select {
        min-height: 22px;
      }
      .off {
        color: var(--lb-text-muted);
      }
      .add {
        margin-top: var(--lb-2);
      }
      @media (max-width: 900px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `
  ];
  static override properties = {
    search: {attribute: false},
    plan: {attribute: false},
    forecast: {state: true},
    failure: {state: true},
    by: {state: true},
    column: {state: true}
  };

  declare search: DuplicateSearch;
  declare plan: DuplicatePlan;
  declare protected forecast: BlockingForecast | undefined;
  declare protected failure: unknown;
  declare protected by: BlockingRule["by"];
  declare protected column: string;
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.by = "exact";
    this.column = "";
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("plan") || isSame(changed.get("plan"), this.plan)) return;
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.forecast = undefined;
    this.#timer = setTimeout(() => void this.#estimate(), CALM_MS);
  }

  async #estimate(): Promise<void> {
    const {signal} = (this.#stop = new AbortController());
    this.failure = undefined;
    if (this.plan.blocking.length === 0 || this.plan.columns.length === 0) return;
    try {
      this.forecast = await this.search.estimate(this.plan, {signal});
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    }
  }

  #change(change: Partial<DuplicatePlan>): void {
    this.dispatchEvent(new PlanEvent({...this.plan, ...change}));
  }

  #compare(name: string, kind: MatchKind | undefined): void {
    const {columns, blocking, pairs} = this.plan;
    const kinds = new Map(columns.map((column) => [column.name, column.kind]));
    if (kind) kinds.set(name, kind);
    else kinds.delete(name);
    this.#change({
      columns: pairs.flatMap(({first}) => {
        const own = kinds.get(first);
        return own ? [{name: first, kind: own}] : [];
      }),
      blocking: blocking.filter((rule) => rule.columns.every((column) => kinds.has(column)))
    });
  }

  #pair(first: string, second: string): void {
    const {pairs} = this.plan;
    const rest = pairs.filter((pair) => pair.first !== first);
    if (second === "") {
      this.#compare(first, undefined);
      this.#change({pairs: rest});
    } else this.#change({pairs: [...rest, {first, second}]});
  }

  #addRule(event: Event): void {
    event.preventDefault();
    const {by, column} = this;
    const name = column || this.plan.columns[0]?.name;
    if (name === undefined) return;
    const rule: BlockingRule = {by, columns: [name]};
    if (this.plan.blocking.some((one) => isSame(one, rule))) return;
    this.#change({blocking: [...this.plan.blocking, rule]});
  }

  #label(name: string): string {
    return this.search.sides.first.columns.find((column) => column.name === name)?.label ?? name;
  }

  #renderSecond(name: string): TemplateResult | typeof nothing {
    const {second} = this.search.sides;
    if (!second) return nothing;
    const chosen = this.plan.pairs.find((pair) => pair.first === name)?.second;
    return html`<td>
      <select
        aria-label="Compared with, ${this.#label(name)}"
        @change=${(event: Event) => this.#pair(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${chosen === undefined}>nothing</option>
        ${second.columns.map(
          (column) =>
            html`<option value=${column.name} ?selected=${column.name === chosen}>
              ${column.label}
            </option>`
        )}
      </select>
    </td>`;
  }

  #renderColumn(name: string, label: string, values: readonly string[]): TemplateResult {
    const kind = this.plan.columns.find((column) => column.name === name)?.kind;
    const isPaired = this.plan.pairs.some((pair) => pair.first === name);
    const examples = [...new Set(values.slice(0, 200).filter((value) => value !== ""))];
    const text = examples.slice(0, EXAMPLES).join(" · ");
    return html`<tr class=${kind ? "" : "off"}>
      <th scope="row">${label}</th>
      ${this.#renderSecond(name)}
      <td>
        <select
          aria-label="Kind of ${label}"
          ?disabled=${!isPaired}
          @change=${(event: Event) =>
            this.#compare(
              name,
              ((event.target as HTMLSelectElement).value || undefined) as MatchKind | undefined
            )}
        >
          <option value="" ?selected=${kind === undefined}>not compared</option>
          ${Object.entries(KIND_WORDS).map(
            ([value, words]) =>
              html`<option value=${value} ?selected=${value === kind}>${words}</option>`
          )}
        </select>
      </td>
      <td class="example" title=${text}>${text}</td>
    </tr>`;
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
          @click=${() => this.#change({blocking: this.plan.blocking.filter((one) => one !== rule)})}
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
    const {forecast, failure} = this;
    if (failure !== undefined)
      return html`<lb-failure
        retry
        .error=${failure}
        what="The pairs cannot be counted"
        @retry=${() => this.#estimate()}
      ></lb-failure>`;
    if (!forecast) return html`<p class="muted" role="status">Counting the pairs …</p>`;
    const share = forecast.total === 0 ? 0 : (100 * forecast.pairs) / forecast.total;
    return html`<p role="status">
      <strong>${formatCount(forecast.pairs)}</strong> pairs are compared, of
      ${formatCount(forecast.total)} that there are
      (${share < 0.1 ? "less than 0.1" : share.toFixed(1)} %). How many of the matches that finds is
      estimated with the run.
    </p>`;
  }

  override render(): TemplateResult {
    const {first, second} = this.search.sides;
    return html`<div class="sides">
      <section aria-labelledby="columns">
        <header><h2 id="columns">Columns</h2></header>
        <div class="scroll" tabindex="0" role="region" aria-label="Columns and their kinds">
          <table>
            <thead>
              <tr>
                <th scope="col">Column</th>
                ${second ? html`<th scope="col">Compared with</th>` : nothing}
                <th scope="col">Kind</th>
                <th scope="col">Such as</th>
              </tr>
            </thead>
            <tbody>
              ${first.columns.map(({name, label, values}) => this.#renderColumn(name, label, values))}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="blocking">
        <header><h2 id="blocking">Compared are records that share</h2></header>
        <div class="scroll" tabindex="0" role="region" aria-label="Ways to bring records together">
          <table>
            <thead>
              <tr>
                <th scope="col">What they share</th>
                <th scope="col" class="number">Pairs</th>
                <th scope="col" class="number" title="Values that too many records have">
                  Left out
                </th>
                <th scope="col"><span class="visually-hidden">Actions</span></th>
              </tr>
            </thead>
            <tbody>
              ${this.plan.blocking.map((rule, i) => this.#renderRule(rule, i))}
            </tbody>
          </table>
        </div>
        ${this.#renderAdd()} ${this.#renderForecast()}
      </section>
    </div>`;
  }
}

customElements.define("lb-duplicates-plan", LbDuplicatesPlan);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-plan": LbDuplicatesPlan;
  }
  interface HTMLElementEventMap {
    "lb-plan": PlanEvent;
  }
}
