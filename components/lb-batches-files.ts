import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Batch, Imports, KeptFile} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatAgo} from "./format-ago.ts";
import {formatBytes, formatCount, formatMoment} from "./format-value.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PAGE_FILES = 50;

/** The files that are kept, how, and what for; what nothing needs can be removed. */
export class LbBatchesFiles extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      td:first-child {
        max-width: 360px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .failed {
        margin-bottom: var(--lb-1);
      }
    `
  ];
  static override properties = {
    imports: {attribute: false},
    files: {attribute: false},
    batches: {attribute: false},
    page: {state: true},
    leaving: {state: true},
    problem: {state: true}
  };

  declare imports: Imports;
  declare files: readonly KeptFile[];
  declare batches: readonly Batch[];
  declare protected page: number;
  /** The hash of the file that somebody is about to remove. */
  declare protected leaving: string;
  declare protected problem: string;

  constructor() {
    super();
    this.files = [];
    this.batches = [];
    this.page = 1;
    this.leaving = "";
    this.problem = "";
  }

  async #remove({sha256, path}: KeptFile): Promise<void> {
    this.leaving = this.problem = "";
    try {
      await this.imports.removeFile(sha256);
    } catch (error) {
      this.problem = `${path} stays: ${toMessage(error)}`;
    }
  }

  #renderRemove(file: KeptFile): TemplateResult {
    if (this.leaving !== file.sha256)
      return html`<button
        class="quiet"
        aria-label="Remove ${file.path}"
        @click=${() => (this.leaving = file.sha256)}
      >
        Remove
      </button>`;
    return html`<span class="row">
      <button class="danger" @click=${() => void this.#remove(file)}>
        Remove for good${file.kept === "copy" ? ` (${formatBytes(file.bytes)})` : ""}
      </button>
      <button @click=${() => (this.leaving = "")}>Keep</button>
    </span>`;
  }

  #renderFile(file: KeptFile): TemplateResult {
    const used = this.batches.filter((batch) => batch.file.sha256 === file.sha256).length;
    return html`<tr>
      <td title=${file.path}>${file.path}</td>
      <td class="number">${formatBytes(file.bytes)}</td>
      <td>${file.kept === "copy" ? "as a copy" : "where it is"}</td>
      <td title=${formatMoment(new Date(file.added))}>${formatAgo(file.added)}</td>
      <td class="number">${formatCount(used)}</td>
      <td><code title=${file.sha256}>${file.sha256.slice(0, 8)}</code></td>
      <td>${this.#renderRemove(file)}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {files, page, problem} = this;
    if (files.length === 0)
      return html`<p class="muted">
        No file is kept. Files that are imported are kept here, by their content.
      </p>`;
    const bytes = files.reduce((sum, file) => sum + (file.kept === "copy" ? file.bytes : 0), 0);
    const first = (page - 1) * PAGE_FILES;
    return html`${problem ? html`<p class="failed" role="alert">${problem}</p>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label="Files">
        <table>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" class="number">Size</th>
              <th scope="col">Kept</th>
              <th scope="col">Added</th>
              <th scope="col" class="number">Batches</th>
              <th scope="col">SHA-256</th>
              <th scope="col"><span class="visually-hidden">Remove</span></th>
            </tr>
          </thead>
          <tbody>
            ${files.slice(first, first + PAGE_FILES).map((file) => this.#renderFile(file))}
          </tbody>
        </table>
      </div>
      <lb-pager
        .page=${page}
        .total=${files.length}
        .size=${PAGE_FILES}
        noun="files, ${formatBytes(bytes)} of copies"
        @lb-page=${(event: PageEvent) => (this.page = event.page)}
      ></lb-pager>`;
  }
}

customElements.define("lb-batches-files", LbBatchesFiles);

declare global {
  interface HTMLElementTagNameMap {
    "lb-batches-files": LbBatchesFiles;
  }
}
