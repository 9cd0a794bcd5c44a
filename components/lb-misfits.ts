import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, MisfitReport, Store, UniqueConflicts} from "../src/index.ts";
import {findMisfits, isAbortError} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-misfit-field.ts";
import "./lb-progress.ts";
import {entryIdHref} from "./links.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Sets of entries that share what is unique, of which more are only counted. */
const MAX_CONFLICTS = 20;

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
    conflicts: {state: true},
    work: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare type: EntryType;
  /** The type with all that it inherits. */
  declare whole: EntryType;
  declare protected report: MisfitReport | undefined;
  declare protected conflicts: UniqueConflicts | undefined;
  declare protected work: {done: number; total: number; stop: AbortController} | undefined;
  declare protected failure: unknown;

  override disconnectedCallback(): void {
    this.work?.stop.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get("type");
    const isOther = former?.name !== this.type.name || former.version !== this.type.version;
    if (changed.has("type") && isOther) void this.#check();
  }

  async #check(): Promise<void> {
    this.work?.stop.abort();
    const stop = new AbortController();
    this.work = {done: 0, total: 0, stop};
    this.failure = undefined;
    try {
      const report = await findMisfits(this.store, this.type, {
        signal: stop.signal,
        onProgress: (done, total) => (this.work = {done, total, stop})
      });
      const {name} = this.type;
      const conflicts = await this.store.types.conflicts(name, {limit: MAX_CONFLICTS});
      stop.signal.throwIfAborted();
      this.report = report;
      this.conflicts = conflicts;
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      if (this.work?.stop === stop) this.work = undefined;
    }
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
    const {work, report, failure} = this;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">Values that do not fit</h2>
        <button type="button" class="quiet spread" @click=${() => void this.#check()}>
          Look again
        </button>
      </header>
      ${
        work
          ? html`<lb-progress
              what="Looking at the entries"
              noun="entries"
              .done=${work.done}
              .total=${work.total}
              @lb-stop=${() => work.stop.abort()}
            ></lb-progress>`
          : nothing
      }
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure
              retry
              .error=${failure}
              .what=${"The entries cannot be looked at"}
              @retry=${() => void this.#check()}
            ></lb-failure>`
      }
      ${report ? this.#renderReport(report) : nothing}
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
