import {CONTROLS} from "./controls/controls.ts";
import {toPlainText} from "./controls/plain-text.ts";
import type {ControlKind} from "./control-kind.ts";
import type {FormField} from "./form-field.ts";

/** The control for a value: the field's own, else one that shows the value as it is, so that nothing is lost. */
export function controlFor(value: unknown, field: FormField): ControlKind {
  const isThere = value !== undefined && value !== null;
  if (!isThere || CONTROLS[field.control].fits(value, field)) return field.control;
  if (typeof value !== "string") return "json";
  return value.includes("\n") ? "long" : "text";
}

/** A value as the text of a control. */
export function toControlText(value: unknown, kind: ControlKind): string {
  if (value === undefined || value === null) return "";
  return CONTROLS[kind].toText?.(value) ?? toPlainText(value);
}

/**
 * The value that a text stands for in a field; undefined where it is empty. A text that is no value of the field is
 * given back as it is: validation says what is wrong with it. Throws `SyntaxError` on text that should be JSON.
 */
export function toValue(text: string, field: FormField, kind = field.control): unknown {
  if (text.trim() === "") return undefined;
  const control = CONTROLS[kind];
  return control.toValue ? control.toValue(text, field) : text;
}
