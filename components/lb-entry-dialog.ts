import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {keyed} from "lit/directives/keyed.js";
import type {EdgeKind, Entry, EntryType, Fields, Store, Workspace} from "../src/index.ts";
import {resolveType} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import {toFormContext} from "./entry-form-context.ts";
import type {FormContext} from "./form-context.ts";
import {EntrySavedEvent} from "./form-events.ts";
import "./lb-entry-form.ts";
import "./lb-paste-entries.ts";
import type {LbPasteEntries} from "./lb-paste-entries.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * Adds an entry, or edits one without leaving the list.
 *
 * @fires lb-saved - with the entry, after each one that was written
 * @fires lb-new-type - somebody wants a type that is not there yet
 */
export class LbEntryDialog extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      dialog {
        width: 680px;
        /* what comes up below a form must not move what is typed in */
        margin-top: 8dvh;
        max-height: 90dvh;
      }
      dialog.pasting {
        width: 1080px;
      }
      .type {
        margin-bottom: var(--lb-3);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    workspace: {attribute: false},
    types: {attribute: false},
    kinds: {attribute: false},
    entry: {state: true},
    type: {state: true},
    initial: {state: true},
    many: {state: true},
    isPasting: {state: true},
    round: {state: true}
  };

  declare store: Store;
  /** Where there is one, forms find references by meaning too (see `LbEntryForm`). */
  declare workspace: Workspace | undefined;
  declare types: readonly EntryType[];
  declare kinds: readonly EdgeKind[];
  declare protected entry: Entry | undefined;
  declare protected type: EntryType | undefined;
  declare protected initial: Fields | undefined;
  /** True where the dialog stays open for another new entry. */
  declare protected many: boolean;
  /** True while a table is pasted, in the place of the form. */
  declare protected isPasting: boolean;
  declare protected round: number;
  /** Ready before the form is asked for: it is drawn in the step that opens the dialog, and no letter is lost. */
  #context: FormContext | undefined;

  constructor() {
    super();
    this.types = this.kinds = [];
    this.many = this.isPasting = false;
    this.round = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {store, workspace, types, kinds} = this;
    if (
      changed.has("store") ||
      changed.has("workspace") ||
      changed.has("types") ||
      changed.has("kinds")
    )
      this.#context = toFormContext(store, workspace, types, kinds);
  }

  /** Opens an empty form for an entry of a type. */
  openNew(type: EntryType, initial?: Fields): Promise<void> {
    return this.#open(type, undefined, initial);
  }

  openEdit(type: EntryType, entry: Entry): Promise<void> {
    return this.#open(type, entry, undefined);
  }

  /** Takes in a table of entries of a type. */
  async openPaste(type: EntryType): Promise<void> {
    await this.#open(type);
    await this.#paste();
  }

  close(): void {
    this.#dialog().close();
  }

  async #open(type: EntryType, entry?: Entry, initial?: Fields): Promise<void> {
    this.type = type;
    this.entry = entry;
    this.initial = initial;
    this.isPasting = false;
    ++this.round;
    await this.updateComplete;
    if (!this.#dialog().open) this.#dialog().showModal();
    this.#focusForm();
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  #focusForm(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("lb-entry-form")?.focus());
  }

  async #paste(): Promise<void> {
    this.isPasting = true;
    await this.updateComplete;
    this.renderRoot.querySelector<LbPasteEntries>("lb-paste-entries")?.focus();
  }

  #onSaved({entry}: EntrySavedEvent): void {
    if (this.entry === undefined && this.many) {
      ++this.round;
      this.#focusForm();
    } else this.close();
    this.dispatchEvent(new EntrySavedEvent(entry));
  }

  #onType(event: Event): void {
    const {value} = event.target as HTMLSelectElement;
    const type = this.types.find(({name}) => name === value);
    if (type) this.type = type;
    else {
      this.close();
      this.dispatchEvent(new Event("lb-new-type"));
    }
  }

  /** Types that entries can have. */
  #usable(): EntryType[] {
    return this.types.filter(({abstract}) => abstract !== true);
  }

  #renderPaste(type: EntryType): TemplateResult {
    const types = new Map(this.types.map((one) => [one.name, one]));
    return html`<h2 id="heading">Paste ${type.plural.toLowerCase()}</h2>
      ${this.#renderType(type)}
      ${keyed(
        type.name,
        html`<lb-paste-entries
          .store=${this.store}
          .type=${resolveType(type, types)}
          @lb-pasted=${() => this.close()}
          @lb-cancel=${() => this.close()}
        ></lb-paste-entries>`
      )}`;
  }

  #renderType(current: EntryType): TemplateResult {
    return html`<div class="row type">
      <label class="row">
        Type
        <select @change=${(event: Event) => this.#onType(event)}>
          ${this.#usable().map(
            ({name, label}) =>
              html`<option value=${name} ?selected=${name === current.name}>${label}</option>`
          )}
          <option value="">New type …</option>
        </select>
      </label>
      ${this.isPasting ? nothing : this.#renderMany()}
    </div>`;
  }

  /** Ways to add more than one. */
  #renderMany(): TemplateResult {
    return html`<button type="button" @click=${() => this.#paste()}>Paste a table</button>
      <label class="row spread">
        <input
          type="checkbox"
          .checked=${this.many}
          @change=${(event: Event) => (this.many = (event.target as HTMLInputElement).checked)}
        />
        Stay open for another
      </label>`;
  }

  #renderForm(type: EntryType): TemplateResult {
    const {entry, initial, store, workspace, round} = this;
    if (this.isPasting) return this.#renderPaste(type);
    return html`<h2 id="heading">
        ${entry ? `Edit “${entry.title}”` : `New ${type.label.toLowerCase()}`}
      </h2>
      ${entry ? nothing : this.#renderType(type)}
      ${keyed(
        `${round} ${type.name}`,
        html`<lb-entry-form
          .store=${store}
          .workspace=${workspace}
          .context=${this.#context}
          .type=${type}
          .entry=${entry}
          .initial=${initial}
          .saveLabel=${entry ? "Save" : `Add ${type.label.toLowerCase()}`}
          @lb-saved=${(event: EntrySavedEvent) => this.#onSaved(event)}
          @lb-cancel=${() => this.close()}
        ></lb-entry-form>`
      )}`;
  }

  override render(): TemplateResult {
    return html`<dialog
      class=${this.isPasting ? "pasting" : ""}
      aria-labelledby="heading"
      @close=${() => (this.type = undefined)}
    >
      ${this.type ? this.#renderForm(this.type) : nothing}
    </dialog>`;
  }
}

customElements.define("lb-entry-dialog", LbEntryDialog);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entry-dialog": LbEntryDialog;
  }
}
