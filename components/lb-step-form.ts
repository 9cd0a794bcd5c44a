import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Column, Step} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import "./lb-step-columns.ts";
import "./lb-step-pairs.ts";
import "./lb-tag-input.ts";
import type {StepField} from "./step-kinds.ts";
import {findStepKind, getPart, setPart} from "./step-kinds.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const asText = (value: unknown): string => (typeof value === "string" ? value : "");
const textOf = (event: Event): string => (event.target as HTMLInputElement).value;

/**
 * The parts of one cleaning step, entered as its kind wants them.
 *
 * @fires lb-change - with the step as it is now
 */
export class LbStepForm extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .fields {
        display: grid;
        gap: var(--lb-2);
      }
      .field {
        display: grid;
        grid-template-columns: 140px minmax(0, 1fr);
        column-gap: var(--lb-3);
        align-items: baseline;
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--lb-2);
        margin-left: calc(140px + var(--lb-3));
      }
      .hint {
        grid-column: 2;
        color: var(--lb-text-muted);
        font-size: var(--lb-size-small);
      }
      input:not([type="checkbox"]),
      textarea {
        width: 100%;
        max-width: 480px;
      }
      select {
        max-width: 100%;
        justify-self: start;
      }
      textarea {
        font-family: var(--lb-mono);
        font-size: var(--lb-size-table);
        min-height: 52px;
        max-width: none;
      }
      .fill {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-2);
      }
      .fill input {
        width: 160px;
      }
      @media (max-width: 699.9px) {
        .field {
          grid-template-columns: minmax(0, 1fr);
        }
        .hint {
          grid-column: 1;
        }
        .check {
          margin-left: 0;
        }
      }
    `
  ];
  static override properties = {
    step: {attribute: false},
    columns: {attribute: false}
  };

  declare step: Step;
  /** The columns that come to the step. */
  declare columns: readonly Column[];

  constructor() {
    super();
    this.columns = [];
  }

  #set(field: StepField, value: unknown): void {
    this.dispatchEvent(new FieldChangeEvent(setPart(this.step, field, value)));
  }

  #renderColumn(field: StepField, value: unknown): TemplateResult {
    const isThere = this.columns.some(({name}) => name === value);
    return html`<select
      id=${field.name}
      @change=${(event: Event) => this.#set(field, textOf(event))}
    >
      ${
        isThere
          ? nothing
          : html`<option value=${asText(value)} selected>${asText(value)} (not there)</option>`
      }
      ${this.columns.map(
        ({name}) => html`<option value=${name} ?selected=${name === value}>${name}</option>`
      )}
    </select>`;
  }

  #renderChoice(field: StepField, value: unknown = ""): TemplateResult {
    const choices = field.choices ?? [];
    const isKnown = choices.some((choice) => choice.value === value);
    return html`<select
      id=${field.name}
      @change=${(event: Event) => this.#set(field, textOf(event))}
    >
      ${isKnown ? nothing : html`<option selected>${asText(value)}</option>`}
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === value}>
            ${choice.label}
          </option>`
      )}
    </select>`;
  }

  #renderFill(field: StepField, value: unknown): TemplateResult {
    const isPrevious = value === "previous";
    const text = isPrevious ? "" : ((value as {value?: string}).value ?? "");
    return html`<span class="fill">
      <select
        id=${field.name}
        @change=${(event: Event) =>
          this.#set(field, textOf(event) === "previous" ? "previous" : {value: text})}
      >
        <option value="previous" ?selected=${isPrevious}>the value above</option>
        <option value="value" ?selected=${!isPrevious}>this value</option>
      </select>
      ${
        isPrevious
          ? nothing
          : html`<input
              aria-label="The value"
              .value=${text}
              @input=${(event: Event) => this.#set(field, {value: textOf(event)})}
            />`
      }
    </span>`;
  }

  #renderControl(field: StepField, value: unknown): TemplateResult {
    switch (field.kind) {
      case "column":
        return this.#renderColumn(field, value);
      case "choice":
        return this.#renderChoice(field, value);
      case "fill":
        return this.#renderFill(field, value);
      case "columns":
        return html`<lb-step-columns
          .label=${field.label}
          .columns=${this.columns}
          .chosen=${value}
          @lb-change=${(event: FieldChangeEvent) => this.#set(field, event.value)}
        ></lb-step-columns>`;
      case "names":
        return html`<lb-tag-input
          .label=${field.label}
          .values=${value}
          @lb-change=${(event: FieldChangeEvent) => this.#set(field, event.value)}
        ></lb-tag-input>`;
      case "renames":
      case "values":
        return html`<lb-step-pairs
          .columns=${field.kind === "renames" ? this.columns : undefined}
          .pairs=${value}
          @lb-change=${(event: FieldChangeEvent) => this.#set(field, event.value)}
        ></lb-step-pairs>`;
      case "sql":
        return html`<textarea
          id=${field.name}
          spellcheck="false"
          .value=${asText(value)}
          @input=${(event: Event) => this.#set(field, textOf(event))}
        ></textarea>`;
      case "text":
      case "check":
        return html`<input
          id=${field.name}
          autocomplete="off"
          .value=${asText(value)}
          @input=${(event: Event) => this.#set(field, textOf(event))}
        />`;
    }
  }

  #renderField(field: StepField): TemplateResult {
    const {name, label, kind, hint} = field;
    const value = getPart(this.step, field);
    if (kind === "check")
      return html`<label class="check">
        <input
          type="checkbox"
          .checked=${value === true}
          @change=${(event: Event) => this.#set(field, (event.target as HTMLInputElement).checked)}
        />
        ${label}
      </label>`;
    const hasLabel = !["columns", "names", "renames", "values"].includes(kind);
    return html`<div class="field">
      ${hasLabel ? html`<label for=${name}>${label}</label>` : html`<span>${label}</span>`}
      ${this.#renderControl(field, value)}
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    </div>`;
  }

  override render(): TemplateResult {
    const {fields} = findStepKind(this.step.kind);
    return html`<div class="fields">${fields.map((field) => this.#renderField(field))}</div>`;
  }
}

customElements.define("lb-step-form", LbStepForm);

declare global {
  interface HTMLElementTagNameMap {
    "lb-step-form": LbStepForm;
  }
}
