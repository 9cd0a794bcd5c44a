import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EdgeGrid, EntryType} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import type {EdgeKindDraft} from "./kind-draft.ts";
import {NO_GRID} from "./kind-draft.ts";
import {baseStyles, controlStyles} from "./styles.ts";

type Room = Pick<EdgeKindDraft, "grid" | "capacityField">;

/** The room at the second end is told in another way now. */
export class KindRoomEvent extends Event {
  readonly change: Partial<Room>;

  constructor(change: Partial<Room>) {
    super("lb-kind-room");
    this.change = change;
  }
}

/**
 * How much room there is at the second end of a kind: a number of places, or a grid of positions.
 *
 * @fires lb-kind-room - with what is different
 */
export class LbKindRoom extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      label {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-1);
        align-items: center;
        min-height: var(--lb-row);
      }
      label:has(input) {
        flex-wrap: nowrap;
      }
      .inner {
        padding-left: var(--lb-4);
      }
    `
  ];
  static override properties = {draft: {attribute: false}, types: {attribute: false}};

  declare draft: EdgeKindDraft;
  declare types: readonly EntryType[];

  constructor() {
    super();
    this.types = [];
  }

  #change(change: Partial<Room>): void {
    this.dispatchEvent(new KindRoomEvent(change));
  }

  /** Fields of the second end that can hold a number, by name. */
  #numbers(): readonly (readonly [name: string, label: string])[] {
    const {toTypes} = this.draft;
    const fields = this.types
      .filter(({name}) => toTypes.length === 0 || toTypes.includes(name))
      .flatMap(({schema}) => Object.entries(schema.properties))
      .filter(([, {type}]) => type === "integer" || type === "number");
    return [...new Map(fields.map(([name, {title}]) => [name, title ?? toLabel(name)]))];
  }

  #renderField(
    label: string,
    value: string,
    none: string,
    set: (name: string) => void
  ): TemplateResult {
    const numbers = this.#numbers();
    const isOther = value !== "" && !numbers.some(([name]) => name === value);
    return html`<label>
      ${label}
      <select @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${value === ""}>${none}</option>
        ${isOther ? html`<option value=${value} selected>${value}</option>` : nothing}
        ${numbers.map(
          ([name, text]) => html`<option value=${name} ?selected=${name === value}>${text}</option>`
        )}
      </select>
    </label>`;
  }

  #renderGrid(grid: EdgeGrid): TemplateResult {
    const set = (change: Partial<EdgeGrid>): void => this.#change({grid: {...grid, ...change}});
    return html`<div class="inner">
      ${this.#renderField("Rows are told by its field", grid.rowsField, "choose a field", (name) => set({rowsField: name}))}
      ${this.#renderField("Columns are told by its field", grid.columnsField, "choose a field", (name) => set({columnsField: name}))}
      ${
        this.#numbers().length === 0
          ? html`<p class="muted">
              The types at the second end have no field for a number yet: add one to the type first.
            </p>`
          : nothing
      }
    </div>`;
  }

  override render(): TemplateResult {
    const {grid, capacityField} = this.draft;
    return html`${this.#renderField(
        "The second end has room for",
        capacityField,
        "any number of edges",
        (name) => this.#change({capacityField: name})
      )}<label
        ><input
          type="checkbox"
          .checked=${grid !== undefined}
          @change=${(event: Event) =>
            this.#change({grid: (event.target as HTMLInputElement).checked ? NO_GRID : undefined})}
        />The second end is a grid: each edge has a position such as B7, and no two share one</label
      >${grid ? this.#renderGrid(grid) : nothing}`;
  }
}

customElements.define("lb-kind-room", LbKindRoom);

declare global {
  interface HTMLElementTagNameMap {
    "lb-kind-room": LbKindRoom;
  }
  interface HTMLElementEventMap {
    "lb-kind-room": KindRoomEvent;
  }
}
