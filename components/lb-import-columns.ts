import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Column, ImportItem, ParseOptions} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import {ImportChangeEvent} from "./import-events.ts";
import {changeParse} from "./import-parse-fields.ts";
import {COLUMN_TYPES} from "./step-kinds.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/**
 * The columns as the file has them, each with the type that was guessed or is told. A value that does not fit a told type
 * is refused with its row.
 *
 * @fires lb-import-change - with other types
 */
export class LbImportColumns extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
        max-height: 240px;
        overflow: auto;
      }
      td {
        max-width: 280px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      select {
        min-height: calc(var(--lb-row) - 2px);
        max-width: 220px;
      }
      .told {
        font-weight: 600;
      }
    `
  ];
  static override properties = {item: {attribute: false}};

  declare item: ImportItem;

  #set(column: string, type: string): void {
    const {parse} = this.item.recipe;
    const others = Object.entries(parse.types ?? {}).filter(([name]) => name !== column);
    const types = Object.fromEntries(type === "" ? others : [...others, [column, type]]);
    const isNone = Object.keys(types).length === 0;
    const next: ParseOptions = changeParse(parse, "types", isNone ? undefined : types);
    this.dispatchEvent(new ImportChangeEvent({parse: next}));
  }

  #findExample(column: Column): string {
    const {sample} = this.item;
    const index = sample.columns.indexOf(column.name);
    if (index < 0) return "";
    for (let row = 0; row < sample.numRows; ++row) {
      const value = sample.value(row, index);
      if (value !== null && value !== "") return toValueText(value, column.type);
    }
    return "";
  }

  #renderColumn(column: Column): TemplateResult {
    const {name, type} = column;
    const told = this.item.recipe.parse.types?.[name];
    const example = this.#findExample(column);
    const types = COLUMN_TYPES.some((one) => one === type) ? COLUMN_TYPES : [type, ...COLUMN_TYPES];
    return html`<tr>
      <td class=${told === undefined ? "" : "told"} title=${name}>${name}</td>
      <td>
        <select
          aria-label="Type of ${name}"
          @change=${(event: Event) => this.#set(name, (event.target as HTMLSelectElement).value)}
        >
          <option value="" ?selected=${told === undefined}>
            ${told === undefined ? `${type} (guessed)` : "Guess"}
          </option>
          ${types.map(
            (one) => html`<option value=${one} ?selected=${told === one}>${one}</option>`
          )}
        </select>
      </td>
      <td class="muted" title=${example || nothing}>${example}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    return html`<table aria-label="Columns of the file">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Type</th>
          <th scope="col">For example</th>
        </tr>
      </thead>
      <tbody>
        ${this.item.source.map((column) => this.#renderColumn(column))}
      </tbody>
    </table>`;
  }
}

customElements.define("lb-import-columns", LbImportColumns);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-columns": LbImportColumns;
  }
}
