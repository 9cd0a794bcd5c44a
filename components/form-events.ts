import type {Entry, Fields} from "../src/index.ts";
import type {References} from "./reference.ts";

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
  /** What the fields that are references refer to now. */
  readonly references: References;

  constructor(
    fields: Fields,
    tags: readonly string[],
    base: FormBase | undefined,
    references: References = {}
  ) {
    super("lb-save");
    this.references = references;
    this.fields = fields;
    this.tags = tags;
    this.base = base;
  }
}

/** Somebody typed into a form; what it holds as of now. */
export class FormInputEvent extends Event {
  readonly fields: Fields;

  constructor(fields: Fields) {
    super("lb-input");
    this.fields = fields;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-input": FormInputEvent;
    "lb-change": FieldChangeEvent;
    "lb-save": FormSaveEvent;
  }
}

/** An entry was written. */
export class EntrySavedEvent extends Event {
  readonly entry: Entry;

  constructor(entry: Entry) {
    super("lb-saved");
    this.entry = entry;
  }
}
