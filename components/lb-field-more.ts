import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {FieldHints} from "../src/index.ts";
import type {FieldDraft} from "./field-draft.ts";
import {FieldElement} from "./field-element.ts";
import {FIELD_LIMITS, PATTERN_KINDS} from "./field-limits.ts";
import {toFieldKind, withKeywords} from "./field-kinds.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {toFormField} from "./form-field.ts";
import {toChecked, toNumber, toText} from "./input-value.ts";
import "./lb-field-condition.ts";
import "./lb-field.ts";
import type {TypeContext} from "./type-context.ts";

const WIDTHS = {full: "Full", half: "Half", third: "A third"} as const;

/**
 * What most fields do without: help, default, limits, a heading in the form, a condition, the name that values are kept
 * under.
 *
 * @fires lb-change - with what is different in the field
 */
export class LbFieldMore extends FieldElement {
  static override styles = [
    ...FieldElement.styles,
    css`
      :host {
        --lb-form-label: 72px;
      }
    `
  ];
  static override properties = {
    ...FieldElement.properties,
    inner: {type: Boolean},
    context: {attribute: false}
  };

  /** True of a field of a group, whose name and uniqueness are the group's matter. */
  declare inner: boolean;
  declare context: TypeContext;

  constructor() {
    super();
    this.inner = false;
  }

  #renderText(
    label: string,
    value: string,
    set: (text: string) => void,
    {placeholder = "", wide = false} = {}
  ): TemplateResult {
    return html`<label class=${wide ? "wide" : ""}>
      ${label}
      <input
        type="text"
        autocomplete="off"
        aria-label="${label} of ${this.label}"
        placeholder=${placeholder}
        .value=${value}
        @input=${(event: Event) => set(toText(event))}
      />
    </label>`;
  }

  #renderDefault(): TemplateResult | typeof nothing {
    const {schema} = this.field;
    const kind = toFieldKind(schema);
    if (["reference", "computed", "file", "image"].includes(kind)) return nothing;
    const plain = {
      ...withKeywords(schema, {default: undefined, description: undefined}),
      title: "Starts as"
    };
    const choices = this.field.choices.split("\n").filter(Boolean);
    const field = kind === "choice" ? {...plain, enum: choices} : plain;
    return html`<div class="option wide">
      <lb-field
        .field=${toFormField("default", field)}
        .value=${schema.default}
        @lb-change=${({value}: FieldChangeEvent) => this.changeSchema({default: value})}
      ></lb-field>
    </div>`;
  }

  #renderLimits(): TemplateResult {
    const {schema} = this.field;
    const kind = toFieldKind(schema);
    return html`${(FIELD_LIMITS[kind] ?? []).map(
      ({keyword, label}) =>
        html`<label>
          ${label}
          <input
            type="number"
            step="any"
            aria-label="${label}, of ${this.label}"
            .value=${schema[keyword] === undefined ? "" : String(schema[keyword])}
            @input=${(event: Event) => this.changeSchema({[keyword]: toNumber(event)})}
          />
        </label>`
    )}
    ${
      PATTERN_KINDS.includes(kind)
        ? this.#renderText(
            "Pattern",
            schema.pattern ?? "",
            (pattern) => this.changeSchema({pattern}),
            {placeholder: "^[A-Z]{2}\\d+$"}
          )
        : nothing
    }`;
  }

  #renderLook(): TemplateResult {
    const {group = "", width, placeholder = ""} = this.field.schema["x-lakebook"] ?? {};
    return html`${this.#renderText("Heading", group, (text) => this.changeHints({group: text}))}
      <label>
        Width
        <select
          aria-label="Width of ${this.label}"
          @change=${(event: Event) =>
            this.changeHints({width: (toText(event) || undefined) as FieldHints["width"]})}
        >
          <option value=""></option>
          ${Object.entries(WIDTHS).map(
            ([value, label]) =>
              html`<option value=${value} ?selected=${value === width}>${label}</option>`
          )}
        </select>
      </label>
      ${
        PATTERN_KINDS.includes(toFieldKind(this.field.schema))
          ? this.#renderText("Placeholder", placeholder, (text) =>
              this.changeHints({placeholder: text})
            )
          : nothing
      }`;
  }

  #renderIdentity(): TemplateResult | typeof nothing {
    if (this.inner) return nothing;
    const {schema, name, former} = this.field;
    return html`<label>
        Name of its values
        <input
          type="text"
          class="code"
          autocomplete="off"
          spellcheck="false"
          aria-label="Name that values of ${this.label} are kept under"
          .value=${name}
          @change=${(event: Event) => this.change({name: toText(event).trim() || name})}
        />
        ${
          former !== undefined && former !== name
            ? html`<span class="hint">was ${former}: values move with it when you save</span>`
            : nothing
        }
      </label>
      <label class="check">
        <input
          type="checkbox"
          aria-label="${this.label} is unique"
          .checked=${schema["x-lakebook"]?.unique ?? false}
          @change=${(event: Event) => this.changeHints({unique: toChecked(event) || undefined})}
        />
        no two entries the same
      </label>`;
  }

  override render(): TemplateResult {
    const {field, context, inner} = this;
    return html`<div class="options">
      ${this.#renderText(
        "Help",
        field.schema.description ?? "",
        (description) => this.changeSchema({description}),
        {wide: true}
      )}
      ${this.#renderDefault()}${this.#renderLimits()}${this.#renderLook()}${this.#renderIdentity()}
      ${
        inner
          ? nothing
          : html`<lb-field-condition
              class="wide"
              .field=${field}
              .label=${this.label}
              .fields=${context.fields}
              @lb-change=${({value}: FieldChangeEvent) => this.change(value as Partial<FieldDraft>)}
            ></lb-field-condition>`
      }
    </div>`;
  }
}

customElements.define("lb-field-more", LbFieldMore);

declare global {
  interface HTMLElementTagNameMap {
    "lb-field-more": LbFieldMore;
  }
}
