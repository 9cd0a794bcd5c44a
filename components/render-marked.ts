import type {TemplateResult} from "lit";
import {html} from "lit";
import type {Mark} from "../src/index.ts";

/** A text with some of its letters marked. */
export function renderMarked(text: string, marks: readonly Mark[]): TemplateResult {
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return html`${before}<mark>${text.slice(from, to)}</mark>`;
  });
  return html`${parts}${text.slice(end)}`;
}
