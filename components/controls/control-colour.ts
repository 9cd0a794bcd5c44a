import {html} from "lit";
import {isColour, readColour} from "../../src/index.ts";
import type {Control} from "./control.ts";
import {renderTextBox} from "./text-box.ts";

const NO_COLOUR = "#808080";

/** A colour, as text and as a swatch that opens the browser's own choice of colours. */
export const colour: Control = {
  expected: "a colour",
  fits: isColour,
  toValue: (text) => readColour(text) ?? text,
  render: (drawing) => {
    const {value, field} = drawing;
    const shown = isColour(value) ? value : NO_COLOUR;
    return html`<div class="affixed">
      ${renderTextBox(drawing, {placeholder: "#4269d0"})}
      <input
        type="color"
        class=${isColour(value) ? "swatch" : "swatch none"}
        aria-label="Choose ${field.label}"
        .value=${shown}
        @change=${(event: Event) => drawing.put((event.target as HTMLInputElement).value)}
      />
    </div>`;
  }
};
