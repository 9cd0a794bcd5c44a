import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {ImportItem, ParseOptions} from "../src/index.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {ImportChangeEvent} from "./import-events.ts";
import {toFormatLabel} from "./import-formats.ts";
import type {ParseField} from "./import-parse-fields.ts";
import {PARSE_FIELDS, changeParse} from "./import-parse-fields.ts";
import {nameMark} from "./import-words.ts";
import "./lb-tag-input.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Values of menu entries that are no option of their own. */
const GUESS = "\0guess";
const OTHER = "\0other";

/**
 * How a file is read: every guess as a control, beside what was told instead of it.
 *
 * @fires lb-import-change - with other options
 */
export class LbImportParse extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(176px, 1fr));
        gap: var(--lb-2) var(--lb-3);
      }
      .field {
        display: grid;
        align-content: start;
        gap: 2px;
        min-width: 0;
      }
      .label {
        color: var(--lb-text-muted);
        font-size: var(--lb-size-small);
      }
      .told .label {
        color: var(--lb-text);
        font-weight: 600;
      }
      select,
      input {
        width: 100%;
        min-width: 0;
      }
      .with {
        display: flex;
        gap: 2px;
      }
    `
  ];
  static override properties = {
    item: {attribute: false},
    writing: {state: true}
  };

  declare item: ImportItem;
  /** The field whose mark is being written, because no choice is the right one. */
  declare protected writing: string | undefined;

  #told(name: keyof ParseOptions): boolean {
    return this.item.recipe.parse[name] !== undefined;
  }

  #set(name: keyof ParseOptions, value: unknown): void {
    this.writing = undefined;
    const parse = changeParse(this.item.recipe.parse, name, value);
    this.dispatchEvent(new ImportChangeEvent({parse}));
  }

  #pick({name}: ParseField, value: string): void {
    if (value === OTHER) this.writing = name;
    else this.#set(name, value === GUESS ? undefined : value);
  }

  #renderSelect(field: ParseField): TemplateResult {
    const {name, kind, choices = []} = field;
    const used = this.item.parse[name] ?? this.#guessed(name);
    const isTold = this.#told(name);
    if (kind === "mark" && this.writing === name) return this.#renderWritten(field);
    const shown =
      used === undefined || choices.some(({value}) => value === used)
        ? choices
        : [...choices, {value: String(used), label: nameMark(String(used))}];
    const guess = shown.find(({value}) => value === used)?.label;
    return html`<select
      id=${name}
      @change=${(event: Event) => this.#pick(field, (event.target as HTMLSelectElement).value)}
    >
      <option value=${GUESS} ?selected=${!isTold}>
        ${isTold ? "Guess" : guess === undefined ? "guessed" : `${guess} (guessed)`}
      </option>
      ${shown.map(
        ({value, label: text}) =>
          html`<option value=${value} ?selected=${isTold && value === used}>${text}</option>`
      )}
      ${kind === "mark" ? html`<option value=${OTHER}>another …</option>` : nothing}
    </select>`;
  }

  #guessed(name: ParseField["name"]): string | undefined {
    return name === "format" ? (this.item.format ?? undefined) : undefined;
  }

  #renderWritten({name, label}: ParseField): TemplateResult {
    return html`<input
      id=${name}
      placeholder="${label} …"
      autofocus
      @change=${(event: Event) =>
        this.#set(name, (event.target as HTMLInputElement).value.replaceAll("\\t", "\t"))}
      @blur=${() => (this.writing = undefined)}
    />`;
  }

  #renderCount({name, label}: ParseField): TemplateResult {
    const used = this.item.parse[name];
    return html`<span class="with">
      <input
        id=${name}
        type="number"
        min="0"
        step="1"
        placeholder="guessed"
        .value=${used === undefined ? "" : String(used)}
        @change=${(event: Event) => {
          const {value, valueAsNumber} = event.target as HTMLInputElement;
          this.#set(name, value === "" ? undefined : Math.max(0, Math.trunc(valueAsNumber)));
        }}
      />
      ${this.#renderGuess(name, label)}
    </span>`;
  }

  #renderWords({name, label}: ParseField): TemplateResult {
    const words = (this.item.parse[name] ?? []) as readonly string[];
    return html`<span class="with">
      <lb-tag-input
        .label=${label}
        .values=${words}
        @lb-change=${({value}: FieldChangeEvent) => this.#set(name, value)}
      ></lb-tag-input>
      ${this.#renderGuess(name, label)}
    </span>`;
  }

  #renderGuess(name: ParseField["name"], label: string): TemplateResult | typeof nothing {
    if (!this.#told(name)) return nothing;
    return html`<button
      class="quiet"
      title="Guess again"
      aria-label="Guess again: ${label}"
      @click=${() => this.#set(name, undefined)}
    >
      ↺
    </button>`;
  }

  #renderField(field: ParseField): TemplateResult {
    const {name, label, kind} = field;
    return html`<div class="field ${this.#told(name) ? "told" : ""}">
      ${
        kind === "words"
          ? html`<span class="label">${label}</span>`
          : html`<label class="label" for=${name}>${label}</label>`
      }
      ${
        kind === "count"
          ? this.#renderCount(field)
          : kind === "words"
            ? this.#renderWords(field)
            : this.#renderSelect(field)
      }
    </div>`;
  }

  #renderConnector(): TemplateResult | typeof nothing {
    const {connector, format, recipe} = this.item;
    const isOff = recipe.parse.connector === null;
    if (connector === null && !isOff) return nothing;
    return html`<div class="field ${isOff ? "told" : ""}">
      <label class="label" for="connector">Connector</label>
      <select
        id="connector"
        @change=${(event: Event) =>
          this.#set(
            "connector",
            (event.target as HTMLSelectElement).value === "" ? null : undefined
          )}
      >
        <option value="guess" ?selected=${!isOff}>${connector ?? "Guess"}</option>
        <option value="" ?selected=${isOff}>none: read as ${toFormatLabel(format)}</option>
      </select>
    </div>`;
  }

  override render(): TemplateResult {
    const fields = PARSE_FIELDS.filter(({appliesTo}) => appliesTo(this.item.format));
    return html`<div class="fields" role="group" aria-label="How the file is read">
      ${fields.slice(0, 1).map((field) => this.#renderField(field))} ${this.#renderConnector()}
      ${fields.slice(1).map((field) => this.#renderField(field))}
    </div>`;
  }
}

customElements.define("lb-import-parse", LbImportParse);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-parse": LbImportParse;
  }
}
