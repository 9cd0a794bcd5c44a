import type {TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Store} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {formatEntries} from "./count-entries.ts";
import {formatCount} from "./format-value.ts";
import {SelectEvent} from "./select-event.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {baseStyles, controlStyles} from "./styles.ts";

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
    canChange: {attribute: false},
    running: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare selected: ReadonlySet<string>;
  /** How many entries the list has; all of them can be selected where they are more. */
  declare total: number;
  declare canChange: boolean;
  /** How far a long removal is. */
  declare protected running: {done: number; total: number; stop: AbortController} | undefined;
  declare protected failure: unknown;

  constructor() {
    super();
    this.selected = new Set();
    this.total = 0;
    this.canChange = false;
  }

  async deleteSelected(): Promise<void> {
    const {store} = this;
    const ids = [...this.selected];
    if (ids.length === 0 || this.running) return;
    const stop = new AbortController();
    this.running = {done: 0, total: ids.length, stop};
    this.failure = undefined;
    try {
      const {entries, group} = await store.entries.remove(ids, {
        signal: stop.signal,
        onProgress: (done, total) => (this.running = {done, total, stop})
      });
      this.#clear();
      this.dispatchEvent(new Event("lb-removed"));
      offerUndo({store, groups: [group], message: `${formatEntries(entries)} deleted`});
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.running = undefined;
    }
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

  override render(): TemplateResult | typeof nothing {
    const {running} = this;
    const failure =
      this.failure === undefined
        ? nothing
        : html`<lb-failure .error=${this.failure} .what=${"Nothing was deleted"}></lb-failure>`;
    if (running)
      return html`<lb-progress
        what="Deleting"
        noun="entries"
        .done=${running.done}
        .total=${running.total}
        @lb-stop=${() => running.stop.abort()}
      ></lb-progress>`;
    return html`${failure}${
      this.selected.size === 0 ? nothing : html`<div class="row">${this.#renderButtons()}</div>`
    }`;
  }
}

customElements.define("lb-selection-bar", LbSelectionBar);

declare global {
  interface HTMLElementTagNameMap {
    "lb-selection-bar": LbSelectionBar;
  }
}
