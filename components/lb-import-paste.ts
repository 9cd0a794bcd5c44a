import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {ImportFile} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import {describePaste, toPastedFile} from "./import-paste.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** A table was pasted. */
export class PasteTableEvent extends Event {
  readonly file: ImportFile;

  constructor(file: ImportFile) {
    super("lb-paste-table");
    this.file = file;
  }
}

/**
 * A table out of the clipboard: from a spreadsheet, a web page, a file. Ctrl/Cmd+Enter reads it.
 *
 * @fires lb-paste-table - the text shall be read (`PasteTableEvent`)
 * @fires lb-cancel - it shall not
 */
export class LbImportPaste extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
      }
      textarea {
        height: min(320px, 40vh);
      }
      input {
        width: min(280px, 100%);
      }
    `
  ];
  static override properties = {text: {state: true}, name: {state: true}};

  declare protected text: string;
  declare protected name: string;

  constructor() {
    super();
    this.text = "";
    this.name = "pasted";
  }

  override focus(): void {
    this.renderRoot.querySelector("textarea")?.focus();
  }

  #read(): void {
    if (this.text.trim() === "") return;
    this.dispatchEvent(new PasteTableEvent(toPastedFile(this.text, this.name)));
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#read();
  }

  #describe(): string {
    if (this.text.trim() === "") return "Copy cells in a spreadsheet, and paste them here.";
    const {lines, cells} = describePaste(this.text);
    return cells > 1
      ? `${formatCounted(lines, "line")} of ${formatCounted(cells, "cell")}`
      : formatCounted(lines, "line");
  }

  override render(): TemplateResult {
    return html`<label class="row">
        Name
        <input
          autocomplete="off"
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
        />
      </label>
      <textarea
        class="code"
        aria-label="The table"
        spellcheck="false"
        .value=${this.text}
        @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
      ></textarea>
      <div class="row">
        <button class="primary" ?disabled=${this.text.trim() === ""} @click=${() => this.#read()}>
          Read the table
        </button>
        <button @click=${() => this.dispatchEvent(new Event("lb-cancel"))}>Cancel</button>
        <span class="muted" role="status">${this.#describe()}</span>
      </div>`;
  }
}

customElements.define("lb-import-paste", LbImportPaste);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-paste": LbImportPaste;
  }
  interface HTMLElementEventMap {
    "lb-paste-table": PasteTableEvent;
  }
}
