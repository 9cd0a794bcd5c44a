import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import {requestImport} from "./import-request.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Where an import begins: what can be given, and the ways to give it. */
export class LbImportStart extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .start {
        display: grid;
        gap: var(--lb-3);
        justify-items: start;
        max-width: 72ch;
        padding: var(--lb-6) var(--lb-4);
        border: 1px dashed var(--lb-border-strong);
        border-radius: var(--lb-radius);
      }
    `
  ];

  override focus(): void {
    this.renderRoot.querySelector("button")?.focus();
  }

  override render(): TemplateResult {
    return html`<div class="start">
      <p>
        Drop or paste files or a folder here, or on any page: CSV, JSON, XLSX, Parquet, XML,
        archives, exports of apps. You see what each becomes, and can change it, before anything is
        kept.
      </p>
      <div class="row">
        <button class="primary" @click=${() => requestImport("files")}>Choose files</button>
        <button @click=${() => requestImport("folder")}>Choose a folder</button>
        <button @click=${() => requestImport("paste")}>Paste a table</button>
      </div>
      <p class="muted">Everything is read on this machine; nothing is sent anywhere.</p>
    </div>`;
  }
}

customElements.define("lb-import-start", LbImportStart);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-start": LbImportStart;
  }
}
