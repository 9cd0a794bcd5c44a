import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {FilterOp, TypeColumn, ViewFilter, ViewRelation} from "../src/index.ts";
import {findColumn, toFilterOps, toViewKind} from "../src/index.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toColumnLabel} from "./view-display.ts";
import {ViewChangeEvent} from "./view-events.ts";

const TYPING_PAUSE_MS = 250;
const INPUT_TYPES: Partial<Record<ReturnType<typeof toViewKind>, string>> = {
  number: "number",
  date: "date",
  moment: "date",
  time: "time"
};

/**
 * The filters of a view, a row for each: column, comparison, value.
 *
 * @fires lb-view-change - with other filters
 */
export class LbViewFilters extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .filter {
        gap: var(--lb-1);
        margin-bottom: var(--lb-1);
      }
      input {
        width: 180px;
      }
      @media (max-width: 699.9px) {
        input,
        select {
          max-width: 40vw;
        }
      }
    `
  ];
  static override properties = {
    relation: {attribute: false},
    filters: {attribute: false}
  };

  declare relation: ViewRelation;
  declare filters: readonly ViewFilter[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** The columns that can be filtered by. */
  get #columns(): readonly TypeColumn[] {
    return this.relation.columns.filter(({role}) => role !== "id" && role !== "slug");
  }

  #set(at: number, filter: ViewFilter | undefined, {isStep = true} = {}): void {
    const filters = filter
      ? this.filters.with(at, filter)
      : this.filters.filter((_, i) => i !== at);
    this.dispatchEvent(new ViewChangeEvent({filters}, {isStep}));
  }

  /** Adds a filter that leaves all rows until it says more, and goes to it. */
  add(name = this.#columns[0]!.name): void {
    const column = findColumn(this.relation, name)!;
    const filter: ViewFilter = {column: name, op: toFirstOp(column)};
    this.dispatchEvent(new ViewChangeEvent({filters: [...this.filters, filter]}));
    void this.updateComplete.then(() => {
      const selects = this.renderRoot.querySelectorAll<HTMLElement>(".column");
      selects[selects.length - 1]?.focus();
    });
  }

  #onValue(event: Event, at: number, filter: ViewFilter): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    const value = filter.op === "is one of" ? toList(text) : text;
    const set = (): void => this.#set(at, {...filter, value}, {isStep: false});
    if (event.type === "change") set();
    else this.#timer = setTimeout(set, TYPING_PAUSE_MS);
  }

  #renderValue(filter: ViewFilter, at: number): TemplateResult | typeof nothing {
    if (filter.op === "is empty" || filter.op === "is not empty") return nothing;
    const column = findColumn(this.relation, filter.column);
    const kind = column ? toViewKind(column) : "text";
    const isList = filter.op === "is one of";
    const choices = kind === "boolean" ? ["true", "false"] : toChoices(column);
    const text = toValueText(filter.value);
    if (choices && !isList)
      return html`<select
        aria-label="Value"
        @change=${(event: Event) => this.#onValue(event, at, filter)}
      >
        <option value="" ?selected=${text === ""}></option>
        ${choices.map(
          (choice) =>
            html`<option value=${choice} ?selected=${choice === text}>
              ${kind === "boolean" ? (choice === "true" ? "yes" : "no") : choice}
            </option>`
        )}
      </select>`;
    return html`<input
      type=${isList ? "text" : (INPUT_TYPES[kind] ?? "text")}
      step="any"
      aria-label="Value"
      placeholder=${isList ? "one, two, three" : kind === "span" ? "PT1H30M" : ""}
      .value=${text}
      @input=${(event: Event) => this.#onValue(event, at, filter)}
    />`;
  }

  #renderFilter(filter: ViewFilter, at: number): TemplateResult {
    const column = findColumn(this.relation, filter.column);
    const ops = column ? toFilterOps(toViewKind(column)) : [filter.op];
    const select = (event: Event): string => (event.target as HTMLSelectElement).value;
    return html`<div class="row filter" role="group" aria-label="Filter ${at + 1}">
      <select
        class="column"
        aria-label="Column"
        @change=${(event: Event) => {
          const other = findColumn(this.relation, select(event))!;
          this.#set(at, {column: other.name, op: toFirstOp(other)});
        }}
      >
        ${column ? nothing : html`<option selected>${filter.column} (gone)</option>`}
        ${this.#columns.map(
          (one) =>
            html`<option value=${one.name} ?selected=${one.name === filter.column}>
              ${toColumnLabel(one)}
            </option>`
        )}
      </select>
      <select
        aria-label="Comparison"
        @change=${(event: Event) => this.#set(at, {...filter, op: select(event) as FilterOp})}
      >
        ${ops.map((op) => html`<option ?selected=${op === filter.op}>${op}</option>`)}
      </select>
      ${this.#renderValue(filter, at)}
      <button
        class="quiet"
        aria-label="Remove filter ${at + 1}"
        title="Remove"
        @click=${() => this.#set(at, undefined)}
      >
        ×
      </button>
    </div>`;
  }

  override render(): TemplateResult {
    return html`${this.filters.map((filter, at) => this.#renderFilter(filter, at))}`;
  }
}

/** The comparison that a new filter begins with: one that leaves all rows until it has a value. */
function toFirstOp(column: TypeColumn): FilterOp {
  const ops = toFilterOps(toViewKind(column));
  return ops.includes("contains") && !column.schema?.enum ? "contains" : ops[0]!;
}

function toChoices(column: TypeColumn | undefined): readonly string[] | undefined {
  return (column?.schema?.enum ?? column?.schema?.items?.enum)?.map(String);
}

function toList(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function toValueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}

customElements.define("lb-view-filters", LbViewFilters);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-filters": LbViewFilters;
  }
}
