import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {TypeColumn, ViewRelation} from "../src/index.ts";
import {findColumn} from "../src/index.ts";
import type {Day} from "./calendar-days.ts";
import {addDays, addMonths, moveToDay, toDay, toWeeks} from "./calendar-days.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {ViewRows} from "./view-data.ts";
import {toColumnLabel} from "./view-display.ts";
import {MoveEvent} from "./view-events.ts";
import {hrefOf, idOf, valueOf} from "./view-row.ts";

const SHOWN_ENTRIES = 4;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * A view's entries on the days of a month. Arrows go from day to day, Page up and down from month to month; an entry is
 * dragged to another day, or moved with Alt and an arrow.
 *
 * @fires lb-move - an entry is on another day
 */
export class LbViewCalendar extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .tools {
        margin-bottom: var(--lb-1);
      }
      table {
        width: 100%;
        table-layout: fixed;
        border-collapse: collapse;
        font-size: var(--lb-size-small);
      }
      th {
        font-weight: 500;
        color: var(--lb-text-muted);
      }
      td {
        height: 84px;
        padding: 2px 4px;
        vertical-align: top;
        border: 1px solid var(--lb-border);
        overflow: hidden;
      }
      td.other {
        background: var(--lb-bg-alt);
      }
      td.today .day {
        color: var(--lb-accent);
        font-weight: 600;
      }
      td.over {
        outline: 2px dashed var(--lb-accent);
        outline-offset: -2px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button.more {
        min-height: 0;
        padding: 0;
        font-size: inherit;
      }
      @media (max-width: 699.9px) {
        td {
          height: 56px;
          padding: 1px 2px;
        }
      }
    `
  ];
  static override properties = {
    rows: {attribute: false},
    relation: {attribute: false},
    day: {state: true},
    open: {state: true},
    over: {state: true}
  };

  declare rows: ViewRows;
  declare relation: ViewRelation;
  /** The day that Tab reaches; its month is shown. */
  declare protected day: Day;
  /** The days of which all entries are shown. */
  declare protected open: ReadonlySet<Day>;
  declare protected over: Day | undefined;
  #dragged: {id: string; value: Date} | undefined;

  constructor() {
    super();
    this.day = toDay(new Date());
    this.open = new Set();
  }

  get #column(): TypeColumn | undefined {
    const {date} = this.rows.shape;
    return date === null ? undefined : findColumn(this.relation, date);
  }

  /** The rows of each day. */
  #toDays(column: TypeColumn): ReadonlyMap<Day, number[]> {
    const {result} = this.rows;
    const days = new Map<Day, number[]>();
    const month = this.day.slice(0, "2024-02".length);
    const shown = new Set(toWeeks(month).flat());
    for (let row = 0; row < result.numRows; ++row) {
      const value = valueOf(result, row, column.name);
      if (!(value instanceof Date)) continue;
      const day = toDay(value);
      if (!shown.has(day)) continue;
      const rows = days.get(day);
      if (rows) rows.push(row);
      else days.set(day, [row]);
    }
    return days;
  }

  async #go(day: Day): Promise<void> {
    this.day = day;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }

  #move(id: string, value: Date, day: Day): void {
    const column = this.#column!;
    if (column.role !== "field" || toDay(value) === day) return;
    const isDay = column.schema?.format === "date";
    const moved = isDay ? day : moveToDay(value.toISOString(), day);
    this.dispatchEvent(new MoveEvent(id, column, moved));
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const day = target.closest<HTMLElement>("[data-day]")?.dataset["day"];
    if (day === undefined) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7
    };
    const step = steps[event.key];
    const item = target.closest<HTMLElement>("[data-row]");
    if (item && event.altKey && step !== undefined) {
      const row = Number(item.dataset["row"]);
      const value = valueOf(this.rows.result, row, this.#column!.name) as Date;
      this.#move(idOf(this.rows.result, row), value, addDays(day, step));
      void this.#go(addDays(day, step));
    } else if (step !== undefined && !event.altKey) void this.#go(addDays(day, step));
    else if (event.key === "PageUp" || event.key === "PageDown")
      void this.#go(addMonths(day, event.key === "PageUp" ? -1 : 1));
    else return;
    event.preventDefault();
  };

  #onDrop(event: DragEvent, day: Day): void {
    event.preventDefault();
    this.over = undefined;
    if (this.#dragged) this.#move(this.#dragged.id, this.#dragged.value, day);
    this.#dragged = undefined;
  }

  #renderDay(day: Day, month: string, rows: readonly number[], column: TypeColumn): TemplateResult {
    const {result} = this.rows;
    const shown = this.open.has(day) ? rows : rows.slice(0, SHOWN_ENTRIES);
    const isOther = !day.startsWith(month);
    const classes = [
      isOther ? "other" : "",
      day === toDay(new Date()) ? "today" : "",
      day === this.over ? "over" : ""
    ].join(" ");
    return html`<td
      class=${classes}
      data-day=${day}
      tabindex=${day === this.day ? 0 : -1}
      @dragover=${(event: DragEvent) => {
        if (!this.#dragged) return;
        event.preventDefault();
        this.over = day;
      }}
      @drop=${(event: DragEvent) => this.#onDrop(event, day)}
    >
      <time class="day muted" datetime=${day}>${Number(day.slice(-2))}</time>
      <ul>
        ${shown.map(
          (row) =>
            html`<li
              data-row=${row}
              draggable=${column.role === "field"}
              @dragstart=${() =>
                (this.#dragged = {
                  id: idOf(result, row),
                  value: valueOf(result, row, column.name) as Date
                })}
            >
              <a href=${hrefOf(result, row, this.relation.type.name)} title=${result.value(row, 2)}
                >${result.value(row, 2)}</a
              >
            </li>`
        )}
      </ul>
      ${
        shown.length < rows.length
          ? html`<button
              class="quiet more"
              @click=${() => (this.open = new Set([...this.open, day]))}
            >
              ${rows.length - shown.length} more
            </button>`
          : nothing
      }
    </td>`;
  }

  override render(): TemplateResult | typeof nothing {
    const column = this.#column;
    if (!column) return nothing;
    const month = this.day.slice(0, "2024-02".length);
    const days = this.#toDays(column);
    const name = new Date(`${month}-01`).toLocaleDateString("en", {
      month: "long",
      year: "numeric",
      timeZone: "UTC"
    });
    return html`<div class="row tools">
        <button aria-label="Month before" @click=${() => (this.day = addMonths(this.day, -1))}>
          ‹
        </button>
        <strong aria-live="polite">${name}</strong>
        <button aria-label="Month after" @click=${() => (this.day = addMonths(this.day, 1))}>
          ›
        </button>
        <button class="quiet" @click=${() => (this.day = toDay(new Date()))}>Today</button>
        <input
          type="month"
          aria-label="Month"
          .value=${month}
          @change=${(event: Event) => {
            const {value} = event.target as HTMLInputElement;
            if (value !== "") this.day = `${value}-01`;
          }}
        />
        <span class="muted">by ${toColumnLabel(column)}</span>
      </div>
      <table role="grid" aria-label=${name} @keydown=${this.#onKeydown}>
        <thead>
          <tr>
            ${WEEKDAYS.map((weekday) => html`<th scope="col">${weekday}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${toWeeks(month).map(
            (week) =>
              html`<tr>
                ${week.map((day) => this.#renderDay(day, month, days.get(day) ?? [], column))}
              </tr>`
          )}
        </tbody>
      </table>`;
  }
}

customElements.define("lb-view-calendar", LbViewCalendar);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-calendar": LbViewCalendar;
  }
}
