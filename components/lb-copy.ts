import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {baseStyles, controlStyles} from "./styles.ts";

/** A button that puts a text into the clipboard, and says whether that went well. */
export class LbCopy extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lb-2);
      }
    `
  ];
  static override properties = {text: {}, label: {}, name: {}, said: {state: true}};

  declare text: string;
  /** What stands on the button. */
  declare label: string;
  /** The button's name where its label does not say what is copied; begins with the label. */
  declare name: string | undefined;
  declare protected said: string;

  constructor() {
    super();
    this.text = this.said = "";
    this.label = "Copy";
  }

  async #copy(): Promise<void> {
    this.said = "";
    try {
      await navigator.clipboard.writeText(this.text);
      this.said = "Copied";
    } catch {
      this.said = "The browser does not let this page copy: mark the text and copy it by hand";
    }
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("text")) this.said = "";
  }

  override render(): TemplateResult {
    return html`<button
        class="quiet"
        aria-label=${this.name ?? nothing}
        @click=${() => this.#copy()}
      >
        ${this.label}</button
      ><span class="muted" role="status">${this.said}</span>`;
  }
}

customElements.define("lb-copy", LbCopy);

declare global {
  interface HTMLElementTagNameMap {
    "lb-copy": LbCopy;
  }
}
