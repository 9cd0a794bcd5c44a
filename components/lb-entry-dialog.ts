import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {keyed} from "lit/directives/keyed.js";
import type {Entry, EntryType, Fields, Store} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import {EntrySavedEvent} from "./lb-entry-form.ts";
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
      }
      .type {
        margin-bottom: var(--lb-3);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    types: {attribute: false},
    entry: {state: true},
    type: {state: true},
    initial: {state: true},
    many: {state: true},
    round: {state: true}
  };

  declare store: Store;
  declare types: readonly EntryType[];
  declare protected entry: Entry | undefined;
  declare protected type: EntryType | undefined;
  declare protected initial: Fields | undefined;
  /** True where the dialog stays open for another new entry. */
  declare protected many: boolean;
  declare protected round: number;

  constructor() {
    super();
    this.types = [];
    this.many = false;
    this.round = 0;
  }

  /** Opens an empty form for an entry of a type. */
  openNew(type: EntryType, initial?: Fields): Promise<void> {
    return this.#open(type, undefined, initial);
  }

  openEdit(type: EntryType, entry: Entry): Promise<void> {
    return this.#open(type, entry, undefined);
  }

  close(): void {
    this.#dialog().close();
  }

  async #open(type: EntryType, entry?: Entry, initial?: Fields): Promise<void> {
    this.type = type;
    this.entry = entry;
    this.initial = initial;
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

  #renderType(current: EntryType): TemplateResult {
    return html`<div class="row type">
      <label class="row">
        Type
        <select @change=${this.#onType}>
          ${this.types.map(
            ({name, label}) =>
              html`<option value=${name} ?selected=${name === current.name}>${label}</option>`
          )}
          <option value="">New type …</option>
        </select>
      </label>
      <label class="row spread">
        <input
          type="checkbox"
          .checked=${this.many}
          @change=${(event: Event) => (this.many = (event.target as HTMLInputElement).checked)}
        />
        Stay open for another
      </label>
    </div>`;
  }

  #renderForm(type: EntryType): TemplateResult {
    const {entry, initial, store, round} = this;
    return html`<h2 id="heading">
        ${entry ? `Edit “${entry.title}”` : `New ${type.label.toLowerCase()}`}
      </h2>
      ${entry ? nothing : this.#renderType(type)}
      ${keyed(
        `${round} ${type.name}`,
        html`<lb-entry-form
          .store=${store}
          .type=${type}
          .entry=${entry}
          .initial=${initial}
          .saveLabel=${entry ? "Save" : `Add ${type.label.toLowerCase()}`}
          @lb-saved=${this.#onSaved}
          @lb-cancel=${() => this.close()}
        ></lb-entry-form>`
      )}`;
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @close=${() => (this.type = undefined)}>
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
