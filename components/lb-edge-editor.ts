import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Edge, EdgeKind, EntryType, Store, Workspace} from "../src/index.ts";
import {InputError} from "../src/index.ts";
import type {EndView} from "./end-views.ts";
import type {Pick, PickedEvent} from "./entry-pick.ts";
import type {FormSaveEvent} from "./form-events.ts";
import {withFamilies} from "./kind-choices.ts";
import "./lb-entry-picker.ts";
import "./lb-failure.ts";
import "./lb-form.ts";
import type {LbForm} from "./lb-form.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {suggestOther} from "./suggest-other.ts";

const NO_FIELDS = {type: "object", properties: {}} as const;

/**
 * Edits an edge from one of its ends: its own fields, and the entry at the other end, which moves it there.
 *
 * @fires lb-done - it was saved, or somebody closes it
 */
export class LbEdgeEditor extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        padding: var(--lb-2) 0;
      }
      .other {
        display: flex;
        gap: var(--lb-2);
        align-items: center;
        margin-bottom: var(--lb-2);
      }
      lb-entry-picker {
        flex: 1;
        max-width: 420px;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    store: {attribute: false},
    edge: {attribute: false},
    kind: {attribute: false},
    entryId: {attribute: false},
    other: {attribute: false},
    types: {attribute: false},
    moved: {state: true},
    busy: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare store: Store;
  declare edge: Edge;
  declare kind: EdgeKind;
  /** The end that stays. */
  declare entryId: string;
  declare other: EndView;
  declare types: readonly EntryType[];
  /** Another entry that was picked for the other end; null while something is typed that is none. */
  declare protected moved: Pick | null | undefined;
  declare protected busy: boolean;
  declare protected failure: unknown;

  constructor() {
    super();
    this.types = [];
    this.busy = false;
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      const {schema} = this.kind;
      this.renderRoot.querySelector<HTMLElement>(schema ? "lb-form" : "lb-entry-picker")?.focus();
    });
  }

  #suggest(
    text: string,
    types: readonly string[],
    signal: AbortSignal
  ): AsyncIterable<readonly Pick[]> {
    const {workspace, store, edge} = this;
    return suggestOther(text, {workspace, store, types, except: [edge.from, edge.to], signal});
  }

  async #onSave({fields}: FormSaveEvent): Promise<void> {
    if (this.busy) return;
    const {store, edge, moved, other} = this;
    this.busy = true;
    this.failure = undefined;
    try {
      if (moved === null) throw new InputError("other end is missing: pick an entry from the list");
      const end = moved && {[this.#otherSide()]: moved.id};
      const saved = await store.edges.update(edge.id, {fields, ...end}, {revision: edge.revision});
      this.renderRoot.querySelector<LbForm>("lb-form")?.done();
      if (saved.revision !== edge.revision) {
        const [change] = await store.history.of("edges", edge.id, {limit: 1});
        const message = moved
          ? `Moved from “${other.title}” to “${moved.title}”`
          : `Edge to “${other.title}” changed`;
        offerUndo({store, groups: [change?.group ?? null], message});
      }
      this.#done();
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  #otherSide(): "from" | "to" {
    return this.edge.from === this.entryId ? "to" : "from";
  }

  #done(): void {
    this.dispatchEvent(new Event("lb-done"));
  }

  #renderOther(): TemplateResult | typeof nothing {
    const {kind, types, other} = this;
    if (!other.entry) return nothing;
    const isOut = this.#otherSide() === "to";
    const allowed = isOut ? kind.toTypes : kind.fromTypes;
    const names = kind.symmetric ? [] : withFamilies(allowed, types);
    const {id, type, title} = other.entry;
    return html`<div class="other">
      <span class="muted">${isOut ? kind.label : kind.inverse}</span>
      <lb-entry-picker
        label="Other entry"
        .picked=${this.moved === undefined ? {id, type, title} : this.moved}
        .suggest=${(text: string, signal: AbortSignal) => this.#suggest(text, names, signal)}
        .types=${new Map(types.map(({name, label}) => [name, label]))}
        @lb-picked=${({pick}: PickedEvent) => (this.moved = pick?.id === id ? undefined : pick)}
      ></lb-entry-picker>
    </div>`;
  }

  override render(): TemplateResult {
    const {kind, edge, busy, failure} = this;
    return html`<div
      role="group"
      aria-label="Edit the edge"
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#done()}
    >
      ${this.#renderOther()}
      <lb-form
        .schema=${kind.schema ?? NO_FIELDS}
        .fields=${edge.fields}
        .busy=${busy}
        .failure=${failure}
        @lb-save=${(event: FormSaveEvent) => this.#onSave(event)}
        @lb-cancel=${() => this.#done()}
      ></lb-form>
    </div>`;
  }
}

customElements.define("lb-edge-editor", LbEdgeEditor);

declare global {
  interface HTMLElementTagNameMap {
    "lb-edge-editor": LbEdgeEditor;
  }
}
