import {html, nothing} from "lit";
import {live} from "lit/directives/live.js";
import type {Control, Drawing} from "./control.ts";
import {toPlainText} from "./plain-text.ts";

/** One of the values that the field offers; a value that is no longer among them stays one. */
export const choice: Control = {
  expected: "one of the choices",
  fits: () => true,
  render: (drawing) => {
    const {field, value, problem, describedBy} = drawing;
    const isUnset = value === undefined || value === null;
    return html`<select
      id="control"
      aria-label=${drawing.spoken ?? nothing}
      aria-required=${field.required}
      aria-invalid=${problem !== undefined}
      aria-describedby=${describedBy}
      @change=${(event: Event) => drawing.report(toChosen(event, drawing))}
    >
      ${field.required && !isUnset ? nothing : html`<option .selected=${live(isUnset)}></option>`}
      ${toChoices(drawing).map(
        (choice) =>
          html`<option .selected=${live(choice === value)}>
            ${toPlainText(choice)}${isOffered(choice, drawing) ? nothing : " (no longer a choice)"}
          </option>`
      )}
    </select>`;
  }
};

function toChosen(event: Event, drawing: Drawing): unknown {
  const {selectedIndex, options} = event.target as HTMLSelectElement;
  const choices = toChoices(drawing);
  return choices[selectedIndex - (options.length - choices.length)];
}

function toChoices(drawing: Drawing): readonly unknown[] {
  const {field, value} = drawing;
  const choices = field.schema.enum ?? [];
  const isOld = value !== undefined && value !== null && !isOffered(value, drawing);
  return isOld ? [...choices, value] : choices;
}

function isOffered(value: unknown, {field}: Drawing): boolean {
  return field.schema.enum?.some((choice) => choice === value) ?? false;
}
