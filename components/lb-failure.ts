import {LitElement, css, html, nothing} from "lit";
import {toMessage} from "../src/index.ts";
import "./lb-copy.ts";
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
  declare what: string | undefined;
  declare retry: boolean;

  get #details(): string {
    const {error, what = ""} = this;
    return `${what}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }

  override render() {
    return html`<div role="alert">
      ${this.what ? html`<strong>${this.what}</strong>` : nothing}
      <pre>${toMessage(this.error)}</pre>
      <div class="row">
        ${this.retry ? html`<button @click=${() => this.dispatchEvent(new Event("retry"))}>Try again</button>` : nothing}
        <lb-copy label="Copy details" .text=${this.#details}></lb-copy>
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
