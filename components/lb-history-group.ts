import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Change, ChangeGroup, EntryType, FieldSchema, Store} from "../src/index.ts";
import {toFieldChanges} from "./changed-fields.ts";
import {diffStyles, renderFieldDiff} from "./field-diff.ts";
import {Follow} from "./follow.ts";
import {formatCount} from "./format-value.ts";
import {getOwn} from "./get-own.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import type {NameSource} from "./record-names.ts";
import {RECORD_WORDS, readNameSource, toRecordName} from "./record-names.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_CHANGES = 20;
/** Fields of one record that are shown; the others are counted. */
const MAX_FIELDS = 30;

interface Shown {
  readonly changes: readonly Change[];
  readonly names: NameSource;
  readonly types: ReadonlyMap<string, EntryType>;
}

/** What one write did: each record, each field, before and after. */
export class LbHistoryGroup extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    diffStyles,
    css`
      :host {
        display: block;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 2px 0;
      }
      .record a {
        text-decoration: underline;
      }
      .record,
      .field {
        overflow-wrap: anywhere;
      }
      .field {
        padding-left: var(--lb-4);
      }
      summary {
        cursor: pointer;
        min-height: var(--lb-row);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    group: {attribute: false},
    page: {state: true}
  };

  declare store: Store;
  declare group: ChangeGroup;
  declare protected page: number;
  readonly #shown = new Follow<Shown>(this);

  constructor() {
    super();
    this.page = 1;
  }

  override willUpdate(): void {
    const {store, group, page} = this;
    const query = {offset: (page - 1) * PAGE_CHANGES, limit: PAGE_CHANGES};
    this.#shown.follow(`${group.group} ${page}`, () =>
      store.live(async () => {
        const changes = await store.history.changes(group.group, query);
        const types = new Map((await store.types.list()).map((type) => [type.name, type]));
        return {changes, types, names: await readNameSource(store, changes)};
      })
    );
  }

  #renderChange(change: Change, {names, types}: Shown): TemplateResult {
    const {table, before, after} = change;
    const name = toRecordName(change, names);
    const verb = before === null ? "added" : after === null ? "removed" : "changed";
    const record = (after ?? before)!;
    const type = "type" in record ? types.get(record.type) : undefined;
    const toSchema = (field: string): FieldSchema | undefined =>
      table === "entries" && type ? getOwn(type.schema.properties, field) : undefined;
    const fields = toFieldChanges(change);
    const list = html`${fields
      .slice(0, MAX_FIELDS)
      .map(
        (field) => html`<div class="field">${renderFieldDiff(field, toSchema(field.name))}</div>`
      )}${
      fields.length > MAX_FIELDS
        ? html`<div class="field muted">and ${formatCount(fields.length - MAX_FIELDS)} more</div>`
        : nothing
    }`;
    return html`<li>
      <div class="record">
        <span class="muted">${type?.label ?? RECORD_WORDS[table]} ${verb}:</span>
        ${name.href === undefined ? name.text : html`<a href=${name.href}>${name.text}</a>`}
      </div>
      ${
        verb === "changed"
          ? list
          : html`<details>
              <summary class="muted">${formatCount(fields.length)} fields</summary>
              ${list}
            </details>`
      }
    </li>`;
  }

  #renderShown(shown: Shown): TemplateResult {
    const {added, changed, removed} = this.group;
    const total = added + changed + removed;
    return html`<ul>
        ${shown.changes.map((change) => this.#renderChange(change, shown))}
      </ul>
      ${
        total > PAGE_CHANGES
          ? html`<lb-pager
              noun="records"
              .page=${this.page}
              .total=${total}
              .size=${PAGE_CHANGES}
              @lb-page=${({page}: PageEvent) => (this.page = page)}
            ></lb-pager>`
          : nothing
      }`;
  }

  override render(): TemplateResult {
    return this.#shown.render(
      {what: "Reading the changes", failed: "The changes cannot be read"},
      (shown) => this.#renderShown(shown)
    );
  }
}

customElements.define("lb-history-group", LbHistoryGroup);

declare global {
  interface HTMLElementTagNameMap {
    "lb-history-group": LbHistoryGroup;
  }
}
