import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {Drawing} from "./control.ts";

/** What a box of one line is like. */
export interface TextBox {
  readonly type?: string;
  readonly step?: string;
}

/** A box of one line, as browsers have one for most kinds of value. */
export function renderTextBox(
  drawing: Drawing,
  {type = "text", step}: TextBox = {}
): TemplateResult {
  return html`<input
    id="control"
    type=${type}
    step=${step ?? nothing}
    autocomplete="off"
    aria-required=${drawing.field.required}
    aria-invalid=${drawing.problem !== undefined}
    aria-describedby=${drawing.describedBy}
    @input=${drawing.onText}
  />`;
}

/** A box of several lines. */
export function renderTextArea(drawing: Drawing, {isCode = false} = {}): TemplateResult {
  return html`<textarea
    id="control"
    class=${isCode ? "code" : nothing}
    rows="3"
    spellcheck=${!isCode}
    aria-required=${drawing.field.required}
    aria-invalid=${drawing.problem !== undefined}
    aria-describedby=${drawing.describedBy}
    @input=${drawing.onText}
  ></textarea>`;
}
