import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {
  DuplicatePair,
  DuplicateSearch,
  MergeRule,
  MergeSide,
  SideChoice,
  SuggestionStatus
} from "../src/index.ts";
import {chooseAll, findDifferences, toMerged} from "../src/index.ts";
import type {Fields} from "../src/index.ts";
import {countPages} from "./count-pages.ts";
import {toRecordTitle} from "./duplicate-records.ts";
import {formatProbability} from "./format-probability.ts";
import {formatCount} from "./format-value.ts";
import "./lb-duplicate-pair.ts";
import type {ChoiceEvent} from "./lb-duplicate-pair.ts";
import {MERGE_RULES} from "./lb-merge-dialog.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {LongWork} from "./long-work.ts";
import {renderPairActions} from "./pair-actions.ts";
import {PairEvidence, toPairKey} from "./pair-evidence.ts";
import {pairListStyles} from "./pair-list-styles.ts";
import {isTyping} from "./shortcuts.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_SIZE = 20;
const KEYS: Readonly<Record<string, Exclude<SuggestionStatus, "open">>> = {
  y: "accepted",
  n: "rejected",
  l: "later"
};
const MOVES: Readonly<Record<string, number>> = {j: 1, ArrowDown: 1, k: -1, ArrowUp: -1};

/** Somebody decided a pair. */
export class PairDecidedEvent extends Event {
  readonly pair: DuplicatePair;
  readonly status: SuggestionStatus;
  /** What the one that stays has, where that was chosen. */
  readonly fields: Fields | undefined;

  constructor(pair: DuplicatePair, status: SuggestionStatus, fields?: Fields) {
    super("lb-pair-decided");
    this.pair = pair;
    this.status = status;
    this.fields = fields;
  }
}

/**
 * Pairs one below another, and the current one side by side. The keys y, n and l decide it, j and k or the arrows go to
 * another, z takes the last decision back.
 *
 * @fires lb-pair-decided - with the pair and what was decided
 */
export class LbDuplicatesReview extends LitElement {
  static override styles = [baseStyles, controlStyles, pairListStyles];
  static override properties = {
    search: {attribute: false},
    pairs: {attribute: false},
    readSides: {attribute: false},
    rule: {},
    accept: {},
    busy: {type: Boolean},
    current: {state: true},
    page: {state: true},
    sides: {state: true},
    choices: {state: true}
  };

  declare search: DuplicateSearch;
  declare pairs: readonly DuplicatePair[];
  /** The two as they would be merged; undefined where no fields are chosen. */
  declare readSides: (pair: DuplicatePair) => Promise<readonly [MergeSide, MergeSide] | undefined>;
  declare rule: MergeRule;
  /** What accepting does, on its button. */
  declare accept: string;
  declare busy: boolean;
  declare protected current: number;
  declare protected page: number;
  declare protected sides: readonly [MergeSide, MergeSide] | undefined;
  declare protected choices: ReadonlyMap<string, SideChoice>;
  readonly #evidence = new PairEvidence(this);
  readonly #reading = new LongWork(this);
  #sidesOf = "";

  constructor() {
    super();
    this.pairs = [];
    this.rule = "complete";
    this.accept = "They are one";
    this.busy = false;
    this.current = 0;
    this.page = 1;
    this.choices = new Map();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const pages = countPages(this.pairs.length, PAGE_SIZE);
    this.page = Math.min(this.page, pages);
    this.current = Math.max(0, Math.min(this.current, this.#own().length - 1));
    if (changed.has("search")) this.#evidence.forget();
    this.#evidence.follow(this.search, this.#own());
    if (changed.has("rule") && this.sides) this.choices = chooseAll(...this.sides, this.rule);
  }

  override updated(): void {
    const pair = this.#own()[this.current];
    const key = pair ? `${toPairKey(pair)} ${this.accept}` : "";
    if (key === this.#sidesOf) return;
    this.#sidesOf = key;
    this.#read(pair);
  }

  #own(): readonly DuplicatePair[] {
    return this.pairs.slice((this.page - 1) * PAGE_SIZE, this.page * PAGE_SIZE);
  }

  #read(pair: DuplicatePair | undefined): void {
    const words = {what: "Reading the two", failed: "The two cannot be read", canRetry: true};
    void this.#reading.run(words, async ({signal}) => {
      const sides = pair && (await this.readSides(pair));
      if (signal.aborted) return;
      this.sides = sides;
      this.choices = sides ? chooseAll(...sides, this.rule) : new Map();
    });
  }

  #decide(status: SuggestionStatus): void {
    const pair = this.#own()[this.current];
    if (this.busy || !pair || pair.status === status) return;
    const {sides} = this;
    const fields =
      sides && status === "accepted"
        ? toMerged(sides[0], findDifferences(...sides), this.choices)
        : undefined;
    this.dispatchEvent(new PairDecidedEvent(pair, status, fields));
  }

  async #go(index: number): Promise<void> {
    const last = this.#own().length - 1;
    if (index > last && this.page * PAGE_SIZE < this.pairs.length) {
      this.page += 1;
      this.current = 0;
    } else if (index < 0 && this.page > 1) {
      this.page -= 1;
      this.current = PAGE_SIZE - 1;
    } else this.current = Math.max(0, Math.min(index, last));
    await this.updateComplete;
    this.focus();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.pair[aria-current="true"]')?.focus();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const status = KEYS[event.key];
    const move = MOVES[event.key];
    if (status) this.#decide(status);
    else if (move !== undefined) void this.#go(this.current + move);
    else if (event.key === "z") {
      const undo = {key: "z", ctrlKey: true, bubbles: true, composed: true};
      this.dispatchEvent(new KeyboardEvent("keydown", undo));
    } else return;
    event.preventDefault();
  }

  #renderPair(pair: DuplicatePair, i: number): TemplateResult {
    return html`<li>
      <button
        class="pair"
        aria-current=${i === this.current}
        tabindex=${i === this.current ? 0 : -1}
        @click=${() => (this.current = i)}
      >
        <span class="number">${formatProbability(pair.probability).replace("over ", ">")}</span>
        <span
          >${toRecordTitle(this.search, pair.a)}<br /><span class="muted"
            >${toRecordTitle(this.search, pair.b)}</span
          ></span
        >
      </button>
    </li>`;
  }

  #renderRules(): TemplateResult | typeof nothing {
    const {sides} = this;
    if (!sides || findDifferences(...sides).length === 0) return nothing;
    return html`<div class="row" role="group" aria-label="Choose for all fields">
      <span class="muted">What stays, for all fields:</span>
      ${(Object.keys(MERGE_RULES) as MergeRule[]).map(
        (rule) =>
          html`<button @click=${() => (this.choices = chooseAll(...sides, rule))}>
            ${MERGE_RULES[rule]}
          </button>`
      )}
    </div>`;
  }

  override render(): TemplateResult {
    const own = this.#own();
    const pair = own[this.current];
    return html`<div class="panes" @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}>
      <div>
        <ol aria-label="Pairs">
          ${own.map((one, i) => this.#renderPair(one, i))}
        </ol>
        <lb-pager
          noun=${this.pairs.length === 1 ? "pair" : "pairs"}
          label="Pages of pairs"
          .page=${this.page}
          .total=${this.pairs.length}
          .size=${PAGE_SIZE}
          @lb-page=${({page}: PageEvent) => {
            this.page = page;
            this.current = 0;
          }}
        ></lb-pager>
      </div>
      ${
        pair
          ? html`<section
              class="detail"
              aria-label="Pair ${formatCount((this.page - 1) * PAGE_SIZE + this.current + 1)}"
            >
              ${renderPairActions({
                status: pair.status,
                accept: this.accept,
                isBusy: this.busy,
                decide: (status) => this.#decide(status)
              })}
              ${this.#renderRules()} ${this.#evidence.renderFailure()}
              ${this.#reading.renderFailure()}
              <div class="scroll" tabindex="0" role="region" aria-label="The two side by side">
                <lb-duplicate-pair
                  .search=${this.search}
                  .pair=${pair}
                  .parts=${this.#evidence.of(pair)}
                  .sides=${pair.status === "accepted" ? undefined : this.sides}
                  .choices=${this.choices}
                  @lb-choice=${({field, choice}: ChoiceEvent) =>
                    (this.choices = new Map([...this.choices, [field, choice]]))}
                ></lb-duplicate-pair>
              </div>
            </section>`
          : nothing
      }
    </div>`;
  }
}

customElements.define("lb-duplicates-review", LbDuplicatesReview);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-review": LbDuplicatesReview;
  }
  interface HTMLElementEventMap {
    "lb-pair-decided": PairDecidedEvent;
  }
}
