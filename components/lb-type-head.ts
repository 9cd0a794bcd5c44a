import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {findFamily} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {toChecked, toText} from "./input-value.ts";
import "./lb-type-title.ts";
import {toPlural} from "./plural.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {TypeContext} from "./type-context.ts";
import type {TypeDraft} from "./type-draft.ts";
import {optionStyles} from "./type-editor-styles.ts";

/**
 * What a type is called, what it is for, what it extends; how its entries are called and told apart.
 *
 * @fires lb-change - with what is different in the draft
 */
export class LbTypeHead extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    optionStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
      }
      details > summary {
        cursor: pointer;
        min-height: var(--lb-control);
        color: var(--lb-text-muted);
      }
    `
  ];
  static override properties = {
    draft: {attribute: false},
    context: {attribute: false}
  };

  declare draft: TypeDraft;
  declare context: TypeContext;

  #set(change: Partial<TypeDraft>): void {
    this.dispatchEvent(new FieldChangeEvent(change));
  }

  #renderText(
    label: string,
    name: "label" | "plural" | "help",
    placeholder: string
  ): TemplateResult {
    return html`<label class=${name === "help" ? "wide" : nothing}>
      ${label}
      <input
        type="text"
        autocomplete="off"
        placeholder=${placeholder}
        .value=${this.draft[name]}
        @input=${(event: Event) => this.#set({[name]: toText(event)})}
      />
    </label>`;
  }

  #renderParent(): TemplateResult {
    const {draft, context} = this;
    const types = new Map(context.types.map((type) => [type.name, type]));
    const family = draft.former ? findFamily(draft.former.name, types) : [];
    const parents = context.types.filter(({name}) => !family.includes(name));
    const isKnown = draft.parent === "" || parents.some(({name}) => name === draft.parent);
    return html`<label>
        Extends
        <select @change=${(event: Event) => this.#set({parent: toText(event)})}>
          <option value="">no other type</option>
          ${parents.map(
            ({name, label}) =>
              html`<option value=${name} ?selected=${name === draft.parent}>${label}</option>`
          )}
          ${
            isKnown
              ? nothing
              : html`<option value=${draft.parent} selected>${draft.parent} (not there)</option>`
          }
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          .checked=${draft.isAbstract}
          @change=${(event: Event) => this.#set({isAbstract: toChecked(event)})}
        />
        has no entries of its own
      </label>`;
  }

  override render(): TemplateResult {
    const {draft, context} = this;
    return html`<div class="options names">
        ${this.#renderText("One is called", "label", "Book")}
        ${this.#renderText("Many are called", "plural", draft.label ? toPlural(draft.label) : "Books")}
        ${this.#renderText("What it is for", "help", "A sentence above the form")}
        ${this.#renderParent()}
      </div>
      <details>
        <summary>Titles, keys and what is unique</summary>
        <lb-type-title
          .draft=${draft}
          .context=${context}
          @lb-change=${({value}: FieldChangeEvent) => this.#set(value as Partial<TypeDraft>)}
        ></lb-type-title>
      </details>`;
  }
}

customElements.define("lb-type-head", LbTypeHead);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-head": LbTypeHead;
  }
}
