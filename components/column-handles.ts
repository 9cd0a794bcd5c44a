import type {ReactiveControllerHost} from "lit";
import type {QueryResult} from "../src/index.ts";
import type {CellPlace} from "./grid-keys.ts";
import {isEdge, toPlace} from "./grid-place.ts";
import type {GridViewport} from "./grid-viewport.ts";
import {followHeaderPress} from "./header-drag.ts";

const STEP_PX = 16;

/** What can be done to a grid's columns, each named by its place. */
export interface ColumnChanges {
  readonly resize: (place: number, px: number) => void;
  /** `to` may be a place that there is not. */
  readonly move: (from: number, to: number) => void;
}

/** How a grid's columns are widened and moved: by a press on a header or its edge, and by keys in the header. */
export class ColumnHandles {
  /** The place over which a dragged column is held. */
  dropAt: number | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #viewport: GridViewport;
  readonly #changes: ColumnChanges;

  constructor(host: ReactiveControllerHost, viewport: GridViewport, changes: ColumnChanges) {
    this.#host = host;
    this.#viewport = viewport;
    this.#changes = changes;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    const column = toHeader(event);
    if (column === undefined) return;
    const width = this.#widthOf(column);
    followHeaderPress(event, isEdge(event), {
      resize: (px) => this.#changes.resize(column, width + px),
      dragTo: (clientX) => {
        this.dropAt = this.#viewport.placeAt(clientX);
        this.#host.requestUpdate();
      },
      end: () => {
        if (this.dropAt !== undefined) this.#changes.move(column, this.dropAt);
        // the click that comes with the end of a drag must not sort
        setTimeout(() => (this.dropAt = undefined));
      }
    });
  };

  /** The cell that a click is for; none where the click ends a press that widened or moved a column. */
  toClicked(event: MouseEvent): CellPlace | undefined {
    return isEdge(event) || this.dropAt !== undefined ? undefined : toPlace(event);
  }

  /** Makes a column as wide as its content asks where a header's edge was clicked twice. */
  fit(event: MouseEvent, result: QueryResult): void {
    const column = toHeader(event);
    if (column === undefined || !isEdge(event)) return;
    this.#changes.resize(column, this.#viewport.columns!.naturalWidth(column, result));
  }

  /** Shift with an arrow widens a column, with Ctrl or Cmd too it moves it. True where the key did so. */
  onKey({key, shiftKey, ctrlKey, metaKey}: KeyboardEvent, column: number): boolean {
    const step = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
    if (step === 0 || !shiftKey || column < 0) return false;
    if (ctrlKey || metaKey) this.#changes.move(column, column + step);
    else this.#changes.resize(column, this.#widthOf(column) + step * STEP_PX);
    return true;
  }

  #widthOf(column: number): number {
    return this.#viewport.columns!.widths[column]!;
  }
}

/** The column whose header an event came from. */
function toHeader(event: Event): number | undefined {
  const place = toPlace(event);
  return place && place.row < 0 && place.column >= 0 ? place.column : undefined;
}
