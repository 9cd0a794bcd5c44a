import {html} from "lit";
import type {FieldChangeEvent} from "../form-events.ts";
import {getOwn} from "../get-own.ts";
import type {Control} from "./control.ts";

type Group = Readonly<Record<string, unknown>>;

/** Fields of its own. */
export const group: Control = {
  expected: "fields of its own",
  labels: "around",
  fits: (value) => typeof value === "object" && !Array.isArray(value),
  render: ({field, value, problems, path, report}) => {
    const values = (value ?? {}) as Group;
    return html`${field.fields.map(
      (inner) =>
        html`<lb-field
          .field=${inner}
          .value=${getOwn(values, inner.name)}
          .problems=${problems}
          .path=${`${path}/${inner.name}`}
          @lb-change=${({value}: FieldChangeEvent) => report(withValue(values, inner.name, value))}
        ></lb-field>`
    )}`;
  }
};

/** The group with another value in it; undefined where nothing is left. */
function withValue(group: Group, name: string, value: unknown): Group | undefined {
  const others = Object.entries(group).filter(([key]) => key !== name);
  const entries = value === undefined ? others : Object.entries({...group, [name]: value});
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
