import type {TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {keyed} from "lit/directives/keyed.js";
import type {EdgeKind, Entry, EntryType, Fields, Store, Workspace} from "../src/index.ts";
import {InputError} from "../src/index.ts";
import type {EdgePlan, KindDraft, OtherEnd} from "./add-edge.ts";
import {addEdge} from "./add-edge.ts";
import type {CreateEvent, Pick, PickedEvent} from "./entry-pick.ts";
import {edgeFormStyles} from "./edge-form-styles.ts";
import type {FormSaveEvent} from "./form-events.ts";
import type {KindChoice} from "./kind-choices.ts";
import {toKindChoices, toOtherTypes} from "./kind-choices.ts";
import {NEW_KIND, renderKindSelect} from "./kind-select.ts";
import type {LbEntryPicker} from "./lb-entry-picker.ts";
import "./lb-entry-picker.ts";
import "./lb-failure.ts";
import "./lb-form.ts";
import type {RowEvent} from "./lb-row-picker.ts";
import "./lb-row-picker.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {renderNewKind} from "./new-kind-inputs.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {suggestOther} from "./suggest-other.ts";

const NO_KIND: KindDraft = {label: "", inverse: "", symmetric: false};

/**
 * Joins an entry to another: a kind, there already or made on the way, and the other end, found or made on the way.
 *
 * @fires lb-done - somebody has added enough
 */
export class LbEdgeForm extends LitElement {
  static override styles = [baseStyles, controlStyles, edgeFormStyles];
  static override properties = {
    workspace: {attribute: false},
    store: {attribute: false},
    entry: {attribute: false},
    kinds: {attribute: false},
    types: {attribute: false},
    choice: {state: true},
    draft: {state: true},
    other: {state: true},
    picksRow: {state: true},
    added: {state: true},
    busy: {state: true},
    failure: {state: true}
  };

  /** For rows of the lake at the other end; without it they are not offered. */
  declare workspace: Workspace | undefined;
  declare store: Store;
  declare entry: Entry;
  declare kinds: readonly EdgeKind[];
  declare types: readonly EntryType[];
  /** The value of the chosen `KindChoice`, or that of a new kind. */
  declare protected choice: string | undefined;
  declare protected draft: KindDraft;
  declare protected other: OtherEnd | undefined;
  /** True while rows of the lake are looked for: the lake opens for nothing else. */
  declare protected picksRow: boolean;
  /** Counts the edges that were added: the fields of the next one begin anew. */
  declare protected added: number;
  declare protected busy: boolean;
  declare protected failure: unknown;

  constructor() {
    super();
    this.kinds = [];
    this.types = [];
    this.picksRow = false;
    this.added = 0;
    this.busy = false;
    this.draft = NO_KIND;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("select")?.focus());
  }

  #choices(): KindChoice[] {
    return toKindChoices(this.kinds, this.entry.type, this.types);
  }

  /** The kind that is chosen: the first one where nobody chose yet, undefined for a new one. */
  #chosen(): KindChoice | undefined {
    const choices = this.#choices();
    if (this.choice === NEW_KIND) return undefined;
    return choices.find(({value}) => value === this.choice) ?? choices[0];
  }

  #picker(): LbEntryPicker {
    return this.renderRoot.querySelector("lb-entry-picker")!;
  }

  #suggest(text: string, signal: AbortSignal): AsyncIterable<readonly Pick[]> {
    const {workspace, store, entry} = this;
    const types = this.#chosen()?.otherTypes ?? [];
    return suggestOther(text, {workspace, store, types, except: [entry.id], signal});
  }

  #toPlan(): EdgePlan | undefined {
    const {entry, other, draft} = this;
    const chosen = this.#chosen();
    if (!other || (!chosen && draft.label.trim() === "")) return undefined;
    return {entry, other, kind: chosen?.kind ?? draft, direction: chosen?.direction ?? "out"};
  }

  async #chooseKind(choice: string): Promise<void> {
    this.choice = choice;
    this.other = undefined;
    this.#picker().clear();
    await this.updateComplete;
    // the select stands elsewhere now; a new kind begins with its name
    const next = choice === NEW_KIND ? "label input" : "select";
    this.renderRoot.querySelector<HTMLElement>(next)?.focus();
  }

  #onPick({pick}: PickedEvent): void {
    this.other = pick && pick.id !== "" ? {id: pick.id} : undefined;
    if (pick) this.#focusAdd();
  }

  #onCreate({title, entryType}: CreateEvent): void {
    const type = this.types.find(({name}) => name === entryType);
    if (!type) return;
    this.other = {type, title};
    this.#picker().picked = {id: "", type: entryType, title};
    this.#focusAdd();
  }

  #onRow({row: {end, title}}: RowEvent): void {
    this.other = {id: end};
    this.#picker().picked = {id: end, type: "lake row", title};
    this.#focusAdd();
  }

  #focusAdd(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("button.primary, lb-form")?.focus()
    );
  }

  async #add(fields?: Fields): Promise<void> {
    if (this.busy) return;
    const {store} = this;
    this.busy = true;
    this.failure = undefined;
    try {
      const plan = this.#toPlan();
      if (!plan) throw new InputError("other entry is missing: pick or create one above");
      const {groups, isNew} = await addEdge(store, {...plan, ...(fields && {fields})});
      const {picked} = this.#picker();
      const message = isNew ? `Joined with “${picked?.title}”` : "This edge is there already";
      offerUndo({store, groups, message});
      this.#reset();
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  /** Ready for the next one, with the same kind. */
  #reset(): void {
    if (this.choice === NEW_KIND) this.choice = undefined;
    this.draft = NO_KIND;
    this.other = undefined;
    ++this.added;
    this.#picker().clear();
    this.#picker().focus();
  }

  #done(): void {
    this.dispatchEvent(new Event("lb-done"));
  }

  #renderKindChoice(): TemplateResult {
    return renderKindSelect(this.#choices(), this.#chosen(), (value) => {
      void this.#chooseKind(value);
    });
  }

  override render(): TemplateResult {
    const {types, failure} = this;
    const chosen = this.#chosen();
    const schema = chosen?.kind.schema;
    const others = chosen?.otherTypes ?? [];
    const allowsRows = others.length === 0 || others.includes("row");
    const labels = new Map(types.map(({name, label}) => [name, label]));
    return html`<form
      aria-label="Add an edge"
      @submit=${(event: Event) => {
        event.preventDefault();
        if (this.#toPlan()) void this.#add();
      }}
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#done()}
    >
      ${
        chosen
          ? nothing
          : html`<div class="line">
              ${this.#renderKindChoice()}${renderNewKind(this.draft, (change) => {
                this.draft = {...this.draft, ...change};
              })}
            </div>`
      }
      <div class="line">
        ${chosen ? this.#renderKindChoice() : nothing}
        <lb-entry-picker
          label="Other entry"
          placeholder="Find or create an entry"
          .suggest=${(text: string, signal: AbortSignal) => this.#suggest(text, signal)}
          .types=${labels}
          .creatable=${toOtherTypes(chosen, types)}
          @lb-picked=${(event: PickedEvent) => this.#onPick(event)}
          @lb-create=${(event: CreateEvent) => this.#onCreate(event)}
        ></lb-entry-picker>
        ${
          schema
            ? nothing
            : html`<button class="primary" ?disabled=${!this.#toPlan() || this.busy}>Add</button>`
        }
        <button type="button" @click=${() => this.#done()}>Done</button>
      </div>
      ${
        this.workspace && allowsRows
          ? html`<details
              @toggle=${(event: Event) =>
                (this.picksRow = (event.target as HTMLDetailsElement).open)}
            >
              <summary>Or a row of the lake</summary>
              ${
                this.picksRow
                  ? html`<lb-row-picker
                      .workspace=${this.workspace}
                      @lb-row=${(event: RowEvent) => this.#onRow(event)}
                    ></lb-row-picker>`
                  : nothing
              }
            </details>`
          : nothing
      }
      ${
        schema
          ? keyed(
              this.added,
              html`<lb-form
                .saveLabel=${"Add"}
                .schema=${schema}
                .busy=${this.busy}
                @lb-save=${({fields}: FormSaveEvent) => this.#add(fields)}
                @lb-cancel=${() => this.#done()}
              ></lb-form>`
            )
          : nothing
      }
      ${failure === undefined ? nothing : html`<lb-failure .error=${failure}></lb-failure>`}
    </form>`;
  }
}

customElements.define("lb-edge-form", LbEdgeForm);

declare global {
  interface HTMLElementTagNameMap {
    "lb-edge-form": LbEdgeForm;
  }
}
