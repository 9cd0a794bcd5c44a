import type {Control} from "./control.ts";
import {renderTextArea, renderTextBox} from "./text-box.ts";

const isText = (value: unknown): boolean => typeof value === "string";

export const text: Control = {
  expected: "what this field takes",
  fits: (value) => typeof value === "string" && !value.includes("\n"),
  render: (drawing) => renderTextBox(drawing)
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
