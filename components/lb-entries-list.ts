import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryPage, EntryType, Store} from "../src/index.ts";
import {countPages} from "./count-pages.ts";
import {entriesShownStyles} from "./entries-shown-styles.ts";
import type {EntriesState, EntrySort} from "./entries-state.ts";
import {PAGE_SIZE, toEntryQuery, toEntrySort} from "./entries-state.ts";
import {Follow} from "./follow.ts";
import "./lb-entry-table.ts";
import type {LbEntryTable, SortEvent} from "./lb-entry-table.ts";
import type {SelectEvent} from "./select-event.ts";
import {EditEvent} from "./lb-entry-table.ts";
import {PageEvent} from "./lb-pager.ts";
import "./lb-pager.ts";
import "./lb-selection-bar.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {ViewChangeEvent} from "./view-events.ts";

/**
 * The entries of all types, a page at a time: selected, deleted, edited where they stand.
 *
 * @fires lb-view-change - another order or text
 * @fires lb-page - with the page that is wanted
 * @fires lb-edit - an entry is to be edited
 */
export class LbEntriesList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    entriesShownStyles,
    css`
      :host {
        display: block;
      }
      .foot {
        margin-top: var(--lb-2);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    types: {attribute: false},
    state: {attribute: false},
    selected: {state: true}
  };

  declare store: Store;
  declare types: ReadonlyMap<string, EntryType>;
  declare state: EntriesState;
  declare protected selected: ReadonlySet<string>;
  readonly #work = new LongWork(this);
  readonly #page = new Follow<EntryPage>(this, ({total}) => this.#onPage(total));

  constructor() {
    super();
    this.types = new Map();
    this.selected = new Set();
  }

  override willUpdate(): void {
    const {store} = this;
    const query = toEntryQuery(this.state);
    this.#page.follow(JSON.stringify(query), () => store.live(() => store.entries.page(query)));
  }

  /** A page behind the last one, as after a removal, is no page. */
  #onPage(total: number): void {
    const last = countPages(total, PAGE_SIZE);
    if (this.state.page > last) this.dispatchEvent(new PageEvent(last));
  }

  #sort({by, descending = false}: EntrySort): void {
    const column = typeof by === "string" ? by : by.field;
    this.dispatchEvent(new ViewChangeEvent({sort: [{column, descending}]}));
  }

  async #selectAll(total: number): Promise<void> {
    const query = {...toEntryQuery(this.state), offset: 0, limit: total};
    const words = {what: "Reading the entries", failed: "Not all can be selected", canRetry: true};
    await this.#work.run(words, async () => {
      const {entries} = await this.store.entries.page(query);
      this.selected = new Set(entries.map(({id}) => id));
    });
  }

  /** What had the focus is gone: the list goes on from where it was. */
  #keepFocus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LbEntryTable>("lb-entry-table")?.focus()
    );
  }

  #renderNone(): TemplateResult {
    const text = this.state.shape.text.trim();
    return html`<div class="none row">
      <span role="status"
        >${text === "" ? "There is no entry yet." : `No entry has “${text}” in it.`}</span
      >
      ${
        text === ""
          ? nothing
          : html`<button @click=${() => this.dispatchEvent(new ViewChangeEvent({text: ""}))}>
              Clear the search
            </button>`
      }
    </div>`;
  }

  #renderPage({entries, total}: EntryPage): TemplateResult {
    const {isPending} = this.#page;
    const {shape} = this.state;
    if (total === 0) return this.#renderNone();
    const isAllOfPage = entries.every(({id}) => this.selected.has(id));
    return html`<lb-entry-table
        class=${isPending ? "pending" : nothing}
        aria-busy=${isPending}
        .entries=${entries}
        .types=${this.types}
        .sort=${
          toEntrySort(shape) ?? (shape.text === "" ? {by: "updated", descending: true} : undefined)
        }
        .selected=${this.selected}
        @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
        @lb-sort=${({sort}: SortEvent) => this.#sort(sort)}
        @lb-edit=${({entry}: EditEvent) => this.dispatchEvent(new EditEvent(entry))}
        @lb-remove=${() => this.renderRoot.querySelector("lb-selection-bar")!.deleteSelected()}
      ></lb-entry-table>
      ${this.#work.render()}
      <div class="row foot">
        <lb-selection-bar
          .store=${this.store}
          .selected=${this.selected}
          .total=${isAllOfPage ? total : 0}
          @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
          @lb-removed=${() => this.#keepFocus()}
          @lb-select-all=${() => this.#selectAll(total)}
        ></lb-selection-bar>
        <lb-pager
          class="spread"
          noun=${total === 1 ? "entry" : "entries"}
          .page=${this.state.page}
          .total=${total}
          .size=${PAGE_SIZE}
          @lb-page=${({page}: PageEvent) => this.dispatchEvent(new PageEvent(page))}
        ></lb-pager>
      </div>`;
  }

  override render(): TemplateResult {
    return this.#page.render(
      {what: "Reading the entries", failed: "The entries cannot be shown"},
      (page) => this.#renderPage(page)
    );
  }
}

customElements.define("lb-entries-list", LbEntriesList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entries-list": LbEntriesList;
  }
}
