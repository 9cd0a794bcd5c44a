import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Column, ColumnProfile, TableName, Workspace} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {renderProfile} from "./profile-row.ts";
import {profileStyles} from "./profile-styles.ts";
import {QueryEvent} from "./row-queries.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import "./lb-failure.ts";

/** Columns on one page: a table may have thousands, and each costs a part of a query. */
const PAGE_COLUMNS = 40;
/** Columns that are profiled at once: what is done is shown. */
const BATCH_COLUMNS = 8;

/**
 * What is in each column of a table: nulls, different values, least and greatest, the most frequent ones, and how
 * numbers and dates are spread. A click on a value or a bar asks for its rows.
 *
 * @fires lb-query - somebody wants to see rows (`QueryEvent`)
 */
export class LbProfile extends LitElement {
  static override styles = [baseStyles, controlStyles, tableStyles, profileStyles];
  static override properties = {
    workspace: {attribute: false},
    table: {attribute: false},
    columns: {attribute: false},
    profiles: {state: true},
    failure: {state: true},
    page: {state: true},
    text: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare table: TableName | undefined;
  declare columns: readonly Column[];
  /** By column; what is not there yet is being read. */
  declare private profiles: ReadonlyMap<string, ColumnProfile>;
  declare private failure: unknown;
  declare private page: number;
  declare private text: string;

  #reading: AbortController | undefined;

  constructor() {
    super();
    this.columns = [];
    this.profiles = new Map();
    this.page = 0;
    this.text = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("table") && !changed.has("columns")) return;
    this.profiles = new Map();
    this.page = 0;
    this.text = "";
  }

  protected override updated(changed: PropertyValues): void {
    if (["workspace", "table", "columns", "page", "text"].some((name) => changed.has(name)))
      void this.#read();
  }

  get #found(): readonly Column[] {
    const text = this.text.toLowerCase();
    return this.columns.filter(({name}) => name.toLowerCase().includes(text));
  }

  get #shown(): readonly Column[] {
    return this.#found.slice(this.page * PAGE_COLUMNS, (this.page + 1) * PAGE_COLUMNS);
  }

  /** Reads the profiles that are shown and not there yet, some at a time. */
  async #read(): Promise<void> {
    this.#reading?.abort();
    const {workspace, table} = this;
    if (!workspace || !table) return;
    const {signal} = (this.#reading = new AbortController());
    this.failure = undefined;
    try {
      const missing = this.#shown.filter(({name}) => !this.profiles.has(name));
      for (let i = 0; i < missing.length; i += BATCH_COLUMNS) {
        const columns = missing.slice(i, i + BATCH_COLUMNS);
        const profiles = await workspace.profile(table, columns, {signal});
        signal.throwIfAborted();
        this.profiles = new Map([
          ...this.profiles,
          ...profiles.map((profile) => [profile.name, profile] as const)
        ]);
      }
    } catch (error) {
      if (!signal.aborted && !isAbortError(error)) this.failure = error;
    }
  }

  readonly #ask = (sql: string): void => {
    this.dispatchEvent(new QueryEvent(sql));
  };

  #renderColumn(column: Column): TemplateResult {
    const profile = this.profiles.get(column.name);
    return html`<tr>
      <th scope="row" title="${column.name} ${column.type}">
        ${column.name}<span class="type">${column.type}</span>
      </th>
      ${
        profile
          ? renderProfile(this.table!, profile, this.#ask)
          : html`<td colspan="6" class="waiting">${this.failure === undefined ? "…" : ""}</td>`
      }
    </tr>`;
  }

  #renderTools(): TemplateResult | typeof nothing {
    if (this.columns.length <= PAGE_COLUMNS) return nothing;
    const found = this.#found.length;
    const first = this.page * PAGE_COLUMNS;
    const last = Math.min(first + PAGE_COLUMNS, found);
    return html`<div class="tools row">
      <input
        type="search"
        placeholder="Find a column"
        aria-label="Find a column"
        .value=${this.text}
        @input=${(event: Event) => {
          this.text = (event.target as HTMLInputElement).value;
          this.page = 0;
        }}
      />
      <span class="muted number" role="status"
        >${
          found === 0
            ? "No column has this in its name"
            : `Columns ${formatCount(first + 1)} to ${formatCount(last)} of ${formatCount(found)}`
        }</span
      >
      <button ?disabled=${this.page === 0} @click=${() => --this.page}>Previous</button>
      <button ?disabled=${last >= found} @click=${() => ++this.page}>Next</button>
    </div>`;
  }

  override render(): TemplateResult {
    return html`${this.#renderTools()}
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure
              .error=${this.failure}
              what="The profile of ${this.table?.name} cannot be shown"
              retry
              @retry=${() => void this.#read()}
            ></lb-failure>`
      }
      <div class="scroll" tabindex="0" role="region" aria-label="Columns of ${this.table?.name}">
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col" class="number">Nulls</th>
              <th scope="col" class="number">Different</th>
              <th scope="col">Least</th>
              <th scope="col">Greatest</th>
              <th scope="col">Spread</th>
              <th scope="col">Most frequent</th>
            </tr>
          </thead>
          <tbody>
            ${this.#shown.map((column) => this.#renderColumn(column))}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define("lb-profile", LbProfile);

declare global {
  interface HTMLElementTagNameMap {
    "lb-profile": LbProfile;
  }
  interface HTMLElementEventMap {
    "lb-query": QueryEvent;
  }
}
