import type {TemplateResult} from "lit";
import {html} from "lit";
import {cutText} from "../cut-text.ts";
import type {Point, Size} from "./camera.ts";

const GAP_PX = 12;
/** A text that is all of this is spoken and shown whole. */
const MAX_CHARACTERS = 300;

/** What a point is, beside it, on the side where there is more room. */
export function renderTip({x, y}: Point, {width, height}: Size, text: string): TemplateResult {
  const side = x > width / 2 ? `right: ${width - x + GAP_PX}px` : `left: ${x + GAP_PX}px`;
  const end = y > height / 2 ? `bottom: ${height - y + GAP_PX}px` : `top: ${y + GAP_PX}px`;
  return html`<div class="tip" style="${side}; ${end}" role="status">
    <span>${cutText(text, MAX_CHARACTERS)}</span>
  </div>`;
}
