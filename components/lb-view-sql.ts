import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import {dialogStyles} from "./dialog-styles.ts";
import "./lb-copy.ts";
import {queryHref} from "./links.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** A dialog with a view as SQL, to copy or to go on with in the console. */
export class LbViewSql extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      dialog {
        width: 640px;
      }
      pre {
        margin: 0 0 var(--lb-3);
        padding: var(--lb-2);
        overflow: auto;
        max-height: 50vh;
        border: 1px solid var(--lb-border);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {sql: {state: true}};

  declare protected sql: string;

  constructor() {
    super();
    this.sql = "";
  }

  async open(sql: string): Promise<void> {
    this.sql = sql;
    await this.updateComplete;
    this.renderRoot.querySelector("dialog")!.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading">This view as SQL</h2>
      <pre tabindex="0">${this.sql}</pre>
      <div class="row">
        <a class="button primary" href=${queryHref(this.sql)}>Open in the console</a>
        <lb-copy .text=${this.sql}></lb-copy>
        <button @click=${() => this.renderRoot.querySelector("dialog")!.close()}>Close</button>
      </div>
    </dialog>`;
  }
}

customElements.define("lb-view-sql", LbViewSql);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-sql": LbViewSql;
  }
}
