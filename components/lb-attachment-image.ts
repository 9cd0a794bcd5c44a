import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {Store} from "../src/index.ts";
import {baseStyles} from "./styles.ts";

/** A kept picture, read when it is first seen; where there is none, its place stays. */
export class LbAttachmentImage extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        place-items: center;
        height: 140px;
        margin-bottom: var(--lb-2);
        background: var(--lb-bg-alt);
        color: var(--lb-text-muted);
        font-size: var(--lb-size-small);
      }
      img {
        max-width: 100%;
        max-height: 140px;
        object-fit: contain;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    sha256: {},
    alt: {},
    url: {state: true},
    isMissing: {state: true}
  };

  declare store: Store;
  declare sha256: string | undefined;
  declare alt: string;
  declare protected url: string | undefined;
  declare protected isMissing: boolean;
  readonly #seen = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting) void this.#load();
  });

  constructor() {
    super();
    this.alt = "";
    this.isMissing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seen.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen.disconnect();
    this.#free();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("sha256") || changed.get("sha256") === undefined) return;
    this.#free();
    this.#seen.unobserve(this);
    this.#seen.observe(this);
  }

  #free(): void {
    if (this.url !== undefined) URL.revokeObjectURL(this.url);
    this.url = undefined;
  }

  async #load(): Promise<void> {
    const {sha256} = this;
    if (sha256 === undefined || this.url !== undefined) return;
    try {
      const file = await this.store.attachments.get(sha256);
      if (sha256 !== this.sha256) return;
      this.isMissing = !file;
      if (file && this.isConnected) this.url = URL.createObjectURL(file);
    } catch {
      this.isMissing = true; // the entry's own page says why
    }
  }

  override render(): TemplateResult {
    if (this.url !== undefined)
      return html`<img src=${this.url} alt=${this.alt} @error=${() => (this.isMissing = true)} />`;
    return html`${this.isMissing ? "Picture not kept here" : this.sha256 ? "" : "No picture"}`;
  }
}

customElements.define("lb-attachment-image", LbAttachmentImage);

declare global {
  interface HTMLElementTagNameMap {
    "lb-attachment-image": LbAttachmentImage;
  }
}
