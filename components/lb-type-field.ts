import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {FieldDraft} from "./field-draft.ts";
import {withDraftKind} from "./field-draft.ts";
import type {FieldKind} from "./field-kinds.ts";
import {FIELD_KINDS, toFieldKind} from "./field-kinds.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {toChecked, toText} from "./input-value.ts";
import "./lb-field-kind.ts";
import "./lb-field-more.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {TypeContext} from "./type-context.ts";

/** Somebody takes hold of a field to move it. */
export class GrabEvent extends Event {
  readonly press: PointerEvent;

  constructor(press: PointerEvent) {
    super("lb-grab");
    this.press = press;
  }
}

/**
 * A field of a type: its name, kind and whether it is required in a line, what goes with the kind below, the rest on
 * demand.
 *
 * @fires lb-change - with what is different in the field
 * @fires lb-grab - its handle is pressed
 * @fires lb-remove - it shall go
 */
export class LbTypeField extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        container: type-field / inline-size;
        padding: 3px 0;
      }
      .line {
        display: grid;
        grid-template-columns: auto minmax(80px, 1fr) 148px auto auto auto;
        gap: var(--lb-1) var(--lb-2);
        align-items: center;
      }
      .line > input,
      .line > select {
        width: 100%;
        min-width: 0;
      }
      .line > label {
        display: inline-flex;
        align-items: center;
        gap: var(--lb-1);
        white-space: nowrap;
      }
      .handle {
        width: 20px;
        padding: 0;
        justify-content: center;
        cursor: grab;
        touch-action: none;
        color: var(--lb-text-faint);
      }
      lb-field-kind,
      lb-field-more {
        margin: var(--lb-1) 0 var(--lb-2) 28px;
      }
      @media (pointer: coarse) {
        .handle {
          width: 32px;
        }
      }
      @container type-field (max-width: 480px) {
        .line {
          grid-template-columns: auto minmax(0, 1fr) auto auto auto;
        }
        .line > .name {
          grid-column: 2 / -1;
        }
        .line > select {
          grid-column: 1 / 3;
        }
        lb-field-kind,
        lb-field-more {
          margin-left: 0;
        }
      }
    `
  ];
  static override properties = {
    field: {attribute: false},
    index: {type: Number},
    inner: {type: Boolean},
    context: {attribute: false},
    isOpen: {state: true}
  };

  declare field: FieldDraft;
  declare index: number;
  /** True of a field of a group. */
  declare inner: boolean;
  declare context: TypeContext;
  declare protected isOpen: boolean;

  constructor() {
    super();
    this.index = 0;
    this.inner = false;
    this.isOpen = false;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("input")?.focus());
  }

  #change(change: Partial<FieldDraft>): void {
    this.dispatchEvent(new FieldChangeEvent(change));
  }

  #renderLine(name: string, kind: FieldKind): TemplateResult {
    const {field, isOpen} = this;
    const canBeRequired = kind !== "reference" && kind !== "computed";
    return html`<div class="line">
      <button
        type="button"
        class="quiet handle"
        aria-label="Move ${name}"
        title="Drag, or Alt and an arrow key"
        @pointerdown=${(event: PointerEvent) => this.dispatchEvent(new GrabEvent(event))}
      >
        ⠿
      </button>
      <input
        class="name"
        type="text"
        aria-label="Name of field ${this.index + 1}"
        placeholder="Name"
        autocomplete="off"
        .value=${field.label}
        @input=${(event: Event) => this.#change({label: toText(event)})}
      />
      <select
        aria-label="Kind of ${name}"
        @change=${(event: Event) => this.#change(withDraftKind(field, toText(event) as FieldKind))}
      >
        ${Object.entries(FIELD_KINDS).map(
          ([value, {label}]) =>
            html`<option value=${value} ?selected=${value === kind}>${label}</option>`
        )}
      </select>
      <label class=${canBeRequired ? "" : "muted"}>
        <input
          type="checkbox"
          aria-label="${name} is required"
          ?disabled=${!canBeRequired}
          .checked=${field.required && canBeRequired}
          @change=${(event: Event) => this.#change({required: toChecked(event)})}
        />
        required
      </label>
      <button
        type="button"
        class="quiet"
        aria-expanded=${isOpen}
        aria-label="${isOpen ? "Less" : "More"} of ${name}"
        @click=${() => (this.isOpen = !isOpen)}
      >
        ${isOpen ? "Less" : "More"}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label="Remove ${name}"
        @click=${() => this.dispatchEvent(new Event("lb-remove"))}
      >
        ×
      </button>
    </div>`;
  }

  override render(): TemplateResult {
    const {field, context, inner, isOpen} = this;
    const kind = toFieldKind(field.schema);
    const name = field.label || `field ${this.index + 1}`;
    const pass = ({value}: FieldChangeEvent): void => this.#change(value as Partial<FieldDraft>);
    return html`${this.#renderLine(name, kind)}
      <lb-field-kind
        .field=${field}
        .label=${name}
        .context=${context}
        @lb-change=${pass}
      ></lb-field-kind>
      ${
        isOpen
          ? html`<lb-field-more
              .field=${field}
              .label=${name}
              .inner=${inner}
              .context=${context}
              @lb-change=${pass}
            ></lb-field-more>`
          : nothing
      }`;
  }
}

customElements.define("lb-type-field", LbTypeField);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-field": LbTypeField;
  }
  interface HTMLElementEventMap {
    "lb-grab": GrabEvent;
  }
}
