import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  AcceptChoice,
  DuplicatePair,
  DuplicateSearch,
  EntryType,
  Fields,
  SuggestionStatus,
  Workspace
} from "../src/index.ts";
import {acceptDuplicates, inferRowType, listAcceptModes, settleDuplicates} from "../src/index.ts";
import {renderNone} from "./duplicates-none.ts";
import {formatCount} from "./format-value.ts";
import "./lb-duplicates-accept.ts";
import type {AcceptChoiceEvent} from "./lb-duplicates-accept.ts";
import "./lb-duplicates-bulk.ts";
import type {AcceptAllEvent} from "./lb-duplicates-bulk.ts";
import "./lb-duplicates-clusters.ts";
import "./lb-duplicates-review.ts";
import type {PairDecidedEvent} from "./lb-duplicates-review.ts";
import "./lb-duplicates-threshold.ts";
import type {ThresholdEvent} from "./lb-duplicates-threshold.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {LongWork} from "./long-work.ts";
import {ACCEPT_BUTTONS, ACCEPT_WORDS, describeDecided} from "./match-words.ts";
import {readMergeSides} from "./merged-pair.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTabs, tabStyles} from "./tabs.ts";

type Tab = SuggestionStatus | "groups";

/** What a run found: how likely, what becomes of it, and pairs and groups to decide on. */
export class LbDuplicatesFound extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tabStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
      }
      .none {
        max-width: 72ch;
        padding: var(--lb-2) 0;
      }
      .none h2 {
        font-size: var(--lb-size-title);
      }
      .tools {
        gap: var(--lb-1) var(--lb-4);
      }
      .panel {
        display: grid;
        gap: var(--lb-2);
        padding-top: var(--lb-2);
        min-width: 0;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    search: {attribute: false},
    version: {type: Number},
    tab: {state: true},
    isUnsureFirst: {state: true},
    choice: {state: true},
    types: {state: true}
  };

  declare workspace: Workspace;
  declare search: DuplicateSearch;
  /** Counts up when the search has changed. */
  declare version: number;
  declare protected tab: Tab;
  declare protected isUnsureFirst: boolean;
  /** What becomes of what is one; undefined: the usual. */
  declare protected choice: AcceptChoice | undefined;
  declare protected types: readonly EntryType[];
  readonly #work = new LongWork(this);
  readonly #reading = new LongWork(this);

  constructor() {
    super();
    this.version = 0;
    this.tab = "open";
    this.isUnsureFirst = false;
    this.types = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#readTypes();
  }

  async #readTypes(): Promise<void> {
    const words = {what: "Reading the types", failed: "The types cannot be read", canRetry: true};
    await this.#reading.run(words, async () => {
      const types = await this.workspace.store.types.list();
      this.types = types.filter((type) => type.abstract !== true);
    });
  }

  #choice(): AcceptChoice {
    const modes = listAcceptModes(this.search);
    const {mode = modes[0]!, rule = "complete", type} = this.choice ?? {};
    return {mode: modes.includes(mode) ? mode : modes[0]!, rule, type};
  }

  /** What the rows of a table would be; undefined of entries. */
  #freshType(): EntryType | undefined {
    const {first} = this.search.sides;
    return first.result && inferRowType(first);
  }

  #keptType(): EntryType | undefined {
    return this.#choice().type ?? this.#freshType();
  }

  readonly #readSides = (pair: DuplicatePair): ReturnType<typeof readMergeSides> =>
    readMergeSides(this.workspace, this.search, pair, {...this.#choice(), type: this.#keptType()});

  async #decide(
    pairs: readonly DuplicatePair[],
    status: SuggestionStatus,
    fields?: Fields
  ): Promise<void> {
    if (this.#work.isRunning) return;
    const {search, workspace} = this;
    const {store} = workspace;
    const end = await this.#work.run(
      {what: "Deciding", failed: "Nothing was decided"},
      async () => {
        const {parts} = await workspace.catalogue();
        const decided =
          status === "accepted"
            ? await acceptDuplicates(store, search, pairs, {
                ...this.#choice(),
                type: this.#keptType(),
                fields,
                parts
              })
            : await settleDuplicates(store, search, pairs, status);
        await search.refresh();
        if (decided.group !== null)
          offerUndo({store, groups: [decided.group], message: describeDecided(decided, status)});
        if (decided.kept > 0) await this.#readTypes();
      }
    );
    if (end === "failed") await this.#showFailure();
  }

  /** The pair that was decided on may stand far below. */
  async #showFailure(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector("lb-failure")?.scrollIntoView({block: "nearest"});
  }

  #renderPairs(status: SuggestionStatus): TemplateResult {
    const {search} = this;
    const {threshold} = search.job;
    const all = search.pairs.filter((pair) => pair.status === status);
    const pairs =
      status !== "open" || !this.isUnsureFirst
        ? all
        : all.toSorted(
            (x, y) => Math.abs(x.probability - threshold) - Math.abs(y.probability - threshold)
          );
    if (pairs.length === 0) return html`<p class="muted">${EMPTY[status]}</p>`;
    const {mode, rule} = this.#choice();
    return html`${
        status === "open"
          ? html`<div class="row tools">
              <label class="row"
                ><input
                  type="checkbox"
                  .checked=${this.isUnsureFirst}
                  @change=${(event: Event) =>
                    (this.isUnsureFirst = (event.target as HTMLInputElement).checked)}
                />
                The least sure first: they teach most</label
              >
              <lb-duplicates-bulk
                .search=${search}
                .pairs=${this.#findSure()}
                .what=${ACCEPT_WORDS[mode]}
                .busy=${this.#work.isRunning}
                @lb-accept-all=${({pairs: sure}: AcceptAllEvent) => this.#decide(sure, "accepted")}
              ></lb-duplicates-bulk>
            </div>`
          : nothing
      }<lb-duplicates-review
        .search=${search}
        .pairs=${pairs}
        .rule=${rule}
        .readSides=${this.#readSides}
        .busy=${this.#work.isRunning}
        accept=${ACCEPT_BUTTONS[mode]}
        @lb-pair-decided=${({pair, status: to, fields}: PairDecidedEvent) =>
          this.#decide([pair], to, fields)}
      ></lb-duplicates-review>`;
  }

  /** Open pairs from the threshold on that no other pair speaks against. */
  #findSure(): DuplicatePair[] {
    const {threshold} = this.search.job;
    const clusterOf = new Map(
      this.search
        .clusters()
        .flatMap(({records}, i) => records.map((record) => [record, i] as const))
    );
    return this.search.pairs.filter(
      ({a, b, probability, status}) =>
        status === "open" && probability >= threshold && clusterOf.get(a) === clusterOf.get(b)
    );
  }

  override render(): TemplateResult {
    const {search, tab} = this;
    const count = (status: SuggestionStatus): string =>
      formatCount(search.pairs.filter((pair) => pair.status === status).length);
    const tabs = [
      {name: "open" as const, label: `Open ${count("open")}`},
      {name: "groups" as const, label: "Groups"},
      {name: "later" as const, label: `Later ${count("later")}`},
      {name: "accepted" as const, label: `One ${count("accepted")}`},
      {name: "rejected" as const, label: `Two ${count("rejected")}`}
    ];
    const none = renderNone(search);
    if (none !== nothing && search.pairs.length === 0) return html`${none}`;
    return html`${
        none === nothing
          ? html`<lb-duplicates-threshold
              .pairs=${search.pairs}
              .threshold=${search.job.threshold}
              @lb-threshold=${({threshold}: ThresholdEvent) =>
                void search.setThreshold(threshold).then(() => this.requestUpdate())}
            ></lb-duplicates-threshold>`
          : none
      }
      <lb-duplicates-accept
        .modes=${listAcceptModes(search)}
        .choice=${this.#choice()}
        .types=${this.types}
        .fresh=${this.#freshType()}
        @lb-accept-choice=${({choice}: AcceptChoiceEvent) => (this.choice = choice)}
      ></lb-duplicates-accept>
      ${this.#work.renderFailure()}${this.#reading.renderFailure()}
      <div>
        ${renderTabs<Tab>("What was found", tabs, tab, (name) => (this.tab = name))}
        <div class="panel" role="tabpanel" id="panel" aria-labelledby="tab-${tab}">
          ${
            tab === "groups"
              ? html`<lb-duplicates-clusters
                  .search=${search}
                  .clusters=${search.clusters()}
                  .busy=${this.#work.isRunning}
                  accept=${ACCEPT_BUTTONS[this.#choice().mode]}
                  @lb-accept-all=${({pairs}: AcceptAllEvent) => this.#decide(pairs, "accepted")}
                ></lb-duplicates-clusters>`
              : this.#renderPairs(tab)
          }
        </div>
      </div>`;
  }
}

const EMPTY: Readonly<Record<SuggestionStatus, string>> = {
  open: "No open pairs: all are decided, or nothing is alike.",
  later: "Nothing was put off.",
  accepted: "Nothing was accepted yet, or what was merged is one entry now.",
  rejected: "Nothing was rejected yet."
};

customElements.define("lb-duplicates-found", LbDuplicatesFound);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-found": LbDuplicatesFound;
  }
}
