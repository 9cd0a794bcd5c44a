import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EdgeKind, EntryType, Store, Suggestion, SuggestionQuery} from "../src/index.ts";
import type {EndView} from "./end-views.ts";
import {readEndViews} from "./end-views.ts";
import {formatCount} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-suggestion.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {decide, toOffer} from "./review-decide.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Suggestions that are looked at before all of them are accepted, spread over all scores. */
const SAMPLE_SIZE = 5;
const DEFAULT_PERCENT = 90;

interface Plan {
  readonly suggestions: readonly Suggestion[];
  readonly sample: readonly Suggestion[];
  readonly ends: ReadonlyMap<string, EndView>;
}

/** Accepts all suggestions that are surer than a threshold, after a look at some of them. Merges are never accepted so. */
export class LbReviewBulk extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      input[type="number"] {
        width: 64px;
      }
      .plan {
        display: grid;
        gap: var(--lb-2);
        margin-top: var(--lb-2);
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-warning);
        background: var(--lb-bg-alt);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    query: {attribute: false},
    kinds: {attribute: false},
    types: {attribute: false},
    percent: {state: true},
    plan: {state: true},
    busy: {state: true},
    said: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  /** What is shown: only that is accepted. */
  declare query: SuggestionQuery;
  declare kinds: ReadonlyMap<string, EdgeKind>;
  declare types: ReadonlyMap<string, EntryType>;
  declare protected percent: number;
  declare protected plan: Plan | undefined;
  declare protected busy: boolean;
  declare protected said: string;
  declare protected failure: unknown;

  constructor() {
    super();
    this.percent = DEFAULT_PERCENT;
    this.busy = false;
    this.said = "";
  }

  async #look(): Promise<void> {
    const {store, query, percent} = this;
    this.failure = undefined;
    this.said = "";
    try {
      const {suggestions: all} = await store.suggestions.page({
        ...query,
        offset: 0,
        limit: Infinity
      });
      const suggestions = all.filter(
        ({score, proposal}) => score * 100 >= percent && proposal.do !== "merge"
      );
      if (suggestions.length === 0) {
        this.said = `None is ${percent} % sure or more.`;
        return;
      }
      const sample = pickSpread(suggestions, SAMPLE_SIZE);
      const ends = await readEndViews(
        store,
        sample.flatMap((one) => one.ends)
      );
      this.plan = {suggestions, sample, ends};
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(".plan button")?.focus();
    } catch (error) {
      this.failure = error;
    }
  }

  async #accept({suggestions}: Plan): Promise<void> {
    if (this.busy) return;
    const {store} = this;
    this.busy = true;
    try {
      const decision = await decide(store, suggestions, "accepted");
      offerUndo(toOffer(store, decision, "accepted"));
      const {refused, reason} = decision;
      this.said =
        refused === 0
          ? ""
          : `${formatCount(refused)} could not be accepted and stay open, such as: ${reason}`;
      this.plan = undefined;
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  #renderPlan(plan: Plan): TemplateResult {
    const count = formatCount(plan.suggestions.length);
    return html`<div class="plan" role="group" aria-label="Accept many">
      <p role="status">
        ${count} suggestions are ${this.percent} % sure or more. Look at
        ${plan.sample.length === plan.suggestions.length ? "them" : "some of them, the surest and the least sure among them"}
        first:
      </p>
      ${plan.sample.map(
        (suggestion) =>
          html`<lb-suggestion
            .suggestion=${suggestion}
            .ends=${plan.ends}
            .kinds=${this.kinds}
            .types=${this.types}
          ></lb-suggestion>`
      )}
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${() => this.#accept(plan)}>
          ${this.busy ? "Accepting …" : `Accept all ${count}`}
        </button>
        <button @click=${() => (this.plan = undefined)}>Leave them open</button>
      </div>
    </div>`;
  }

  override render(): TemplateResult {
    const {plan, failure, said} = this;
    return html`<div class="row">
        <label class="row"
          >Accept all that are at least
          <input
            type="number"
            min="0"
            max="100"
            .value=${String(this.percent)}
            @change=${(event: Event) => {
              this.percent = Number((event.target as HTMLInputElement).value);
              this.plan = undefined;
            }}
          />
          % sure</label
        >
        <button @click=${() => this.#look()}>Look at a sample …</button>
        <span class="muted" role="status">${said}</span>
      </div>
      ${plan ? this.#renderPlan(plan) : nothing}
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure .error=${failure} what="Nothing was accepted"></lb-failure>`
      }`;
  }
}

/** Some of a list, evenly spread from its first to its last. */
function pickSpread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const step = (items.length - 1) / (count - 1);
  return Array.from({length: count}, (_, i) => items[Math.round(i * step)]!);
}

customElements.define("lb-review-bulk", LbReviewBulk);

declare global {
  interface HTMLElementTagNameMap {
    "lb-review-bulk": LbReviewBulk;
  }
}
