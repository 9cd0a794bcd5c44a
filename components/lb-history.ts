import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Change, Entry, EntryType, Store} from "../src/index.ts";
import {isSame, toLabel} from "../src/index.ts";
import type {FieldChange} from "./changed-fields.ts";
import {changedFields} from "./changed-fields.ts";
import {diffStyles, renderFieldDiff} from "./field-diff.ts";
import {Follow} from "./follow.ts";
import {formatMoment} from "./format-value.ts";
import {getOwn} from "./get-own.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const SHOWN_AT_FIRST = 10;

/** What happened to an entry: who did what, when, to which fields; any former state or value can be brought back. */
export class LbHistory extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    diffStyles,
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

  async #write(state: Pick<Entry, "fields" | "tags">, message: string): Promise<void> {
    const {store, entry} = this;
    this.failure = undefined;
    try {
      await store.entries.update(entry.id, state);
      const [change] = await store.history.of("entries", entry.id, {limit: 1});
      offerUndo({store, groups: [change?.group ?? null], message});
    } catch (error) {
      this.failure = error;
    }
  }

  #restore({title, fields, tags, updated}: Entry): Promise<void> {
    return this.#write(
      {fields, tags},
      `“${title}” as of ${formatMoment(new Date(updated))} is back`
    );
  }

  /** Brings one value back, and leaves the others as they are now. */
  #restoreField({name, before}: FieldChange): Promise<void> {
    const {title, fields, tags} = this.entry;
    const state = isTags(name, fields)
      ? {fields, tags: (before ?? []) as readonly string[]}
      : {fields: {...fields, [name]: before}, tags};
    return this.#write(state, `${this.#toLabel(name)} of “${title}” is as it was`);
  }

  #toLabel(name: string): string {
    return (this.type && getOwn(this.type.schema.properties, name)?.title) ?? toLabel(name);
  }

  #renderChange(change: Change<"entries">, isLatest: boolean): TemplateResult {
    const {what, at, who, before, after} = change;
    const canRestore = !isLatest && after !== null;
    return html`<li>
      <span class="muted number">
        <time title=${new Date(at).toISOString()}>${formatMoment(new Date(at))}</time
        >${who === "" ? nothing : html`<br />${who}`}
      </span>
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
              title="Restore this version"
              aria-label="Restore the version of ${formatMoment(new Date(at))}"
              @click=${() => this.#restore(after)}
            >
              Restore
            </button>`
          : html`<span class="muted">${isLatest ? "now" : ""}</span>`
      }
    </li>`;
  }

  #renderField(field: FieldChange): TemplateResult {
    const {name, before} = field;
    const {fields, tags} = this.entry;
    const now = isTags(name, fields) ? (tags.length > 0 ? tags : undefined) : getOwn(fields, name);
    const label = this.#toLabel(name);
    return html`<div class="muted">
      ${renderFieldDiff(field, this.type && getOwn(this.type.schema.properties, name))}
      ${
        isSame(now, before)
          ? nothing
          : html`<button
              class="quiet"
              title="Bring the former value back, and leave all others"
              aria-label="Bring the former ${label} back"
              @click=${() => this.#restoreField(field)}
            >
              ↶
            </button>`
      }
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

/** The tags count as a field, unless there is one of that name. */
function isTags(name: string, fields: Entry["fields"]): boolean {
  return name === "tags" && !Object.hasOwn(fields, "tags");
}

customElements.define("lb-history", LbHistory);

declare global {
  interface HTMLElementTagNameMap {
    "lb-history": LbHistory;
  }
}
