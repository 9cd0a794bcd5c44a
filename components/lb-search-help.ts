import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import {AskEvent} from "./lb-search-facets.ts";
import {placePopover, popoverStyles} from "./popover.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const WAYS: readonly (readonly [text: string, what: string])[] = [
  ["boat trips", "both words, in any of their forms; one wrong letter does no harm"],
  ['"boat trip"', "these words one after the other"],
  ["boat OR ship", "one of the two"],
  ["boat -rain", "without a word"],
  ["title:boat", "in one field"],
  ["kind:entry", "entries only; also row, document, table, page, command"],
  ["type:item", "entries of a type"],
  ["in:messages", "in one table"],
  ["tag:gift", "what has a tag"],
  ["after:2024-03", "from a day, a month or a year on; also before: and on:"],
  ["after:30d", "of the last 30 days; also w, m and y"],
  ["on:yesterday", "of one day"]
];

/**
 * A button that shows what one can ask, with examples that can be tried.
 *
 * @fires lb-ask - with an example
 */
export class LbSearchHelp extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    popoverStyles,
    css`
      [popover]:popover-open {
        width: min(520px, 94vw);
        max-height: 80vh;
        overflow: auto;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px var(--lb-2);
        margin: var(--lb-1) 0 0;
        align-items: center;
      }
      dd {
        margin: 0;
      }
      dt button {
        min-height: var(--lb-row);
        font-family: var(--lb-mono);
        font-size: var(--lb-size-table);
      }
    `
  ];

  readonly #onToggle = ({newState, target}: ToggleEvent): void => {
    if (newState !== "open") return;
    const anchor = this.renderRoot.querySelector("button")!.getBoundingClientRect();
    placePopover(target as HTMLElement, anchor);
  };

  #ask(text: string): void {
    this.renderRoot.querySelector<HTMLElement>("[popover]")!.hidePopover();
    this.dispatchEvent(new AskEvent(text));
  }

  override render(): TemplateResult {
    return html`<button
        class="quiet"
        popovertarget="help"
        aria-label="What can be asked"
        title="What can be asked"
      >
        ?
      </button>
      <div popover id="help" role="dialog" aria-label="What can be asked" @toggle=${this.#onToggle}>
        <h2>What can be asked</h2>
        <dl>
          ${WAYS.map(
            ([text, what]) =>
              html`<dt><button @click=${() => this.#ask(text)}>${text}</button></dt>
                <dd class="muted">${what}</dd>`
          )}
        </dl>
      </div>`;
  }
}

customElements.define("lb-search-help", LbSearchHelp);

declare global {
  interface HTMLElementTagNameMap {
    "lb-search-help": LbSearchHelp;
  }
}
