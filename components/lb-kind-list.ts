import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EdgeKind, EntryType, Store} from "../src/index.ts";
import {toEndNoun} from "./end-types.ts";
import {formatCount} from "./format-value.ts";
import {describeCardinality} from "./kind-words.ts";
import "./lb-failure.ts";
import "./lb-kind-editor.ts";
import type {LbKindEditor} from "./lb-kind-editor.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Somebody wants to see the edges of a kind; undefined for those of all kinds. */
export class KindEvent extends Event {
  readonly kind: string | undefined;

  constructor(kind: string | undefined) {
    super("lb-kind");
    this.kind = kind;
  }
}

/**
 * The kinds of edge with what they say and how many edges there are, to choose, make, edit and remove.
 *
 * @fires lb-kind - somebody wants to see the edges of a kind
 */
export class LbKindList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        border-bottom: 1px solid var(--lb-border);
      }
      .name {
        justify-content: space-between;
        min-width: 0;
        white-space: normal;
        overflow-wrap: anywhere;
        text-align: left;
      }
      .hint {
        grid-column: 1 / -1;
        padding: 0 var(--lb-2) 3px;
        font-size: var(--lb-size-small);
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    kinds: {attribute: false},
    types: {attribute: false},
    counts: {attribute: false},
    current: {attribute: false},
    failed: {state: true}
  };

  declare store: Store;
  declare kinds: readonly EdgeKind[];
  declare types: readonly EntryType[];
  declare counts: ReadonlyMap<string, number>;
  /** The kind whose edges are shown. */
  declare current: string | undefined;
  declare protected failed: {readonly kind: string; readonly error: unknown} | undefined;

  constructor() {
    super();
    this.kinds = [];
    this.types = [];
    this.counts = new Map();
  }

  #show(kind: string | undefined): void {
    this.dispatchEvent(new KindEvent(kind));
  }

  async #open(kind?: EdgeKind): Promise<void> {
    const saved = await this.renderRoot.querySelector<LbKindEditor>("lb-kind-editor")!.open(kind);
    if (saved && !kind) this.#show(saved.name);
  }

  async #remove({name, label}: EdgeKind): Promise<void> {
    const {store} = this;
    this.failed = undefined;
    try {
      await store.kinds.remove(name);
      const [change] = await store.history.of("kinds", name, {limit: 1});
      offerUndo({store, groups: [change?.group ?? null], message: `Edge kind “${label}” removed`});
      if (this.current === name) this.#show(undefined);
    } catch (error) {
      this.failed = {kind: name, error};
    }
  }

  #renderKind(kind: EdgeKind): TemplateResult {
    const {name, label, inverse, fromTypes, toTypes, cardinality = "many-to-many"} = kind;
    const words = {
      label,
      inverse,
      from: toEndNoun(fromTypes, this.types),
      to: toEndNoun(toTypes, this.types)
    };
    return html`<li>
      <button
        class="quiet name"
        aria-pressed=${name === this.current}
        @click=${() => this.#show(name)}
      >
        <span>${label}</span>
        <span class="muted number">${formatCount(this.counts.get(name) ?? 0)}</span>
      </button>
      <button class="quiet" aria-label="Edit the kind ${label}" @click=${() => this.#open(kind)}>
        ✎
      </button>
      <button
        class="quiet"
        aria-label="Remove the kind ${label}"
        @click=${() => this.#remove(kind)}
      >
        ×
      </button>
      <span class="hint muted">${describeCardinality(cardinality, words)}</span>
      ${
        this.failed?.kind === name
          ? html`<lb-failure
              class="hint"
              what="The kind is not removed"
              .error=${this.failed.error}
            ></lb-failure>`
          : nothing
      }
    </li>`;
  }

  override render(): TemplateResult {
    const total = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">Kinds</h2>
        <button class="spread" @click=${() => this.#open()}>New kind</button>
      </header>
      <ul class="plain">
        <li>
          <button
            class="quiet name"
            aria-pressed=${this.current === undefined}
            @click=${() => this.#show(undefined)}
          >
            <span>All kinds</span> <span class="muted number">${formatCount(total)}</span>
          </button>
        </li>
        ${this.kinds.map((kind) => this.#renderKind(kind))}
      </ul>
      <lb-kind-editor .store=${this.store} .types=${this.types}></lb-kind-editor>
    </section>`;
  }
}

customElements.define("lb-kind-list", LbKindList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-kind-list": LbKindList;
  }
  interface HTMLElementEventMap {
    "lb-kind": KindEvent;
  }
}
