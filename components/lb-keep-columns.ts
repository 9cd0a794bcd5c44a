import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {QueryResult} from "../src/index.ts";
import {FIELD_KINDS, toFieldKind} from "./field-kinds.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {formatField} from "./format-field.ts";
import {getOwn} from "./get-own.ts";
import type {KeepColumn, KeepPlan} from "./keep-plan.ts";
import {findExample} from "./keep-preview.ts";
import {keepTableStyles} from "./keep-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const MAX_EXAMPLE_LENGTH = 60;

/**
 * The columns of a result and the fields they become: which are kept, and under what names.
 *
 * @fires lb-change - with the columns as they are now
 */
export class LbKeepColumns extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    keepTableStyles,
    css`
      :host {
        display: block;
        max-height: 38vh;
        overflow: auto;
        border-bottom: 1px solid var(--lb-border);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--lb-2);
      }
      input[type="text"] {
        width: 100%;
        min-width: 110px;
        min-height: calc(var(--lb-row) - 2px);
      }
      tr.out td:not(:first-child) {
        opacity: 0.55;
      }
    `
  ];
  static override properties = {
    plan: {attribute: false},
    result: {attribute: false},
    rows: {attribute: false}
  };

  declare plan: KeepPlan;
  declare result: QueryResult;
  declare rows: readonly number[];

  #change(column: string, change: Partial<KeepColumn>): void {
    const columns = this.plan.columns.map((one) =>
      one.column === column ? {...one, ...change} : one
    );
    this.dispatchEvent(new FieldChangeEvent(columns));
  }

  #renderColumn({column, field, isIncluded, schema, isFull}: KeepColumn): TemplateResult {
    const {type} = this.plan;
    const known = type && getOwn(type.schema.properties, field);
    const isRequired = type ? (type.schema.required?.includes(field) ?? false) : isFull;
    const example = formatField(findExample(this.result, column, this.rows), schema);
    return html`<tr class=${isIncluded ? nothing : "out"}>
      <td>
        <label>
          <input
            type="checkbox"
            .checked=${isIncluded}
            @change=${(event: Event) =>
              this.#change(column, {isIncluded: (event.target as HTMLInputElement).checked})}
          />
          ${column}
        </label>
      </td>
      <td>
        <input
          type="text"
          aria-label="Field of ${column}"
          .value=${field}
          ?disabled=${!isIncluded}
          @input=${(event: Event) =>
            this.#change(column, {field: (event.target as HTMLInputElement).value})}
        />
      </td>
      <td>
        ${FIELD_KINDS[toFieldKind(known ?? schema)].label}
        ${type && !known ? html`<span class="muted">new</span>` : nothing}
      </td>
      <td>${isRequired ? "required" : ""}</td>
      <td class="muted" title=${example || nothing}>${example.slice(0, MAX_EXAMPLE_LENGTH)}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    return html`<table aria-label="Fields">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Field</th>
          <th scope="col">Kind</th>
          <th scope="col"><span class="visually-hidden">Required</span></th>
          <th scope="col">For example</th>
        </tr>
      </thead>
      <tbody>
        ${this.plan.columns.map((column) => this.#renderColumn(column))}
      </tbody>
    </table>`;
  }
}

customElements.define("lb-keep-columns", LbKeepColumns);

declare global {
  interface HTMLElementTagNameMap {
    "lb-keep-columns": LbKeepColumns;
  }
}
