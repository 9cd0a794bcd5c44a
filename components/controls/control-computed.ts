import {html} from "lit";
import {formatField} from "../format-field.ts";
import type {Control} from "./control.ts";

/** A value that SQL gives: shown, never typed. */
export const computed: Control = {
  expected: "a computed value",
  labels: "several",
  fits: () => true,
  render: ({field, value, spoken}) =>
    html`<output class="computed" aria-label=${spoken ?? field.label}
      >${
        value === undefined || value === null
          ? html`<span class="muted">computed after saving</span>`
          : formatField(value, field.schema)
      }</output
    >`
};
