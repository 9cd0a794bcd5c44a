import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {RecentQuery, Workspace} from "../src/index.ts";
import {Follow} from "./follow.ts";
import {formatAgo} from "./format-ago.ts";
import {formatCounted, formatDuration} from "./format-value.ts";
import {placePopover, popoverStyles} from "./popover.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import "./lb-failure.ts";

/** A query of before is wanted again. */
export class LoadEvent extends Event {
  readonly sql: string;

  constructor(sql: string) {
    super("lb-load", {bubbles: true, composed: true});
    this.sql = sql;
  }
}

/**
 * A button that shows the queries that were run, newest first: to search, to load again, to mark with a star, to forget.
 *
 * @fires lb-load - a query is wanted in the editor (`LoadEvent`)
 */
export class LbRecentQueries extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    popoverStyles,
    css`
      [popover]:popover-open {
        display: flex;
        flex-direction: column;
        gap: var(--lb-2);
        width: min(620px, 94vw);
        max-height: min(460px, 70vh);
      }
      .row {
        flex-wrap: nowrap;
      }
      input[type="search"] {
        flex: 1;
        min-width: 0;
      }
      ul {
        margin: 0;
        padding: 0;
        overflow: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: stretch;
        border-bottom: 1px solid var(--lb-border);
      }
      .load {
        flex: 1;
        display: grid;
        justify-content: stretch;
        min-width: 0;
        padding: 3px var(--lb-1);
        text-align: left;
      }
      code,
      .outcome {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .outcome {
        font-size: var(--lb-size-small);
      }
      .star[aria-pressed="true"] {
        background: none;
        color: var(--lb-warning);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    text: {state: true},
    isStarred: {state: true},
    isOpen: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare private text: string;
  declare private isStarred: boolean;
  declare private isOpen: boolean;

  readonly #queries = new Follow<RecentQuery[]>(this);

  constructor() {
    super();
    this.text = "";
    this.isStarred = false;
    this.isOpen = false;
  }

  protected override willUpdate(): void {
    const {workspace, isStarred} = this;
    if (!workspace || workspace.storeFailure || !this.isOpen) return;
    const {store} = workspace;
    this.#queries.follow(isStarred ? "starred" : "all", () =>
      store.live(() => store.queries.recent(undefined, {starred: isStarred}))
    );
  }

  get #popover(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>("[popover]")!;
  }

  readonly #onToggle = async ({newState}: ToggleEvent): Promise<void> => {
    this.isOpen = newState === "open";
    if (!this.isOpen) return;
    this.text = "";
    await this.updateComplete;
    placePopover(this.#popover, this.renderRoot.querySelector("button")!.getBoundingClientRect());
    this.renderRoot.querySelector<HTMLElement>("input[type=search]")?.focus();
  };

  #load(sql: string): void {
    this.#popover.hidePopover();
    this.dispatchEvent(new LoadEvent(sql));
  }

  #renderQuery({sql, at, rows, elapsedMs, error, starred}: RecentQuery): TemplateResult {
    const {queries} = this.workspace!.store;
    const outcome = [
      formatAgo(at),
      rows === null ? "" : formatCounted(rows, "row"),
      elapsedMs === null ? "" : formatDuration(elapsedMs)
    ];
    return html`<li>
      <button
        class="quiet star"
        aria-pressed=${starred}
        aria-label="Star"
        title=${starred ? "Remove the star" : "Keep this query, however many follow"}
        @click=${() => void queries.star(sql, !starred)}
      >
        ${starred ? "★" : "☆"}
      </button>
      <button class="quiet load" title=${sql} @click=${() => this.#load(sql)}>
        <code>${sql.replace(/\s+/g, " ")}</code>
        <span class="outcome muted"
          >${outcome.filter(Boolean).join(" · ")}
          ${error === null ? nothing : html`<span class="failed">${error}</span>`}</span
        >
      </button>
      <button class="quiet" aria-label="Forget this query" @click=${() => void queries.remove(sql)}>
        ✕
      </button>
    </li>`;
  }

  #renderList(): TemplateResult {
    const failure = this.workspace?.storeFailure ?? this.#queries.error;
    if (failure !== undefined)
      return html`<lb-failure .error=${failure} what="No queries are kept"></lb-failure>`;
    const words = this.text.toLowerCase().split(/\s+/);
    const all = this.#queries.value ?? [];
    const found = all.filter(({sql}) => words.every((word) => sql.toLowerCase().includes(word)));
    if (found.length === 0)
      return html`<p class="muted">
        ${all.length > 0 ? "No query has these words." : this.isStarred ? "No query has a star yet." : "No query was run yet."}
      </p>`;
    return html`<ul>
      ${found.map((query) => this.#renderQuery(query))}
    </ul>`;
  }

  override render(): TemplateResult {
    return html`<button popovertarget="queries">Recent ▾</button>
      <div id="queries" popover role="dialog" aria-label="Recent queries" @toggle=${this.#onToggle}>
        <div class="row">
          <input
            type="search"
            aria-label="Search the queries"
            placeholder="Search"
            .value=${this.text}
            @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
          />
          <label
            ><input
              type="checkbox"
              .checked=${this.isStarred}
              @change=${(event: Event) =>
                (this.isStarred = (event.target as HTMLInputElement).checked)}
            />
            With a star</label
          >
        </div>
        ${this.isOpen ? this.#renderList() : nothing}
      </div>`;
  }
}

customElements.define("lb-recent-queries", LbRecentQueries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-recent-queries": LbRecentQueries;
  }
  interface HTMLElementEventMap {
    "lb-load": LoadEvent;
  }
}
