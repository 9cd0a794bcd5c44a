import type {LitElement} from "lit";
import {ACTIVE_ID} from "./grid-cell.ts";
import type {CellPlace} from "./grid-keys.ts";
import {moveCell} from "./grid-keys.ts";
import type {GridViewport} from "./grid-viewport.ts";

/** The cell of a grid from which keys go on. */
export class ActiveCell {
  place: CellPlace = {row: 0, column: 0};
  readonly #host: LitElement;
  readonly #viewport: GridViewport;

  constructor(host: LitElement, viewport: GridViewport) {
    this.#host = host;
    this.#viewport = viewport;
  }

  /** As it is drawn; null while it is out of sight. */
  get element(): Element | null {
    return this.#host.renderRoot.querySelector(`#${ACTIVE_ID}`);
  }

  /** Makes a cell the active one and brings it into view. */
  moveTo(place: CellPlace): void {
    this.place = place;
    this.#viewport.show(place);
    this.#host.requestUpdate();
  }

  /** Moves among so many rows as a key asks. True where the key did so. */
  onKey(event: KeyboardEvent, rows: number): boolean {
    const {columns, pageRows} = this.#viewport;
    const extent = {rows, columns: columns!.length, page: pageRows};
    const place = moveCell(event, this.place, extent);
    if (place) this.moveTo(place);
    return place !== undefined;
  }
}
