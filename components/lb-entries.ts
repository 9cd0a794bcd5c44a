import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {Entry, EntryPage, EntryType, Store, Workspace} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import type {EntriesState} from "./entries-state.ts";
import {
  PAGE_SIZE,
  toEntriesState,
  toEntryQuery,
  toSearch,
  toSort,
  toSortText
} from "./entries-state.ts";
import {toOrders} from "./entry-orders.ts";
import {Follow} from "./follow.ts";
import {formatCount} from "./format-value.ts";
import "./lb-entries-empty.ts";
import "./lb-entry-dialog.ts";
import type {LbEntryDialog} from "./lb-entry-dialog.ts";
import type {EditEvent, LbEntryTable, SelectEvent, SortEvent} from "./lb-entry-table.ts";
import "./lb-entry-table.ts";
import type {PageEvent} from "./lb-pager.ts";
import "./lb-pager.ts";
import "./lb-progress.ts";
import "./lb-type-dialog.ts";
import "./lb-type-tabs.ts";
import type {TypeEvent} from "./lb-type-tabs.ts";
import type {LbTypeDialog} from "./lb-type-dialog.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const TYPING_PAUSE_MS = 150;

interface Types {
  readonly list: readonly EntryType[];
  readonly byName: ReadonlyMap<string, EntryType>;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * The entries page: all entries or those of one type, searched, ordered, a page at a time; added, edited in place, and
 * removed with undo. What it shows is in the address.
 */
export class LbEntries extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    css`
      :host {
        display: block;
      }
      lb-type-tabs {
        margin-bottom: var(--lb-2);
      }
      .tools {
        margin-bottom: var(--lb-2);
      }
      input[type="search"] {
        width: 260px;
        max-width: 100%;
      }
      .foot {
        min-height: var(--lb-control);
        margin-top: var(--lb-2);
      }
      .pending {
        opacity: 0.6;
        transition: opacity 100ms 150ms;
      }
      .none {
        padding: var(--lb-6) var(--lb-2);
      }
      @media (max-width: 699.9px) {
        input[type="search"] {
          flex: 1 1 100px;
          width: auto;
          min-width: 0;
        }
        .tools .spread {
          display: none;
        }
        .order {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    state: {state: true},
    selected: {state: true},
    removing: {state: true},
    failed: {state: true}
  };

  declare protected state: EntriesState;
  declare protected selected: ReadonlySet<string>;
  /** How far a long removal is. */
  declare protected removing: {done: number; total: number; stop: AbortController} | undefined;
  /** What failed, of what somebody did here. */
  declare protected failed: {what: string; error: unknown} | undefined;
  readonly #types = new Follow<Types>(this);
  readonly #page = new Follow<EntryPage>(this, ({total}) => this.#onPage(total));
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.state = toEntriesState(location.search);
    this.selected = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("popstate", this.#onPopState);
  }

  override disconnectedCallback(): void {
    removeEventListener("popstate", this.#onPopState);
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  override willUpdate(): void {
    const store = this.workspace?.storeFailure ? undefined : this.workspace?.store;
    if (!store) return;
    const query = toEntryQuery(this.state);
    this.#types.follow(store, () => store.live(() => readTypes(store)));
    this.#page.follow(JSON.stringify(query), () => store.live(() => store.entries.page(query)));
  }

  readonly #onPopState = (): void => {
    this.state = toEntriesState(location.search);
  };

  /** Shows something else, and says so in the address; as a step back and forth or, while typing, in place. */
  #show(change: Partial<EntriesState>, {isStep = true} = {}): void {
    this.state = {...this.state, page: 1, ...change};
    const url = `${location.pathname}${toSearch(this.state)}${location.hash}`;
    if (isStep) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  }

  /** A page behind the last one, as after a removal, is no page. */
  #onPage(total: number): void {
    const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
    if (this.state.page > last) this.#show({page: last}, {isStep: false});
  }

  #dialog(): LbEntryDialog {
    return this.renderRoot.querySelector("lb-entry-dialog")!;
  }

  async #add(): Promise<void> {
    const {list, byName, counts} = this.#types.value!;
    const {type: name} = this.state;
    const favourite = [...list].sort(
      (a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0)
    )[0];
    const type = (name !== undefined && byName.get(name)) || favourite;
    if (type) await this.#dialog().openNew(type);
    else await this.#addType();
  }

  /** Makes a type, and goes on to its first entry. */
  async #addType(): Promise<void> {
    const type = await this.#typeDialog().open();
    if (!type) return;
    this.#show({type: type.name});
    await this.#dialog().openNew(type);
  }

  #typeDialog(): LbTypeDialog {
    return this.renderRoot.querySelector<LbTypeDialog>("lb-type-dialog")!;
  }

  #edit(entry: Entry): void {
    const type = this.#types.value?.byName.get(entry.type);
    if (type) void this.#dialog().openEdit(type, entry);
  }

  async #remove(store: Store): Promise<void> {
    const ids = [...this.selected];
    if (ids.length === 0 || this.removing) return;
    const stop = new AbortController();
    this.removing = {done: 0, total: ids.length, stop};
    this.failed = undefined;
    try {
      const {entries, group} = await store.entries.remove(ids, {
        signal: stop.signal,
        onProgress: (done, total) => (this.removing = {done, total, stop})
      });
      this.selected = new Set();
      this.#keepFocus();
      offerUndo({store, groups: [group], message: `${countEntries(entries)} deleted`});
    } catch (error) {
      if (!isAbortError(error)) this.failed = {what: "Nothing was deleted", error};
    } finally {
      this.removing = undefined;
    }
  }

  /** What had the focus is gone: the list goes on from where it was. */
  #keepFocus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LbEntryTable>("lb-entry-table")?.focus()
    );
  }

  async #selectAll(store: Store, total: number): Promise<void> {
    const query = {...toEntryQuery(this.state), offset: 0, limit: total};
    const {entries} = await store.entries.page(query);
    this.selected = new Set(entries.map(({id}) => id));
  }

  #onSearch(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show({text}, {isStep: false}), TYPING_PAUSE_MS);
  }

  #onType({name: type}: TypeEvent): void {
    this.selected = new Set();
    this.#show({type, sort: undefined});
  }

  #renderTools({byName}: Types): TemplateResult {
    const {text, type: name, sort} = this.state;
    const type = name === undefined ? undefined : byName.get(name);
    return html`<div class="row tools">
      <input
        type="search"
        aria-label="Search entries"
        placeholder="Search titles and text"
        .value=${text}
        @input=${this.#onSearch}
      />
      <label class="row">
        <span class="order">Order</span>
        <select
          @change=${(event: Event) =>
            this.#show({sort: toSort((event.target as HTMLSelectElement).value)})}
        >
          <option value="" ?selected=${!sort}>${text ? "Best match" : "Last changed"}</option>
          ${toOrders(this.state.sort, type).map(
            ([value, label]) =>
              html`<option value=${value} ?selected=${sort && toSortText(sort) === value}>
                ${label}
              </option>`
          )}
        </select>
      </label>
      <span class="spread"></span>
      ${
        type
          ? html`<button class="quiet" @click=${() => this.#typeDialog().open(type)}>
              Edit type
            </button>`
          : nothing
      }
      <button class="primary" @click=${() => this.#add()}>
        ${type ? `New ${type.label.toLowerCase()}` : "New entry"}
      </button>
    </div>`;
  }

  #renderList(store: Store, {byName}: Types): TemplateResult {
    const {value: page, isPending, error} = this.#page;
    if (error !== undefined)
      return html`<lb-failure
        retry
        .error=${error}
        .what=${"The entries cannot be shown"}
        @retry=${() => this.#page.retry()}
      ></lb-failure>`;
    if (!page) return html`<lb-progress what="Reading the entries"></lb-progress>`;
    const {entries, total} = page;
    const {type, sort, text} = this.state;
    if (total === 0) return this.#renderNone();
    return html`<lb-entry-table
        class=${isPending ? "pending" : nothing}
        aria-busy=${isPending}
        .entries=${entries}
        .types=${byName}
        .type=${type === undefined ? undefined : byName.get(type)}
        .sort=${sort ?? (text === "" ? {by: "updated", descending: true} : undefined)}
        .selected=${this.selected}
        @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
        @lb-sort=${({sort}: SortEvent) => this.#show({sort})}
        @lb-edit=${({entry}: EditEvent) => this.#edit(entry)}
        @lb-remove=${() => this.#remove(store)}
      ></lb-entry-table>
      <div class="row foot">
        ${this.#renderSelection(store, page)}
        <lb-pager
          class="spread"
          noun=${total === 1 ? "entry" : "entries"}
          .page=${this.state.page}
          .total=${total}
          .size=${PAGE_SIZE}
          @lb-page=${({page}: PageEvent) => this.#show({page})}
        ></lb-pager>
      </div>`;
  }

  #renderSelection(store: Store, {total, entries}: EntryPage): TemplateResult | typeof nothing {
    const {selected, removing} = this;
    if (removing)
      return html`<lb-progress
        what="Deleting"
        noun="entries"
        .done=${removing.done}
        .total=${removing.total}
        @lb-stop=${() => removing.stop.abort()}
      ></lb-progress>`;
    if (selected.size === 0) return nothing;
    const canSelectAll = selected.size < total && entries.every(({id}) => selected.has(id));
    return html`<span role="status">${formatCount(selected.size)} selected</span>
      <button class="danger" @click=${() => this.#remove(store)}>
        Delete ${countEntries(selected.size)}
      </button>
      ${
        canSelectAll
          ? html`<button @click=${() => this.#selectAll(store, total)}>
              Select all ${formatCount(total)}
            </button>`
          : nothing
      }
      <button class="quiet" @click=${() => (this.selected = new Set())}>Clear selection</button>`;
  }

  #renderNone(): TemplateResult {
    const {text, type} = this.state;
    const what =
      text.trim() === ""
        ? "There is no entry of this type yet."
        : `No entry has “${text.trim()}” in it.`;
    return html`<div class="none row">
      <span role="status">${what}</span>
      ${
        text.trim() === ""
          ? nothing
          : html`<button @click=${() => this.#show({text: ""})}>Clear the search</button> ${
                type === undefined
                  ? nothing
                  : html`<button @click=${() => this.#show({type: undefined})}>
                      Search all types
                    </button>`
              }`
      }
    </div>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        .what=${"Entries cannot be kept in this window"}
      ></lb-failure>`;
    const {store} = workspace;
    const {value: types, error} = this.#types;
    if (error !== undefined)
      return html`<lb-failure
        retry
        .error=${error}
        .what=${"The entries cannot be read"}
        @retry=${() => this.#types.retry()}
      ></lb-failure>`;
    if (!types) return html`<lb-progress what="Reading the entries"></lb-progress>`;
    const isEmpty = types.total === 0 && types.list.length === 0;
    return html`<h1 class="visually-hidden">Entries</h1>
      ${
        this.failed
          ? html`<lb-failure .error=${this.failed.error} .what=${this.failed.what}></lb-failure>`
          : nothing
      }
      ${
        isEmpty
          ? html`<lb-entries-empty
              .workspace=${workspace}
              @lb-add=${() => this.#add()}
            ></lb-entries-empty>`
          : html`<lb-type-tabs
                .types=${types.list}
                .counts=${types.counts}
                .total=${types.total}
                .current=${this.state.type}
                @lb-type=${this.#onType}
              ></lb-type-tabs
              >${this.#renderTools(types)}${this.#renderList(store, types)}`
      }
      <lb-entry-dialog
        .store=${store}
        .types=${types.list}
        @lb-new-type=${() => this.#addType()}
      ></lb-entry-dialog>
      <lb-type-dialog .store=${store}></lb-type-dialog>`;
  }
}

async function readTypes(store: Store): Promise<Types> {
  const list = await store.types.list();
  const counts = await store.entries.countByType();
  const total = await store.entries.count();
  return {list, counts, total, byName: new Map(list.map((type) => [type.name, type]))};
}

function countEntries(count: number): string {
  return `${formatCount(count)} ${count === 1 ? "entry" : "entries"}`;
}

customElements.define("lb-entries", LbEntries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entries": LbEntries;
  }
}
