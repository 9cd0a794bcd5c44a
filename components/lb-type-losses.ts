import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {MisfitReport} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {toChecked} from "./input-value.ts";
import {formatSample} from "./format-sample.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const MAX_SAMPLES = 5;

/**
 * What a change of a type means for its entries, before it is made: the values that would no longer fit, and those that
 * would move with fields that were renamed. None of them is lost either way.
 *
 * @fires lb-change - the change shall be made; with the entries whose values shall move
 * @fires lb-cancel - it shall not, yet
 */
export class LbTypeLosses extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
        margin-top: var(--lb-3);
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-warning);
        background: var(--lb-bg-alt);
      }
      ul {
        margin: 0;
        padding-left: var(--lb-4);
      }
      li {
        overflow-wrap: anywhere;
      }
      label {
        display: flex;
        gap: var(--lb-1);
        align-items: center;
      }
    `
  ];
  static override properties = {
    report: {attribute: false},
    renames: {attribute: false},
    busy: {type: Boolean},
    isMoving: {state: true}
  };

  declare report: MisfitReport;
  declare renames: ReadonlyMap<string, string>;
  declare busy: boolean;
  /** True while values shall move with their fields. */
  declare protected isMoving: boolean;

  constructor() {
    super();
    this.renames = new Map();
    this.busy = false;
    this.isMoving = true;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("button")?.focus();
  }

  override render(): TemplateResult {
    const {report, renames, isMoving} = this;
    const lost = report.fields.filter(({newCount}) => newCount > 0);
    const {length: moving} = report.renamed;
    return html`<div role="alert">
        ${
          lost.length > 0
            ? html`<strong>Some values would no longer fit.</strong> They stay with their entries,
                are listed here, and can be mended in bulk.`
            : html`<strong>Values are kept under the field's former name.</strong>`
        }
      </div>
      ${
        lost.length > 0
          ? html`<ul>
              ${lost.map(
                ({field, newCount, reasons, samples}) =>
                  html`<li>
                    <strong>${field}</strong> ${reasons[0]!.what}: ${formatCount(newCount)} of
                    ${formatCounted(report.entries, "entry")}
                    ${
                      samples.length > 0
                        ? html`<span class="muted">
                            (${samples.slice(0, MAX_SAMPLES).map(formatSample).join(", ")})
                          </span>`
                        : nothing
                    }
                  </li>`
              )}
            </ul>`
          : nothing
      }
      ${
        moving > 0
          ? html`<label>
              <input
                type="checkbox"
                .checked=${isMoving}
                @change=${(event: Event) => (this.isMoving = toChecked(event))}
              />
              Move the values of ${formatCounted(moving, "entry")}:
              ${[...renames].map(([from, to]) => `${from} → ${to}`).join(", ")}
            </label>`
          : nothing
      }
      <div class="row">
        <button
          type="button"
          class="primary"
          ?disabled=${this.busy}
          @click=${() => this.dispatchEvent(new FieldChangeEvent(isMoving ? report.renamed : []))}
        >
          ${lost.length > 0 ? "Save, and mend them after" : "Save"}
        </button>
        <button type="button" @click=${() => this.dispatchEvent(new Event("lb-cancel"))}>
          Go on editing
        </button>
      </div>`;
  }
}

customElements.define("lb-type-losses", LbTypeLosses);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-losses": LbTypeLosses;
  }
}
