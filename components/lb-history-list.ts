import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Store} from "../src/index.ts";
import {Follow} from "./follow.ts";
import {formatAgo} from "./format-ago.ts";
import {formatCounted, formatMoment} from "./format-value.ts";
import type {GroupState} from "./group-state.ts";
import {readGroupStates} from "./group-state.ts";
import "./lb-failure.ts";
import "./lb-history-group.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_GROUPS = 50;

interface Shown {
  readonly states: readonly GroupState[];
  readonly total: number;
}

/** Everything that was ever written, newest first: who, what, when; each opens to its changes, and is undone or redone. */
export class LbHistoryList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        container: history / inline-size;
      }
      ul {
        margin: 0 0 var(--lb-2);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto 116px minmax(0, 1fr) auto auto;
        gap: 0 var(--lb-3);
        align-items: baseline;
        padding: 2px 0;
        border-bottom: 1px solid var(--lb-border);
      }
      li > button.quiet {
        padding: 0 var(--lb-1);
      }
      .what {
        overflow-wrap: anywhere;
      }
      .back .what {
        color: var(--lb-text-muted);
        text-decoration: line-through;
      }
      .turn {
        min-width: 56px;
        justify-content: center;
      }
      lb-history-group,
      lb-failure {
        grid-column: 3 / -1;
        padding-bottom: var(--lb-2);
      }
      @container history (max-width: 600px) {
        li {
          grid-template-columns: auto minmax(0, 1fr) auto;
        }
        .when {
          grid-column: 2;
          grid-row: 2;
          font-size: var(--lb-size-small);
        }
        .count {
          grid-column: 3;
          grid-row: 2;
        }
        lb-history-group,
        lb-failure {
          grid-column: 1 / -1;
        }
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    page: {state: true},
    open: {state: true},
    busy: {state: true},
    failed: {state: true}
  };

  declare store: Store;
  declare protected page: number;
  /** The write whose changes are shown. */
  declare protected open: string | undefined;
  /** The write that is being turned. */
  declare protected busy: string | undefined;
  declare protected failed: {readonly group: string; readonly error: unknown} | undefined;
  readonly #shown = new Follow<Shown>(this);

  constructor() {
    super();
    this.page = 1;
  }

  override willUpdate(): void {
    const {store, page} = this;
    const query = {offset: (page - 1) * PAGE_GROUPS, limit: PAGE_GROUPS};
    this.#shown.follow(page, () =>
      store.live(async () => ({
        states: await readGroupStates(store, await store.history.recent(query)),
        total: await store.history.count()
      }))
    );
  }

  async #turn({group, target}: GroupState): Promise<void> {
    if (this.busy !== undefined) return;
    const {store} = this;
    this.busy = group.group;
    this.failed = undefined;
    try {
      const back = await store.history.undo(target);
      offerUndo({store, groups: [back.group], message: back.what});
    } catch (error) {
      this.failed = {group: group.group, error};
    } finally {
      this.busy = undefined;
    }
  }

  #renderGroup(state: GroupState): TemplateResult {
    const {group, turn, note} = state;
    const {group: id, what, at, who = "", added, changed, removed} = group;
    const isOpen = this.open === id;
    const isBack = note === "undone";
    return html`<li class=${isBack ? "back" : ""}>
      <button
        class="quiet"
        aria-expanded=${isOpen}
        aria-label="Changes of ${what}"
        @click=${() => (this.open = isOpen ? undefined : id)}
      >
        ${isOpen ? "▾" : "▸"}
      </button>
      <span class="when muted">
        <time title=${formatMoment(new Date(at))} datetime=${new Date(at).toISOString()}
          >${formatAgo(at)}</time
        >${who === "" ? nothing : html` · ${who}`}
      </span>
      <span
        ><span class="what">${what}</span>${note === "" ? nothing : html` <em>${note}</em>`}</span
      >
      <span class="count muted number">${formatCounted(added + changed + removed, "record")}</span>
      ${
        turn
          ? html`<button
              class="turn"
              ?disabled=${this.busy !== undefined}
              aria-label="${turn}: ${what}"
              @click=${() => this.#turn(state)}
            >
              ${this.busy === id ? "…" : turn}
            </button>`
          : html`<span class="turn"></span>`
      }
      ${
        this.failed?.group === id
          ? html`<lb-failure .error=${this.failed.error} what="Nothing was changed"></lb-failure>`
          : nothing
      }
      ${
        isOpen
          ? html`<lb-history-group .store=${this.store} .group=${group}></lb-history-group>`
          : nothing
      }
    </li>`;
  }

  #renderShown({states, total}: Shown): TemplateResult {
    if (total === 0)
      return html`<p class="muted">
        Nothing was written yet. Each change to entries, edges, types and views is listed here, and
        can be undone. Imports have their own list: <a href="./batches.html">Batches</a>.
      </p>`;
    return html`<ul aria-label="Changes, newest first">
        ${states.map((state) => this.#renderGroup(state))}
      </ul>
      <lb-pager
        noun=${total === 1 ? "change" : "changes"}
        .page=${this.page}
        .total=${total}
        .size=${PAGE_GROUPS}
        @lb-page=${({page}: PageEvent) => (this.page = page)}
      ></lb-pager>`;
  }

  override render(): TemplateResult {
    return this.#shown.render(
      {what: "Reading the history", failed: "The history cannot be read"},
      (shown) => this.#renderShown(shown)
    );
  }
}

customElements.define("lb-history-list", LbHistoryList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-history-list": LbHistoryList;
  }
}
