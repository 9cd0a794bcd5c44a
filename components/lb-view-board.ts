import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {TypeColumn, ViewRelation} from "../src/index.ts";
import {findColumn, toFieldValue, toShownColumns, toViewKind} from "../src/index.ts";
import type {Lane} from "./board-lanes.ts";
import {toLanes} from "./board-lanes.ts";
import {formatCount} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {cardStyles, renderCard} from "./view-card.ts";
import type {ViewRows} from "./view-data.ts";
import {formatValue, toColumnLabel} from "./view-display.ts";
import {MoveEvent} from "./view-events.ts";
import {idOf} from "./view-row.ts";

/** Cards drawn in a lane at first, and more with each press of its button. */
const STEP = 40;

/**
 * A view's entries as cards in lanes, a lane for each value of the column that makes groups. A card is dragged into
 * another lane, or moved there with Alt and an arrow; arrows alone go from card to card, Enter opens the entry.
 *
 * @fires lb-move - an entry has another value
 */
export class LbViewBoard extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    cardStyles,
    css`
      :host {
        display: block;
      }
      .lanes {
        display: flex;
        gap: var(--lb-2);
        max-height: max(320px, calc(100dvh - 210px));
        overflow: auto;
        align-items: flex-start;
      }
      section {
        flex: 0 0 min(240px, 80vw);
        padding: var(--lb-2);
        background: var(--lb-bg-alt);
        border-radius: var(--lb-radius);
      }
      section.over {
        outline: 2px dashed var(--lb-accent);
      }
      h2 {
        margin-bottom: var(--lb-2);
      }
      ul {
        display: grid;
        gap: var(--lb-1);
        margin: 0;
        padding: 0;
        min-height: var(--lb-row);
        list-style: none;
      }
      .card[draggable="true"] {
        cursor: grab;
      }
    `
  ];
  static override properties = {
    rows: {attribute: false},
    relation: {attribute: false},
    counts: {state: true},
    over: {state: true},
    current: {state: true}
  };

  declare rows: ViewRows;
  declare relation: ViewRelation;
  /** Cards drawn in each lane, by its place, where they are not the usual ones. */
  declare protected counts: ReadonlyMap<number, number>;
  /** The lane over which a card is held. */
  declare protected over: number | undefined;
  /** The entry that Tab reaches. */
  declare protected current: string | undefined;
  #dragged: string | undefined;
  #hasMoved = false;

  constructor() {
    super();
    this.counts = new Map();
  }

  override updated(): void {
    // a card that was moved by keyboard has the focus in its new lane too
    if (!this.#hasMoved || this.current === undefined) return;
    this.#focus(this.current);
  }

  get #column(): TypeColumn | undefined {
    const {group} = this.rows.shape;
    return group === null ? undefined : findColumn(this.relation, group);
  }

  get #canMove(): boolean {
    return this.#column?.role === "field";
  }

  #focus(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`)?.focus();
  }

  #move(id: string, lane: Lane): void {
    const column = this.#column!;
    const value = toFieldValue(lane.value, toViewKind(column));
    this.current = id;
    this.dispatchEvent(new MoveEvent(id, column, value ?? undefined));
  }

  #onDrop(event: DragEvent, lane: Lane): void {
    event.preventDefault();
    this.over = undefined;
    if (this.#dragged !== undefined) this.#move(this.#dragged, lane);
    this.#dragged = undefined;
  }

  #onKeydown(event: KeyboardEvent, lanes: readonly Lane[], at: number): void {
    const card = (event.target as Element).closest<HTMLElement>("[data-id]");
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (!card) return;
    const id = card.dataset["id"]!;
    if (step !== 0 && event.altKey) {
      const lane = lanes[at + step];
      if (!lane || !this.#canMove) return;
      this.#hasMoved = true;
      this.#move(id, lane);
    } else {
      const next =
        step === 0
          ? event.key === "ArrowDown"
            ? card.nextElementSibling
            : event.key === "ArrowUp"
              ? card.previousElementSibling
              : undefined
          : this.#cardBeside(lanes, at, step, [...card.parentElement!.children].indexOf(card));
      if (!(next instanceof HTMLElement) || next.dataset["id"] === undefined) return;
      this.#hasMoved = false;
      this.current = next.dataset["id"];
      this.#focus(this.current);
    }
    event.preventDefault();
  }

  /** The card at the same height in the next lane that has any. */
  #cardBeside(
    lanes: readonly Lane[],
    at: number,
    step: number,
    height: number
  ): Element | undefined {
    const sections = this.renderRoot.querySelectorAll("section");
    for (let i = at + step; i >= 0 && i < lanes.length; i += step) {
      const cards = sections[i]!.querySelectorAll("[data-id]");
      if (cards.length > 0) return cards[Math.min(height, cards.length - 1)];
    }
    return undefined;
  }

  #renderLane(lanes: readonly Lane[], at: number, column: TypeColumn): TemplateResult {
    const lane = lanes[at]!;
    const {result, shape} = this.rows;
    const view = {
      result,
      shown: toShownColumns(shape, this.relation),
      type: this.relation.type.name
    };
    const text = lane.value === null ? "No value" : formatValue(column, lane.value);
    const drawn = Math.min(lane.count, this.counts.get(at) ?? STEP);
    const rows = Array.from({length: drawn}, (_, i) => lane.first + i);
    const isKnown = rows.some((row) => idOf(result, row) === this.current);
    const hasCurrent = isKnown || this.#isDrawn(lanes);
    return html`<section
      class=${this.over === at ? "over" : ""}
      aria-label="${toColumnLabel(column)}: ${text}"
      @dragover=${(event: DragEvent) => {
        if (this.#dragged === undefined) return;
        event.preventDefault();
        this.over = at;
      }}
      @drop=${(event: DragEvent) => this.#onDrop(event, lane)}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, lanes, at)}
    >
      <h2>${text} <span class="muted">${formatCount(lane.count)}</span></h2>
      <ul>
        ${repeat(
          rows,
          (row) => idOf(result, row),
          (row, i) => {
            const id = idOf(result, row);
            const isFirst =
              !hasCurrent && i === 0 && lanes.findIndex(({count}) => count > 0) === at;
            return html`<li
              class="card"
              data-id=${id}
              draggable=${this.#canMove}
              @dragstart=${() => (this.#dragged = id)}
              @dragend=${() => (this.#dragged = this.over = undefined)}
              @focusin=${() => (this.current = id)}
            >
              ${renderCard(view, row, {
                apart: [shape.group],
                tabindex: id === this.current || isFirst ? 0 : -1
              })}
            </li>`;
          }
        )}
      </ul>
      ${
        drawn < lane.count
          ? html`<button
              class="quiet"
              @click=${() => (this.counts = new Map(this.counts).set(at, drawn + STEP))}
            >
              Show more (${formatCount(lane.count - drawn)})
            </button>`
          : nothing
      }
    </section>`;
  }

  /** Whether the entry that Tab would reach is drawn in any lane. */
  #isDrawn(lanes: readonly Lane[]): boolean {
    const {result} = this.rows;
    return lanes.some(({first, count}, at) => {
      const drawn = Math.min(count, this.counts.get(at) ?? STEP);
      for (let i = 0; i < drawn; ++i) if (idOf(result, first + i) === this.current) return true;
      return false;
    });
  }

  override render(): TemplateResult | typeof nothing {
    const column = this.#column;
    const {groups} = this.rows;
    if (!column || !groups) return nothing;
    const lanes = toLanes(column, groups);
    return html`<div class="lanes" role="group" aria-label="Board">
      ${lanes.map((_, at) => this.#renderLane(lanes, at, column))}
    </div>`;
  }
}

customElements.define("lb-view-board", LbViewBoard);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-board": LbViewBoard;
  }
}
