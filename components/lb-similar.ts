import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Entry, EntryType, Workspace} from "../src/index.ts";
import {InputError, isAbortError, toMessage} from "../src/index.ts";
import {toSubtitle} from "./entry-subtitle.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import {entryHref} from "./links.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const LIMIT = 10;

type Similar = Awaited<ReturnType<Workspace["similar"]>>;

type State =
  | {readonly state: "working"; readonly done: number; readonly total: number}
  | {readonly state: "stopped"}
  | {readonly state: "found"; readonly similar: Similar}
  /** There is nothing to compare: said, and no failure. */
  | {readonly state: "none"; readonly why: string}
  | {readonly state: "failed"; readonly error: unknown};

/** The entries whose texts mean most nearly the same, by a model on this machine, with their scores. */
export class LbSimilar extends LitElement {
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
        grid-template-columns: minmax(0, 1fr) auto 48px 32px;
        gap: 0 var(--lb-2);
        align-items: center;
        padding: 3px 0;
        border-bottom: 1px solid var(--lb-border);
      }
      .title {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .bar {
        height: 6px;
        background: var(--lb-bg-hover);
      }
      .bar > div {
        height: 100%;
        background: var(--lb-accent);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    entry: {attribute: false},
    types: {attribute: false},
    state: {state: true}
  };

  declare workspace: Workspace;
  declare entry: Entry;
  declare types: ReadonlyMap<string, EntryType>;
  declare protected state: State;
  #stop = new AbortController();

  constructor() {
    super();
    this.types = new Map();
    this.state = {state: "working", done: 0, total: 0};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#find();
  }

  override disconnectedCallback(): void {
    this.#stop.abort();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get("entry");
    const isOther = former?.id !== this.entry.id || former.revision !== this.entry.revision;
    if (changed.has("entry") && isOther) void this.#find();
  }

  async #find(): Promise<void> {
    this.#stop.abort();
    const {signal} = (this.#stop = new AbortController());
    this.state = {state: "working", done: 0, total: 0};
    try {
      const similar = await this.workspace.similar(this.entry.id, {
        limit: LIMIT,
        signal,
        onProgress: (done, total) => {
          if (!signal.aborted) this.state = {state: "working", done, total};
        }
      });
      if (signal.aborted) return;
      this.state =
        similar.length > 0
          ? {state: "found", similar}
          : {state: "none", why: "There is no other entry with text yet."};
    } catch (error) {
      if (signal.aborted || isAbortError(error)) return;
      this.state =
        error instanceof InputError
          ? {state: "none", why: toMessage(error)}
          : {state: "failed", error};
    }
  }

  #renderSimilar({entry, score}: Similar[number]): TemplateResult {
    const type = this.types.get(entry.type);
    const percent = Math.round(Math.max(0, Math.min(1, score)) * 100);
    return html`<li>
      <span class="title" title=${entry.title}>
        <a href=${entryHref(entry)}>${entry.title}</a>
        <span class="muted">${toSubtitle(entry, type)}</span>
      </span>
      <span class="muted">${type?.label ?? entry.type}</span>
      <span class="bar" aria-hidden="true"><div style="width: ${percent}%"></div></span>
      <span class="number" title="Cosine similarity ${score.toFixed(4)}">${score.toFixed(2)}</span>
    </li>`;
  }

  #renderState(): TemplateResult {
    const {state} = this;
    switch (state.state) {
      case "working":
        return html`<lb-progress
          what="Comparing texts"
          noun="texts"
          .done=${state.done}
          .total=${state.total}
          @lb-stop=${() => {
            this.#stop.abort();
            this.state = {state: "stopped"};
          }}
        ></lb-progress>`;
      case "stopped":
        return html`<div class="row">
          <span class="muted">Stopped; what was computed is kept.</span>
          <button @click=${() => this.#find()}>Go on</button>
        </div>`;
      case "none":
        return html`<p class="muted">${state.why}</p>`;
      case "failed":
        return html`<lb-failure
          retry
          .error=${state.error}
          .what=${"Similar entries cannot be found"}
          @retry=${() => this.#find()}
        ></lb-failure>`;
      case "found":
        return html`<ul class="plain">
          ${state.similar.map((similar) => this.#renderSimilar(similar))}
        </ul>`;
    }
  }

  override render(): TemplateResult {
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">Similar entries</h2>
        ${
          this.state.state === "found"
            ? html`<span class="muted spread" title="The model that compares the texts"
                >${this.workspace.model}</span
              >`
            : nothing
        }
      </header>
      ${this.#renderState()}
    </section>`;
  }
}

customElements.define("lb-similar", LbSimilar);

declare global {
  interface HTMLElementTagNameMap {
    "lb-similar": LbSimilar;
  }
}
