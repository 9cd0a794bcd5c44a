import type {ReactiveControllerHost} from "lit";
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
    const place = toPlace(event);
    if (!place || place.row >= 0 || place.column < 0) return;
    const {column} = place;
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
