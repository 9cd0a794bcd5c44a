import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Edge, EdgeGroup, EdgeKind, Entry, EntryType, Store, Workspace} from "../src/index.ts";
import type {EdgeLine} from "./edge-line.ts";
import {edgeLineStyles, renderEdgeLine, toEdgeLines} from "./edge-line.ts";
import {Follow} from "./follow.ts";
import {formatCount} from "./format-value.ts";
import "./lb-edge-editor.ts";
import type {LbEdgeEditor} from "./lb-edge-editor.ts";
import "./lb-edge-form.ts";
import type {LbEdgeForm} from "./lb-edge-form.ts";
import "./lb-failure.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Edges that are read of each group; the others are read when somebody turns a page. */
const READ_AT_FIRST = 200;
const PAGE_EDGES = 50;

interface Shown {
  readonly groups: readonly EdgeGroup[];
  readonly kinds: readonly EdgeKind[];
  readonly types: readonly EntryType[];
}

/** The edges at an entry, in groups as they read from here; each is edited, moved or removed, and new ones are added. */
export class LbEdges extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    edgeLineStyles,
    css`
      :host {
        display: block;
        container: edges / inline-size;
      }
      .group {
        display: grid;
        grid-template-columns: minmax(80px, 132px) minmax(0, 1fr);
        column-gap: var(--lb-3);
        padding: 3px 0;
        border-bottom: 1px solid var(--lb-border);
      }
      h3 {
        font-weight: 400;
        color: var(--lb-text-muted);
        overflow-wrap: anywhere;
      }
      @container edges (max-width: 420px) {
        .group {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    entry: {attribute: false},
    workspace: {attribute: false},
    limit: {state: true},
    pages: {state: true},
    edited: {state: true},
    isAdding: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare entry: Entry;
  /** For the values of lake rows at the other end; without it their addresses are shown alone. */
  declare workspace: Workspace | undefined;
  /** Edges that are read of each group. */
  declare protected limit: number;
  /** The page of each group that is not on its first, by its label. */
  declare protected pages: ReadonlyMap<string, number>;
  /** The id of the edge that is being edited. */
  declare protected edited: string | undefined;
  declare protected isAdding: boolean;
  declare protected failure: unknown;
  readonly #shown = new Follow<Shown>(this);

  constructor() {
    super();
    this.limit = READ_AT_FIRST;
    this.pages = new Map();
    this.isAdding = false;
  }

  override willUpdate(): void {
    const {store, entry, limit} = this;
    this.#shown.follow(`${entry.id} ${limit}`, () =>
      store.live(async () => ({
        groups: await store.edges.of(entry.id, {limit}),
        kinds: await store.kinds.list(),
        types: await store.types.list()
      }))
    );
  }

  async #start(): Promise<void> {
    this.isAdding = true;
    await this.updateComplete;
    this.renderRoot.querySelector<LbEdgeForm>("lb-edge-form")?.focus();
  }

  async #stop(): Promise<void> {
    this.isAdding = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".add")?.focus();
  }

  async #edit(edge: Edge): Promise<void> {
    this.edited = edge.id;
    await this.updateComplete;
    this.renderRoot.querySelector<LbEdgeEditor>("lb-edge-editor")?.focus();
  }

  async #stopEditing(edge: Edge): Promise<void> {
    this.edited = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-edit="${edge.id}"]`)?.focus();
  }

  async #remove(edge: Edge, label: string, title: string): Promise<void> {
    const {store} = this;
    this.failure = undefined;
    try {
      const {group} = await store.edges.remove([edge.id]);
      offerUndo({store, groups: [group], message: `“${label} ${title}” removed`});
    } catch (error) {
      this.failure = error;
    }
  }

  #turn(label: string, page: number): void {
    // pages hold still only where all of the group is read and in order
    this.limit = Infinity;
    this.pages = new Map(this.pages).set(label, page);
  }

  #renderLine(line: EdgeLine, group: EdgeGroup, shown: Shown): TemplateResult {
    const {edge, end} = line;
    const {label} = group;
    const kind = shown.kinds.find(({name}) => name === edge.kind);
    return html`${renderEdgeLine(line, {
      label,
      kind,
      types: shown.types,
      entryId: this.entry.id,
      workspace: this.workspace,
      onEdit: () => void this.#edit(edge),
      onRemove: () => void this.#remove(edge, label, end.title)
    })}
    ${
      kind && this.edited === edge.id
        ? html`<li>
            <lb-edge-editor
              .workspace=${this.workspace}
              .store=${this.store}
              .edge=${edge}
              .kind=${kind}
              .entryId=${this.entry.id}
              .other=${end}
              .types=${shown.types}
              @lb-done=${() => this.#stopEditing(edge)}
            ></lb-edge-editor>
          </li>`
        : nothing
    }`;
  }

  #renderGroup(group: EdgeGroup, shown: Shown): TemplateResult {
    const {label, total} = group;
    const lines = toEdgeLines(group);
    const page = this.pages.get(label) ?? 1;
    const first = (page - 1) * PAGE_EDGES;
    return html`<div class="group">
      <h3>${label}${total > 1 ? ` · ${formatCount(total)}` : nothing}</h3>
      <ul class="plain">
        ${lines
          .slice(first, first + PAGE_EDGES)
          .map((line) => this.#renderLine(line, group, shown))}
        ${
          total > PAGE_EDGES
            ? html`<li>
                <lb-pager
                  noun="edges"
                  .page=${page}
                  .total=${total}
                  .size=${PAGE_EDGES}
                  @lb-page=${(event: PageEvent) => this.#turn(label, event.page)}
                ></lb-pager>
              </li>`
            : nothing
        }
      </ul>
    </div>`;
  }

  override render(): TemplateResult {
    const {value, error} = this.#shown;
    const failure = error ?? this.failure;
    const isEmpty = value?.groups.length === 0 && !this.isAdding;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">Edges</h2>
        ${
          this.isAdding
            ? nothing
            : html`<button class="spread add" @click=${() => this.#start()}>Add an edge</button>`
        }
      </header>
      ${failure === undefined ? nothing : html`<lb-failure .error=${failure}></lb-failure>`}
      ${
        this.isAdding && value
          ? html`<lb-edge-form
              .workspace=${this.workspace}
              .store=${this.store}
              .entry=${this.entry}
              .kinds=${value.kinds}
              .types=${value.types}
              @lb-done=${() => this.#stop()}
            ></lb-edge-form>`
          : nothing
      }
      ${value?.groups.map((group) => this.#renderGroup(group, value))}
      ${
        isEmpty
          ? html`<p class="muted">
              None yet. An edge joins this entry to another: “stored in”, “written by”.
            </p>`
          : nothing
      }
    </section>`;
  }
}

customElements.define("lb-edges", LbEdges);

declare global {
  interface HTMLElementTagNameMap {
    "lb-edges": LbEdges;
  }
}
