import {html, nothing} from "lit";
import "../lb-scan-button.ts";
import type {ScanEvent} from "../lb-scan.ts";
import type {Control} from "./control.ts";
import {renderRememberingBox, renderTextArea, renderTextBox} from "./text-box.ts";

const isText = (value: unknown): boolean => typeof value === "string";

/** A line; one that tells things apart can be scanned. */
export const text: Control = {
  expected: "what this field takes",
  fits: (value) => typeof value === "string" && !value.includes("\n"),
  render: (drawing) => {
    const {unique = false, scan = unique} = drawing.field.hints;
    const box = renderRememberingBox(drawing);
    return scan
      ? html`<div class="affixed">
          ${box}<lb-scan-button
            .label=${drawing.field.label}
            @lb-scan=${({text}: ScanEvent) => drawing.put(text)}
          ></lb-scan-button>
        </div>`
      : html`${box}${nothing}`;
  }
};

export const long: Control = {
  expected: "what this field takes",
  fits: isText,
  render: (drawing) => renderTextArea(drawing)
};

export const email: Control = {
  expected: "what this field takes",
  fits: isText,
  render: (drawing) => renderTextBox(drawing, {type: "email"})
};

export const url: Control = {
  expected: "what this field takes",
  fits: isText,
  render: (drawing) => renderTextBox(drawing, {type: "url"})
};
