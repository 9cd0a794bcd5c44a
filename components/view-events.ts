import type {TypeColumn} from "../src/index.ts";
import type {ViewShape} from "./view-state.ts";

/** The view is to be shown in another shape. */
export class ViewChangeEvent extends Event {
  readonly change: Partial<ViewShape>;
  /** False where somebody is typing still, which is no step back and forth. */
  readonly isStep: boolean;

  constructor(change: Partial<ViewShape>, {isStep = true} = {}) {
    super("lb-view-change", {bubbles: true, composed: true});
    this.change = change;
    this.isStep = isStep;
  }
}

/** A value of an entry is to be edited where it stands. */
export class CellEditEvent extends Event {
  readonly id: string;
  readonly column: TypeColumn;
  readonly anchor: DOMRect;

  constructor(id: string, column: TypeColumn, anchor: DOMRect) {
    super("lb-cell-edit", {bubbles: true, composed: true});
    this.id = id;
    this.column = column;
    this.anchor = anchor;
  }
}

/** An entry's value is another one, by a card that was moved. */
export class MoveEvent extends Event {
  readonly id: string;
  readonly column: TypeColumn;
  readonly value: unknown;

  constructor(id: string, column: TypeColumn, value: unknown) {
    super("lb-move", {bubbles: true, composed: true});
    this.id = id;
    this.column = column;
    this.value = value;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-view-change": ViewChangeEvent;
    "lb-cell-edit": CellEditEvent;
    "lb-move": MoveEvent;
  }
}
