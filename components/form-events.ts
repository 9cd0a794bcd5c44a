import type {Fields} from "../src/index.ts";

/** A field has another value; undefined where it is empty now. */
export class FieldChangeEvent extends Event {
  readonly value: unknown;

  constructor(value: unknown) {
    super("lb-change");
    this.value = value;
  }
}

/** What a form was opened with, so that changes made elsewhere meanwhile can be told apart from its own. */
export interface FormBase {
  readonly fields: Fields;
  readonly tags: readonly string[];
  readonly revision: number;
}

/** Somebody saves a form without problems. */
export class FormSaveEvent extends Event {
  readonly fields: Fields;
  readonly tags: readonly string[];
  /** Absent in the form of something new. */
  readonly base: FormBase | undefined;

  constructor(fields: Fields, tags: readonly string[], base: FormBase | undefined) {
    super("lb-save");
    this.fields = fields;
    this.tags = tags;
    this.base = base;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-change": FieldChangeEvent;
    "lb-save": FormSaveEvent;
  }
}
