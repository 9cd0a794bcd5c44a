import {LitElement, css, html, nothing} from "lit";
import {formatCount} from "./format-value.ts";
import "./lb-copy.ts";
import {placePopover, popoverStyles} from "./popover.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** More than this stops a page that lays it out; the copy has all of it. */
const MAX_SHOWN_CHARACTERS = 100_000;

/**
 * The whole of a value that a cell cuts short, in a box that floats at the cell. Escape and a click beside it close it.
 *
 * @fires close - Escape closed it, and the focus wants to go back
 */
export class LbGridValue extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    popoverStyles,
    css`
      [popover] {
        width: max-content;
        min-width: 200px;
        max-width: min(560px, 92vw);
      }
      pre {
        max-height: 40vh;
        margin: var(--lb-1) 0 0;
        overflow: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {what: {}, text: {}};

  /** What the value is of: "note, row 12". */
  declare what: string;
  declare text: string;

  constructor() {
    super();
    this.what = "";
    this.text = "";
  }

  /** Shows a value beside the box `anchor` and takes the focus, which goes back when it closes. */
  async show(what: string, text: string, anchor: DOMRect): Promise<void> {
    this.what = what;
    this.text = text;
    await this.updateComplete;
    const box = this.renderRoot.querySelector<HTMLElement>("[popover]")!;
    box.showPopover();
    placePopover(box, anchor);
    this.renderRoot.querySelector<HTMLElement>("pre")!.focus();
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // what lies below must not take the key for its own
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>("[popover]")!.hidePopover();
    this.dispatchEvent(new Event("close"));
  };

  override render() {
    const isCut = this.text.length > MAX_SHOWN_CHARACTERS;
    return html`<div popover role="dialog" aria-label=${this.what} @keydown=${this.#onKeyDown}>
      <div class="row">
        <span class="muted">${this.what}</span>
        <lb-copy class="spread" .text=${this.text}></lb-copy>
      </div>
      <pre tabindex="0" aria-label="Value">${this.text.slice(0, MAX_SHOWN_CHARACTERS)}</pre>
      ${
        isCut
          ? html`<p class="muted">
              The first ${formatCount(MAX_SHOWN_CHARACTERS)} of ${formatCount(this.text.length)}
              characters; Copy takes all.
            </p>`
          : nothing
      }
    </div>`;
  }
}

customElements.define("lb-grid-value", LbGridValue);

declare global {
  interface HTMLElementTagNameMap {
    "lb-grid-value": LbGridValue;
  }
}
