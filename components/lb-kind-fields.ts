import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {FieldKind} from "./field-kinds.ts";
import {FIELD_KINDS} from "./field-kinds.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {FieldDraft} from "./type-draft.ts";
import {NEW_FIELD} from "./type-draft.ts";

/** The fields of a kind of edge are others now. */
export class KindFieldsEvent extends Event {
  readonly fields: readonly FieldDraft[];

  constructor(fields: readonly FieldDraft[]) {
    super("lb-kind-fields");
    this.fields = fields;
  }
}

/**
 * The fields that edges of a kind have of their own: a date, an amount, a role.
 *
 * @fires lb-kind-fields - with the fields as they are now
 */
export class LbKindFields extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: var(--lb-1);
        margin: 0 0 var(--lb-2);
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-1) var(--lb-2);
        align-items: center;
      }
      input[type="text"] {
        flex: 1 1 120px;
        min-width: 0;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--lb-1);
      }
      textarea {
        flex: 1 1 100%;
        field-sizing: content;
        min-height: 48px;
      }
    `
  ];
  static override properties = {fields: {attribute: false}};

  declare fields: readonly FieldDraft[];

  constructor() {
    super();
    this.fields = [];
  }

  #change(fields: readonly FieldDraft[]): void {
    this.dispatchEvent(new KindFieldsEvent(fields));
  }

  #set(index: number, change: Partial<FieldDraft>): void {
    this.#change(this.fields.map((field, i) => (i === index ? {...field, ...change} : field)));
  }

  async #add(): Promise<void> {
    this.#change([...this.fields, NEW_FIELD]);
    // the host hands the fields back before they are drawn
    await new Promise(requestAnimationFrame);
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>("input[type=text]")].at(-1)?.focus();
  }

  #renderField(field: FieldDraft, index: number): TemplateResult {
    const name = field.label || `field ${index + 1}`;
    return html`<li>
      <input
        type="text"
        aria-label="Name of field ${index + 1}"
        placeholder="Name"
        .value=${field.label}
        @input=${(event: Event) =>
          this.#set(index, {label: (event.target as HTMLInputElement).value})}
      />
      <select
        aria-label="Kind of ${name}"
        @change=${(event: Event) =>
          this.#set(index, {kind: (event.target as HTMLSelectElement).value as FieldKind})}
      >
        ${Object.entries(FIELD_KINDS).map(
          ([kind, {label}]) =>
            html`<option value=${kind} ?selected=${kind === field.kind}>${label}</option>`
        )}
      </select>
      <label>
        <input
          type="checkbox"
          aria-label="${name} is required"
          .checked=${field.required}
          @change=${(event: Event) =>
            this.#set(index, {required: (event.target as HTMLInputElement).checked})}
        />
        required
      </label>
      <button
        type="button"
        class="quiet"
        aria-label="Remove ${name}"
        @click=${() => this.#change(this.fields.filter((_, i) => i !== index))}
      >
        ×
      </button>
      ${
        field.kind === "choice"
          ? html`<textarea
              aria-label="Choices of ${name}, one a line"
              placeholder="The choices, one a line"
              .value=${field.choices}
              @input=${(event: Event) =>
                this.#set(index, {choices: (event.target as HTMLTextAreaElement).value})}
            ></textarea>`
          : nothing
      }
    </li>`;
  }

  override render(): TemplateResult {
    return html`<ul>
        ${this.fields.map((field, i) => this.#renderField(field, i))}
      </ul>
      <button type="button" @click=${() => this.#add()}>Add a field</button>`;
  }
}

customElements.define("lb-kind-fields", LbKindFields);

declare global {
  interface HTMLElementTagNameMap {
    "lb-kind-fields": LbKindFields;
  }
  interface HTMLElementEventMap {
    "lb-kind-fields": KindFieldsEvent;
  }
}
