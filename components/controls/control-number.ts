import type {Control} from "./control.ts";
import {renderTextBox} from "./text-box.ts";

export const number: Control = {
  expected: "a number",
  fits: (value) => typeof value === "number",
  toValue: toNumber,
  render: (drawing) => renderTextBox(drawing, {type: "number", step: "any"})
};

export const integer: Control = {
  ...number,
  expected: "a whole number",
  render: (drawing) => renderTextBox(drawing, {type: "number", step: "1"})
};

function toNumber(text: string): number | string {
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
