import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {EntryImport} from "../src/index.ts";
import {toFieldValue, toIdentifier} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {formatField} from "./format-field.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const LEFT_OUT = "";
const NEW = "+";
/** Rows in which an example of a column is looked for. */
const EXAMPLE_ROWS = 20;

/**
 * The columns of a file and the fields that they become: of the type, new ones, or none.
 *
 * @fires lb-change - with the field of each column
 */
export class LbImportMapping extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
        max-height: 34vh;
        overflow: auto;
      }
      td {
        max-width: 220px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      select {
        max-width: 200px;
      }
    `
  ];
  static override properties = {plan: {attribute: false}};

  declare plan: EntryImport;

  #set(column: string, value: string): void {
    const field = value === LEFT_OUT ? null : value === NEW ? toIdentifier(column, "field") : value;
    this.dispatchEvent(new FieldChangeEvent({...this.plan.columns, [column]: field}));
  }

  #findExample(index: number): string {
    const {result} = this.plan;
    for (let row = 0; row < Math.min(result.numRows, EXAMPLE_ROWS); ++row) {
      const value = toFieldValue(result.value(row, index), result.kinds()[index]);
      if (value !== null && value !== "") return formatField(value);
    }
    return "";
  }

  #renderColumn(column: string, index: number): TemplateResult {
    const {type, columns} = this.plan;
    const field = columns[column] ?? null;
    const known = Object.entries(type.schema.properties);
    const isNew = field !== null && !known.some(([name]) => name === field);
    const example = this.#findExample(index);
    return html`<tr>
      <th scope="row">${column}</th>
      <td>
        <select
          aria-label="Field of ${column}"
          @change=${(event: Event) => this.#set(column, (event.target as HTMLSelectElement).value)}
        >
          <option value=${LEFT_OUT} ?selected=${field === null}>(leave out)</option>
          ${known.map(
            ([name, {title}]) =>
              html`<option value=${name} ?selected=${name === field}>${title ?? name}</option>`
          )}
          <option value=${NEW} ?selected=${isNew}>New field${isNew ? `: ${field}` : ""}</option>
        </select>
      </td>
      <td class="muted" title=${example}>${example}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    return html`<table aria-label="Columns and fields">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Field</th>
          <th scope="col">For example</th>
        </tr>
      </thead>
      <tbody>
        ${this.plan.result.columns.map((column, i) => this.#renderColumn(column, i))}
      </tbody>
    </table>`;
  }
}

customElements.define("lb-import-mapping", LbImportMapping);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-mapping": LbImportMapping;
  }
}
