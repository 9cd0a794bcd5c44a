import type {TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {Entry, EntryType} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import type {EntrySort} from "./entries-state.ts";
import type {EntryColumn} from "./entry-columns.ts";
import {toEntryColumns} from "./entry-columns.ts";
import {entryTableStyles} from "./entry-table-styles.ts";
import {entryHref} from "./links.ts";
import {SelectEvent, toToggled} from "./select-event.ts";
import {renderSelectPage} from "./select-page.ts";
import {baseStyles, controlStyles, sortHeadStyles, tableStyles} from "./styles.ts";

/** Somebody wants another order. */
export class SortEvent extends Event {
  readonly sort: EntrySort;

  constructor(sort: EntrySort) {
    super("lb-sort");
    this.sort = sort;
  }
}

/** Somebody wants to edit an entry where it stands. */
export class EditEvent extends Event {
  readonly entry: Entry;

  constructor(entry: Entry) {
    super("lb-edit");
    this.entry = entry;
  }
}

const MAX_CELL_LENGTH = 120;

/**
 * A page of entries. Each row is a link to its entry; one row at a time is reached by Tab, the others by the arrow
 * keys. Space selects, Shift selects up to there, F2 edits, Delete asks to remove what is selected.
 *
 * @fires lb-select - with the ids that are selected now
 * @fires lb-sort - with the order
 * @fires lb-edit - with the entry
 * @fires lb-remove - somebody wants the selected entries removed
 */
export class LbEntryTable extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sortHeadStyles,
    entryTableStyles
  ];
  static override properties = {
    entries: {attribute: false},
    type: {attribute: false},
    types: {attribute: false},
    selected: {attribute: false},
    sort: {attribute: false},
    current: {state: true}
  };

  declare entries: readonly Entry[];
  /** The type of all entries; undefined where they are of several. */
  declare type: EntryType | undefined;
  declare types: ReadonlyMap<string, EntryType>;
  declare selected: ReadonlySet<string>;
  declare sort: EntrySort | undefined;
  /** The row that Tab reaches. */
  declare protected current: number;
  /** The row that Shift selects from. */
  #anchor = 0;
  #hadFocus = false;

  constructor() {
    super();
    this.entries = [];
    this.types = new Map();
    this.selected = new Set();
    this.current = 0;
  }

  override willUpdate(): void {
    this.#hadFocus = this.matches(":focus-within");
    if (this.current >= this.entries.length) this.current = 0;
  }

  override updated(): void {
    // a row that had the focus is gone: the next one has it
    if (this.#hadFocus && !this.matches(":focus-within")) this.focus();
  }

  /** Goes to the row that Tab reaches. */
  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("tbody a[tabindex='0']")?.focus()
    );
  }

  #select(ids: Iterable<string>): void {
    this.dispatchEvent(new SelectEvent(new Set(ids)));
  }

  #toggle(index: number, {shiftKey}: {shiftKey: boolean}): void {
    const {id} = this.entries[index]!;
    const [from, to] = shiftKey ? [this.#anchor, index].sort((a, b) => a - b) : [index, index];
    const ids = this.entries.slice(from, to! + 1).map((entry) => entry.id);
    this.#anchor = index;
    this.current = index;
    this.#select(toToggled(this.selected, ids, !this.selected.has(id)));
  }

  #toggleAll(isOn: boolean): void {
    const ids = this.entries.map(({id}) => id);
    this.#select(toToggled(this.selected, ids, isOn));
  }

  #onSort(by: EntrySort["by"]): void {
    const isSorted = this.sort !== undefined && isSame(this.sort.by, by);
    const startsDown = by === "updated" || by === "created";
    this.dispatchEvent(
      new SortEvent({by, descending: isSorted ? !this.sort!.descending : startsDown})
    );
  }

  #onRowClick(event: MouseEvent, entry: Entry): void {
    const isControl = event
      .composedPath()
      .some((part) => part instanceof Element && part.matches("a, button, input, .check"));
    if (isControl || !getSelection()?.isCollapsed) return;
    const href = entryHref(entry);
    if (event.ctrlKey || event.metaKey) open(href, "_blank");
    else location.assign(href);
  }

  #onKeydown(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLTableRowElement>("tbody tr");
    if (!row || event.altKey) return;
    const index = row.sectionRowIndex;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: this.entries.length - 1
    };
    const to = moves[event.key];
    const entry = this.entries[index]!;
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (to !== undefined) void this.#go(to, event);
    else if (event.key === " " && event.target instanceof HTMLAnchorElement)
      this.#toggle(index, event);
    else if (event.key === "a" && !isPlain) this.#toggleAll(true);
    else if (event.key === "F2") this.dispatchEvent(new EditEvent(entry));
    else if (event.key === "Delete" && this.selected.size > 0)
      this.dispatchEvent(new Event("lb-remove"));
    else if (event.key === "Escape" && this.selected.size > 0) this.#select([]);
    else return;
    event.preventDefault();
  }

  /** Moves the focus to the same control of another row; with Shift the rows between are selected. */
  async #go(to: number, {target, shiftKey}: KeyboardEvent): Promise<void> {
    if (to < 0 || to >= this.entries.length) return;
    const part = (target as Element).closest("td, th")!;
    const place = [...part.parentElement!.children].indexOf(part);
    if (shiftKey)
      this.#select([...this.selected, this.entries[this.current]!.id, this.entries[to]!.id]);
    this.current = to;
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll("tbody tr")[to]!;
    const control = row.children[place]?.querySelector<HTMLElement>("a, button, input");
    (control ?? row.querySelector("a"))?.focus();
  }

  #renderHead(column: EntryColumn): TemplateResult {
    const {sort} = this;
    const isSorted =
      sort !== undefined && column.sort !== undefined && isSame(sort.by, column.sort);
    const direction = sort?.descending ? "descending" : "ascending";
    const mark = sort?.descending ? "↓" : "↑";
    return html`<th
      scope="col"
      class=${column.isNumber ? "number" : nothing}
      aria-sort=${isSorted ? direction : nothing}
    >
      ${
        column.sort === undefined
          ? column.label
          : html`<button @click=${() => this.#onSort(column.sort!)}>
              ${column.label}${isSorted ? html`<span aria-hidden="true">${mark}</span>` : nothing}
            </button>`
      }
    </th>`;
  }

  #renderCell(column: EntryColumn, entry: Entry): TemplateResult {
    const text = column.toText(entry);
    const isCut = text.length > MAX_CELL_LENGTH;
    const title = column.toTitle?.(entry) ?? (text.length > 24 ? text.slice(0, 1000) : nothing);
    return html`<td class=${column.isNumber ? "number" : nothing} title=${title}>
      ${text === "" ? html`<span class="null">–</span>` : isCut ? text.slice(0, MAX_CELL_LENGTH) : text}
    </td>`;
  }

  #renderRow(entry: Entry, index: number, columns: readonly EntryColumn[]): TemplateResult {
    const isSelected = this.selected.has(entry.id);
    const tabindex = index === this.current ? 0 : -1;
    return html`<tr
      aria-selected=${isSelected}
      @click=${(event: MouseEvent) => this.#onRowClick(event, entry)}
      @focusin=${() => (this.current = index)}
    >
      <td class="check">
        <input
          type="checkbox"
          tabindex=${tabindex}
          aria-label="Select ${entry.title}"
          .checked=${isSelected}
          @click=${(event: MouseEvent) => this.#toggle(index, event)}
        />
      </td>
      <td class="title">
        <a href=${entryHref(entry)} title=${entry.title} tabindex=${tabindex}>${entry.title}</a>
      </td>
      ${columns.map((column) => this.#renderCell(column, entry))}
      <td class="edit">
        <button
          class="quiet"
          tabindex=${tabindex}
          aria-label="Edit ${entry.title}"
          @click=${() => this.dispatchEvent(new EditEvent(entry))}
        >
          Edit
        </button>
      </td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {entries, selected} = this;
    const [title, ...columns] = toEntryColumns(this.type, this.types, entries);
    const ids = entries.map(({id}) => id);
    return html`<table @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}>
      <thead>
        <tr>
          <th class="check">${renderSelectPage(ids, selected, (isOn) => this.#toggleAll(isOn))}</th>
          ${[title!, ...columns].map((column) => this.#renderHead(column))}
          <th><span class="visually-hidden">Edit</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          entries,
          ({id}) => id,
          (entry, i) => this.#renderRow(entry, i, columns)
        )}
      </tbody>
    </table>`;
  }
}

customElements.define("lb-entry-table", LbEntryTable);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entry-table": LbEntryTable;
  }
  interface HTMLElementEventMap {
    "lb-sort": SortEvent;
    "lb-edit": EditEvent;
  }
}
