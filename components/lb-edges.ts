import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Edge, EdgeGroup, EdgeKind, Entry, EntryType, Store} from "../src/index.ts";
import {toSubtitle} from "./entry-subtitle.ts";
import {Follow} from "./follow.ts";
import {formatCount} from "./format-value.ts";
import "./lb-edge-form.ts";
import type {LbEdgeForm} from "./lb-edge-form.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entryHref} from "./links.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const SHOWN_AT_FIRST = 200;

interface Shown {
  readonly groups: readonly EdgeGroup[];
  readonly kinds: readonly EdgeKind[];
  readonly types: readonly EntryType[];
}

/** The edges at an entry, in groups as they read from here, and a way to join it to another one. */
export class LbEdges extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
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
      li {
        display: flex;
        align-items: baseline;
        gap: var(--lb-2);
      }
      .type {
        margin-left: auto;
        white-space: nowrap;
      }
      .end {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      li button {
        min-height: 18px;
        padding: 0 var(--lb-1);
        color: var(--lb-text-muted);
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
    limit: {state: true},
    isAdding: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare entry: Entry;
  /** Edges that are shown of each group. */
  declare protected limit: number;
  declare protected isAdding: boolean;
  declare protected failure: unknown;
  readonly #shown = new Follow<Shown>(this);

  constructor() {
    super();
    this.limit = SHOWN_AT_FIRST;
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

  async #remove(edge: Edge, label: string, other: Entry): Promise<void> {
    const {store} = this;
    this.failure = undefined;
    try {
      const {group} = await store.edges.remove([edge.id]);
      offerUndo({store, groups: [group], message: `“${label} ${other.title}” removed`});
    } catch (error) {
      this.failure = error;
    }
  }

  #renderGroup(
    {label, edges, total}: EdgeGroup,
    types: ReadonlyMap<string, EntryType>
  ): TemplateResult {
    return html`<div class="group">
      <h3>${label}${total > 1 ? ` · ${formatCount(total)}` : nothing}</h3>
      <ul class="plain">
        ${edges.map(
          ({edge, other}) =>
            html`<li>
              <span class="end">
                <a href=${entryHref(other)}>${other.title}</a>
                <span class="muted">${toSubtitle(other, types.get(other.type))}</span>
              </span>
              <span class="muted type">${types.get(other.type)?.label ?? other.type}</span>
              <button
                class="quiet"
                title="Remove this edge"
                aria-label="Remove: ${label} ${other.title}"
                @click=${() => this.#remove(edge, label, other)}
              >
                ×
              </button>
            </li>`
        )}
        ${
          total > edges.length
            ? html`<li>
                <button class="quiet" @click=${() => (this.limit = Infinity)}>
                  Show all ${formatCount(total)}
                </button>
              </li>`
            : nothing
        }
      </ul>
    </div>`;
  }

  override render(): TemplateResult {
    const {value, error} = this.#shown;
    const failure = error ?? this.failure;
    const types = new Map(value?.types.map((type) => [type.name, type]));
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
              .store=${this.store}
              .entry=${this.entry}
              .kinds=${value.kinds}
              .types=${value.types}
              @lb-done=${() => this.#stop()}
            ></lb-edge-form>`
          : nothing
      }
      ${value?.groups.map((group) => this.#renderGroup(group, types))}
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
