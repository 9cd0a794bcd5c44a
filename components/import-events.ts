import type {ImportChange, Recipe} from "../src/index.ts";

/** An item shall be read, cleaned or taken otherwise. */
export class ImportChangeEvent extends Event {
  readonly change: ImportChange;

  constructor(change: ImportChange) {
    super("lb-import-change", {bubbles: true, composed: true});
    this.change = change;
  }
}

/** An item shall have another recipe. */
export function toRecipeChange(recipe: Recipe): ImportChangeEvent {
  return new ImportChangeEvent({recipe});
}

declare global {
  interface HTMLElementEventMap {
    "lb-import-change": ImportChangeEvent;
  }
}
