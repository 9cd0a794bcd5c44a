import type {ControlKind, FormField} from "./form-field.ts";

/** Whether a stored value can be shown in the field's own control. What is not there can be. */
export function fits(value: unknown, {control, schema}: FormField): boolean {
  if (value === undefined || value === null) return true;
  switch (control) {
    case "text":
      return typeof value === "string" && !value.includes("\n");
    case "long":
    case "email":
    case "url":
      return typeof value === "string";
    case "number":
    case "integer":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && isDay(value);
    case "moment":
      return typeof value === "string" && isMoment(value);
    case "choice":
      return schema.enum!.some((choice) => choice === value);
    case "list":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "group":
      return typeof value === "object" && !Array.isArray(value);
    case "json":
      return true;
  }
}

/** The control for a value: the field's own, else one that shows the value as it is, so that nothing is lost. */
export function controlFor(value: unknown, field: FormField): ControlKind {
  if (field.control === "choice" || fits(value, field)) return field.control;
  if (typeof value !== "string") return "json";
  return value.includes("\n") ? "long" : "text";
}

/** A value as the text of a control; a moment in the reader's own time zone. */
export function toControlText(value: unknown, control: ControlKind): string {
  if (value === undefined || value === null) return "";
  if (control === "json") return JSON.stringify(value, null, 2);
  if (control === "moment") return toLocalText(new Date(value as string));
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The value that a text stands for in a field; undefined where it is empty. A text that is no value of the field is
 * given back as it is: validation says what is wrong with it. Throws `SyntaxError` on text that should be JSON.
 */
export function toValue(text: string, control: ControlKind): unknown {
  if (text.trim() === "") return undefined;
  switch (control) {
    case "number":
    case "integer":
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case "moment": {
      const at = new Date(text);
      return Number.isNaN(at.getTime()) ? text : at.toISOString();
    }
    case "json":
      return JSON.parse(text) as unknown;
    default:
      return text;
  }
}

/** A day that is in the calendar, such as `2024-02-29`. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(text)
  );
}

function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** As `datetime-local` takes it. */
function toLocalText(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, at.getUTCSeconds() === 0 ? 16 : 19);
}
