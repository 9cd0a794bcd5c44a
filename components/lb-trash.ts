import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {EntryType, Store} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import {countPages} from "./count-pages.ts";
import {Follow} from "./follow.ts";
import {formatAgo} from "./format-ago.ts";
import {formatBytes, formatCount, formatMoment} from "./format-value.ts";
import {toChecked, toText} from "./input-value.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {toToggled} from "./select-event.ts";
import {renderSelectPage} from "./select-page.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PAGE_ENTRIES = 50;

type Removed = Awaited<ReturnType<Store["history"]["removed"]>>;

interface Shown extends Removed {
  readonly types: ReadonlyMap<string, EntryType>;
}

/** Entries that were deleted: none is ever gone, any number of them come back together with their edges. */
export class LbTrash extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      .tools {
        margin-bottom: var(--lb-2);
      }
      td.title {
        max-width: 420px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      td:first-child {
        width: 1px;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    page: {state: true},
    type: {state: true},
    selected: {state: true}
  };

  declare store: Store;
  declare protected page: number;
  declare protected type: string | undefined;
  declare protected selected: ReadonlySet<string>;
  readonly #attempt = new Attempt(this);
  readonly #shown = new Follow<Shown>(this, ({total}) => this.#onTotal(total));

  constructor() {
    super();
    this.page = 1;
    this.selected = new Set();
  }

  override willUpdate(): void {
    const {store, page, type} = this;
    const query = {
      offset: (page - 1) * PAGE_ENTRIES,
      limit: PAGE_ENTRIES,
      ...(type !== undefined && {type})
    };
    this.#shown.follow(JSON.stringify(query), () =>
      store.live(async () => ({
        ...(await store.history.removed(query)),
        types: new Map((await store.types.list()).map((one) => [one.name, one]))
      }))
    );
  }

  #onTotal(total: number): void {
    this.page = Math.min(this.page, countPages(total, PAGE_ENTRIES));
  }

  #toggle(ids: readonly string[], isOn: boolean): void {
    this.selected = toToggled(this.selected, ids, isOn);
  }

  async #restore(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const {store} = this;
    await this.#attempt.runAlone("Nothing was restored", async () => {
      const {entries, edges, group} = await store.history.restore(ids);
      this.selected = new Set();
      const what =
        entries.length === 1 ? `“${entries[0]!.title}”` : `${formatCount(entries.length)} entries`;
      const joined = edges === 0 ? "" : ` with ${formatCount(edges)} edge${edges === 1 ? "" : "s"}`;
      offerUndo({store, groups: [group], message: `${what} restored${joined}`});
    });
  }

  #renderTools({types, entries}: Shown): TemplateResult {
    const {selected} = this;
    const bytes = entries.reduce((sum, {entry}) => sum + JSON.stringify(entry).length, 0);
    return html`<div class="row tools">
      <select
        aria-label="Type"
        @change=${(event: Event) => {
          this.type = toText(event) || undefined;
          this.page = 1;
        }}
      >
        <option value="">All types</option>
        ${[...types.values()].map(
          ({name, plural}) =>
            html`<option value=${name} ?selected=${name === this.type}>${plural}</option>`
        )}
      </select>
      <button
        class="primary"
        ?disabled=${this.#attempt.isRunning || selected.size === 0}
        @click=${() => this.#restore([...selected])}
      >
        Restore ${selected.size === 0 ? "selected" : formatCount(selected.size)}
      </button>
      <span class="muted">
        Nothing is ever deleted for good: an entry costs what its text costs, these about
        ${formatBytes(bytes)}.
      </span>
    </div>`;
  }

  #renderRow({entry, removed}: Removed["entries"][number], {types}: Shown): TemplateResult {
    const {id, title, type} = entry;
    return html`<tr aria-selected=${this.selected.has(id)}>
      <td>
        <input
          type="checkbox"
          aria-label="Select ${title}"
          .checked=${this.selected.has(id)}
          @change=${(event: Event) => this.#toggle([id], toChecked(event))}
        />
      </td>
      <td class="title" title=${title}>${title}</td>
      <td>${types.get(type)?.label ?? type}</td>
      <td><time title=${formatMoment(new Date(removed))}>${formatAgo(removed)}</time></td>
      <td>
        <button
          class="quiet"
          aria-label="Restore ${title}"
          ?disabled=${this.#attempt.isRunning}
          @click=${() => this.#restore([id])}
        >
          Restore
        </button>
      </td>
    </tr>`;
  }

  #renderTable(shown: Shown): TemplateResult {
    const {entries, total} = shown;
    const ids = entries.map(({entry}) => entry.id);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Deleted entries">
        <table>
          <thead>
            <tr>
              <th>${renderSelectPage(ids, this.selected, (isOn) => this.#toggle(ids, isOn))}</th>
              <th scope="col">Title</th>
              <th scope="col">Type</th>
              <th scope="col">Deleted</th>
              <th><span class="visually-hidden">Restore</span></th>
            </tr>
          </thead>
          <tbody>
            ${entries.map((one) => this.#renderRow(one, shown))}
          </tbody>
        </table>
      </div>
      <lb-pager
        noun=${total === 1 ? "entry" : "entries"}
        .page=${this.page}
        .total=${total}
        .size=${PAGE_ENTRIES}
        @lb-page=${({page}: PageEvent) => (this.page = page)}
      ></lb-pager>`;
  }

  #renderShown(shown: Shown): TemplateResult {
    if (shown.total === 0 && this.type === undefined)
      return html`<p class="muted">
        The trash is empty. Entries that are deleted wait here, and come back with their edges.
      </p>`;
    return html`${this.#renderTools(shown)} ${this.#attempt.render()}
    ${
      shown.total === 0
        ? html`<p class="muted">No deleted entry is of this type.</p>`
        : this.#renderTable(shown)
    }`;
  }

  override render(): TemplateResult {
    return this.#shown.render(
      {what: "Reading the trash", failed: "The trash cannot be read"},
      (shown) => this.#renderShown(shown)
    );
  }
}

customElements.define("lb-trash", LbTrash);

declare global {
  interface HTMLElementTagNameMap {
    "lb-trash": LbTrash;
  }
}
