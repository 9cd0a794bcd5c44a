import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {isSame} from "../src/index.ts";
import type {Control, Drawing, Problems} from "./controls/control.ts";
import {CONTROLS} from "./controls/controls.ts";
import {fieldStyles} from "./field-styles.ts";
import {FieldChangeEvent} from "./form-events.ts";
import type {ControlKind} from "./control-kind.ts";
import type {FormContext} from "./form-context.ts";
import type {FormField} from "./form-field.ts";
import {controlFor, toControlText, toValue} from "./form-value.ts";
import type {LbTagInput} from "./lb-tag-input.ts";
import {isAtField} from "./problem-path.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * One field of a form: label, control, hint and problem. A value that does not fit the field's own control is shown as
 * it is until somebody changes or clears it.
 *
 * @fires lb-change - with the value as it is now
 */
export class LbField extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [baseStyles, controlStyles, fieldStyles];
  static override properties = {
    field: {attribute: false},
    value: {attribute: false},
    problems: {attribute: false},
    path: {},
    context: {attribute: false},
    spoken: {reflect: true},
    malformed: {state: true},
    kind: {state: true}
  };

  declare field: FormField;
  declare value: unknown;
  declare problems: Problems;
  declare path: string;
  /** What the field needs beside its value; undefined in a preview. */
  declare context: FormContext | undefined;
  /** The accessible name in a row of a list, where no label is drawn; "" elsewhere. */
  declare spoken: string;
  /** What is wrong with a text that stands for no value at all. */
  declare protected malformed: string | undefined;
  /** The kind of control that is shown. */
  declare protected kind: ControlKind;
  /** The value that this field itself reported last: only another one may change the control. */
  #reported: unknown = {};
  /** True where the control has yet to show the value. While somebody types, the text is theirs. */
  #isStale = true;

  constructor() {
    super();
    this.problems = new Map();
    this.path = this.spoken = "";
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isForeign = changed.has("value") && this.value !== this.#reported;
    const isOther = changed.has("field") && !isSame(changed.get("field"), this.field);
    if (!isForeign && !isOther) return;
    this.#reported = this.value;
    this.kind = controlFor(this.value, this.field);
    this.malformed = undefined;
    this.#isStale = true;
  }

  override updated(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const box = this.renderRoot.querySelector<HTMLInputElement>("#control");
    if (box?.matches("input:not([type=checkbox]), textarea"))
      box.value = toControlText(this.value, this.kind);
  }

  /** Takes over what was typed but is not yet a value. */
  commit(): void {
    this.renderRoot.querySelector<LbTagInput>("lb-tag-input")?.commit();
    for (const child of this.#children()) child.commit();
  }

  /** The fields in here that hold a value of their own, in order: this one, or those of its group. */
  get leaves(): LbField[] {
    const children = this.#children();
    return children.length === 0 ? [this] : children.flatMap((child) => child.leaves);
  }

  /** False of what can only be read. */
  get isEditable(): boolean {
    return this.kind !== "computed";
  }

  /** The innermost field in here at a path, or around it. */
  findAt(path: string): LbField | undefined {
    if (!isAtField(path, this.path)) return undefined;
    for (const child of this.#children()) {
      const found = child.findAt(path);
      if (found) return found;
    }
    return this;
  }

  /** Texts in here that stand for no value, by path. */
  findMalformed(): [path: string, what: string][] {
    const mine: [string, string][] =
      this.malformed === undefined ? [] : [[this.path, this.malformed]];
    return [...mine, ...this.#children().flatMap((child) => child.findMalformed())];
  }

  #children(): LbField[] {
    return [...this.renderRoot.querySelectorAll("lb-field")];
  }

  #control(): Control {
    return CONTROLS[this.kind];
  }

  #problem(): string | undefined {
    const {path, problems, malformed} = this;
    if (malformed !== undefined || this.#control().holdsFields)
      return malformed ?? problems.get(path);
    // what is wrong inside a list or in JSON is said at the whole
    return [...problems].find(([place]) => isAtField(place, path))?.[1];
  }

  #report(value: unknown): void {
    this.#reported = value;
    this.value = value;
    this.dispatchEvent(new FieldChangeEvent(value));
  }

  #put(value: unknown): void {
    this.malformed = undefined;
    this.kind = controlFor(value, this.field);
    this.#isStale = true;
    this.#report(value);
  }

  #onText(event: Event): void {
    const input = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.malformed = undefined;
    if (input.validity.badInput) {
      this.malformed = `is not ${this.#control().expected}`;
      return this.#report(undefined);
    }
    // a text that does not fit yet is read as the field's own kind, so that mending it needs no other control
    const isMended = this.kind === "text" && this.field.control !== "moment";
    try {
      this.#report(toValue(input.value, this.field, isMended ? this.field.control : this.kind));
    } catch {
      this.malformed = 'is not JSON: texts stand in "quotes", a list in [ ], fields in { }';
      this.requestUpdate();
    }
  }

  #clear(): void {
    this.#put(undefined);
    void this.updateComplete.then(() => this.focus());
  }

  #toDrawing(): Drawing {
    const {field, value, path, problems, context} = this;
    const problem = this.#problem();
    return {
      context,
      spoken: this.spoken === "" ? undefined : this.spoken,
      field,
      value,
      path,
      problems,
      problem,
      describedBy: problem === undefined ? "hint" : "problem hint",
      report: (value) => this.#report(value),
      put: (value) => this.#put(value),
      afterwards: (work) => void this.updateComplete.then(() => work(this.renderRoot)),
      onText: (event) => this.#onText(event),
      clear: () => this.#clear()
    };
  }

  #renderName(): TemplateResult {
    const {label, required} = this.field;
    return html`${label}${
      required
        ? html` <span class="required" title="required" aria-hidden="true">*</span>`
        : nothing
    }`;
  }

  #renderBelow(problem: string | undefined): TemplateResult {
    const isRow = this.spoken !== "";
    const hints = isRow ? [] : [this.field.hint, this.#control().hint ?? ""].filter(Boolean);
    return html`<div class="below problem" id="problem" ?hidden=${problem === undefined}>
        ${problem}
      </div>
      ${this.kind === this.field.control ? nothing : this.#renderMisfit()}
      <div class="below muted" id="hint" ?hidden=${hints.length === 0}>${hints.join(" ")}</div>`;
  }

  #renderMisfit(): TemplateResult {
    const {control, label} = this.field;
    return html`<div class="below misfit">
      An older value, not ${CONTROLS[control].expected}; it stays until it is changed.
      <button type="button" class="quiet" aria-label="Clear ${label}" @click=${() => this.#clear()}>
        Clear
      </button>
    </div>`;
  }

  override render(): TemplateResult {
    const {labels} = this.#control();
    const drawing = this.#toDrawing();
    const content = html`${this.#control().render(drawing)}${this.#renderBelow(drawing.problem)}`;
    if (this.spoken !== "") return content;
    if (labels === "around")
      return html`<fieldset aria-describedby=${drawing.describedBy}>
        <legend>${this.#renderName()}</legend>
        ${content}
      </fieldset>`;
    return html`<div class="field">
      ${
        labels === "several"
          ? html`<span class="label" @click=${() => this.focus()}>${this.#renderName()}</span>`
          : html`<label class="label" for="control">${this.#renderName()}</label>`
      }
      <div>${content}</div>
    </div>`;
  }
}

customElements.define("lb-field", LbField);

declare global {
  interface HTMLElementTagNameMap {
    "lb-field": LbField;
  }
}
