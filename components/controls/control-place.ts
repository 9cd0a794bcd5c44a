import {html} from "lit";
import {live} from "lit/directives/live.js";
import type {Place} from "../../src/index.ts";
import {formatPoint, isPlace, readPlace} from "../../src/index.ts";
import type {Control, Drawing} from "./control.ts";
import {renderTextBox} from "./text-box.ts";

/** A point on the earth: a pair of degrees or a geo: address, typed or pasted, and a name for it. No map is asked. */
export const place: Control = {
  expected: "latitude and longitude",
  labels: "several",
  fits: isPlace,
  toText: (value) => (isPlace(value) ? formatPoint(value) : String(value)),
  toValue: (text) => readPlace(text) ?? text,
  render: (drawing) => {
    const {field, value} = drawing;
    const label = isPlace(value) ? (value.label ?? "") : "";
    const named = {...drawing, spoken: `${drawing.spoken ?? field.label}: latitude and longitude`};
    return html`<div class="affixed">
      ${renderTextBox(
        {...named, onText: (event) => onPoint(event, drawing)},
        {placeholder: "51.5, -0.12"}
      )}
      <input
        class="name"
        autocomplete="off"
        placeholder="Name"
        aria-label="${field.label}: name"
        ?disabled=${!isPlace(value)}
        .value=${live(label)}
        @input=${(event: Event) => drawing.report(withLabel(value as Place, event))}
      />
    </div>`;
  }
};

/** Another point keeps its name. */
function onPoint(event: Event, {value, report}: Drawing): void {
  const {value: text} = event.target as HTMLInputElement;
  const point = readPlace(text);
  const label = isPlace(value) && value.label !== undefined ? {label: value.label} : {};
  report(point ? {...point, ...label} : text.trim() === "" ? undefined : text);
}

function withLabel({latitude, longitude}: Place, event: Event): Place {
  const label = (event.target as HTMLInputElement).value;
  return {latitude, longitude, ...(label.trim() !== "" && {label})};
}
