import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {LbScan} from "./lb-scan.ts";
import "./lb-scan.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Opens the reader of bar and QR codes beside a field. What was read bubbles up as `lb-scan`. */
export class LbScanButton extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: inline-block;
      }
    `
  ];
  static override properties = {label: {}, isOpened: {state: true}};

  /** The field that is filled. */
  declare label: string;
  /** True once it was used: until then there is no dialog to draw. */
  declare protected isOpened: boolean;

  constructor() {
    super();
    this.label = "Code";
    this.isOpened = false;
  }

  async #open(): Promise<void> {
    this.isOpened = true;
    await this.updateComplete;
    await this.renderRoot.querySelector<LbScan>("lb-scan")!.open();
  }

  override render(): TemplateResult {
    return html`<button
        type="button"
        aria-label="Scan ${this.label}"
        title="Scan a bar or QR code"
        @click=${() => this.#open()}
      >
        Scan
      </button>
      ${this.isOpened ? html`<lb-scan .label=${this.label}></lb-scan>` : nothing}`;
  }
}

customElements.define("lb-scan-button", LbScanButton);

declare global {
  interface HTMLElementTagNameMap {
    "lb-scan-button": LbScanButton;
  }
}
