import type {PropertyValues, TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {SearchAnswer, SearchHit, Workspace} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import type {RowTables} from "./hit-links.ts";
import {readRowTables} from "./hit-links.ts";
import "./lb-failure.ts";
import type {PageEvent} from "./lb-pager.ts";
import "./lb-pager.ts";
import "./lb-search-chosen.ts";
import type {LikeEvent} from "./like-event.ts";
import type {AskEvent} from "./lb-search-facets.ts";
import "./lb-search-facets.ts";
import "./lb-search-help.ts";
import "./lb-search-hits.ts";
import "./lb-search-start.ts";
import {hearPage} from "./page-events.ts";
import {writePageQuery} from "./page-query.ts";
import {keepRecentSearch} from "./recent-searches.ts";
import {renderSearchNotes} from "./search-notes.ts";
import {SearchRun} from "./search-run.ts";
import type {SearchMode, SearchState} from "./search-state.ts";
import {SEARCH_MODES, readSearchState, toSearchQuery} from "./search-state.ts";
import {searchStyles} from "./search-styles.ts";
import type {SelectEvent} from "./select-event.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const PAGE_SIZE = 20;
/** A query at which somebody rested so long was meant, and is remembered. */
const MEANT_MS = 2500;
const MODE_LABELS: Readonly<Record<SearchMode, string>> = {
  hybrid: "Words and meaning",
  lexical: "Words",
  semantic: "Meaning"
};

/** The search page: all that is in the workspace by words and by meaning, as one types. Its address says what is shown. */
export class LbSearch extends WorkspaceElement {
  static override styles = [...WorkspaceElement.styles, searchStyles];
  static override properties = {
    ...WorkspaceElement.properties,
    state: {state: true},
    tables: {state: true},
    chosen: {state: true},
    hasRoom: {state: true}
  };

  declare protected state: SearchState;
  /** Undefined until they are read, and where there are none. */
  declare protected tables: RowTables | undefined;
  /** The hits that are ticked, by their ends. */
  declare protected chosen: ReadonlyMap<string, SearchHit>;
  /** Whether facets have a column of their own. */
  declare protected hasRoom: boolean;
  readonly #run = new SearchRun(this);
  readonly #sizes = new ResizeObserver(([entry]) => {
    this.hasRoom = (entry?.contentRect.width ?? 0) >= 760;
  });
  #meant: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.state = readSearchState();
    this.chosen = new Map();
    this.hasRoom = true;
    hearPage(this, window, "popstate", () => this.#onPopState());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.#sizes.disconnect();
    clearTimeout(this.#meant);
    super.disconnectedCallback();
  }

  #onPopState(): void {
    this.state = readSearchState();
    this.#ask();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("workspace") || !this.workspace) return;
    void this.#readTables(this.workspace);
    this.#ask();
    this.renderRoot.querySelector<HTMLElement>("input[type=search]")?.focus();
  }

  async #readTables(workspace: Workspace): Promise<void> {
    try {
      this.tables = await readRowTables(workspace);
    } catch {
      this.tables = undefined; // the answer says that tables are left out, and why
    }
  }

  get #isEmpty(): boolean {
    return this.state.text.trim() === "" && this.state.like === undefined;
  }

  #ask(): void {
    const {workspace, state} = this;
    if (!workspace) return;
    clearTimeout(this.#meant);
    if (this.#isEmpty) return this.#run.stop();
    const {text, mode, page, like} = state;
    const options = {mode, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE};
    void this.#run.start(workspace.finder, text, like === undefined ? options : {...options, like});
    this.#meant = setTimeout(() => void keepRecentSearch(workspace, text), MEANT_MS);
  }

  /** Shows another state; with `push` the way back leads to the former. */
  #show(change: Partial<SearchState>, {push = true} = {}): void {
    this.state = {...this.state, page: 1, ...change};
    writePageQuery(toSearchQuery(this.state), {push});
    this.#ask();
  }

  /** In place: another page would have to read all texts anew. */
  #showLike(event: LikeEvent): void {
    event.preventDefault();
    this.#show({text: "", like: event.end});
    this.renderRoot.querySelector<HTMLElement>("input[type=search]")?.focus();
    scrollTo({top: 0});
  }

  #select(ids: ReadonlySet<string>): void {
    const known = new Map([
      ...this.chosen,
      ...(this.#run.answer?.hits ?? []).map((hit) => [hit.end, hit] as const)
    ]);
    this.chosen = new Map([...ids].flatMap((id) => (known.has(id) ? [[id, known.get(id)!]] : [])));
  }

  readonly #onBoxKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const first = this.renderRoot.querySelector("lb-search-hits");
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    first?.focus();
  };

  #renderBox(): TemplateResult {
    const {text, mode, like} = this.state;
    return html`<search class="row box">
      <input
        type="search"
        aria-label="Search everything"
        placeholder="Search rows, entries, documents, tables, pages"
        autocomplete="off"
        spellcheck="false"
        .value=${text}
        @input=${(event: InputEvent) =>
          this.#show(
            {text: (event.target as HTMLInputElement).value, like: undefined},
            {push: false}
          )}
        @keydown=${this.#onBoxKey}
      />
      <select
        aria-label="Compare by"
        ?disabled=${like !== undefined}
        @change=${(event: Event) =>
          this.#show({mode: (event.target as HTMLSelectElement).value as SearchMode})}
      >
        ${SEARCH_MODES.map(
          (one) => html`<option value=${one} ?selected=${one === mode}>${MODE_LABELS[one]}</option>`
        )}
      </select>
      <lb-search-help
        @lb-ask=${({text}: AskEvent) => this.#show({text, like: undefined})}
      ></lb-search-help>
    </search>`;
  }

  #renderStatus(answer: SearchAnswer | undefined): TemplateResult {
    const {like} = this.state;
    const {isRunning} = this.#run;
    const isFound = answer && (answer.total > 0 || !isRunning);
    const total = isFound ? toTotalText(answer) : isRunning ? "Searching …" : "";
    return html`<div class="row status">
      <span role="status">${total}</span>
      ${
        like === undefined
          ? nothing
          : html`<span>like one text</span>
              <button class="quiet" @click=${() => this.#show({like: undefined})}>
                Search by words again
              </button>`
      }
      ${answer ? renderSearchNotes(answer, like === undefined ? this.state.mode : "semantic", isRunning) : nothing}
    </div>`;
  }

  #renderFound(workspace: Workspace, answer: SearchAnswer): TemplateResult {
    const {state, tables, chosen, hasRoom} = this;
    return html`<div class="columns">
      <details class="facets" ?open=${hasRoom}>
        <summary>Narrow by kind, type, table, tag, year</summary>
        <lb-search-facets
          .facets=${answer.facets}
          text=${state.text}
          @lb-ask=${({text}: AskEvent) => this.#show({text})}
        ></lb-search-facets>
      </details>
      <div>
        <lb-search-chosen
          .workspace=${workspace}
          .tables=${tables}
          .hits=${[...chosen.values()]}
          @lb-select=${({ids}: SelectEvent) => this.#select(ids)}
        ></lb-search-chosen>
        ${
          answer.total === 0 && !this.#run.isRunning
            ? html`<p class="muted">
                Nothing was found. Fewer words, or fewer filters, find more.
              </p>`
            : nothing
        }
        <lb-search-hits
          role="region"
          aria-label="Found"
          .hits=${answer.hits}
          .tables=${tables}
          .selected=${new Set(chosen.keys())}
          @lb-select=${({ids}: SelectEvent) => this.#select(ids)}
          @lb-like=${(event: LikeEvent) => this.#showLike(event)}
        ></lb-search-hits>
        ${
          answer.distinct > PAGE_SIZE
            ? html`<lb-pager
                noun="hits"
                label="Pages of hits"
                .page=${state.page}
                .total=${answer.distinct}
                .size=${PAGE_SIZE}
                @lb-page=${({page}: PageEvent) => this.#show({page})}
              ></lb-pager>`
            : nothing
        }
      </div>
    </div>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {answer, error} = this.#run;
    return html`<h1 class="visually-hidden">Search</h1>
      ${this.#renderBox()}
      ${
        this.#isEmpty
          ? html`<lb-search-start
              .workspace=${workspace}
              @lb-ask=${({text}: AskEvent) => this.#show({text})}
            ></lb-search-start>`
          : html`${this.#renderStatus(answer)}
            ${
              error === undefined
                ? nothing
                : html`<lb-failure
                    retry
                    what="The search failed"
                    .error=${error}
                    @retry=${() => this.#ask()}
                  ></lb-failure>`
            }
            ${answer ? this.#renderFound(workspace, answer) : nothing}`
      }`;
  }
}

/** How many are found, and how many of them say something of their own. */
function toTotalText({total, distinct}: SearchAnswer): string {
  const found = `${formatCount(total)} found`;
  return distinct < total ? `${found}, ${formatCount(distinct)} different` : found;
}

customElements.define("lb-search", LbSearch);

declare global {
  interface HTMLElementTagNameMap {
    "lb-search": LbSearch;
  }
}
