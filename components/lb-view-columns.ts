import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {Total, TypeColumn, ViewRelation} from "../src/index.ts";
import {isSame, toShownColumns, toTotals} from "../src/index.ts";
import {placePopover, popoverStyles} from "./popover.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toColumnLabel} from "./view-display.ts";
import {ViewChangeEvent} from "./view-events.ts";
import type {ViewShape} from "./view-state.ts";

/**
 * A button with the columns of a view: which are shown, in which order, and the number under each.
 *
 * @fires lb-view-change - with other columns or totals
 */
export class LbViewColumns extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    popoverStyles,
    css`
      [popover] {
        max-height: 70vh;
        overflow: auto;
      }
      .column {
        display: grid;
        grid-template-columns: 1fr auto auto auto;
        gap: var(--lb-1);
        align-items: center;
        min-width: 280px;
      }
      label {
        gap: var(--lb-1);
      }
      .column button {
        padding: 0 var(--lb-1);
      }
      .all {
        margin-top: var(--lb-2);
      }
    `
  ];
  static override properties = {
    relation: {attribute: false},
    shape: {attribute: false}
  };

  declare relation: ViewRelation;
  declare shape: ViewShape;

  /** The shown columns in their order, then the others. */
  get #columns(): readonly TypeColumn[] {
    const shown = toShownColumns(this.shape, this.relation);
    return [...shown, ...this.relation.columns.filter((column) => !shown.includes(column))];
  }

  get #names(): readonly string[] {
    return toShownColumns(this.shape, this.relation).map(({name}) => name);
  }

  #show(columns: readonly string[]): void {
    // what the type shows by itself is no choice of columns: a new field will be there too
    const isPlain = isSame(
      columns,
      toShownColumns({columns: null}, this.relation).map(({name}) => name)
    );
    this.dispatchEvent(new ViewChangeEvent({columns: isPlain ? null : columns}));
  }

  #toggle(name: string): void {
    const names = this.#names;
    if (!names.includes(name)) this.#show([...names, name]);
    else if (names.length > 1) this.#show(names.filter((one) => one !== name));
    else this.requestUpdate();
  }

  #move(name: string, step: number): void {
    const names = this.#names;
    const at = names.indexOf(name);
    this.#show(names.toSpliced(at, 1).toSpliced(at + step, 0, name));
  }

  #total(name: string, total: string): void {
    const others = Object.entries(this.shape.totals).filter(([column]) => column !== name);
    const totals = Object.fromEntries([
      ...others,
      ...(total === "" ? [] : [[name, total as Total] as const])
    ]);
    this.dispatchEvent(new ViewChangeEvent({totals}));
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== "open") return;
    const menu = this.renderRoot.querySelector<HTMLElement>("[popover]")!;
    placePopover(menu, this.renderRoot.querySelector("button")!.getBoundingClientRect());
    menu.querySelector("input")?.focus();
  };

  #renderColumn(column: TypeColumn): TemplateResult {
    const {name} = column;
    const names = this.#names;
    const at = names.indexOf(name);
    const label = toColumnLabel(column);
    const total = this.shape.totals[name];
    return html`<div class="column">
      <label class="row">
        <input type="checkbox" .checked=${at >= 0} @change=${() => this.#toggle(name)} />
        ${label}
      </label>
      <select
        aria-label="Total of ${label}"
        @change=${(event: Event) => this.#total(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${total === undefined}>no total</option>
        ${toTotals(column).map(
          (one) => html`<option value=${one} ?selected=${one === total}>${one}</option>`
        )}
      </select>
      <button
        class="quiet"
        aria-label="Move ${label} up"
        ?disabled=${at <= 0}
        @click=${() => this.#move(name, -1)}
      >
        ↑
      </button>
      <button
        class="quiet"
        aria-label="Move ${label} down"
        ?disabled=${at < 0 || at === names.length - 1}
        @click=${() => this.#move(name, 1)}
      >
        ↓
      </button>
    </div>`;
  }

  override render(): TemplateResult {
    return html`<button class="quiet" popovertarget="menu" aria-haspopup="dialog">Columns ▾</button>
      <div id="menu" popover role="dialog" aria-label="Columns" @toggle=${this.#onToggle}>
        ${this.#columns.map((column) => this.#renderColumn(column))}
        <button
          class="quiet all"
          @click=${() => this.dispatchEvent(new ViewChangeEvent({columns: null, totals: {}}))}
        >
          As the type has them
        </button>
      </div>`;
  }
}

customElements.define("lb-view-columns", LbViewColumns);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-columns": LbViewColumns;
  }
}
