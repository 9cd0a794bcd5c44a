import type {Control} from "./control.ts";
import {renderTextArea} from "./text-box.ts";

/** Whatever no other control can hold. */
export const json: Control = {
  expected: "what this field takes",
  hint: 'Written as JSON: texts in "quotes", lists in [ ], fields in { }.',
  fits: () => true,
  toText: (value) => JSON.stringify(value, null, 2),
  toValue: (text) => JSON.parse(text) as unknown,
  render: (drawing) => renderTextArea(drawing, {isCode: true})
};
