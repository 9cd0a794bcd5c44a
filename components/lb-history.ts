import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Change, Entry, EntryType, Store} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import type {FieldChange} from "./changed-fields.ts";
import {changedFields} from "./changed-fields.ts";
import {Follow} from "./follow.ts";
import {formatField} from "./format-field.ts";
import {formatMoment} from "./format-value.ts";
import {getOwn} from "./get-own.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const SHOWN_AT_FIRST = 10;
const MAX_VALUE_LENGTH = 60;

/** What happened to an entry: what was done, when, to which fields; any former state can be brought back. */
export class LbHistory extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr) auto;
        gap: 0 var(--lb-3);
        padding: 3px 0;
        border-bottom: 1px solid var(--lb-border);
      }
      .what {
        overflow-wrap: anywhere;
      }
      li button {
        min-height: 18px;
      }
      del {
        color: var(--lb-text-muted);
      }
      ins {
        text-decoration: none;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    entry: {attribute: false},
    type: {attribute: false},
    all: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare entry: Entry;
  declare type: EntryType | undefined;
  declare protected all: boolean;
  declare protected failure: unknown;
  readonly #changes = new Follow<Change<"entries">[]>(this);

  constructor() {
    super();
    this.all = false;
  }

  override willUpdate(): void {
    const {store, entry, all} = this;
    const limit = all ? Infinity : SHOWN_AT_FIRST + 1;
    this.#changes.follow(`${entry.id} ${all}`, () =>
      store.live(() => store.history.of("entries", entry.id, {limit}))
    );
  }

  async #restore(state: Entry): Promise<void> {
    const {store, entry} = this;
    this.failure = undefined;
    try {
      await store.entries.update(entry.id, {fields: state.fields, tags: state.tags});
      const [change] = await store.history.of("entries", entry.id, {limit: 1});
      offerUndo({
        store,
        groups: [change?.group ?? null],
        message: `“${state.title}” as of ${formatMoment(new Date(state.updated))} is back`
      });
    } catch (error) {
      this.failure = error;
    }
  }

  #renderChange(change: Change<"entries">, isLatest: boolean): TemplateResult {
    const {what, at, before, after} = change;
    const canRestore = !isLatest && after !== null;
    return html`<li>
      <time class="muted number" title=${new Date(at).toISOString()}
        >${formatMoment(new Date(at))}</time
      >
      <span class="what">
        ${what}${
          before && after
            ? changedFields(before, after).map((field) => this.#renderField(field))
            : nothing
        }
      </span>
      ${
        canRestore
          ? html`<button
              class="quiet"
              title="Bring this state back"
              aria-label="Restore the state of ${formatMoment(new Date(at))}"
              @click=${() => this.#restore(after)}
            >
              Restore
            </button>`
          : html`<span class="muted">${isLatest ? "now" : ""}</span>`
      }
    </li>`;
  }

  #renderField({name, before, after}: FieldChange): TemplateResult {
    const field = this.type && getOwn(this.type.schema.properties, name);
    const show = (value: unknown): string => cut(formatField(value, field)) || "–";
    return html`<div class="muted">
      ${field?.title ?? toLabel(name)}: <del>${show(before)}</del> → <ins>${show(after)}</ins>
    </div>`;
  }

  override render(): TemplateResult {
    const {value: changes = [], error} = this.#changes;
    const shown = this.all ? changes : changes.slice(0, SHOWN_AT_FIRST);
    const failure = error ?? this.failure;
    return html`<section aria-labelledby="heading">
      <header><h2 id="heading">History</h2></header>
      ${failure === undefined ? nothing : html`<lb-failure .error=${failure}></lb-failure>`}
      <ul class="plain">
        ${shown.map((change, i) => this.#renderChange(change, i === 0))}
      </ul>
      ${
        changes.length > shown.length
          ? html`<button class="quiet" @click=${() => (this.all = true)}>Show all changes</button>`
          : nothing
      }
    </section>`;
  }
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > MAX_VALUE_LENGTH ? `${line.slice(0, MAX_VALUE_LENGTH)}…` : line;
}

customElements.define("lb-history", LbHistory);

declare global {
  interface HTMLElementTagNameMap {
    "lb-history": LbHistory;
  }
}
