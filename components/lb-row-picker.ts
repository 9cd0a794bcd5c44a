import {Task} from "@lit/task";
import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {Workspace} from "../src/index.ts";
import type {FoundRow} from "./find-rows.ts";
import {findRows} from "./find-rows.ts";
import "./lb-failure.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Somebody picked a row of the lake. */
export class RowEvent extends Event {
  readonly row: FoundRow;

  constructor(row: FoundRow) {
    super("lb-row");
    this.row = row;
  }
}

/**
 * Finds a row of the lake: a table, then a text that is in the row.
 *
 * @fires lb-row - with the row that was picked
 */
export class LbRowPicker extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      ul {
        max-height: 220px;
        margin: var(--lb-1) 0 0;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li button {
        width: 100%;
        min-height: var(--lb-row);
        justify-content: start;
        text-align: left;
      }
      .values {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    table: {state: true},
    text: {state: true}
  };

  declare workspace: Workspace;
  declare protected table: string | undefined;
  declare protected text: string;
  readonly #tables = new Task(this, {
    args: () => [this.workspace] as const,
    task: async ([workspace]) => (await workspace.catalogue()).tables.map(({name}) => name)
  });
  readonly #rows = new Task(this, {
    args: () => [this.workspace, this.table ?? this.#tables.value?.[0], this.text] as const,
    task: async ([workspace, table, text], {signal}): Promise<readonly FoundRow[]> =>
      table === undefined ? [] : await findRows(workspace, {table, text}, signal)
  });

  constructor() {
    super();
    this.text = "";
  }

  #renderRow(row: FoundRow): TemplateResult {
    return html`<li>
      <button type="button" class="quiet" @click=${() => this.dispatchEvent(new RowEvent(row))}>
        <span class="muted">${row.title}</span> <span class="values">${row.values}</span>
      </button>
    </li>`;
  }

  override render(): TemplateResult {
    const tables = this.#tables.value ?? [];
    return html`<div class="row">
        <select
          aria-label="Table of the lake"
          @change=${(event: Event) => (this.table = (event.target as HTMLSelectElement).value)}
        >
          ${tables.map((name) => html`<option ?selected=${name === this.table}>${name}</option>`)}
        </select>
        <input
          type="search"
          aria-label="Text in the row"
          placeholder="Text in the row"
          @change=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== "Enter") return;
            event.preventDefault(); // Enter looks for rows and does not yet add the edge
            this.text = (event.target as HTMLInputElement).value;
          }}
        />
      </div>
      ${this.#rows.render({
        pending: () => html`<p class="muted" role="status">Looking …</p>`,
        complete: (rows) =>
          rows.length === 0
            ? html`<p class="muted" role="status">No row has this text.</p>`
            : html`<ul aria-label="Rows">
                ${rows.map((row) => this.#renderRow(row))}
              </ul>`,
        error: (error) =>
          html`<lb-failure
            retry
            what="The rows cannot be read"
            .error=${error}
            @retry=${() => void this.#rows.run()}
          ></lb-failure>`
      })}`;
  }
}

customElements.define("lb-row-picker", LbRowPicker);

declare global {
  interface HTMLElementTagNameMap {
    "lb-row-picker": LbRowPicker;
  }
  interface HTMLElementEventMap {
    "lb-row": RowEvent;
  }
}
