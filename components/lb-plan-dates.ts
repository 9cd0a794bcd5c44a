import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {QueryResult} from "../src/index.ts";
import {toMessage, toNextDates} from "../src/index.ts";
import {addDays, toDay} from "./calendar-days.ts";
import {entryHref} from "./links.ts";
import {dayOf, entryOf, textOf} from "./row-text.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/** Dates of one plan that are looked at. */
const MAX_DATES = 400;
const WEEKDAYS = new Intl.DateTimeFormat("en", {weekday: "short", timeZone: "UTC"});

interface Planned {
  readonly day: string;
  readonly title: string;
  readonly href: string;
}

/** The days that plans give, soonest first; `result` has `type`, `slug`, `title`, `start` and `recurrence` of each. */
export class LbPlanDates extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
        margin: var(--lb-2) 0 var(--lb-4);
      }
      table {
        max-width: 560px;
        margin-top: var(--lb-2);
      }
      a {
        text-decoration: underline;
      }
      .bad {
        color: var(--lb-danger);
      }
    `
  ];
  static override properties = {
    result: {attribute: false},
    today: {},
    days: {state: true}
  };

  declare result: QueryResult;
  /** The ISO date that counts as today. */
  declare today: string;
  /** How far is looked ahead. */
  declare protected days: number;

  constructor() {
    super();
    this.today = toDay(new Date());
    this.days = 14;
  }

  override render(): TemplateResult {
    const {planned, failures} = this.#plan();
    return html`<label
        >The next
        <select
          @change=${(event: Event) => (this.days = Number((event.target as HTMLSelectElement).value))}
        >
          ${[7, 14, 30, 90].map((days) => html`<option value=${days} ?selected=${days === this.days}>${days} days</option>`)}
        </select></label
      >
      ${failures.map((failure) => html`<p class="bad" role="alert">${failure}</p>`)}
      ${
        planned.length === 0
          ? html`<p class="muted">Nothing is planned in these days.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col">Plan</th>
                </tr>
              </thead>
              <tbody>
                ${planned.map(
                  ({day, title, href}) =>
                    html`<tr>
                      <td>${WEEKDAYS.format(Date.parse(day))}, ${day}</td>
                      <td><a href=${href}>${title}</a></td>
                    </tr>`
                )}
              </tbody>
            </table>`
      }`;
  }

  #plan(): {planned: Planned[]; failures: string[]} {
    const planned: Planned[] = [];
    const failures: string[] = [];
    const end = addDays(this.today, this.days);
    for (const row of this.result) {
      const entry = entryOf(row);
      const {title} = entry;
      try {
        const options = {start: dayOf(row, "start"), from: this.today, count: MAX_DATES};
        for (const day of toNextDates(textOf(row, "recurrence"), options))
          if (day < end) planned.push({day, title, href: entryHref(entry)});
      } catch (error) {
        failures.push(`${title}: ${toMessage(error)}`);
      }
    }
    return {planned: planned.sort((a, b) => (a.day < b.day ? -1 : 1)), failures};
  }
}

customElements.define("lb-plan-dates", LbPlanDates);

declare global {
  interface HTMLElementTagNameMap {
    "lb-plan-dates": LbPlanDates;
  }
}
