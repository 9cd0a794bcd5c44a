import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import {dialogStyles} from "./dialog-styles.ts";
import {SHORTCUTS} from "./shortcuts.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** A dialog with the keys that do something on every page. */
export class LbShortcuts extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      kbd {
        font: var(--lb-size-small) var(--lb-mono);
        border: 1px solid var(--lb-border);
        border-radius: 3px;
        padding: 0 3px;
      }
      dt {
        float: left;
        clear: left;
        width: 96px;
      }
      dd {
        margin: 0 0 var(--lb-1) 104px;
      }
    `
  ];

  open(): void {
    const dialog = this.renderRoot.querySelector("dialog")!;
    if (!dialog.open) dialog.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading">Keyboard shortcuts</h2>
      <dl>
        ${SHORTCUTS.map(
          ({keys, what}) =>
            html`<dt><kbd>${keys}</kbd></dt>
              <dd>${what}</dd>`
        )}
      </dl>
      <form method="dialog"><button>Close</button></form>
    </dialog>`;
  }
}

customElements.define("lb-shortcuts", LbShortcuts);

declare global {
  interface HTMLElementTagNameMap {
    "lb-shortcuts": LbShortcuts;
  }
}
