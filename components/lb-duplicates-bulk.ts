import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {DuplicatePair, DuplicateSearch} from "../src/index.ts";
import {drawSample} from "../src/index.ts";
import {findPairDifferences, toRecordTitle} from "./duplicate-records.ts";
import {diffStyles, renderDiff} from "./field-diff.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {formatProbability} from "./format-probability.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const SAMPLE_SIZE = 10;

/** Somebody accepts many pairs at once. */
export class AcceptAllEvent extends Event {
  readonly pairs: readonly DuplicatePair[];

  constructor(pairs: readonly DuplicatePair[]) {
    super("lb-accept-all");
    this.pairs = pairs;
  }
}

/**
 * Accepts all pairs from a probability on, after a look at some of them.
 *
 * @fires lb-accept-all - with the pairs
 */
export class LbDuplicatesBulk extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    diffStyles,
    css`
      :host {
        display: block;
      }
      .plan {
        display: grid;
        gap: var(--lb-2);
        margin-top: var(--lb-2);
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-warning);
        background: var(--lb-bg-alt);
      }
      ol {
        display: grid;
        gap: var(--lb-1);
        margin: 0;
        padding-left: var(--lb-6);
      }
      li {
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    search: {attribute: false},
    pairs: {attribute: false},
    what: {},
    busy: {type: Boolean},
    sample: {state: true}
  };

  declare search: DuplicateSearch;
  /** The pairs that would be accepted. */
  declare pairs: readonly DuplicatePair[];
  /** What becomes of them: "merge the entries". */
  declare what: string;
  declare busy: boolean;
  declare protected sample: readonly DuplicatePair[] | undefined;

  constructor() {
    super();
    this.pairs = [];
    this.what = "";
    this.busy = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("pairs") && changed.get("pairs")?.length !== this.pairs.length)
      this.sample = undefined;
  }

  async #look(): Promise<void> {
    this.sample = drawSample(this.pairs, SAMPLE_SIZE, this.search.job.id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".plan button")?.focus();
  }

  #renderPair(pair: DuplicatePair): TemplateResult {
    const differences = findPairDifferences(this.search, pair);
    return html`<li>
      ${toRecordTitle(this.search, pair.a)}
      <span class="muted number">${formatProbability(pair.probability)}</span>
      <div class="muted">
        ${
          differences.length === 0
            ? "no difference in what is compared"
            : differences.map(
                ({label, a, b}, i) =>
                  html`${i === 0 ? "" : "; "}${label}:
                    <span class="diff">${renderDiff(a, b)}</span>`
              )
        }
      </div>
    </li>`;
  }

  override render(): TemplateResult {
    const {pairs, sample} = this;
    const count = formatCount(pairs.length);
    if (pairs.length === 0) return html``;
    return html`<div class="row">
        <button ?disabled=${this.busy} @click=${() => this.#look()}>
          Accept all ${count} after a look …
        </button>
      </div>
      ${
        sample
          ? html`<div class="plan" role="group" aria-label="Accept many">
              <p role="status">
                ${sample.length === pairs.length ? "These" : `${sample.length} drawn at random from ${formatCounted(pairs.length, "pair")}`};
                if any of them is wrong, raise the threshold. Accepting will ${this.what}, in one
                change that Undo takes back.
              </p>
              <ol>
                ${sample.map((pair) => this.#renderPair(pair))}
              </ol>
              <div class="row">
                <button
                  class="primary"
                  ?disabled=${this.busy}
                  @click=${() => this.dispatchEvent(new AcceptAllEvent(pairs))}
                >
                  ${this.busy ? "Accepting …" : `Accept all ${count}`}
                </button>
                <button @click=${() => (this.sample = undefined)}>Leave them open</button>
              </div>
            </div>`
          : nothing
      }`;
  }
}

customElements.define("lb-duplicates-bulk", LbDuplicatesBulk);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-bulk": LbDuplicatesBulk;
  }
  interface HTMLElementEventMap {
    "lb-accept-all": AcceptAllEvent;
  }
}
