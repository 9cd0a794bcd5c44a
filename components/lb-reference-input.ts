import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {CreateEvent, PickedEvent} from "./entry-pick.ts";
import {FieldChangeEvent} from "./form-events.ts";
import type {FormContext} from "./form-context.ts";
import type {LbEntryPicker} from "./lb-entry-picker.ts";
import "./lb-entry-picker.ts";
import {entryIdHref} from "./links.ts";
import type {EdgeHint, Reference} from "./reference.ts";
import {toOtherTypeNames} from "./reference.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * The entries that a field refers to: found while one types, or made on the spot. Only what is picked from the list is
 * a reference.
 *
 * @fires lb-change - with the references as they are now
 */
export class LbReferenceInput extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-1);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ul:not(:empty) {
        margin-bottom: var(--lb-1);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: 2px;
        padding-left: 6px;
        border-radius: 3px;
        background: var(--lb-bg-hover);
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    context: {attribute: false},
    edge: {attribute: false},
    references: {attribute: false},
    label: {},
    invalid: {type: Boolean}
  };

  /** Undefined in a preview. */
  declare context: FormContext | undefined;
  declare edge: EdgeHint | undefined;
  declare references: readonly Reference[];
  declare label: string;
  declare invalid: boolean;

  constructor() {
    super();
    this.references = [];
    this.label = "Entry";
    this.invalid = false;
  }

  #change(references: readonly Reference[]): void {
    this.references = references;
    this.dispatchEvent(new FieldChangeEvent(references));
  }

  #add(reference: Reference): void {
    const others = this.edge?.many ? this.references : [];
    const isThere = others.some(({id}) => id !== "" && id === reference.id);
    if (!isThere) this.#change([...others, reference]);
    void this.updateComplete.then(() => {
      const picker = this.renderRoot.querySelector<LbEntryPicker>("lb-entry-picker");
      picker?.clear();
      picker?.focus();
    });
  }

  #remove(reference: Reference): void {
    this.#change(this.references.filter((one) => one !== reference));
    void this.updateComplete.then(() => this.focus());
  }

  #onPicked({pick}: PickedEvent): void {
    if (!pick) return;
    this.#add({id: pick.id, type: pick.type, title: pick.title});
    void this.context?.picked?.(pick.id);
  }

  #onCreate({title, entryType}: CreateEvent): void {
    this.#add({id: "", type: entryType, title});
  }

  #renderReference(reference: Reference): TemplateResult {
    const {id, type, title} = reference;
    const label = this.context?.types.get(type)?.label ?? type;
    return html`<li>
      ${
        id === ""
          ? html`${title} <span class="muted">new ${label.toLowerCase()}</span>`
          : html`<a href=${entryIdHref(id)} target="_blank" title=${label}>${title}</a>`
      }
      <button
        type="button"
        class="quiet"
        aria-label="Remove ${title}"
        @click=${() => this.#remove(reference)}
      >
        ×
      </button>
    </li>`;
  }

  #renderPicker(context: FormContext, edge: EdgeHint): TemplateResult {
    const {types, kinds} = context;
    const names = toOtherTypeNames(edge, kinds.get(edge.kind), types) ?? [...types.keys()];
    const creatable = names.flatMap((name) => {
      const type = types.get(name);
      return type && type.abstract !== true ? [type] : [];
    });
    return html`<lb-entry-picker
      .label=${this.label}
      .suggest=${(text: string, signal: AbortSignal) => context.suggest(text, edge, signal)}
      .types=${new Map([...types].map(([name, {label}]) => [name, label]))}
      .creatable=${creatable}
      @lb-picked=${(event: PickedEvent) => this.#onPicked(event)}
      @lb-create=${(event: CreateEvent) => this.#onCreate(event)}
    ></lb-entry-picker>`;
  }

  override render(): TemplateResult {
    const {context, edge, references} = this;
    const hasRoom = edge?.many === true || references.length === 0;
    const canPick = context?.kinds.has(edge?.kind ?? "") === true;
    return html`<ul aria-label=${this.label}>
        ${references.map((one) => this.#renderReference(one))}
      </ul>
      ${edge && context && hasRoom && canPick ? this.#renderPicker(context, edge) : nothing}
      ${context ? nothing : html`<p class="muted">Entries are picked in the form of an entry.</p>`}
      ${
        context && !canPick
          ? html`<p class="muted">
              The kind of edge “${edge?.kind ?? ""}” is not there: make it on the edges page.
            </p>`
          : nothing
      }`;
  }
}

customElements.define("lb-reference-input", LbReferenceInput);

declare global {
  interface HTMLElementTagNameMap {
    "lb-reference-input": LbReferenceInput;
  }
}
