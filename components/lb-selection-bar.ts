import type {TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Store} from "../src/index.ts";
import {formatEntries} from "./count-entries.ts";
import {formatCount} from "./format-value.ts";
import {SelectEvent} from "./select-event.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const DELETING = {what: "Deleting", noun: "entries", failed: "Nothing was deleted"};

/**
 * What can be done with the entries that are selected: delete them, with progress and undo.
 *
 * @fires lb-select - with no ids once they are gone, or the selection is cleared
 * @fires lb-removed - the entries are gone
 * @fires lb-select-all - somebody wants all entries of the list
 * @fires lb-change-many - somebody wants to change them together; only with `canChange`
 */
export class LbSelectionBar extends LitElement {
  static override styles = [baseStyles, controlStyles];
  static override properties = {
    store: {attribute: false},
    selected: {attribute: false},
    total: {type: Number},
    canChange: {attribute: false}
  };

  declare store: Store;
  declare selected: ReadonlySet<string>;
  /** How many entries the list has; all of them can be selected where they are more. */
  declare total: number;
  declare canChange: boolean;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.selected = new Set();
    this.total = 0;
    this.canChange = false;
  }

  async deleteSelected(): Promise<void> {
    const {store} = this;
    const ids = [...this.selected];
    if (ids.length === 0 || this.#work.isRunning) return;
    await this.#work.run(DELETING, async ({signal, onProgress}) => {
      const {entries, group} = await store.entries.remove(ids, {signal, onProgress});
      this.#clear();
      this.dispatchEvent(new Event("lb-removed"));
      offerUndo({store, groups: [group], message: `${formatEntries(entries)} deleted`});
    });
  }

  #clear(): void {
    this.dispatchEvent(new SelectEvent(new Set()));
  }

  #renderButtons(): TemplateResult {
    const {size} = this.selected;
    return html`<span role="status">${formatCount(size)} selected</span>
      <button class="danger" @click=${() => this.deleteSelected()}>
        Delete ${formatEntries(size)}
      </button>
      ${
        this.canChange
          ? html`<button @click=${() => this.dispatchEvent(new Event("lb-change-many"))}>
              Change ${formatEntries(size)} …
            </button>`
          : nothing
      }
      ${
        size < this.total
          ? html`<button @click=${() => this.dispatchEvent(new Event("lb-select-all"))}>
              Select all ${formatCount(this.total)}
            </button>`
          : nothing
      }
      <button class="quiet" @click=${() => this.#clear()}>Clear selection</button>`;
  }

  override render(): TemplateResult {
    const isIdle = !this.#work.isRunning && this.selected.size > 0;
    return html`${this.#work.render()}${
      isIdle ? html`<div class="row">${this.#renderButtons()}</div>` : nothing
    }`;
  }
}

customElements.define("lb-selection-bar", LbSelectionBar);

declare global {
  interface HTMLElementTagNameMap {
    "lb-selection-bar": LbSelectionBar;
  }
}
