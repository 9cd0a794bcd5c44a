import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {EntryType, Store} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import "./lb-type-editor.ts";
import type {LbTypeEditor, TypeSavedEvent} from "./lb-type-editor.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {createTypeDraft, toTypeDraft} from "./type-draft.ts";

/** The type editor over the page that one is on. */
export class LbTypeDialog extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      dialog {
        width: 1120px;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {state: true}
  };

  declare store: Store;
  declare protected type: EntryType | undefined;
  #resolve: ((type: EntryType | undefined) => void) | undefined;

  /** Opens the dialog; gives the type as it was saved, or undefined where it was not. */
  async open(type?: EntryType): Promise<EntryType | undefined> {
    // what is handed in may have more than its own: what it inherits
    this.type = type && ((await this.store.types.get(type.name)) ?? type);
    await this.updateComplete;
    const editor = this.renderRoot.querySelector<LbTypeEditor>("lb-type-editor")!;
    editor.begin(this.type ? toTypeDraft(this.type) : createTypeDraft());
    this.renderRoot.querySelector("dialog")!.showModal();
    editor.focus();
    return new Promise((resolve) => (this.#resolve = resolve));
  }

  #finish(type?: EntryType): void {
    this.#resolve?.(type);
    this.#resolve = undefined;
    this.renderRoot.querySelector("dialog")!.close();
  }

  override render(): TemplateResult {
    const {type} = this;
    return html`<dialog aria-labelledby="heading" @close=${() => this.#finish()}>
      <h2 id="heading">${type ? `Type ${type.label}` : "New type"}</h2>
      <lb-type-editor
        .store=${this.store}
        .type=${type}
        @lb-type-saved=${({entryType}: TypeSavedEvent) => this.#finish(entryType)}
        @lb-cancel=${() => this.#finish()}
      ></lb-type-editor>
    </dialog>`;
  }
}

customElements.define("lb-type-dialog", LbTypeDialog);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-dialog": LbTypeDialog;
  }
}
