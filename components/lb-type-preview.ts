import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType} from "../src/index.ts";
import "./lb-form.ts";
import {baseStyles} from "./styles.ts";

/** The form of a type, to be tried: nothing that is typed here is kept. */
export class LbTypePreview extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        padding: var(--lb-3);
        border: 1px solid var(--lb-border);
        border-radius: var(--lb-radius);
      }
      h2 {
        margin-bottom: var(--lb-2);
      }
      p {
        margin-bottom: var(--lb-2);
      }
    `
  ];
  static override properties = {
    type: {attribute: false},
    problem: {},
    isTried: {state: true}
  };

  /** With all that it inherits; undefined while there is none to show. */
  declare type: EntryType | undefined;
  /** Why the form is not that of the type as it is written now. */
  declare problem: string;
  declare protected isTried: boolean;

  constructor() {
    super();
    this.problem = "";
    this.isTried = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("type")) this.isTried = false;
  }

  override render(): TemplateResult {
    const {type, problem} = this;
    const stale = problem ? html`<p class="muted" role="status">Not yet: ${problem}</p>` : nothing;
    if (!type) return html`${stale}`;
    return html`<div>
      <h2>New ${type.label.toLowerCase()}</h2>
      ${type.help ? html`<p class="muted">${type.help}</p>` : nothing}${stale}
      <lb-form
        .schema=${type.schema}
        save-label="Try it"
        @lb-save=${() => (this.isTried = true)}
      ></lb-form>
      ${
        this.isTried
          ? html`<p class="muted" role="status">
              All is well. This is a preview: nothing is kept.
            </p>`
          : nothing
      }
    </div>`;
  }
}

customElements.define("lb-type-preview", LbTypePreview);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-preview": LbTypePreview;
  }
}
