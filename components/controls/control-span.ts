import {formatSpan, isSpan, readSpan} from "../../src/index.ts";
import type {Control} from "./control.ts";
import {renderTextBox} from "./text-box.ts";

/** A span of time, written as people do and kept as ISO 8601. */
export const span: Control = {
  expected: "a span of time",
  fits: isSpan,
  toText: (value) => formatSpan(value as string),
  toValue: (text) => readSpan(text) ?? text,
  render: (drawing) => renderTextBox(drawing, {placeholder: "1h 30m or 1:30"})
};
