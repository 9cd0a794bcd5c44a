import type {RowSelection} from "./grid-selection.ts";

/** The rows that are selected changed. */
export class SelectionEvent extends Event {
  readonly #selection: RowSelection;

  constructor(selection: RowSelection) {
    super("lb-selection", {bubbles: true, composed: true});
    this.#selection = selection;
  }

  get count(): number {
    return this.#selection.count;
  }

  /** The selected rows, by their number in the result, in the result's order. */
  get rows(): number[] {
    return this.#selection.toArray();
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-selection": SelectionEvent;
  }
}
