import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {formatDay} from "./format-value.ts";

/** The day of a time in milliseconds; nothing where there is none. */
export function renderDay(
  time: number | null | undefined,
  className = ""
): TemplateResult | typeof nothing {
  if (time === null || time === undefined || Number.isNaN(time)) return nothing;
  return html`<time class=${className || nothing} datetime=${new Date(time).toISOString()}
    >${formatDay(time)}</time
  >`;
}
