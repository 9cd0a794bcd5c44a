import {InputError} from "../lib/errors.ts";
import type {Entry} from "../model/entry.ts";

/** Two entries would share what their type keeps unique. Nothing was written. */
export class UniqueError extends InputError {
  override readonly name: string = "UniqueError";
  /** The fields, by name, that are unique together. */
  readonly fields: readonly string[];
  /** The entry that has the values already. */
  readonly holder: Pick<Entry, "id" | "type" | "title">;

  constructor(clash: {
    readonly fields: readonly string[];
    readonly values: readonly unknown[];
    readonly holder: Pick<Entry, "id" | "type" | "title">;
    readonly type: string;
  }) {
    const {fields, values, holder, type} = clash;
    const what = fields.map((field, i) => `${field} "${String(values[i])}"`).join(" with ");
    super(
      `value is taken: ${what} is that of "${holder.title}" (no two ${type} entries share it); give another, or change that one`
    );
    this.fields = fields;
    this.holder = holder;
  }
}
