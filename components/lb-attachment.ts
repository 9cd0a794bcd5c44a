import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Attachment, Store} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {download} from "./download.ts";
import {formatBytes} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** One kept file: its name and size, a picture of it where it is one, and a way to have it. */
export class LbAttachment extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lb-1) var(--lb-2);
        min-width: 0;
      }
      img {
        max-width: 96px;
        max-height: 64px;
        border: 1px solid var(--lb-border);
        border-radius: var(--lb-radius);
      }
      .name {
        overflow-wrap: anywhere;
      }
      .said {
        color: var(--lb-danger);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    file: {attribute: false},
    url: {state: true},
    said: {state: true}
  };

  declare store: Store | undefined;
  declare file: Attachment;
  /** Of the picture; it holds the bytes until it is given back. */
  declare protected url: string;
  declare protected said: string;

  constructor() {
    super();
    this.url = this.said = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#load();
  }

  override disconnectedCallback(): void {
    this.#release();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has("file") && changed.get("file")?.sha256 !== this.file.sha256;
    if (isOther || changed.has("store")) void this.#load();
  }

  #release(): void {
    if (this.url !== "") URL.revokeObjectURL(this.url);
    this.url = "";
  }

  async #load(): Promise<void> {
    const {sha256, type} = this.file;
    this.#release();
    this.said = "";
    if (!type.startsWith("image/")) return;
    const file = await this.#get();
    if (!file || !this.isConnected || this.file.sha256 !== sha256) return;
    // what an image may hold of scripts does not run where it is only drawn
    this.url = URL.createObjectURL(new Blob([file], {type}));
  }

  async #get(): Promise<File | undefined> {
    try {
      const file = await this.store?.attachments.get(this.file.sha256);
      if (!file && this.store) this.said = "Its bytes are not kept in this browser.";
      return file;
    } catch (error) {
      this.said = toMessage(error);
      return undefined;
    }
  }

  async #download(): Promise<void> {
    const file = await this.#get();
    if (file) download(this.file.name, new Blob([file], {type: "application/octet-stream"}));
  }

  override render(): TemplateResult {
    const {name, size} = this.file;
    return html`${this.url === "" ? nothing : html`<img src=${this.url} alt=${name} />`}
      <span class="name">${name}</span> <span class="muted">${formatBytes(size)}</span> ${
        this.store
          ? html`<button
              type="button"
              class="quiet"
              aria-label="Download ${name}"
              @click=${() => this.#download()}
            >
              Download
            </button>`
          : nothing
      }
      ${this.said === "" ? nothing : html`<span class="said" role="status">${this.said}</span>`}`;
  }
}

customElements.define("lb-attachment", LbAttachment);

declare global {
  interface HTMLElementTagNameMap {
    "lb-attachment": LbAttachment;
  }
}
