import Combobox from "@github/combobox-nav";
import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {SearchAnswer, Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import type {Found} from "./find.ts";
import {find} from "./find.ts";
import {formatCount} from "./format-value.ts";
import type {RowTables} from "./hit-links.ts";
import {readRowTables} from "./hit-links.ts";
import {HIT_KINDS} from "./hit-words.ts";
import {searchHref} from "./links.ts";
import {addFound, toFoundHit, toKey} from "./palette-hits.ts";
import {paletteStyles} from "./palette-styles.ts";
import {keepRecentSearch, readRecentSearches} from "./recent-searches.ts";
import {renderMarked} from "./render-marked.ts";
import {SearchRun} from "./search-run.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const KIND_LABELS: Readonly<Record<Found["kind"], string>> = {...HIT_KINDS, search: "search"};
/** Hits of each answer that are shown behind the names. */
const HITS = 8;
const MAX_RECENT = 5;

/**
 * One box that finds everything, and goes there. Names answer at once; rows, documents and entries that say something of
 * it follow below, so that what is on the screen stays where it is. Opened by Ctrl/Cmd+K.
 */
export class LbPalette extends LitElement {
  static override styles = [baseStyles, controlStyles, paletteStyles];
  static override properties = {
    workspace: {attribute: false},
    fixed: {attribute: false},
    names: {state: true},
    hits: {state: true},
    text: {state: true},
    problem: {state: true}
  };

  declare workspace: Workspace | undefined;
  /** The pages and commands of the site. */
  declare fixed: readonly Found[];
  /** What is called so, and what says so. */
  declare private names: readonly Found[];
  declare private hits: readonly Found[];
  declare private text: string;
  declare private problem: string;
  readonly #run = new SearchRun(this);
  #tables: RowTables | undefined;
  #combobox: Combobox | undefined;
  #asked = 0;

  constructor() {
    super();
    this.fixed = [];
    this.names = [];
    this.hits = [];
    this.text = "";
    this.problem = "";
  }

  open(): void {
    const dialog = this.renderRoot.querySelector("dialog")!;
    if (dialog.open) return;
    dialog.showModal();
    const input = this.#input();
    input.value = "";
    void this.#readTables();
    void this.#find("");
  }

  override firstUpdated(): void {
    this.#combobox = new Combobox(this.#input(), this.renderRoot.querySelector("ul")!, {
      firstOptionSelectionMode: "selected"
    });
  }

  override updated(changed: PropertyValues): void {
    if (changed.has("names")) this.#combobox?.resetSelection();
  }

  #input(): HTMLInputElement {
    return this.renderRoot.querySelector("input")!;
  }

  async #find(text: string): Promise<void> {
    const asked = ++this.#asked;
    const wanted = text.trim();
    const {workspace} = this;
    void this.#search(wanted);
    try {
      const names = workspace ? await find(wanted, workspace, this.fixed) : this.fixed;
      const recent = workspace && wanted === "" ? await readRecentSearches(workspace) : [];
      if (asked !== this.#asked) return; // an answer to what was typed before
      this.names = [...recent.slice(0, MAX_RECENT).map(toFoundSearch), ...names];
      this.problem = "";
    } catch (error) {
      if (asked !== this.#asked) return;
      this.names = this.fixed.filter(({name}) => name.toLowerCase().includes(text.toLowerCase()));
      this.problem = toMessage(error);
    }
    this.text = wanted;
  }

  /** Looks for what says it; hits of before stay until the first of these come, or until it fails. */
  async #search(text: string): Promise<void> {
    const {workspace} = this;
    if (!workspace || text === "") {
      this.#run.stop();
      this.hits = [];
      return;
    }
    const show = ({hits}: SearchAnswer, isFirst: boolean): void => {
      const found = hits.map((hit) => toFoundHit(hit, this.#tables));
      this.hits = addFound(isFirst ? [] : this.hits, found, this.names);
    };
    await this.#run.start(
      workspace.finder,
      text,
      {limit: HITS, kinds: ["row", "document", "entry"]},
      show
    );
    if (this.#run.error !== undefined) this.hits = [];
  }

  async #readTables(): Promise<void> {
    try {
      this.#tables = this.workspace && (await readRowTables(this.workspace));
    } catch {
      this.#tables = undefined; // rows lead to their table then
    }
  }

  /** All that the list shows, in its order. */
  get #found(): readonly Found[] {
    const {names, text} = this;
    const shown = new Set(names.map(toKey));
    const hits = this.hits.filter((hit) => !shown.has(toKey(hit)));
    if (text === "" || !this.workspace) return [...names, ...hits];
    const {answer} = this.#run;
    const hint = answer && answer.total > 0 ? formatCount(answer.total) : "";
    const all: Found = {...toFoundSearch(text), name: `All results for “${text}”`, hint};
    return [...names, ...hits, all];
  }

  #go({href, run}: Found): void {
    this.renderRoot.querySelector("dialog")!.close();
    if (this.workspace && this.text) void keepRecentSearch(this.workspace, this.text);
    if (href !== undefined) location.assign(href);
    run?.();
  }

  #commit(event: Event): void {
    const option = (event.target as HTMLElement).closest<HTMLElement>("[role=option]");
    const found = this.#found[Number(option?.dataset.index)];
    if (found) this.#go(found);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const text = this.#input().value.trim();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || text === "") return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(toFoundSearch(text));
  };

  /** The last one, which moves down when others come, is known by its own id. */
  #renderFound(found: Found, i: number, isLast: boolean): TemplateResult {
    const {kind, name, hint, title, snippet} = found;
    return html`<li id=${isLast ? "found-all" : `found-${i}`} role="option" data-index=${i}>
      <span class="kind">${KIND_LABELS[kind]}</span>
      <span class="text">
        <span class="name">${title ? renderMarked(title.text, title.marks) : name}</span>
        ${
          snippet && snippet.text !== ""
            ? html`<span class="snippet">${renderMarked(snippet.text, snippet.marks)}</span>`
            : nothing
        }
      </span>
      <span class="hint">${hint}</span>
    </li>`;
  }

  override render(): TemplateResult {
    const found = this.#found;
    const error = this.text === "" ? undefined : this.#run.error;
    return html`<dialog
      aria-label="Find"
      @click=${(event: MouseEvent) => this.#closeOnBackdrop(event)}
      @input=${() => void this.#find(this.#input().value)}
      @close=${() => this.#combobox?.stop()}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="found"
        aria-label="Find anything"
        placeholder="Find a page, table, entry, row, document or command"
        autocomplete="off"
        autofocus
        @focus=${() => this.#combobox?.start()}
        @keydown=${{handleEvent: this.#onKeyDown, capture: true}}
      />
      <ul
        id="found"
        role="listbox"
        aria-label="Found"
        @combobox-commit=${(event: Event) => this.#commit(event)}
      >
        ${repeat(found, toKey, (one, i) => this.#renderFound(one, i, i === found.length - 1))}
      </ul>
      ${this.problem ? html`<p class="muted">Tables and entries are left out: ${this.problem}</p>` : ""}
      ${error === undefined ? "" : html`<p class="muted">Texts are not searched: ${toMessage(error)}</p>`}
      ${found.length === 0 ? html`<p class="muted">Nothing by that name.</p>` : ""}
    </dialog>`;
  }

  #closeOnBackdrop(event: MouseEvent): void {
    if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
  }
}

function toFoundSearch(text: string): Found {
  return {kind: "search", name: text, hint: "", href: searchHref(text)};
}

customElements.define("lb-palette", LbPalette);

declare global {
  interface HTMLElementTagNameMap {
    "lb-palette": LbPalette;
  }
}
