import {html} from "lit";
import type {FieldChangeEvent} from "../form-events.ts";
import "../lb-tag-input.ts";
import type {Control} from "./control.ts";

/** A list of short texts. */
export const list: Control = {
  expected: "a list of texts",
  labels: "several",
  fits: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  render: ({field, value, problem, report}) =>
    html`<lb-tag-input
      .values=${value ?? []}
      .label=${field.label}
      .description=${problem ?? field.hint}
      .invalid=${problem !== undefined}
      @lb-change=${({value}: FieldChangeEvent) =>
        report((value as readonly string[]).length === 0 ? undefined : value)}
    ></lb-tag-input>`
};
