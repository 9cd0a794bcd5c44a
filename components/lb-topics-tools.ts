import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {TopicCollection, TopicView} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** From few broad topics to many fine ones. */
const DETAIL_STEP = 0.1;
const DEFAULT_DETAIL = 0.5;

/** Somebody wants the topics found, with so much detail. */
export class FindTopicsEvent extends Event {
  readonly detail: number;

  constructor(detail: number) {
    super("lb-find-topics");
    this.detail = detail;
  }
}

/**
 * Which collection is looked at, how finely, and what has happened since the last run.
 *
 * @fires lb-collection - with another collection, as the `value` of the select
 * @fires lb-find-topics - somebody wants a run
 * @fires lb-place - somebody wants new texts placed
 */
export class LbTopicsTools extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      p {
        margin-top: var(--lb-1);
      }
      select {
        max-width: min(320px, 100%);
      }
      label {
        display: inline-flex;
        gap: var(--lb-1);
        align-items: center;
      }
      input[type="range"] {
        width: 110px;
        min-height: 0;
        padding: 0;
        border: 0;
        accent-color: var(--lb-accent);
      }
    `
  ];
  static override properties = {
    collections: {attribute: false},
    current: {attribute: false},
    view: {attribute: false},
    busy: {type: Boolean},
    detail: {state: true}
  };

  declare collections: readonly TopicCollection[];
  declare current: TopicCollection;
  declare view: TopicView | undefined;
  declare busy: boolean;
  declare protected detail: number | undefined;

  constructor() {
    super();
    this.collections = [];
    this.busy = false;
  }

  #renderState(view: TopicView): TemplateResult {
    const {gone, moved = 0} = view.set;
    const words = gone.map(({label, size}) => `${label} (${formatCount(size)})`).join(", ");
    return html`<p class="muted row">
      <span
        >${formatCounted(view.topics.length, "topic")} of ${formatCounted(view.size, "text")}</span
      >
      ${gone.length === 0 ? nothing : html`<span title=${words}>${formatCounted(gone.length, "topic")} of the run before not found any more</span>`}
      ${moved === 0 ? nothing : html`<span>${formatCounted(moved, "text")} moved since the run before</span>`}
      ${
        view.unplaced === 0
          ? nothing
          : html`<button
              ?disabled=${this.busy}
              @click=${() => this.dispatchEvent(new Event("lb-place"))}
            >
              Place ${formatCounted(view.unplaced, "new text")}
            </button>`
      }
    </p>`;
  }

  override render(): TemplateResult {
    const {collections, current, view, busy} = this;
    const detail = this.detail ?? view?.set.options.detail ?? DEFAULT_DETAIL;
    return html`<div class="row">
        <select
          aria-label="Texts of"
          @change=${(event: Event) =>
            this.dispatchEvent(new CollectionEvent((event.target as HTMLSelectElement).value))}
        >
          ${collections.map(
            ({collection: {id, label, columns}, texts, topics}) =>
              html`<option value=${id} ?selected=${id === current.collection.id}>
                ${label}${texts === undefined ? "" : `, ${formatCounted(texts, "text")}`}
                (${columns.join(", ")})${topics ? " ✓" : ""}
              </option>`
          )}
        </select>
        <label
          ><span class="muted">Detail: broad</span
          ><input
            type="range"
            min="0"
            max="1"
            step=${DETAIL_STEP}
            aria-label="Detail, from few broad topics to many fine ones"
            .value=${String(detail)}
            @input=${(event: Event) => (this.detail = Number((event.target as HTMLInputElement).value))}
          /><span class="muted">fine</span></label
        >
        <button
          class=${view ? "" : "primary"}
          ?disabled=${busy}
          @click=${() => this.dispatchEvent(new FindTopicsEvent(detail))}
        >
          ${view ? "Find again" : "Find topics"}
        </button>
      </div>
      ${view ? this.#renderState(view) : nothing}`;
  }
}

/** Somebody wants the topics of another collection. */
export class CollectionEvent extends Event {
  readonly collection: string;

  constructor(collection: string) {
    super("lb-collection");
    this.collection = collection;
  }
}

customElements.define("lb-topics-tools", LbTopicsTools);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topics-tools": LbTopicsTools;
  }
  interface HTMLElementEventMap {
    "lb-collection": CollectionEvent;
    "lb-find-topics": FindTopicsEvent;
  }
}
