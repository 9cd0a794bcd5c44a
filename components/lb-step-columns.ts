import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Column} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** With more columns than these, all and none are a button each. */
const FEW_COLUMNS = 3;

/**
 * Some of a table's columns, to be ticked; those that are chosen and not there any more stay to be seen.
 *
 * @fires lb-change - with the names that are chosen, in the order of the table
 */
export class LbStepColumns extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }
      .columns {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-1) var(--lb-3);
        max-height: 132px;
        overflow: auto;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--lb-1);
        min-height: var(--lb-row);
        max-width: 100%;
        overflow-wrap: anywhere;
      }
      .gone {
        color: var(--lb-warning);
      }
    `
  ];
  static override properties = {
    columns: {attribute: false},
    chosen: {attribute: false},
    label: {}
  };

  declare columns: readonly Column[];
  declare chosen: readonly string[];
  declare label: string;

  constructor() {
    super();
    this.columns = [];
    this.chosen = [];
    this.label = "Columns";
  }

  get #names(): string[] {
    const names = this.columns.map(({name}) => name);
    return [...names, ...this.chosen.filter((name) => !names.includes(name))];
  }

  #choose(isChosen: (name: string) => boolean): void {
    this.dispatchEvent(new FieldChangeEvent(this.#names.filter(isChosen)));
  }

  #renderColumn(name: string): TemplateResult {
    const isThere = this.columns.some((column) => column.name === name);
    return html`<label class=${isThere ? "" : "gone"}>
      <input
        type="checkbox"
        .checked=${this.chosen.includes(name)}
        @change=${(event: Event) => {
          const {checked} = event.target as HTMLInputElement;
          this.#choose((one) => (one === name ? checked : this.chosen.includes(one)));
        }}
      />
      ${name}${isThere ? nothing : " (not there)"}
    </label>`;
  }

  override render(): TemplateResult {
    const names = this.#names;
    return html`<fieldset>
      <legend class="visually-hidden">${this.label}</legend>
      <div class="columns">
        ${names.map((name) => this.#renderColumn(name))}
        ${
          names.length > FEW_COLUMNS
            ? html`<button class="quiet" @click=${() => this.#choose(() => true)}>All</button>
                <button class="quiet" @click=${() => this.#choose(() => false)}>None</button>`
            : nothing
        }
      </div>
    </fieldset>`;
  }
}

customElements.define("lb-step-columns", LbStepColumns);

declare global {
  interface HTMLElementTagNameMap {
    "lb-step-columns": LbStepColumns;
  }
}
