import {toDecimals} from "../../src/index.ts";
import type {Control} from "./control.ts";
import {renderTextBox} from "./text-box.ts";

export const number: Control = {
  expected: "a number",
  fits: (value) => typeof value === "number",
  toValue: toNumber,
  render: (drawing) =>
    renderTextBox(drawing, {
      type: "number",
      step: "any",
      mode: "decimal",
      after: drawing.field.hints.unit
    })
};

export const integer: Control = {
  ...number,
  expected: "a whole number",
  render: (drawing) =>
    renderTextBox(drawing, {
      type: "number",
      step: "1",
      mode: "numeric",
      after: drawing.field.hints.unit
    })
};

/** An amount, its currency before it; the arrow keys go by whole units, the decimals are those of the currency. */
export const money: Control = {
  ...number,
  expected: "an amount",
  render: (drawing) => {
    const {currency} = drawing.field.hints;
    const decimals = toDecimals(currency);
    return renderTextBox(drawing, {
      type: "number",
      step: "any",
      mode: decimals === 0 ? "numeric" : "decimal",
      placeholder: (0).toFixed(decimals),
      before: currency
    });
  }
};

function toNumber(text: string): number | string {
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
