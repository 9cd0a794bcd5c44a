import type {FieldEdit} from "./type-draft-edit.ts";

/** Somebody does something to a list of fields. */
export class FieldEditEvent extends Event {
  readonly edit: FieldEdit;

  constructor(edit: FieldEdit) {
    super("lb-field-edit");
    this.edit = edit;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-field-edit": FieldEditEvent;
  }
}
