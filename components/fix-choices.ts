import type {FieldSchema, MisfitField, ObjectSchema, ValueFix, ValueFixKind} from "../src/index.ts";
import {FIELD_KINDS, toFieldKind} from "./field-kinds.ts";
import {getOwn} from "./get-own.ts";

/** What can be done about values that do not fit, in words. */
export function toFixChoices(
  {field, samples}: MisfitField,
  schema: ObjectSchema
): {readonly kind: ValueFixKind; readonly label: string}[] {
  const own = getOwn(schema.properties, field);
  const change = {kind: "move", label: "Move to another field"} as const;
  const remove = {kind: "remove", label: "Remove the value"} as const;
  if (!own) return [change, remove];
  const kind = FIELD_KINDS[toFieldKind(own)].label.toLowerCase();
  const set = {kind: "set", label: "Set to a value"} as const;
  if (samples.length === 0) return [set];
  return [
    {kind: "read", label: `Read as ${kind}`},
    ...(own.format === "date"
      ? ([
          {kind: "day-first", label: "Read as a day, the day first (31/12/2024)"},
          {kind: "month-first", label: "Read as a day, the month first (12/31/2024)"}
        ] as const)
      : []),
    ...(own.type === "array" ? ([{kind: "list", label: "Split into a list"}] as const) : []),
    {kind: "text", label: "Make it text"},
    {kind: "trim", label: "Remove needless blanks"},
    {kind: "map", label: "Replace value by value"},
    set,
    change,
    remove
  ];
}

/** A fix before anything was said of it. */
export function toFix(kind: ValueFixKind, own: FieldSchema | undefined): ValueFix {
  switch (kind) {
    case "set":
      return {kind, value: own?.default};
    case "map":
      return {kind, values: new Map()};
    case "move":
      return {kind, to: ""};
    default:
      return {kind};
  }
}
