import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {until} from "lit/directives/until.js";
import type {Drawing} from "./control.ts";

/** What a box of one line is like. */
export interface TextBox {
  readonly type?: string;
  readonly step?: string;
  /** The keyboard that a touch screen shows. */
  readonly mode?: "decimal" | "numeric";
  readonly placeholder?: string;
  /** The id of a list of texts that are offered. */
  readonly list?: string;
  /** What stands before and behind the box: a currency, a unit. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A box of one line, as browsers have one for most kinds of value. */
export function renderTextBox(drawing: Drawing, box: TextBox = {}): TemplateResult {
  const {before, after} = box;
  if (before === undefined && after === undefined) return renderInput(drawing, box);
  return html`<div class="affixed">
    ${before === undefined ? nothing : html`<span class="muted">${before}</span>`}
    ${renderInput(drawing, box)}
    ${after === undefined ? nothing : html`<span class="muted">${after}</span>`}
  </div>`;
}

/** A box of several lines. */
export function renderTextArea(drawing: Drawing, {isCode = false} = {}): TemplateResult {
  return html`<textarea
    id="control"
    class=${isCode ? "code" : nothing}
    rows="3"
    spellcheck=${!isCode}
    placeholder=${drawing.field.hints.placeholder ?? nothing}
    aria-label=${drawing.spoken ?? nothing}
    aria-required=${drawing.field.required}
    aria-invalid=${drawing.problem !== undefined}
    aria-describedby=${drawing.describedBy}
    @input=${drawing.onText}
  ></textarea>`;
}

/** A box of one line that offers what was typed into it before, in this entry's kind. */
export function renderRememberingBox(drawing: Drawing): TemplateResult {
  const {context, field, path, value} = drawing;
  const isOffered = context?.values !== undefined && path === field.name && !field.hints.unique;
  if (!isOffered) return renderTextBox(drawing);
  const text = typeof value === "string" ? value : "";
  const options = context.values!(field.name, text).then(
    (values) => values.map((one) => html`<option value=${one}></option>`),
    () => nothing // a store that cannot be read says so where the form is saved
  );
  return html`${renderInput(drawing, {list: "values"})}<datalist id="values">
      ${until(options, nothing)}
    </datalist>`;
}

function renderInput(
  drawing: Drawing,
  {type = "text", step, mode, placeholder, list, before, after}: TextBox
): TemplateResult {
  const {field, spoken} = drawing;
  const unit = before ?? after;
  const name = spoken ?? (unit === undefined ? undefined : `${field.label} (${unit})`);
  return html`<input
    id="control"
    type=${type}
    step=${step ?? nothing}
    inputmode=${mode ?? nothing}
    autocomplete="off"
    list=${list ?? nothing}
    placeholder=${field.hints.placeholder ?? placeholder ?? nothing}
    aria-label=${name ?? nothing}
    aria-required=${field.required}
    aria-invalid=${drawing.problem !== undefined}
    aria-describedby=${drawing.describedBy}
    @input=${drawing.onText}
  />`;
}
