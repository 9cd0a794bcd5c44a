import {html} from "lit";
import type {FieldChangeEvent} from "../form-events.ts";
import "../lb-reference-input.ts";
import type {Control} from "./control.ts";

/** Entries that this one is joined to by edges of one kind. */
export const reference: Control = {
  expected: "an entry",
  labels: "several",
  fits: Array.isArray,
  render: ({field, context, value, problem, report}) =>
    html`<lb-reference-input
      id="control"
      .context=${context}
      .edge=${field.hints.edge}
      .label=${field.label}
      .invalid=${problem !== undefined}
      .references=${value ?? []}
      @lb-change=${({value}: FieldChangeEvent) => report(value)}
    ></lb-reference-input>`
};
