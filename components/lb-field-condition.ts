import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {FieldElement} from "./field-element.ts";
import {toText} from "./input-value.ts";
import type {TypeContext} from "./type-context.ts";

/**
 * When a field is shown: always, or while another one has one of these values.
 *
 * @fires lb-change - with what is different in the field
 */
export class LbFieldCondition extends FieldElement {
  static override properties = {
    ...FieldElement.properties,
    fields: {attribute: false}
  };

  declare fields: TypeContext["fields"];

  constructor() {
    super();
    this.fields = [];
  }

  #set(field: string, is: readonly (string | number | boolean)[]): void {
    const when = field === "" ? undefined : {field, is};
    this.changeHints({when});
  }

  override render(): TemplateResult {
    const {when} = this.field.schema["x-lakebook"] ?? {};
    const others = this.fields.filter(({name}) => name !== this.field.name);
    return html`<div class="options">
      <label>
        Shown while
        <select
          aria-label="${this.label} is shown while"
          @change=${(event: Event) => this.#set(toText(event), [])}
        >
          <option value="">always</option>
          ${others.map(
            ({name, label}) =>
              html`<option value=${name} ?selected=${name === when?.field}>${label}</option>`
          )}
        </select>
      </label>
      ${
        when
          ? html`<label>
              is one of
              <input
                type="text"
                autocomplete="off"
                aria-label="Values of the condition of ${this.label}, between commas"
                placeholder="anything"
                .value=${when.is.join(", ")}
                @change=${(event: Event) => this.#set(when.field, toValues(toText(event)))}
              />
            </label>`
          : nothing
      }
    </div>`;
  }
}

/** Values between commas: numbers and yes or no as such, all else as text. */
function toValues(text: string): (string | number | boolean)[] {
  const parts = text.split(",").map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    if (part === "true" || part === "yes") return true;
    if (part === "false" || part === "no") return false;
    return Number.isFinite(Number(part)) ? Number(part) : part;
  });
}

customElements.define("lb-field-condition", LbFieldCondition);

declare global {
  interface HTMLElementTagNameMap {
    "lb-field-condition": LbFieldCondition;
  }
}
