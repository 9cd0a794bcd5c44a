import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {EdgeKind, EdgeOrder, EdgePage, EntryType, Store, Workspace} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import {countPages} from "./count-pages.ts";
import type {EdgesState} from "./edges-state.ts";
import {PAGE_EDGES, toEdgeQuery, toEdgesSearch, toEdgesSql, toEdgesState} from "./edges-state.ts";
import {Follow} from "./follow.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-edge-table.ts";
import type {OrderEvent} from "./lb-edge-table.ts";
import "./lb-kind-list.ts";
import type {KindEvent} from "./lb-kind-list.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {queryHref} from "./links.ts";
import {hearPage} from "./page-events.ts";
import {writePageQuery} from "./page-query.ts";
import type {SelectEvent} from "./select-event.ts";
import {emptyStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const TYPING_PAUSE_MS = 150;

interface Kinds {
  readonly kinds: readonly EdgeKind[];
  readonly types: readonly EntryType[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The edges page: all edges as a table, searched, filtered, ordered, removed with undo; beside it the kinds of edge. */
export class LbEdgeList extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    emptyStyles,
    css`
      :host {
        display: block;
        container: edges / inline-size;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--lb-4);
      }
      .tools {
        margin-bottom: var(--lb-2);
      }
      input[type="search"] {
        width: 240px;
        max-width: 100%;
      }
      .pending {
        opacity: 0.6;
      }
      @container edges (min-width: 860px) {
        .columns {
          grid-template-columns: 250px minmax(0, 1fr);
        }
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    state: {state: true},
    selected: {state: true}
  };

  declare protected state: EdgesState;
  declare protected selected: ReadonlySet<string>;
  readonly #attempt = new Attempt(this);
  readonly #kinds = new Follow<Kinds>(this);
  readonly #page = new Follow<EdgePage>(this, ({total}) => {
    const last = countPages(total, PAGE_EDGES);
    if (this.state.page > last) this.#show({page: last});
  });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.state = toEdgesState(location.search);
    this.selected = new Set();
    hearPage(this, window, "popstate", () => (this.state = toEdgesState(location.search)));
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  override willUpdate(): void {
    const store = this.workspace?.storeFailure ? undefined : this.workspace?.store;
    if (!store) return;
    const query = toEdgeQuery(this.state);
    this.#kinds.follow(store, () => store.live(() => readKinds(store)));
    this.#page.follow(JSON.stringify(query), () => store.live(() => store.edges.page(query)));
  }

  #show(change: Partial<EdgesState>, {push = false} = {}): void {
    this.state = {...this.state, page: 1, ...change};
    writePageQuery(toEdgesSearch(this.state), {push});
  }

  #order(by: EdgeOrder): void {
    const {sort, descending} = this.state;
    this.#show({sort: by, descending: by === sort ? !descending : by === "created"});
  }

  async #remove(store: Store): Promise<void> {
    await this.#attempt.runAlone("No edge was removed", async () => {
      const {edges, group} = await store.edges.remove([...this.selected]);
      this.selected = new Set();
      offerUndo({store, groups: [group], message: `${formatCounted(edges, "edge")} removed`});
    });
  }

  #renderTools(store: Store, {types}: Kinds): TemplateResult {
    const {text, type} = this.state;
    const {selected} = this;
    return html`<div class="row tools">
      <input
        type="search"
        aria-label="Search edges"
        placeholder="Search titles and fields"
        .value=${text}
        @input=${(event: Event) => {
          const {value} = event.target as HTMLInputElement;
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => this.#show({text: value}), TYPING_PAUSE_MS);
        }}
      />
      <select
        aria-label="Type at an end"
        @change=${(event: Event) =>
          this.#show({type: (event.target as HTMLSelectElement).value || undefined})}
      >
        <option value="">Any type</option>
        ${types.map(
          ({name, plural}) =>
            html`<option value=${name} ?selected=${name === type}>${plural}</option>`
        )}
      </select>
      <a class="button" href=${queryHref(toEdgesSql(this.state))}>As SQL</a>
      ${
        selected.size === 0
          ? nothing
          : html`<button
                class="danger"
                ?disabled=${this.#attempt.isRunning}
                @click=${() => this.#remove(store)}
              >
                Remove ${formatCount(selected.size)}
              </button>
              <button class="quiet" @click=${() => (this.selected = new Set())}>
                Clear selection
              </button>`
      }
    </div>`;
  }

  #renderPage(page: EdgePage, {kinds, types}: Kinds): TemplateResult {
    const {sort, descending} = this.state;
    if (page.total === 0)
      return this.state.text === "" && this.state.type === undefined
        ? html`<div class="empty">
            <p>
              There is no edge yet. On an entry's page “Add an edge” joins it to another; edges that
              texts tell of are proposed for review.
            </p>
            <div class="row">
              <a class="button" href="./entries.html">Open entries</a>
              <a class="button" href="./review.html">Review</a>
            </div>
          </div>`
        : html`<p class="muted">No edge fits.</p>`;
    return html`<lb-edge-table
        class=${this.#page.isPending ? "pending" : ""}
        role="region"
        tabindex="0"
        aria-label="Edges"
        .rows=${page.edges}
        .kinds=${new Map(kinds.map((kind) => [kind.name, kind]))}
        .types=${new Map(types.map((type) => [type.name, type]))}
        .selected=${this.selected}
        .sort=${sort}
        .descending=${descending}
        @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
        @lb-order=${({by}: OrderEvent) => this.#order(by)}
      ></lb-edge-table>
      <lb-pager
        noun=${page.total === 1 ? "edge" : "edges"}
        .page=${this.state.page}
        .total=${page.total}
        .size=${PAGE_EDGES}
        @lb-page=${({page}: PageEvent) => this.#show({page}, {push: true})}
      ></lb-pager>`;
  }

  #renderKinds({store}: Workspace, known: Kinds): TemplateResult {
    const {kinds, types, counts} = known;
    return html`<h1 class="visually-hidden">Edges</h1>
      <div class="columns">
        <lb-kind-list
          .store=${store}
          .kinds=${kinds}
          .types=${types}
          .counts=${counts}
          .current=${this.state.kind}
          @lb-kind=${({kind}: KindEvent) => this.#show({kind}, {push: true})}
        ></lb-kind-list>
        <div>
          ${this.#renderTools(store, known)} ${this.#attempt.render()}
          ${this.#page.render(
            {what: "Reading the edges", failed: "The edges cannot be read"},
            (page) => this.#renderPage(page, known)
          )}
        </div>
      </div>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        what="No edges are kept in this window"
      ></lb-failure>`;
    return this.#kinds.render(
      {what: "Reading the edges", failed: "The edge kinds cannot be read"},
      (kinds) => this.#renderKinds(workspace, kinds)
    );
  }
}

async function readKinds(store: Store): Promise<Kinds> {
  return {
    kinds: await store.kinds.list(),
    types: await store.types.list(),
    counts: await store.edges.countByKind()
  };
}

customElements.define("lb-edge-list", LbEdgeList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-edge-list": LbEdgeList;
  }
}
