import type {TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Cardinality, EdgeKind, EntryType, Store} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import {dialogStyles} from "./dialog-styles.ts";
import type {FieldEditEvent} from "./field-edit-event.ts";
import {toEndNoun, toEndTypes} from "./end-types.ts";
import type {EdgeKindDraft} from "./kind-draft.ts";
import {NEW_KIND, fromKindDraft, toKindDraft} from "./kind-draft.ts";
import {describeCardinality} from "./kind-words.ts";
import {kindEditorStyles} from "./kind-editor-styles.ts";
import "./lb-kind-room.ts";
import type {KindRoomEvent} from "./lb-kind-room.ts";
import "./lb-type-fields.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {NO_CONTEXT} from "./type-context.ts";
import {editInnerFields} from "./type-draft-edit.ts";

const CARDINALITIES: readonly Cardinality[] = [
  "many-to-many",
  "many-to-one",
  "one-to-many",
  "one-to-one"
];

/** Sets up a kind of edge, a new one or one that is there: how it reads, what it joins, how many, its own fields. */
export class LbKindEditor extends LitElement {
  static override styles = [baseStyles, controlStyles, dialogStyles, kindEditorStyles];
  static override properties = {
    store: {attribute: false},
    types: {attribute: false},
    draft: {state: true}
  };

  declare store: Store;
  declare types: readonly EntryType[];
  declare protected draft: EdgeKindDraft;
  readonly #attempt = new Attempt(this);
  #resolve: ((kind: EdgeKind | undefined) => void) | undefined;

  constructor() {
    super();
    this.types = [];
    this.draft = NEW_KIND;
  }

  /** Opens the dialog; gives the kind as it was saved, or undefined where it was not. */
  async open(kind?: EdgeKind): Promise<EdgeKind | undefined> {
    this.draft = kind ? toKindDraft(kind) : NEW_KIND;
    this.#attempt.forget();
    await this.updateComplete;
    this.#dialog().showModal();
    return new Promise((resolve) => (this.#resolve = resolve));
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  #set(change: Partial<EdgeKindDraft>): void {
    this.draft = {...this.draft, ...change};
  }

  async #save(): Promise<void> {
    const {store, draft} = this;
    await this.#attempt.runAlone("The edge kind is not saved", async () => {
      const taken = new Set((await store.kinds.list()).map(({name}) => name));
      const before = await store.history.revision();
      const kind = await store.kinds.put(fromKindDraft(draft, taken));
      const [change] = await store.history.of("kinds", kind.name, {limit: 1});
      if (change && change.seq > before)
        offerUndo({
          store,
          groups: [change.group],
          message: `Edge kind “${kind.label}” ${draft.former ? "changed" : "made"}`
        });
      this.#finish(kind);
    });
  }

  #finish(kind?: EdgeKind): void {
    this.#resolve?.(kind);
    this.#resolve = undefined;
    this.#dialog().close();
  }

  #onKeydown(event: KeyboardEvent): void {
    const isSave = event.key === "s" && (event.ctrlKey || event.metaKey);
    // what lies in elements of its own is retargeted: the first of the path is the input itself
    const input = event.composedPath()[0];
    const isEnter =
      event.key === "Enter" &&
      input instanceof HTMLInputElement &&
      input.type === "text" &&
      !event.isComposing;
    if (!isSave && !isEnter) return;
    event.preventDefault();
    void this.#save();
  }

  #renderText(label: string, name: "label" | "inverse", example: string): TemplateResult {
    const {draft} = this;
    const isOff = name === "inverse" && draft.symmetric;
    return html`<label>
      ${label}
      <input
        type="text"
        placeholder=${example}
        .value=${isOff ? draft.label : draft[name]}
        ?disabled=${isOff}
        @input=${(event: Event) => this.#set({[name]: (event.target as HTMLInputElement).value})}
      />
    </label>`;
  }

  #renderEnd(label: string, name: "fromTypes" | "toTypes"): TemplateResult {
    const chosen = this.draft[name];
    const toggle = (type: string, isOn: boolean): void =>
      this.#set({[name]: isOn ? [...chosen, type] : chosen.filter((one) => one !== type)});
    return html`<fieldset>
      <legend>${label}</legend>
      <span class="muted">${chosen.length === 0 ? "anything" : nothing}</span>
      <div class="choices">
        ${toEndTypes(this.types).map(
          ({name: type, label: text}) =>
            html`<label class="choice"
              ><input
                type="checkbox"
                .checked=${chosen.includes(type)}
                @change=${(event: Event) => toggle(type, (event.target as HTMLInputElement).checked)}
              />${text}</label
            >`
        )}
      </div>
    </fieldset>`;
  }

  #renderCardinality(): TemplateResult {
    const {label, inverse, symmetric, fromTypes, toTypes, cardinality} = this.draft;
    const words = {
      label: label.trim() || "joined with",
      inverse: (symmetric ? label : inverse).trim() || "joined with",
      from: toEndNoun(fromTypes, this.types),
      to: toEndNoun(toTypes, this.types)
    };
    // where both ends are alike, “one here, many there” says nothing
    const choices = CARDINALITIES.filter(
      (one) => !symmetric || one === "many-to-many" || one === "one-to-one" || one === cardinality
    );
    return html`<fieldset>
      <legend>How many</legend>
      ${choices.map(
        (one) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="cardinality"
              .checked=${one === cardinality}
              @change=${() => this.#set({cardinality: one})}
            />${describeCardinality(one, words)}</label
          >`
      )}
    </fieldset>`;
  }

  #renderCheck(name: "symmetric" | "acyclic", text: string): TemplateResult {
    return html`<label class="choice"
      ><input
        type="checkbox"
        .checked=${this.draft[name]}
        @change=${(event: Event) => this.#set({[name]: (event.target as HTMLInputElement).checked})}
      />${text}</label
    >`;
  }

  override render(): TemplateResult {
    const {draft, types} = this;
    const {former} = draft;
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.#finish()}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
    >
      <h2 id="heading">${former ? `Edge kind “${former.label}”` : "New edge kind"}</h2>
      <div class="pair">
        ${this.#renderText("From the first end it reads", "label", "stored in")}
        ${this.#renderText("From the second end", "inverse", "holds")}
      </div>
      ${this.#renderCheck("symmetric", "It reads the same both ways (“married to”)")}
      <div class="pair">
        ${this.#renderEnd("The first end may be", "fromTypes")}
        ${this.#renderEnd("The second end may be", "toTypes")}
      </div>
      ${this.#renderCardinality()}
      <fieldset>
        <legend>Room</legend>
        ${this.#renderCheck("acyclic", "It never leads in a circle: nothing is inside of itself")}
        <lb-kind-room
          .draft=${draft}
          .types=${types}
          @lb-kind-room=${({change}: KindRoomEvent) => this.#set(change)}
        ></lb-kind-room>
      </fieldset>
      <fieldset>
        <legend>Fields of each edge</legend>
        <lb-type-fields
          inner
          .fields=${draft.fields}
          .context=${NO_CONTEXT}
          @lb-field-edit=${({edit}: FieldEditEvent) =>
            this.#set({fields: editInnerFields(draft.fields, edit)})}
        ></lb-type-fields>
      </fieldset>
      ${
        former
          ? html`<p class="muted">
              Edges that are there stay, also where they would now be refused.
            </p>`
          : nothing
      }
      ${this.#attempt.render()}
      <div class="row buttons">
        <button
          type="button"
          class="primary"
          ?disabled=${this.#attempt.isRunning}
          @click=${() => this.#save()}
        >
          ${former ? "Save edge kind" : "Make edge kind"}
        </button>
        <button type="button" @click=${() => this.#finish()}>Cancel</button>
      </div>
    </dialog>`;
  }
}

customElements.define("lb-kind-editor", LbKindEditor);

declare global {
  interface HTMLElementTagNameMap {
    "lb-kind-editor": LbKindEditor;
  }
}
