import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, Store} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import type {FieldKind} from "./field-kinds.ts";
import {FIELD_KINDS} from "./field-kinds.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {toPlural} from "./plural.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {FieldDraft, TypeDraft} from "./type-draft.ts";
import {NEW_FIELD, NEW_TYPE, fromTypeDraft, toTypeDraft} from "./type-draft.ts";

/**
 * Sets up an entry type, a new one or one that is there: what it is called, and its fields. Values of a field that is
 * taken away stay with their entries.
 */
export class LbTypeDialog extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      dialog {
        width: 640px;
      }
      .names {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--lb-2) var(--lb-3);
      }
      .names label {
        display: grid;
        gap: 2px;
        min-width: 0;
      }
      .names input {
        min-width: 0;
      }
      ul {
        display: grid;
        gap: var(--lb-1);
        margin: 0 0 var(--lb-2);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(100px, 1fr) 132px auto auto auto;
        gap: var(--lb-1) var(--lb-3);
        align-items: center;
      }
      li label {
        display: inline-flex;
        align-items: center;
        gap: var(--lb-1);
        white-space: nowrap;
      }
      li textarea {
        grid-column: 1 / -1;
        field-sizing: content;
        min-height: 48px;
      }
      h3 {
        margin: var(--lb-3) 0 var(--lb-1);
      }
      @media (max-width: 560px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto auto;
          padding-bottom: var(--lb-2);
          border-bottom: 1px solid var(--lb-border);
        }
        li > input {
          grid-area: 1 / 1 / 2 / 3;
          min-width: 0;
        }
        li > button {
          grid-area: 1 / 3;
        }
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    draft: {state: true},
    failure: {state: true},
    busy: {state: true}
  };

  declare store: Store;
  declare protected draft: TypeDraft;
  declare protected failure: unknown;
  declare protected busy: boolean;
  #resolve: ((type: EntryType | undefined) => void) | undefined;

  constructor() {
    super();
    this.draft = NEW_TYPE;
    this.busy = false;
  }

  /** Opens the dialog; gives the type as it was saved, or undefined where it was not. */
  async open(type?: EntryType): Promise<EntryType | undefined> {
    this.draft = type ? toTypeDraft(type) : NEW_TYPE;
    this.failure = undefined;
    await this.updateComplete;
    this.#dialog().showModal();
    return new Promise((resolve) => (this.#resolve = resolve));
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  #set(change: Partial<TypeDraft>): void {
    this.draft = {...this.draft, ...change};
  }

  #setField(index: number, change: Partial<FieldDraft>): void {
    this.#set({
      fields: this.draft.fields.map((field, i) => (i === index ? {...field, ...change} : field))
    });
  }

  #removeField(index: number): void {
    const {fields, title} = this.draft;
    const next = title === index ? 0 : title > index ? title - 1 : title;
    this.#set({fields: fields.filter((_, i) => i !== index), title: next});
  }

  async #addField(): Promise<void> {
    this.#set({fields: [...this.draft.fields, NEW_FIELD]});
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLInputElement>("li input[type=text]")].at(-1)?.focus();
  }

  async #save(): Promise<void> {
    if (this.busy) return;
    const {store, draft} = this;
    this.busy = true;
    this.failure = undefined;
    try {
      const types = await store.types.list();
      const type = await store.types.put(
        fromTypeDraft(draft, new Set(types.map(({name}) => name)))
      );
      const [change] = await store.history.of("types", type.name, {limit: 1});
      if (type.version !== draft.former?.version)
        offerUndo({
          store,
          groups: [change?.group ?? null],
          message: `Type ${type.label} ${draft.former ? "changed" : "made"}`
        });
      this.#finish(type);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  #finish(type?: EntryType): void {
    this.#resolve?.(type);
    this.#resolve = undefined;
    this.#dialog().close();
  }

  #onKeydown(event: KeyboardEvent): void {
    const isSave = event.key === "s" && (event.ctrlKey || event.metaKey);
    const isEnter =
      event.key === "Enter" && event.target instanceof HTMLInputElement && !event.isComposing;
    if (!isSave && !isEnter) return;
    event.preventDefault();
    void this.#save();
  }

  #renderField(field: FieldDraft, index: number): TemplateResult {
    const name = field.label || `field ${index + 1}`;
    return html`<li>
      <input
        type="text"
        aria-label="Name of field ${index + 1}"
        placeholder="Name"
        .value=${field.label}
        @input=${(event: Event) =>
          this.#setField(index, {label: (event.target as HTMLInputElement).value})}
      />
      <select
        aria-label="Kind of ${name}"
        @change=${(event: Event) =>
          this.#setField(index, {kind: (event.target as HTMLSelectElement).value as FieldKind})}
      >
        ${Object.entries(FIELD_KINDS).map(
          ([kind, {label}]) =>
            html`<option value=${kind} ?selected=${kind === field.kind}>${label}</option>`
        )}
      </select>
      <label>
        <input
          type="checkbox"
          .checked=${field.required}
          aria-label="${name} is required"
          @change=${(event: Event) =>
            this.#setField(index, {required: (event.target as HTMLInputElement).checked})}
        />
        required
      </label>
      <label>
        <input
          type="radio"
          name="title"
          .checked=${this.draft.title === index}
          aria-label="${name} is the title"
          @change=${() => this.#set({title: index})}
        />
        title
      </label>
      <button
        type="button"
        class="quiet"
        aria-label="Remove ${name}"
        @click=${() => this.#removeField(index)}
      >
        ×
      </button>
      ${
        field.kind === "choice"
          ? html`<textarea
              aria-label="Choices of ${name}, one a line"
              placeholder="The choices, one a line"
              .value=${field.choices}
              @input=${(event: Event) =>
                this.#setField(index, {choices: (event.target as HTMLTextAreaElement).value})}
            ></textarea>`
          : nothing
      }
    </li>`;
  }

  override render(): TemplateResult {
    const {former, label, plural, fields} = this.draft;
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.#finish()}
      @keydown=${this.#onKeydown}
    >
      <h2 id="heading">${former ? `Type ${former.label}` : "New type"}</h2>
      <div class="names">
        <label>
          One is called
          <input
            type="text"
            placeholder="Book"
            .value=${label}
            @input=${(event: Event) => this.#set({label: (event.target as HTMLInputElement).value})}
          />
        </label>
        <label>
          Many are called
          <input
            type="text"
            placeholder=${label ? toPlural(label) : "Books"}
            .value=${plural}
            @input=${(event: Event) => this.#set({plural: (event.target as HTMLInputElement).value})}
          />
        </label>
      </div>
      <h3>Fields</h3>
      <ul>
        ${fields.map((field, i) => this.#renderField(field, i))}
      </ul>
      <button type="button" @click=${() => this.#addField()}>Add a field</button>
      ${
        former
          ? html`<p class="muted">Values of a field that you remove stay with their entries.</p>`
          : nothing
      }
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure .error=${this.failure} .what=${"The type is not saved"}></lb-failure>`
      }
      <div class="row buttons">
        <button type="button" class="primary" ?disabled=${this.busy} @click=${() => this.#save()}>
          ${former ? "Save type" : "Make type"}
        </button>
        <button type="button" @click=${() => this.#finish()}>Cancel</button>
      </div>
    </dialog>`;
  }
}

customElements.define("lb-type-dialog", LbTypeDialog);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-dialog": LbTypeDialog;
  }
}
