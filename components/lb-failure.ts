import {LitElement, css, html, nothing} from "lit";
import {toMessage} from "../src/index.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * What failed, in the words of the error, with a retry where one can help and details that can be copied.
 *
 * @fires retry - somebody wants to try again; shown only with the attribute `retry`
 */
export class LbFailure extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        border-left: 3px solid var(--lb-danger);
        padding: var(--lb-1) var(--lb-3);
        margin: var(--lb-2) 0;
      }
      pre {
        margin: 0 0 var(--lb-1);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-family: inherit;
        font-size: inherit;
      }
    `
  ];
  static override properties = {error: {attribute: false}, what: {}, retry: {type: Boolean}};

  /** Whatever was thrown. */
  declare error: unknown;
  /** What was being done: "The profile of expenses cannot be shown". */
  declare what: string;
  declare retry: boolean;

  #copy(): void {
    const details =
      this.error instanceof Error
        ? `${this.error.stack ?? this.error.message}`
        : String(this.error);
    void navigator.clipboard.writeText(`${this.what ?? ""}\n${details}`);
  }

  override render() {
    return html`<div role="alert">
      ${this.what ? html`<strong>${this.what}</strong>` : nothing}
      <pre>${toMessage(this.error)}</pre>
      <div class="row">
        ${this.retry ? html`<button @click=${() => this.dispatchEvent(new Event("retry"))}>Try again</button>` : nothing}
        <button class="quiet" @click=${() => this.#copy()}>Copy details</button>
      </div>
    </div>`;
  }
}

customElements.define("lb-failure", LbFailure);

declare global {
  interface HTMLElementTagNameMap {
    "lb-failure": LbFailure;
  }
}
