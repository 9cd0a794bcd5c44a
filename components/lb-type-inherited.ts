import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {toLabel} from "../src/index.ts";
import {FIELD_KINDS, toFieldKind} from "./field-kinds.ts";
import {typeHref} from "./links.ts";
import {baseStyles} from "./styles.ts";
import type {InheritedField} from "./type-context.ts";

/** The fields that a type has from those that it extends, to be read: they are changed where they come from. */
export class LbTypeInherited extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--lb-3);
        align-items: center;
        min-height: var(--lb-row);
        border-bottom: 1px solid var(--lb-border);
        color: var(--lb-text-muted);
      }
      .name {
        flex: 1 1 120px;
        color: var(--lb-text);
        overflow-wrap: anywhere;
      }
      a {
        text-decoration: underline;
      }
    `
  ];
  static override properties = {
    fields: {attribute: false},
    own: {attribute: false}
  };

  declare fields: readonly InheritedField[];
  /** The names of the type's own fields, which stand in the place of inherited ones. */
  declare own: readonly string[];

  constructor() {
    super();
    this.fields = [];
    this.own = [];
  }

  #renderField({name, schema, required, origin}: InheritedField): TemplateResult {
    const isReplaced = this.own.includes(name);
    return html`<li>
      <span class="name">${schema.title ?? toLabel(name)}</span>
      <span>${FIELD_KINDS[toFieldKind(schema)].label}${required ? ", required" : ""}</span>
      <span>
        ${isReplaced ? "replaced below, from" : "from"}
        <a href=${typeHref(origin.name)}>${origin.label}</a>
      </span>
    </li>`;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.fields.length === 0) return nothing;
    return html`<ul aria-label="Inherited fields">
      ${this.fields.map((field) => this.#renderField(field))}
    </ul>`;
  }
}

customElements.define("lb-type-inherited", LbTypeInherited);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-inherited": LbTypeInherited;
  }
}
