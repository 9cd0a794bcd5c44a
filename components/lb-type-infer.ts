import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Workspace} from "../src/index.ts";
import {isAbortError, quoteIdentifier, toIdentifier, toLabel} from "../src/index.ts";
import {toText} from "./input-value.ts";
import "./lb-failure.ts";
import {TypeFileEvent} from "./lb-type-json.ts";
import "./lb-progress.ts";
import {toPlural, toSingular} from "./plural.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Rows that a type is learned from. */
const SAMPLE_ROWS = 5000;

/**
 * Makes a type of a table of the lake: its fields, choices, title and key are guessed from rows of it.
 *
 * @fires lb-type-file - with the type
 * @fires lb-cancel - somebody wants none
 */
export class LbTypeInfer extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        margin: var(--lb-2) 0;
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-accent);
        background: var(--lb-bg-alt);
      }
      select {
        max-width: 100%;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    tables: {state: true},
    table: {state: true},
    work: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  declare protected tables: readonly string[] | undefined;
  declare protected table: string;
  declare protected work: AbortController | undefined;
  declare protected failure: unknown;

  constructor() {
    super();
    this.table = "";
  }

  override disconnectedCallback(): void {
    this.work?.abort();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    void this.#readTables();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("tables")) this.renderRoot.querySelector("select")?.focus();
  }

  async #readTables(): Promise<void> {
    this.failure = undefined;
    try {
      const {tables} = await this.workspace.catalogue();
      this.tables = tables.map(({name}) => name).sort((a, b) => a.localeCompare(b));
      this.table = this.tables[0] ?? "";
    } catch (error) {
      this.failure = error;
    }
  }

  async #infer(): Promise<void> {
    const {workspace, table} = this;
    const stop = (this.work = new AbortController());
    this.failure = undefined;
    try {
      const sql = `select * from lake.${quoteIdentifier(table)} using sample ${SAMPLE_ROWS} rows`;
      const result = await workspace.query(sql, {signal: stop.signal});
      const name = toSingular(toIdentifier(table, "type"));
      const label = toLabel(name);
      const inferred = workspace.inferType(result, "all", name);
      this.dispatchEvent(new TypeFileEvent({...inferred, label, plural: toPlural(label)}));
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.work = undefined;
    }
  }

  #renderChoice(tables: readonly string[]): TemplateResult {
    if (tables.length === 0)
      return html`<span role="status">The lake has no table yet.</span> ${this.#renderCancel()}`;
    return html`<label class="row">
        Table
        <select @change=${(event: Event) => (this.table = toText(event))}>
          ${tables.map(
            (name) => html`<option ?selected=${name === this.table} value=${name}>${name}</option>`
          )}
        </select>
      </label>
      <button
        type="button"
        class="primary"
        ?disabled=${this.work !== undefined}
        @click=${() => void this.#infer()}
      >
        Make a type of it
      </button>
      ${this.#renderCancel()}`;
  }

  #renderCancel(): TemplateResult {
    return html`<button type="button" @click=${() => this.dispatchEvent(new Event("lb-cancel"))}>
      Cancel
    </button>`;
  }

  override render(): TemplateResult {
    const {tables, work, failure} = this;
    return html`<div class="row">
        ${
          tables
            ? this.#renderChoice(tables)
            : failure === undefined
              ? html`<lb-progress what="Reading the catalogue"></lb-progress>`
              : nothing
        }
      </div>
      ${
        work
          ? html`<lb-progress what="Reading rows" @lb-stop=${() => work.abort()}></lb-progress>`
          : nothing
      }
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure
              retry
              .error=${failure}
              .what=${"The type is not made"}
              @retry=${() => void (tables ? this.#infer() : this.#readTables())}
            ></lb-failure>`
      }`;
  }
}

customElements.define("lb-type-infer", LbTypeInfer);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-infer": LbTypeInfer;
  }
}
