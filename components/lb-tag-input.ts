import {LitElement, css, html} from "lit";
import {FieldChangeEvent} from "./form-events.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * A list of short texts: Enter or a comma adds what was typed, Backspace in the empty box takes the last one back, a
 * paste of several lines adds each.
 *
 * @fires lb-change - with the texts as they are now
 */
export class LbTagInput extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px;
        min-height: var(--lb-control);
        padding: 1px 2px;
        border: 1px solid var(--lb-border-strong);
        border-radius: var(--lb-radius);
        background: var(--lb-bg);
        cursor: text;
      }
      :host(:focus-within) {
        outline: 2px solid var(--lb-accent);
        outline-offset: 1px;
      }
      ul {
        display: contents;
        list-style: none;
      }
      li {
        display: inline-flex;
        align-items: center;
        max-width: 100%;
        padding-left: 6px;
        border-radius: 3px;
        background: var(--lb-bg-hover);
        overflow-wrap: anywhere;
      }
      button {
        min-height: 20px;
        padding: 0 5px;
        border: none;
        background: none;
        color: var(--lb-text-muted);
      }
      input {
        flex: 1 1 80px;
        min-width: 80px;
        min-height: calc(var(--lb-control) - 6px);
        padding: 0 var(--lb-1);
        border: none;
        outline: none;
        background: none;
      }
    `
  ];
  static override properties = {
    values: {attribute: false},
    label: {},
    invalid: {type: Boolean},
    description: {}
  };

  declare values: readonly string[];
  /** The box's accessible name, and what is to be known of it. */
  declare label: string;
  declare description: string;
  declare invalid: boolean;

  constructor() {
    super();
    this.values = [];
    this.label = "Tags";
    this.description = "";
    this.invalid = false;
  }

  /** Adds what was typed but not yet added; true where there was something. */
  commit(): boolean {
    const input = this.renderRoot.querySelector("input")!;
    const text = input.value;
    input.value = "";
    this.#add(text);
    return text.trim() !== "";
  }

  #change(values: readonly string[]): void {
    this.values = values;
    this.dispatchEvent(new FieldChangeEvent(values));
  }

  #add(...texts: readonly string[]): void {
    const fresh = texts.map((text) => text.trim()).filter((text) => text !== "");
    const values = [...new Set([...this.values, ...fresh])];
    if (values.length > this.values.length) this.#change(values);
  }

  #removeAt(index: number): void {
    this.#change(this.values.filter((_, i) => i !== index));
    this.focus();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const input = event.target as HTMLInputElement;
    const isAdding =
      (event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === ",";
    if (isAdding && this.commit()) event.preventDefault();
    else if (event.key === "Backspace" && input.value === "" && this.values.length > 0)
      this.#removeAt(this.values.length - 1);
  }

  #onPaste(event: ClipboardEvent): void {
    const lines = event.clipboardData?.getData("text").split(/[\n\t]/) ?? [];
    if (lines.length < 2) return;
    event.preventDefault();
    this.#add(...lines);
  }

  override render() {
    return html`<ul>
        ${this.values.map(
          (value, i) =>
            html`<li>
              ${value}<button
                type="button"
                aria-label="Remove ${value}"
                @click=${() => this.#removeAt(i)}
              >
                ×
              </button>
            </li>`
        )}
      </ul>
      <input
        aria-label=${this.label}
        aria-invalid=${this.invalid}
        aria-description=${this.description}
        placeholder=${this.values.length === 0 ? "Type and press Enter" : ""}
        autocomplete="off"
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
        @paste=${(event: ClipboardEvent) => this.#onPaste(event)}
        @blur=${() => this.commit()}
      />`;
  }
}

customElements.define("lb-tag-input", LbTagInput);

declare global {
  interface HTMLElementTagNameMap {
    "lb-tag-input": LbTagInput;
  }
}
