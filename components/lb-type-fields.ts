import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {FieldDraft} from "./field-draft.ts";
import {FieldEditEvent} from "./field-edit-event.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import "./lb-type-field.ts";
import type {GrabEvent, LbTypeField} from "./lb-type-field.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {TypeContext} from "./type-context.ts";
import type {FieldEdit} from "./type-draft-edit.ts";

/**
 * The fields of a type or of a group, in order: edited, added, taken away, moved by their handles or with Alt and the
 * arrow keys.
 *
 * @fires lb-field-edit - with what somebody does
 */
export class LbTypeFields extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      ol {
        display: grid;
        margin: 0 0 var(--lb-2);
        padding: 0;
        list-style: none;
      }
      li {
        border-bottom: 1px solid var(--lb-border);
      }
      li.dragged {
        background: var(--lb-bg-selected);
      }
    `
  ];
  static override properties = {
    fields: {attribute: false},
    context: {attribute: false},
    inner: {type: Boolean},
    dragged: {state: true},
    said: {state: true}
  };

  declare fields: readonly FieldDraft[];
  declare context: TypeContext;
  /** True for the fields of a group. */
  declare inner: boolean;
  declare protected dragged: string | undefined;
  /** What a move came to, for those who do not see it. */
  declare protected said: string;
  /** What is left to do when the fields are drawn that an edit came to. */
  #afterEdit: (() => void) | undefined;

  constructor() {
    super();
    this.fields = [];
    this.inner = false;
    this.said = "";
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("fields")) return;
    this.#afterEdit?.();
    this.#afterEdit = undefined;
  }

  #edit(edit: FieldEdit): void {
    this.dispatchEvent(new FieldEditEvent(edit));
  }

  #elements(): LbTypeField[] {
    return [...this.renderRoot.querySelectorAll("lb-type-field")];
  }

  #add(): void {
    this.#afterEdit = () => this.#elements().at(-1)?.focus();
    this.#edit({kind: "add"});
  }

  #remove(id: string): void {
    const index = this.fields.findIndex((field) => field.id === id);
    this.#afterEdit = () => {
      const next = this.#elements()[Math.min(index, this.fields.length - 1)];
      (next ?? this.renderRoot.querySelector("button"))?.focus();
    };
    this.#edit({kind: "remove", id});
  }

  #move(field: FieldDraft, to: number): void {
    if (to < 0 || to >= this.fields.length) return;
    this.said = `${field.label || "Field"} is now ${to + 1} of ${this.fields.length}`;
    this.#edit({kind: "move", id: field.id, to});
  }

  #onKeydown(event: KeyboardEvent, field: FieldDraft, index: number): void {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || step === 0 || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    const focused = event.composedPath()[0] as HTMLElement | undefined;
    // moving an element in the page takes the focus from it
    this.#afterEdit = () => focused?.focus();
    this.#move(field, index + step);
  }

  /** Follows a press on a handle: the field goes where the pointer is, until it is let go. */
  #onPress(event: PointerEvent, field: FieldDraft): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.dragged = field.id;
    const listening = new AbortController();
    const onMove = ({clientY}: PointerEvent): void => {
      const boxes = this.#elements().map((element) => element.getBoundingClientRect());
      const to = boxes.findIndex(({bottom}) => clientY < bottom);
      const place = to < 0 ? this.fields.length - 1 : to;
      const now = this.fields.findIndex(({id}) => id === field.id);
      // a tall neighbour is passed only behind its middle: the two would change places forever
      const {top = 0, height = 0} = boxes[place] ?? {};
      const isPast = place > now ? clientY > top + height / 2 : clientY < top + height / 2;
      if (place !== now && isPast) this.#move(this.fields[now]!, place);
    };
    const onEnd = (): void => {
      listening.abort();
      this.dragged = undefined;
    };
    addEventListener("pointermove", onMove, listening);
    addEventListener("pointerup", onEnd, listening);
    addEventListener("pointercancel", onEnd, listening);
  }

  override render(): TemplateResult {
    const {fields, context, inner} = this;
    return html`<ol aria-label=${inner ? "Fields of the group" : "Fields"}>
        ${repeat(
          fields,
          ({id}) => id,
          (field, index) =>
            html`<li
              class=${field.id === this.dragged ? "dragged" : ""}
              @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, field, index)}
            >
              <lb-type-field
                .field=${field}
                .index=${index}
                .inner=${inner}
                .context=${context}
                @lb-grab=${({press}: GrabEvent) => this.#onPress(press, field)}
                @lb-change=${({value}: FieldChangeEvent) =>
                  this.#edit({kind: "set", id: field.id, change: value as Partial<FieldDraft>})}
                @lb-remove=${() => this.#remove(field.id)}
              ></lb-type-field>
            </li>`
        )}
      </ol>
      <button type="button" @click=${() => this.#add()}>Add a field</button>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }
}

customElements.define("lb-type-fields", LbTypeFields);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-fields": LbTypeFields;
  }
}
