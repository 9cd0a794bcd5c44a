import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {FieldEditEvent} from "./field-edit-event.ts";
import type {FieldDraft} from "./field-draft.ts";
import {createField, withDraftKind} from "./field-draft.ts";
import {FieldElement} from "./field-element.ts";
import type {FieldKind} from "./field-kinds.ts";
import {FIELD_KINDS, ITEM_KINDS, toFieldKind} from "./field-kinds.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {toText} from "./input-value.ts";
import "./lb-field-reference.ts";
import "./lb-field-sql.ts";
import type {TypeContext} from "./type-context.ts";
import {editInnerFields} from "./type-draft-edit.ts";

const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD"];

/**
 * What goes with a field's kind: choices, unit, currency, what a list is a list of, the fields of a group, the edges of
 * a reference, an SQL expression. Shows nothing where the kind says it all.
 *
 * @fires lb-change - with what is different in the field
 */
export class LbFieldKind extends FieldElement {
  static override styles = [
    ...FieldElement.styles,
    css`
      :host([empty]) {
        display: none;
      }
      textarea {
        field-sizing: content;
        min-height: 48px;
        max-height: 240px;
      }
      .nested {
        padding-left: var(--lb-2);
        border-left: 2px solid var(--lb-border);
      }
    `
  ];
  static override properties = {
    ...FieldElement.properties,
    context: {attribute: false},
    isEmpty: {type: Boolean, reflect: true, attribute: "empty"}
  };

  declare context: TypeContext;
  declare protected isEmpty: boolean;

  constructor() {
    super();
    this.isEmpty = false;
  }

  protected override willUpdate(): void {
    this.isEmpty = this.#renderKind() === nothing;
  }

  #renderChoices(): TemplateResult {
    return html`<div class="options">
      <label class="wide">
        The choices, one a line
        <textarea
          aria-label="Choices of ${this.label}, one a line"
          .value=${this.field.choices}
          @input=${(event: Event) => this.change({choices: toText(event)})}
        ></textarea>
      </label>
    </div>`;
  }

  #renderHint(name: "unit" | "currency", label: string, placeholder: string): TemplateResult {
    const hints = this.field.schema["x-lakebook"];
    return html`<div class="options">
      <label>
        ${label}
        <input
          type="text"
          autocomplete="off"
          list=${name === "currency" ? "currencies" : nothing}
          aria-label="${label} of ${this.label}"
          placeholder=${placeholder}
          .value=${hints?.[name] ?? ""}
          @input=${(event: Event) => this.changeHints({[name]: toText(event).trim()})}
        />
        ${
          name === "currency"
            ? html`<datalist id="currencies">
                ${CURRENCIES.map((code) => html`<option value=${code}></option>`)}
              </datalist>`
            : nothing
        }
      </label>
    </div>`;
  }

  #renderList(): TemplateResult {
    const item = this.field.item ?? createField();
    const kind = toFieldKind(item.schema);
    return html`<div class="options">
        <label>
          A list of
          <select
            aria-label="What ${this.label} is a list of"
            @change=${(event: Event) =>
              this.change({item: withDraftKind(item, toText(event) as FieldKind)})}
          >
            ${ITEM_KINDS.concat(ITEM_KINDS.includes(kind) ? [] : [kind]).map(
              (one) =>
                html`<option value=${one} ?selected=${one === kind}>
                  ${FIELD_KINDS[one].label}
                </option>`
            )}
          </select>
        </label>
      </div>
      <lb-field-kind
        .field=${item}
        .label=${`each ${this.label}`}
        .context=${this.context}
        @lb-change=${({value}: FieldChangeEvent) =>
          this.change({item: {...item, ...(value as Partial<FieldDraft>)}})}
      ></lb-field-kind>`;
  }

  // the list of fields has fields, and those have this: it defines itself where the editor begins
  #renderGroup(): TemplateResult {
    const {fields} = this.field;
    return html`<div class="nested">
      <lb-type-fields
        inner
        .fields=${fields}
        .context=${this.context}
        @lb-field-edit=${({edit}: FieldEditEvent) =>
          this.change({fields: editInnerFields(fields, edit)})}
      ></lb-type-fields>
    </div>`;
  }

  #renderKind(): TemplateResult | typeof nothing {
    const {field, label, context} = this;
    const pass = ({value}: FieldChangeEvent): void => this.change(value as Partial<FieldDraft>);
    switch (toFieldKind(field.schema)) {
      case "choice":
      case "choices":
        return this.#renderChoices();
      case "number":
      case "integer":
        return this.#renderHint("unit", "Unit", "kg");
      case "money":
        return this.#renderHint("currency", "Currency", "EUR");
      case "list":
        return this.#renderList();
      case "group":
        return this.#renderGroup();
      case "reference":
        return html`<lb-field-reference
          .field=${field}
          .label=${label}
          .context=${context}
          @lb-change=${pass}
        ></lb-field-reference>`;
      case "computed":
        return html`<lb-field-sql
          .field=${field}
          .label=${label}
          .check=${context.checkSql}
          @lb-change=${pass}
        ></lb-field-sql>`;
      default:
        return nothing;
    }
  }

  override render(): TemplateResult | typeof nothing {
    return this.#renderKind();
  }
}

customElements.define("lb-field-kind", LbFieldKind);

declare global {
  interface HTMLElementTagNameMap {
    "lb-field-kind": LbFieldKind;
  }
}
