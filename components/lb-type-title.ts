import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {FieldChangeEvent} from "./form-events.ts";
import {toChecked, toText} from "./input-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toMembers} from "./title-template.ts";
import type {TypeContext} from "./type-context.ts";
import type {TypeDraft} from "./type-draft.ts";
import {optionStyles} from "./type-editor-styles.ts";
import {toTitleExample} from "./title-example.ts";

/**
 * How the entries of a type get their titles, with an example, and what tells them apart: a key, and sets of fields that
 * no two of them share.
 *
 * @fires lb-change - with what is different in the draft
 */
export class LbTypeTitle extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    optionStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-1) var(--lb-3);
        align-items: center;
        margin: 0;
        padding: var(--lb-1) 0;
        border: none;
        border-bottom: 1px solid var(--lb-border);
      }
      fieldset label {
        display: inline-flex;
        gap: var(--lb-1);
        align-items: center;
      }
      legend {
        float: left;
        padding: 0;
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

  #renderField(label: string, name: "title" | "key", none: string): TemplateResult {
    const value = this.draft[name];
    return html`<label>
      ${label}
      <select @change=${(event: Event) => this.#set({[name]: toText(event)})}>
        <option value="" ?selected=${value === ""}>${none}</option>
        ${this.context.fields.map(
          (field) =>
            html`<option value=${field.name} ?selected=${field.name === value}>
              ${field.label}
            </option>`
        )}
      </select>
    </label>`;
  }

  #renderTemplate(): TemplateResult {
    const {draft, context} = this;
    const names = new Set(context.fields.map(({name}) => name));
    const unknown = toMembers(draft.template).filter((name) => !names.has(name));
    const first = [...names].slice(0, 2).map((name) => `{${name}}`);
    return html`<label class="wide">
        Or a title of several fields
        <input
          type="text"
          class="code"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="example"
          placeholder=${first.join(" ")}
          .value=${draft.template}
          @input=${(event: Event) => this.#set({template: toText(event)})}
        />
      </label>
      <div class="wide hint" id="example" role="status">
        ${
          unknown.length > 0
            ? html`<span class="bad">no such field: ${unknown.join(", ")}</span>`
            : html`For example: ${toTitleExample(draft, context.fields)}`
        }
      </div>`;
  }

  #renderSet(names: readonly string[], index: number): TemplateResult {
    const {unique} = this.draft;
    const put = (next: readonly string[]): void =>
      this.#set({unique: unique.map((one, i) => (i === index ? next : one))});
    return html`<fieldset>
      <legend>Unique together ${index + 1}</legend>
      ${this.context.fields.map(
        ({name, label}) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${names.includes(name)}
              @change=${(event: Event) =>
                put(toChecked(event) ? [...names, name] : names.filter((one) => one !== name))}
            />
            ${label}
          </label>`
      )}
      <button
        type="button"
        class="quiet"
        aria-label="Remove set ${index + 1}"
        @click=${() => this.#set({unique: unique.filter((_, i) => i !== index)})}
      >
        ×
      </button>
    </fieldset>`;
  }

  override render(): TemplateResult {
    const {unique, parent} = this.draft;
    const inherited = parent === "" ? undefined : "as in the type it extends";
    return html`<div class="options">
        ${this.#renderField("Title", "title", inherited ?? "the first field")}
        ${this.#renderField("Key, so that a thing is kept once", "key", inherited ?? "none")}
        ${this.#renderTemplate()}
      </div>
      ${unique.length === 0 ? nothing : html`<div>${unique.map((names, i) => this.#renderSet(names, i))}</div>`}
      <div>
        <button type="button" @click=${() => this.#set({unique: [...unique, []]})}>
          Add fields that are unique together
        </button>
      </div>`;
  }
}

customElements.define("lb-type-title", LbTypeTitle);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-title": LbTypeTitle;
  }
}
