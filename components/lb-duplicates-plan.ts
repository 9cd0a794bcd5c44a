import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {DuplicatePlan, DuplicateSearch, MatchKind} from "../src/index.ts";
import "./lb-duplicates-blocking.ts";
import {KIND_WORDS} from "./match-words.ts";
import {PlanEvent} from "./plan-event.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const EXAMPLES = 3;

/**
 * What is compared and as what, and how records are brought together.
 *
 * @fires lb-plan - with the plan as it was changed
 */
export class LbDuplicatesPlan extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sectionStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--lb-4);
        align-items: start;
      }
      .example {
        max-width: 220px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      td select {
        min-height: 22px;
      }
      .off {
        color: var(--lb-text-muted);
      }
      @media (max-width: 900px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 699.9px) {
        td select {
          width: 136px;
        }
        .example {
          max-width: 128px;
        }
      }
    `
  ];
  static override properties = {
    search: {attribute: false},
    plan: {attribute: false},
    isPaused: {attribute: false}
  };

  declare search: DuplicateSearch;
  declare plan: DuplicatePlan;
  declare isPaused: boolean;

  #change(change: Partial<DuplicatePlan>): void {
    this.dispatchEvent(new PlanEvent({...this.plan, ...change}));
  }

  #compare(name: string, kind: MatchKind | undefined): void {
    const {columns, blocking, pairs} = this.plan;
    const kinds = new Map(columns.map((column) => [column.name, column.kind]));
    if (kind) kinds.set(name, kind);
    else kinds.delete(name);
    this.#change({
      columns: pairs.flatMap(({first}) => {
        const own = kinds.get(first);
        return own ? [{name: first, kind: own}] : [];
      }),
      blocking: blocking.filter((rule) => rule.columns.every((column) => kinds.has(column)))
    });
  }

  #pair(first: string, second: string): void {
    const {pairs} = this.plan;
    const rest = pairs.filter((pair) => pair.first !== first);
    if (second === "") {
      this.#compare(first, undefined);
      this.#change({pairs: rest});
    } else this.#change({pairs: [...rest, {first, second}]});
  }

  #label(name: string): string {
    return this.search.sides.first.columns.find((column) => column.name === name)?.label ?? name;
  }

  #renderSecond(name: string): TemplateResult | typeof nothing {
    const {second} = this.search.sides;
    if (!second) return nothing;
    const chosen = this.plan.pairs.find((pair) => pair.first === name)?.second;
    return html`<td>
      <select
        aria-label="Compared with, ${this.#label(name)}"
        @change=${(event: Event) => this.#pair(name, (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${chosen === undefined}>nothing</option>
        ${second.columns.map(
          (column) =>
            html`<option value=${column.name} ?selected=${column.name === chosen}>
              ${column.label}
            </option>`
        )}
      </select>
    </td>`;
  }

  #renderColumn(name: string, label: string, values: readonly string[]): TemplateResult {
    const kind = this.plan.columns.find((column) => column.name === name)?.kind;
    const isPaired = this.plan.pairs.some((pair) => pair.first === name);
    const examples = [...new Set(values.slice(0, 200).filter((value) => value !== ""))];
    const text = examples.slice(0, EXAMPLES).join(" · ");
    return html`<tr class=${kind ? "" : "off"}>
      <th scope="row">${label}</th>
      ${this.#renderSecond(name)}
      <td>
        <select
          aria-label="Kind of ${label}"
          ?disabled=${!isPaired}
          @change=${(event: Event) =>
            this.#compare(
              name,
              ((event.target as HTMLSelectElement).value || undefined) as MatchKind | undefined
            )}
        >
          <option value="" ?selected=${kind === undefined}>not compared</option>
          ${Object.entries(KIND_WORDS).map(
            ([value, words]) =>
              html`<option value=${value} ?selected=${value === kind}>${words}</option>`
          )}
        </select>
      </td>
      <td class="example" title=${text}>${text}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {first, second} = this.search.sides;
    return html`<div class="sides">
      <section aria-labelledby="columns">
        <header><h2 id="columns">Columns</h2></header>
        <div class="scroll" tabindex="0" role="region" aria-label="Columns and their kinds">
          <table>
            <thead>
              <tr>
                <th scope="col">Column</th>
                ${second ? html`<th scope="col">Compared with</th>` : nothing}
                <th scope="col">Kind</th>
                <th scope="col">Such as</th>
              </tr>
            </thead>
            <tbody>
              ${first.columns.map(({name, label, values}) => this.#renderColumn(name, label, values))}
            </tbody>
          </table>
        </div>
      </section>
      <lb-duplicates-blocking
        .search=${this.search}
        .plan=${this.plan}
        .isPaused=${this.isPaused}
        @lb-plan=${({plan}: PlanEvent) => this.dispatchEvent(new PlanEvent(plan))}
      ></lb-duplicates-blocking>
    </div>`;
  }
}

customElements.define("lb-duplicates-plan", LbDuplicatesPlan);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-plan": LbDuplicatesPlan;
  }
}
