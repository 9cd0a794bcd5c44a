import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  AcceptMode,
  Decided,
  DuplicatePair,
  DuplicateSearch,
  EntryType,
  Fields,
  MergeRule,
  MergeSide,
  SuggestionStatus,
  Workspace
} from "../src/index.ts";
import {
  acceptDuplicates,
  draftRows,
  inferRowType,
  listAcceptModes,
  settleDuplicates
} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-duplicates-bulk.ts";
import type {AcceptAllEvent} from "./lb-duplicates-bulk.ts";
import "./lb-duplicates-clusters.ts";
import "./lb-duplicates-review.ts";
import type {PairDecidedEvent} from "./lb-duplicates-review.ts";
import "./lb-failure.ts";
import "./lb-histogram.ts";
import type {BarEvent} from "./lb-histogram.ts";
import {MERGE_RULES} from "./lb-merge-dialog.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {ACCEPT_WORDS} from "./match-words.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTabs, tabStyles} from "./tabs.ts";

const BARS = 20;
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
      .tools {
        gap: var(--lb-1) var(--lb-4);
      }
      input[type="range"] {
        width: 120px;
        padding: 0;
        accent-color: var(--lb-accent);
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
    mode: {state: true},
    rule: {state: true},
    type: {state: true},
    types: {state: true},
    busy: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  declare search: DuplicateSearch;
  /** Counts up when the search has changed. */
  declare version: number;
  declare protected tab: Tab;
  declare protected isUnsureFirst: boolean;
  declare protected mode: AcceptMode | undefined;
  declare protected rule: MergeRule;
  /** The type that rows are kept as; undefined: a new one. */
  declare protected type: EntryType | undefined;
  declare protected types: readonly EntryType[];
  declare protected busy: boolean;
  declare protected failure: unknown;

  constructor() {
    super();
    this.version = 0;
    this.tab = "open";
    this.isUnsureFirst = false;
    this.rule = "complete";
    this.types = [];
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#readTypes();
  }

  async #readTypes(): Promise<void> {
    this.types = (await this.workspace.store.types.list()).filter((type) => type.abstract !== true);
  }

  #mode(): AcceptMode {
    const modes = listAcceptModes(this.search);
    return this.mode && modes.includes(this.mode) ? this.mode : modes[0]!;
  }

  #keptType(): EntryType {
    return this.type ?? inferRowType(this.search.sides.first);
  }

  /** The two as they would be merged, where fields are chosen. */
  readonly #readSides = async ({
    a,
    b
  }: DuplicatePair): Promise<readonly [MergeSide, MergeSide] | undefined> => {
    const {search, workspace} = this;
    const {first, second} = search.sides;
    const mode = this.#mode();
    if (second) return undefined;
    if (mode === "merge") {
      const [one, other] = await workspace.store.entries.getAll([search.ends[a]!, search.ends[b]!]);
      return one && other ? [one, other] : undefined;
    }
    if (mode !== "keep") return undefined;
    const {parts} = await workspace.catalogue();
    const {drafts} = await draftRows(first, [a, b], {type: this.#keptType(), parts});
    const sides = [...drafts.values()].map(({fields}, i): MergeSide => ({
      title: "",
      fields,
      tags: [],
      updated: i
    }));
    return sides.length === 2 ? [sides[0]!, sides[1]!] : undefined;
  };

  async #decide(
    pairs: readonly DuplicatePair[],
    status: SuggestionStatus,
    fields?: Fields
  ): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = undefined;
    const {search, workspace} = this;
    const {store} = workspace;
    const mode = this.#mode();
    try {
      const {parts} = await workspace.catalogue();
      const decided =
        status === "accepted"
          ? await acceptDuplicates(store, search, pairs, {
              mode,
              rule: this.rule,
              fields,
              parts,
              ...(mode === "keep" && {type: this.#keptType()})
            })
          : await settleDuplicates(store, search, pairs, status);
      await search.refresh();
      if (decided.group !== null)
        offerUndo({store, groups: [decided.group], message: toMessage(decided, status)});
      if (decided.kept > 0) await this.#readTypes();
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  #renderAccept(): TemplateResult {
    const mode = this.#mode();
    const modes = listAcceptModes(this.search);
    return html`<div class="row tools">
      ${
        modes.length === 1
          ? html`<span class="muted">When they are one: ${ACCEPT_WORDS[mode]}</span>`
          : html`<label class="row"
              >When they are one
              <select
                @change=${(event: Event) =>
                  (this.mode = (event.target as HTMLSelectElement).value as AcceptMode)}
              >
                ${modes.map(
                  (one) =>
                    html`<option value=${one} ?selected=${one === mode}>
                      ${ACCEPT_WORDS[one]}
                    </option>`
                )}
              </select></label
            >`
      }
      ${mode === "keep" ? this.#renderType() : nothing}
      ${
        mode === "merge" || mode === "keep"
          ? html`<label class="row"
              >with the values that are
              <select
                @change=${(event: Event) =>
                  (this.rule = (event.target as HTMLSelectElement).value as MergeRule)}
              >
                ${(Object.keys(MERGE_RULES) as MergeRule[]).map(
                  (rule) =>
                    html`<option value=${rule} ?selected=${rule === this.rule}>
                      ${MERGE_RULES[rule].toLowerCase()}
                    </option>`
                )}
              </select></label
            >`
          : nothing
      }
    </div>`;
  }

  #renderType(): TemplateResult {
    const fresh = inferRowType(this.search.sides.first);
    return html`<label class="row"
      >of the type
      <select
        @change=${(event: Event) => {
          const {value} = event.target as HTMLSelectElement;
          this.type = this.types.find(({name}) => name === value);
        }}
      >
        ${
          this.types.some(({name}) => name === fresh.name)
            ? nothing
            : html`<option value="" ?selected=${!this.type}>${fresh.label} (new)</option>`
        }
        ${this.types.map(
          ({name, label}) =>
            html`<option value=${name} ?selected=${name === this.type?.name}>${label}</option>`
        )}
      </select></label
    >`;
  }

  #renderThreshold(): TemplateResult {
    const {threshold} = this.search.job;
    const open = this.search.pairs.filter(({status}) => status === "open");
    const above = open.filter(({probability}) => probability >= threshold).length;
    const bars = Array.from({length: BARS}, (_, i) => {
      const [low, high] = [i / BARS, (i + 1) / BARS];
      const isLast = i === BARS - 1;
      const count = open.filter(
        ({probability}) => probability >= low && (probability < high || isLast)
      ).length;
      return {label: `${Math.round(low * 100)} to ${Math.round(high * 100)} % likely`, count};
    });
    const set = (value: number): void => {
      void this.search.setThreshold(value).then(() => this.requestUpdate());
      this.requestUpdate();
    };
    return html`<div class="row tools">
      <lb-histogram
        label="how likely the open pairs are"
        .bars=${bars}
        @lb-bar=${({index}: BarEvent) => set(index / BARS)}
      ></lb-histogram>
      <label class="row"
        >Likely from
        <input
          type="range"
          min="0.05"
          max="0.99"
          step="0.01"
          .value=${String(threshold)}
          @change=${(event: Event) => set(Number((event.target as HTMLInputElement).value))}
        />
        <span class="number">${Math.round(threshold * 100)} %</span></label
      >
      <span role="status"
        ><strong>${formatCount(above)}</strong> open pairs are likely,
        ${formatCount(open.length - above)} less so</span
      >
    </div>`;
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
    const mode = this.#mode();
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
                .busy=${this.busy}
                @lb-accept-all=${({pairs: sure}: AcceptAllEvent) => this.#decide(sure, "accepted")}
              ></lb-duplicates-bulk>
            </div>`
          : nothing
      }<lb-duplicates-review
        .search=${search}
        .pairs=${pairs}
        .rule=${this.rule}
        .readSides=${this.#readSides}
        .busy=${this.busy}
        accept=${BUTTONS[mode]}
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
    return html`${this.#renderThreshold()} ${this.#renderAccept()}
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure .error=${this.failure} what="Nothing was decided"></lb-failure>`
      }
      <div>
        ${renderTabs<Tab>("What was found", tabs, tab, (name) => (this.tab = name))}
        <div class="panel" role="tabpanel" id="panel" aria-labelledby="tab-${tab}">
          ${
            tab === "groups"
              ? html`<lb-duplicates-clusters
                  .search=${search}
                  .clusters=${search.clusters()}
                  .busy=${this.busy}
                  accept=${BUTTONS[this.#mode()]}
                  @lb-accept-all=${({pairs}: AcceptAllEvent) => this.#decide(pairs, "accepted")}
                ></lb-duplicates-clusters>`
              : this.#renderPairs(tab)
          }
        </div>
      </div>`;
  }
}

const BUTTONS: Readonly<Record<AcceptMode, string>> = {
  merge: "Merge them",
  remember: "They are one",
  keep: "Keep as one entry",
  join: "Join them",
  fill: "Join and fill"
};

const EMPTY: Readonly<Record<SuggestionStatus, string>> = {
  open: "No open pairs: all are decided, or nothing is alike.",
  later: "Nothing was put off.",
  accepted: "Nothing was accepted yet, or what was merged is one entry now.",
  rejected: "Nothing was rejected yet."
};

function toMessage({pairs, merged, kept}: Decided, status: SuggestionStatus): string {
  const count = formatCounted(pairs, "pair");
  if (status === "rejected") return `${count}: they are two`;
  if (status === "later") return `${count} put off`;
  if (status === "open") return `${count} open again`;
  const done = [
    merged > 0 ? `${formatCount(merged)} merged` : "",
    kept > 0 ? `${formatCounted(kept, "entry")} kept` : ""
  ].filter((text) => text !== "");
  return [`${count} accepted`, ...done].join(", ");
}

customElements.define("lb-duplicates-found", LbDuplicatesFound);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-found": LbDuplicatesFound;
  }
}
