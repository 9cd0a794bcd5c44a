import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Entry, EntryType, Twin, TwinDraft, Workspace} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import "./lb-failure.ts";
import "./lb-merge-dialog.ts";
import type {MergedEvent, MergeOther} from "./lb-merge-dialog.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entryHref, entryIdHref} from "./links.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {twinStyles} from "./twin-styles.ts";

/** Twins are looked for when typing pauses. */
const PAUSE_MS = 250;

/** What is typed is another entry by now: it needs no form any more. */
export class TwinTakenEvent extends Event {
  readonly entry: Entry;

  constructor(entry: Entry) {
    super("lb-twin-taken", {cancelable: true});
    this.entry = entry;
  }
}

/**
 * What may be the same thing as what somebody is typing, and why: to be opened, merged into, kept instead (a row of the
 * lake), or said not to be the same, which is remembered. It stands beside the form and moves nothing in it.
 *
 * @fires lb-twin-taken - what was typed went into another entry, which opens unless this is prevented
 */
export class LbTwins extends LitElement {
  static override styles = [baseStyles, controlStyles, twinStyles];
  static override properties = {
    workspace: {attribute: false},
    draft: {attribute: false},
    tags: {attribute: false},
    type: {attribute: false},
    found: {state: true},
    refused: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  /** What is typed so far; undefined while nothing is. */
  declare draft: TwinDraft | undefined;
  declare tags: readonly string[];
  declare type: EntryType | undefined;
  declare protected found: readonly Twin[];
  /** What was said not to be the same as something new: the ledger hears of it once that is saved. */
  declare protected refused: readonly Twin[];
  declare protected failure: unknown;
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.tags = this.found = this.refused = [];
  }

  override disconnectedCallback(): void {
    this.#end();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("draft") || isSame(changed.get("draft"), this.draft)) return;
    this.#end();
    if (this.draft) this.#timer = setTimeout(() => void this.#find(), PAUSE_MS);
    else this.found = [];
  }

  /** Keeps what was said of something new, now that it is there. */
  async keep(id: string): Promise<void> {
    const {refused} = this;
    this.refused = [];
    if (refused.length > 0) await this.workspace.twins.refuse(id, refused);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  async #find(): Promise<void> {
    this.#stop.abort();
    const {signal} = (this.#stop = new AbortController());
    try {
      for await (const found of this.workspace.twins.find(this.draft!, {signal}))
        if (!signal.aborted) this.found = found;
      this.failure = undefined;
    } catch (error) {
      if (!signal.aborted) this.failure = error;
    }
  }

  async #run(work: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      this.failure = error;
    }
  }

  async #refuse(twin: Twin): Promise<void> {
    const {id} = this.draft!;
    if (id === undefined) this.refused = [...this.refused, twin];
    else {
      const group = await this.workspace.twins.refuse(id, [twin]);
      this.found = this.found.filter((one) => one !== twin);
      const message = `“${twin.title}” is not the same`;
      if (group !== null) offerUndo({store: this.workspace.store, groups: [group], message});
    }
    // the button that had the focus is gone
    await this.updateComplete;
    this.renderRoot.querySelector("button")?.focus();
  }

  async #merge({end}: Twin): Promise<void> {
    const kept = await this.workspace.store.entries.get(end);
    if (!kept) return this.#find();
    const {id, fields} = this.draft!;
    const other: MergeOther = {
      title: "what is typed",
      fields,
      tags: this.tags,
      updated: Date.now(),
      id
    };
    await this.renderRoot.querySelector("lb-merge-dialog")!.open(kept, other, this.type);
  }

  async #keepRow({type, fields, row, title}: Twin): Promise<void> {
    const {store} = this.workspace;
    const {ids, group} = await store.entries.upsertAll([{type, fields, source: row!.source}], {
      what: `Keep "${title}" of ${row!.source.table}`
    });
    if (group !== null) offerUndo({store, groups: [group], message: `“${title}” kept`});
    const entry = await store.entries.get(ids[0]!);
    if (entry) this.#take(entry);
  }

  #take(entry: Entry): void {
    this.found = [];
    const event = new TwinTakenEvent(entry);
    this.dispatchEvent(event);
    if (!event.defaultPrevented) location.assign(entryHref(entry));
  }

  #renderActions(twin: Twin): TemplateResult {
    const {title, row, end} = twin;
    return html`<div class="row">
      ${
        row
          ? html`<button
              aria-label="Keep that row instead: ${title}"
              @click=${() => this.#run(() => this.#keepRow(twin))}
            >
              Keep that row instead
            </button>`
          : html`<a class="button" href=${entryIdHref(end)} aria-label="Open it: ${title}"
                >Open it</a
              ><button
                aria-label="Merge into it …: ${title}"
                @click=${() => this.#run(() => this.#merge(twin))}
              >
                Merge into it …
              </button>`
      }
      <button
        class="quiet"
        aria-label="Not the same: ${title}"
        @click=${() => this.#run(() => this.#refuse(twin))}
      >
        Not the same
      </button>
    </div>`;
  }

  #renderTwin(twin: Twin): TemplateResult {
    const {title, row, reasons, score} = twin;
    return html`<li>
      <div class="head">
        <strong>${title}</strong>
        <span class="muted">${row ? `row of ${row.source.table}` : nothing}</span>
        <span class="muted spread" title="How likely the two are the same"
          >${Math.round(100 * score)} %</span
        >
      </div>
      <div class="why">
        ${reasons.map(
          ({what, weight}) =>
            html`<span class=${weight < 0 ? "against" : "for"}
              >${weight < 0 ? "but " : ""}${what}</span
            >`
        )}
      </div>
      ${this.#renderActions(twin)}
    </li>`;
  }

  #renderFound(): TemplateResult | typeof nothing {
    const ends = new Set(this.refused.map(({end}) => end));
    const twins = this.found.filter(({end}) => !ends.has(end));
    const hidden = this.found.length - twins.length;
    if (this.found.length === 0 && this.failure === undefined) return nothing;
    return html`<section aria-labelledby="heading">
      <h3 id="heading">${twins.length > 0 ? "Perhaps it is there already" : "Nothing like it"}</h3>
      <ul>
        ${twins.map((twin) => this.#renderTwin(twin))}
      </ul>
      ${
        hidden === 0
          ? nothing
          : html`<button class="quiet" @click=${() => (this.refused = [])}>
              Show ${hidden} again that ${hidden === 1 ? "is" : "are"} not the same
            </button>`
      }
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure
              retry
              .error=${this.failure}
              .what=${"Likely twins cannot be looked for"}
              @retry=${() => this.#find()}
            ></lb-failure>`
      }
    </section>`;
  }

  override render(): TemplateResult {
    return html`<div role="status" class="visually-hidden">
        ${this.found.length > 0 ? `${this.found.length} likely the same` : ""}
      </div>
      ${this.#renderFound()}
      <lb-merge-dialog
        .store=${this.workspace.store}
        @lb-merged=${({entry}: MergedEvent) => this.#take(entry)}
      ></lb-merge-dialog>`;
  }
}

customElements.define("lb-twins", LbTwins);

declare global {
  interface HTMLElementTagNameMap {
    "lb-twins": LbTwins;
  }
  interface HTMLElementEventMap {
    "lb-twin-taken": TwinTakenEvent;
  }
}
