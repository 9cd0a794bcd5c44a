import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {live} from "lit/directives/live.js";
import type {FieldHints} from "../src/index.ts";
import {FieldElement} from "./field-element.ts";
import {toChecked, toText} from "./input-value.ts";
import {toKindChoices} from "./kind-choices.ts";
import type {TypeContext} from "./type-context.ts";

const NEW_KIND = "new";

type EdgeHint = NonNullable<FieldHints["edge"]>;

/**
 * What a reference refers to: the edges of a kind, there already or made here, from which end they are read, whether
 * there may be several, and which entries are offered.
 *
 * @fires lb-change - with what is different in the field
 */
export class LbFieldReference extends FieldElement {
  static override properties = {
    ...FieldElement.properties,
    context: {attribute: false}
  };

  declare context: TypeContext;

  #changeEdge(change: Partial<EdgeHint>): void {
    const {edge = {kind: "", direction: "out"}} = this.field.schema["x-lakebook"] ?? {};
    const {many, filter, ...rest} = {...edge, ...change};
    const next = {...rest, ...(many && {many}), ...(filter && {filter})};
    this.changeHints({edge: next});
  }

  #onKind(value: string): void {
    if (value === NEW_KIND) return void this.#make();
    const [direction, kind] = value.split(" ");
    if (kind !== undefined) this.#changeEdge({kind, direction: direction as "out" | "in"});
  }

  async #make(): Promise<void> {
    const kind = await this.context.makeKind?.();
    if (kind) this.#changeEdge({kind: kind.name, direction: "out"});
    // nothing was made: the select shows again what is chosen
    else this.requestUpdate();
  }

  #renderKind(edge: EdgeHint | undefined): TemplateResult {
    const {context} = this;
    const choices = toKindChoices(context.kinds, context.type, context.types);
    const value = edge && edge.kind !== "" ? `${edge.direction} ${edge.kind}` : "";
    // a kind that is not there, or that these entries cannot have, is shown for what it is
    const isKnown = value === "" || choices.some((choice) => choice.value === value);
    return html`<label>
      Joined by
      <select
        aria-label="Edge kind of ${this.label}"
        @change=${(event: Event) => this.#onKind(toText(event))}
      >
        <option value="" .selected=${live(value === "")}></option>
        ${choices.map(
          (choice) =>
            html`<option value=${choice.value} .selected=${live(choice.value === value)}>
              ${choice.label}${choice.direction === "in" ? " (from the other end)" : ""}
            </option>`
        )}
        ${isKnown ? nothing : html`<option value=${value} selected>${value} (not for this type)</option>`}
        ${context.makeKind ? html`<option value=${NEW_KIND}>New kind …</option>` : nothing}
      </select>
    </label>`;
  }

  override render(): TemplateResult {
    const {edge} = this.field.schema["x-lakebook"] ?? {};
    return html`<div class="options">
      ${this.#renderKind(edge)}
      <label class="check">
        <input
          type="checkbox"
          aria-label="${this.label} may be several"
          ?disabled=${!edge}
          .checked=${edge?.many ?? false}
          @change=${(event: Event) => this.#changeEdge({many: toChecked(event)})}
        />
        several
      </label>
      <label>
        Offer only those where
        <input
          type="text"
          class="code"
          aria-label="Filter of ${this.label}, in SQL"
          placeholder="litres between 100 and 500"
          ?disabled=${!edge}
          .value=${edge?.filter ?? ""}
          @input=${(event: Event) => this.#changeEdge({filter: toText(event)})}
        />
      </label>
    </div>`;
  }
}

customElements.define("lb-field-reference", LbFieldReference);

declare global {
  interface HTMLElementTagNameMap {
    "lb-field-reference": LbFieldReference;
  }
}
