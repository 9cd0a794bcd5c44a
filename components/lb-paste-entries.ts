import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {CheckedRow, EntryType, Store} from "../src/index.ts";
import {checkRows, mapColumns, readPasted, toPastableFields} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {LongWork} from "./long-work.ts";
import {addPasted} from "./paste-add.ts";
import {previewStyles, renderPreview} from "./paste-preview.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PAGE_SIZE = 25;
const CHECKING = {what: "Checking the rows", noun: "rows", failed: "Nothing was added"};
const ADDING = {what: "Adding the entries", noun: "rows", failed: "Nothing was added"};

/**
 * Adds many entries of a type from a table that was copied: its columns are the type's fields, what is wrong is marked
 * in its cell, and the rows without problems are added in one write.
 *
 * @fires lb-pasted - the rows are added
 * @fires lb-cancel - somebody wants no more of it
 */
export class LbPasteEntries extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    previewStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
        min-width: 0;
      }
      textarea {
        height: min(240px, 36dvh);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    table: {state: true},
    hasHeader: {state: true},
    columns: {state: true},
    checked: {state: true},
    page: {state: true},
    onlyWrong: {state: true}
  };

  declare store: Store;
  /** The type, with what it has from those that it extends. */
  declare type: EntryType;
  /** The cells that were pasted; none: nothing yet. */
  declare protected table: readonly (readonly string[])[];
  declare protected hasHeader: boolean;
  declare protected columns: readonly (string | undefined)[];
  declare protected checked: readonly CheckedRow[];
  declare protected page: number;
  declare protected onlyWrong: boolean;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.table = this.columns = this.checked = [];
    this.hasHeader = true;
    this.onlyWrong = false;
    this.page = 1;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("textarea")?.focus());
  }

  /** Takes a table in; `html` is what a spreadsheet or a page puts beside the text. */
  async read(text: string, html = ""): Promise<void> {
    const table = readPasted(text, html);
    if (table.length === 0) return;
    const mapped = mapColumns(table[0]!, this.type.schema);
    const names = toPastableFields(this.type.schema).map(({name}) => name);
    this.table = table;
    this.hasHeader = mapped.some((name) => name !== undefined);
    // without names the columns are the fields in their order
    this.columns = this.hasHeader ? mapped : table[0]!.map((_, i) => names[i]);
    await this.#check();
  }

  #rows(): readonly (readonly string[])[] {
    return this.hasHeader ? this.table.slice(1) : this.table;
  }

  async #check(): Promise<void> {
    this.page = 1;
    const rows = this.#rows();
    await this.#work.run(CHECKING, async (options) => {
      this.checked = await checkRows(rows, this.columns, this.type, options);
      this.onlyWrong &&= this.#good().length < this.checked.length;
    });
  }

  async #add(): Promise<void> {
    const {store, type} = this;
    const good = this.#good();
    await this.#work.run(ADDING, async (options) => {
      const {group, message} = await addPasted(store, type, good, options);
      offerUndo({store, groups: [group], message});
      this.dispatchEvent(new Event("lb-pasted"));
    });
  }

  #good(): CheckedRow[] {
    return this.checked.filter(({problems}) => problems.size === 0);
  }

  #onPaste(event: ClipboardEvent): void {
    const {clipboardData} = event;
    const text = clipboardData?.getData("text/plain") ?? "";
    const html = clipboardData?.getData("text/html") ?? "";
    if (text === "" && html === "") return;
    event.preventDefault();
    void this.read(text, html);
  }

  #onMap(column: number, field: string | undefined): void {
    this.columns = this.columns.map((name, i) =>
      i === column ? field : name === field ? undefined : name
    );
    void this.#check();
  }

  #onHeader(event: Event): void {
    this.hasHeader = (event.target as HTMLInputElement).checked;
    void this.#check();
  }

  #startOver(): void {
    this.#work.stop();
    this.#work.forget();
    this.table = this.checked = [];
    this.focus();
  }

  #cancel(): void {
    this.dispatchEvent(new Event("lb-cancel"));
  }

  #renderStart(): TemplateResult {
    const labels = toPastableFields(this.type.schema).map(({label}) => label);
    return html`<label for="cells">
        Copy rows in a spreadsheet and paste them here, with or without a row of names
        (${labels.join(", ")}).
      </label>
      <textarea
        class="code"
        id="cells"
        spellcheck="false"
        @paste=${(event: ClipboardEvent) => this.#onPaste(event)}
      ></textarea>
      <div class="row">
        <button
          class="primary"
          @click=${() => this.read(this.renderRoot.querySelector("textarea")!.value)}
        >
          Look at the rows
        </button>
        <button @click=${() => this.#cancel()}>Cancel</button>
      </div>`;
  }

  #renderTable(): TemplateResult {
    const numbered = this.checked.map((row, i) => [i + 1, row] as const);
    const shown = this.onlyWrong
      ? numbered.filter(([, {problems}]) => problems.size > 0)
      : numbered;
    const wrong = this.checked.length - this.#good().length;
    const width = this.table[0]!.length;
    return html`<div class="row">
        <label class="row">
          <input
            type="checkbox"
            .checked=${this.hasHeader}
            @change=${(event: Event) => this.#onHeader(event)}
          />
          The first row has the names
        </label>
        ${
          wrong > 0
            ? html`<label class="row">
                <input
                  type="checkbox"
                  .checked=${this.onlyWrong}
                  @change=${(event: Event) => {
                    this.onlyWrong = (event.target as HTMLInputElement).checked;
                    this.page = 1;
                  }}
                />
                Only rows with problems
              </label>`
            : nothing
        }
        <lb-pager
          class="spread"
          noun="rows"
          .page=${this.page}
          .total=${shown.length}
          .size=${PAGE_SIZE}
          @lb-page=${({page}: PageEvent) => (this.page = page)}
        ></lb-pager>
      </div>
      ${renderPreview({
        rows: shown.slice((this.page - 1) * PAGE_SIZE, this.page * PAGE_SIZE),
        headings: this.hasHeader ? this.table[0]! : Array<string>(width).fill(""),
        columns: this.columns,
        fields: toPastableFields(this.type.schema),
        onMap: (column, field) => this.#onMap(column, field)
      })}
      ${this.#renderFoot(wrong)}`;
  }

  #renderFoot(wrong: number): TemplateResult {
    const good = this.#good().length;
    const noun = (good === 1 ? this.type.label : this.type.plural).toLowerCase();
    if (this.#work.isRunning) return html`${this.#work.renderProgress()}`;
    return html`<div class="row">
      <button class="primary" ?disabled=${good === 0} @click=${() => this.#add()}>
        Add ${formatCount(good)} ${noun}
      </button>
      <button @click=${() => this.#startOver()}>Paste another table</button>
      <button @click=${() => this.#cancel()}>Cancel</button>
      <span role="status">
        ${wrong === 0 ? nothing : `${formatCount(wrong)} with problems ${wrong === 1 ? "is" : "are"} left out`}
      </span>
    </div>`;
  }

  override render(): TemplateResult {
    return html`${this.table.length === 0 ? this.#renderStart() : this.#renderTable()}
    ${this.#work.renderFailure()}`;
  }
}

customElements.define("lb-paste-entries", LbPasteEntries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-paste-entries": LbPasteEntries;
  }
}
