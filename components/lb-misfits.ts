import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, MisfitReport, Store, UniqueConflicts} from "../src/index.ts";
import {findMisfits} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-misfit-field.ts";
import {entryIdHref} from "./links.ts";
import type {WorkWords} from "./long-work.ts";
import {LongWork} from "./long-work.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Sets of entries that share what is unique, of which more are only counted. */
const MAX_CONFLICTS = 20;
const LOOKING: WorkWords = {
  what: "Looking at the entries",
  noun: "entries",
  failed: "The entries cannot be looked at",
  canRetry: true
};

/**
 * The values of a type's entries that do not fit it, field by field, each to be mended in bulk; and entries that share
 * what should be unique.
 */
export class LbMisfits extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      ul {
        margin: 0;
        padding: var(--lb-1) 0;
        list-style: none;
      }
      li {
        padding: 2px 0;
        overflow-wrap: anywhere;
      }
      li a {
        text-decoration: underline;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    whole: {attribute: false},
    report: {state: true},
    conflicts: {state: true}
  };

  declare store: Store;
  declare type: EntryType;
  /** The type with all that it inherits. */
  declare whole: EntryType;
  declare protected report: MisfitReport | undefined;
  declare protected conflicts: UniqueConflicts | undefined;
  readonly #work = new LongWork(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get("type");
    const isOther = former?.name !== this.type.name || former.version !== this.type.version;
    if (changed.has("type") && isOther) void this.#check();
  }

  async #check(): Promise<void> {
    await this.#work.run(LOOKING, async ({signal, onProgress}) => {
      const report = await findMisfits(this.store, this.type, {signal, onProgress});
      const {name} = this.type;
      const conflicts = await this.store.types.conflicts(name, {limit: MAX_CONFLICTS});
      signal.throwIfAborted();
      this.report = report;
      this.conflicts = conflicts;
    });
  }

  #renderConflicts({conflicts, total}: UniqueConflicts): TemplateResult | typeof nothing {
    if (total === 0) return nothing;
    return html`<ul aria-label="Entries that share what is unique">
        ${conflicts.map(
          ({fields, entries}) =>
            html`<li>
              The same ${fields.join(", ")}:
              ${entries.map(
                ({id, title}, i) =>
                  html`${i > 0 ? ", " : ""}<a href=${entryIdHref(id)}>${title}</a>`
              )}
            </li>`
        )}
      </ul>
      ${
        total > conflicts.length
          ? html`<p class="muted">${formatCounted(total - conflicts.length, "more set")}</p>`
          : nothing
      }`;
  }

  #renderReport({entries, fields}: MisfitReport): TemplateResult | typeof nothing {
    if (fields.length === 0 && this.conflicts?.total) return nothing;
    if (fields.length === 0)
      return html`<p class="muted" role="status">
        ${
          entries === 0
            ? "There is no entry yet."
            : `All values of ${formatCounted(entries, "entry")} fit.`
        }
      </p>`;
    return html`${fields.map(
      (misfit) =>
        html`<lb-misfit-field
          .store=${this.store}
          .type=${this.whole}
          .misfit=${misfit}
          @lb-done=${() => void this.#check()}
        ></lb-misfit-field>`
    )}`;
  }

  override render(): TemplateResult {
    const {report} = this;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">Values that do not fit</h2>
        <button type="button" class="quiet spread" @click=${() => void this.#check()}>
          Look again
        </button>
      </header>
      ${this.#work.render()} ${report ? this.#renderReport(report) : nothing}
      ${this.conflicts ? this.#renderConflicts(this.conflicts) : nothing}
    </section>`;
  }
}

customElements.define("lb-misfits", LbMisfits);

declare global {
  interface HTMLElementTagNameMap {
    "lb-misfits": LbMisfits;
  }
}
