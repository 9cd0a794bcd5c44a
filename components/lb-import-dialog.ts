import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {Workspace} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import type {Collection} from "./import-collect.ts";
import {collectDropped} from "./import-collect.ts";
import {toPastedFile} from "./import-paste.ts";
import type {ImportRequest} from "./import-request.ts";
import "./lb-drop.ts";
import type {DropEvent} from "./lb-drop.ts";
import "./lb-import.ts";
import type {LbImport} from "./lb-import.ts";
import {hearPage} from "./page-events.ts";
import {isTyping} from "./shortcuts.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * Importing on any page: takes what is dropped on it and what is asked for by `requestImport`, and shows it in a dialog,
 * or on the import page in place.
 */
export class LbImportDialog extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      dialog {
        --lb-import-ground: var(--lb-bg-float);
        width: min(1280px, calc(100vw - 2 * var(--lb-4)));
        min-height: min(320px, 60dvh);
        padding-bottom: 0;
        scrollbar-gutter: stable;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: var(--lb-2);
      }
      h2 {
        font-size: var(--lb-size-title);
        line-height: 24px;
      }
      @media (max-width: 699.9px) {
        dialog {
          width: 100vw;
          max-width: 100vw;
          height: 100dvh;
          max-height: 100dvh;
          padding: var(--lb-2) var(--lb-2) 0;
          border: 0;
        }
      }
    `
  ];
  static override properties = {workspace: {attribute: false}, failure: {attribute: false}};

  declare workspace: Workspace | undefined;
  declare failure: unknown;

  constructor() {
    super();
    hearPage(this, document, "lb-import-request", ({request}) => this.#take(request));
    hearPage(this, document, "paste", (event) => this.#onPaste(event));
  }

  /** Files are taken on every page; text only where an import is about to begin, since elsewhere it may be for others. */
  #onPaste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || event.defaultPrevented || isTyping(event)) return;
    const text = data.getData("text/plain");
    if (data.files.length > 0) this.#take(collectDropped(data));
    else if (text.trim() !== "" && this.#isStarting()) this.#take([toPastedFile(text, "pasted")]);
    else return;
    event.preventDefault();
  }

  #isStarting(): boolean {
    const onPage = document.querySelector("lb-import");
    if (onPage) return onPage.isStarting;
    return this.renderRoot.querySelector("dialog")!.open && this.#import().isStarting;
  }

  #take(request: ImportRequest | Promise<Collection>): void {
    const onPage = document.querySelector("lb-import");
    if (onPage) {
      void onPage.take(request);
      return;
    }
    const dialog = this.renderRoot.querySelector("dialog")!;
    if (!dialog.open) dialog.showModal();
    void this.#import().take(request);
  }

  #import(): LbImport {
    return this.renderRoot.querySelector("lb-import")!;
  }

  /** What is open and not imported is there again when the dialog is opened again. */
  #onClose(): void {
    if (!this.#import().isOpen) void this.#import().reset();
  }

  #close(): void {
    this.renderRoot.querySelector("dialog")!.close();
  }

  override render(): TemplateResult {
    return html`<lb-drop @lb-drop=${({collection}: DropEvent) => this.#take(collection)}></lb-drop>
      <dialog aria-labelledby="heading" @close=${() => this.#onClose()}>
        <header>
          <h2 id="heading">Import</h2>
          <button class="quiet" aria-label="Close" title="Close" @click=${() => this.#close()}>
            ×
          </button>
        </header>
        <lb-import
          .workspace=${this.workspace}
          .failure=${this.failure}
          @lb-cancel=${() => this.#close()}
        ></lb-import>
      </dialog>`;
  }
}

customElements.define("lb-import-dialog", LbImportDialog);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-dialog": LbImportDialog;
  }
}
