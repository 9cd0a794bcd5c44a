import type {Drift, FieldSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import {createField, toFieldDrafts} from "./field-draft.ts";
import {FIELD_KINDS, toFieldKind} from "./field-kinds.ts";
import {formatCounted} from "./format-value.ts";
import {addField, removeField, setField} from "./type-draft-edit.ts";
import type {TypeDraft} from "./type-draft.ts";

/** A drift in words, and what to do about it. */
export interface DriftWords {
  readonly what: string;
  readonly verb: string;
}

export function toDriftWords({kind, count, schema}: Drift, entries: number): DriftWords {
  const some = `${formatCounted(count, "entry")} of ${entries}`;
  const as = schema ? describe(schema) : "";
  switch (kind) {
    case "extra":
      return {what: `${some} have it, and the type does not`, verb: `Add as ${as}`};
    case "unfit":
      return {what: `does not fit in ${some}`, verb: `Loosen to ${as}`};
    case "stricter":
      return {what: `all values would fit ${as}`, verb: `Make it ${as}`};
    case "missing":
      return {what: `is required, and missing in ${some}`, verb: "Do not require it"};
    case "always":
      return {what: "all entries have it", verb: "Require it"};
    case "unused":
      return {what: "no entry has it", verb: "Remove it"};
  }
}

/** The draft with one drift mended. */
export function mendDrift(draft: TypeDraft, {kind, field, schema}: Drift): TypeDraft {
  const id = draft.fields.find(({name}) => name === field)?.id ?? "";
  switch (kind) {
    case "extra":
      return addField(draft, createField({...toField(field, schema!), former: field}));
    case "unfit":
    case "stricter": {
      const {schema: next, choices, fields, item} = toField(field, schema!);
      return setField(draft, id, {schema: next, choices, fields, item});
    }
    case "missing":
    case "always":
      return setField(draft, id, {required: kind === "always"});
    case "unused":
      return removeField(draft, id);
  }
}

function toField(name: string, schema: FieldSchema): ReturnType<typeof createField> {
  return {
    ...toFieldDrafts({properties: {[name]: schema}})[0]!,
    label: schema.title ?? toLabel(name)
  };
}

function describe(schema: FieldSchema): string {
  const kind = FIELD_KINDS[toFieldKind(schema)].label.toLowerCase();
  return schema.enum ? `${kind} (${schema.enum.slice(0, 6).join(", ")})` : kind;
}
