import type {TemplateResult} from "lit";
import {html} from "lit";
import type {Step} from "../src/index.ts";
import {describeStep} from "./step-words.ts";

/** A step in words, its names set as code. */
export function renderStep(step: Step): TemplateResult {
  const pieces = describeStep(step).split("`");
  return html`${pieces.map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}
