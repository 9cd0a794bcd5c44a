import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {live} from "lit/directives/live.js";
import {isSame} from "../src/index.ts";
import {fieldStyles} from "./field-styles.ts";
import {FieldChangeEvent} from "./form-events.ts";
import type {ControlKind, FormField} from "./form-field.ts";
import {controlFor, toControlText, toValue} from "./form-value.ts";
import {getOwn} from "./get-own.ts";
import "./lb-tag-input.ts";
import type {LbTagInput} from "./lb-tag-input.ts";
import {isAtField} from "./problem-path.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Problems by path: `name`, or `group/name` inside a group. */
export type Problems = ReadonlyMap<string, string>;

const INPUT_TYPES: Partial<Record<ControlKind, string>> = {
  number: "number",
  integer: "number",
  date: "date",
  moment: "datetime-local",
  email: "email",
  url: "url"
};

const EXPECTED: Partial<Record<ControlKind, string>> = {
  number: "a number",
  integer: "a whole number",
  boolean: "yes or no",
  date: "a day",
  moment: "a day and a time",
  list: "a list of texts",
  group: "fields of its own"
};

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
    malformed: {state: true},
    control: {state: true}
  };

  declare field: FormField;
  declare value: unknown;
  declare problems: Problems;
  declare path: string;
  /** What is wrong with a text that stands for no value at all. */
  declare protected malformed: string | undefined;
  declare protected control: ControlKind;
  /** The value that this field itself reported last: only another one may change the control. */
  #reported: unknown = {};
  /** True where the control has yet to show the value. While somebody types, the text is theirs. */
  #isStale = true;

  constructor() {
    super();
    this.problems = new Map();
    this.path = "";
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isForeign = changed.has("value") && this.value !== this.#reported;
    const isOther = changed.has("field") && !isSame(changed.get("field"), this.field);
    if (!isForeign && !isOther) return;
    this.control = controlFor(this.value, this.field);
    this.malformed = undefined;
    this.#isStale = true;
  }

  override updated(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    const control = this.renderRoot.querySelector<HTMLInputElement>(
      "input:not([type=checkbox]), textarea"
    );
    if (control) control.value = toControlText(this.value, this.control);
  }

  /** Takes over what was typed but is not yet a value. */
  commit(): void {
    this.renderRoot.querySelector<LbTagInput>("lb-tag-input")?.commit();
    for (const child of this.#children()) child.commit();
  }

  /** The first field in here that has a problem: this one, or one of its group. */
  findProblem(): LbField | undefined {
    for (const child of this.#children()) {
      const found = child.findProblem();
      if (found) return found;
    }
    return this.#problem() === undefined ? undefined : this;
  }

  /** True where the text in the control, or in one of the group's, stands for no value. */
  get isMalformed(): boolean {
    return this.malformed !== undefined || this.#children().some((child) => child.isMalformed);
  }

  #children(): LbField[] {
    return [...this.renderRoot.querySelectorAll("lb-field")];
  }

  #problem(): string | undefined {
    const {path, problems, control} = this;
    if (this.malformed !== undefined || control === "group")
      return this.malformed ?? problems.get(path);
    // what is wrong inside a list or in JSON is said at the whole
    return [...problems].find(([place]) => isAtField(place, path))?.[1];
  }

  #report(value: unknown): void {
    this.#reported = value;
    this.value = value;
    this.dispatchEvent(new FieldChangeEvent(value));
  }

  #onText(event: Event): void {
    const input = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.malformed = undefined;
    if (input.validity.badInput) {
      this.malformed = `is not ${EXPECTED[this.control] ?? "complete"}`;
      return this.#report(undefined);
    }
    // a text that does not fit yet is read as the field's own kind, so that mending it needs no other control
    const isMended = this.control === "text" && this.field.control !== "moment";
    const kind = isMended ? this.field.control : this.control;
    try {
      this.#report(toValue(input.value, kind));
    } catch {
      this.malformed = 'is not JSON: texts stand in "quotes", a list in [ ], fields in { }';
      this.requestUpdate();
    }
  }

  #onChoice(event: Event): void {
    const {selectedIndex, options} = event.target as HTMLSelectElement;
    const choices = this.#choices();
    const offset = options.length - choices.length;
    this.#report(selectedIndex < offset ? undefined : choices[selectedIndex - offset]);
  }

  #onGroup(name: string, value: unknown): void {
    const group = {...(this.value as Readonly<Record<string, unknown>> | null | undefined)};
    if (value === undefined) delete group[name];
    else group[name] = value;
    this.#report(Object.keys(group).length === 0 ? undefined : group);
  }

  #clear(): void {
    this.malformed = undefined;
    this.control = this.field.control;
    this.#isStale = true;
    this.#report(undefined);
    void this.updateComplete.then(() => this.focus());
  }

  /** What a choice offers; a value that is no longer among them stays one. */
  #choices(): readonly unknown[] {
    const choices = this.field.schema.enum ?? [];
    const isOld =
      this.value !== undefined &&
      this.value !== null &&
      !choices.some((choice) => choice === this.value);
    return isOld ? [...choices, this.value] : choices;
  }

  #describedBy(): string {
    return this.#problem() === undefined ? "hint" : "problem hint";
  }

  #renderControl(): TemplateResult {
    switch (this.control) {
      case "boolean":
        return this.#renderBoolean();
      case "choice":
        return this.#renderChoice();
      case "list":
        return html`<lb-tag-input
          .values=${this.value ?? []}
          .label=${this.field.label}
          .description=${this.#problem() ?? this.field.hint}
          .invalid=${this.#problem() !== undefined}
          @lb-change=${({value}: FieldChangeEvent) =>
            this.#report((value as readonly string[]).length === 0 ? undefined : value)}
        ></lb-tag-input>`;
      case "long":
      case "json":
        return html`<textarea
          id="control"
          class=${this.control === "json" ? "code" : nothing}
          rows="3"
          spellcheck=${this.control === "long"}
          aria-required=${this.field.required}
          aria-invalid=${this.#problem() !== undefined}
          aria-describedby=${this.#describedBy()}
          @input=${this.#onText}
        ></textarea>`;
      default:
        return html`<input
          id="control"
          type=${INPUT_TYPES[this.control] ?? "text"}
          step=${this.#step()}
          autocomplete="off"
          aria-required=${this.field.required}
          aria-invalid=${this.#problem() !== undefined}
          aria-describedby=${this.#describedBy()}
          @input=${this.#onText}
        />`;
    }
  }

  #renderBoolean(): TemplateResult {
    const isUnset = this.value === undefined || this.value === null;
    return html`<div class="unset">
      <input
        id="control"
        type="checkbox"
        aria-invalid=${this.#problem() !== undefined}
        aria-describedby=${this.#describedBy()}
        .checked=${live(this.value === true)}
        .indeterminate=${live(isUnset)}
        @change=${(event: Event) => this.#report((event.target as HTMLInputElement).checked)}
      />
      ${
        isUnset
          ? html`<span class="muted">not set</span>`
          : this.field.required
            ? nothing
            : html`<button
                type="button"
                class="quiet muted"
                aria-label="Unset ${this.field.label}"
                @click=${() => this.#clear()}
              >
                unset
              </button>`
      }
    </div>`;
  }

  #renderChoice(): TemplateResult {
    const {required, schema} = this.field;
    const isUnset = this.value === undefined || this.value === null;
    return html`<select
      id="control"
      aria-required=${required}
      aria-invalid=${this.#problem() !== undefined}
      aria-describedby=${this.#describedBy()}
      @change=${this.#onChoice}
    >
      ${required && !isUnset ? nothing : html`<option .selected=${live(isUnset)}></option>`}
      ${this.#choices().map(
        (choice) =>
          html`<option .selected=${live(choice === this.value)}>
            ${toControlText(choice, "text")}${
              schema.enum?.some((one) => one === choice) ? nothing : " (no longer a choice)"
            }
          </option>`
      )}
    </select>`;
  }

  #renderGroup(): TemplateResult {
    const values = (this.value ?? {}) as Readonly<Record<string, unknown>>;
    return html`<fieldset aria-describedby=${this.#describedBy()}>
      <legend>${this.#renderName()}</legend>
      ${this.field.fields.map(
        (field) =>
          html`<lb-field
            .field=${field}
            .value=${getOwn(values, field.name)}
            .problems=${this.problems}
            .path=${`${this.path}/${field.name}`}
            @lb-change=${({value}: FieldChangeEvent) => this.#onGroup(field.name, value)}
          ></lb-field>`
      )}
      ${this.#renderBelow()}
    </fieldset>`;
  }

  #renderName(): TemplateResult {
    const {label, required} = this.field;
    return html`${label}${
      required
        ? html` <span class="required" title="required" aria-hidden="true">*</span>`
        : nothing
    }`;
  }

  #renderBelow(): TemplateResult {
    const problem = this.#problem();
    const hints = [this.field.hint, CONTROL_HINTS[this.control] ?? ""].filter(Boolean);
    const isMisfit = this.control !== this.field.control;
    return html`<div class="below problem" id="problem" ?hidden=${problem === undefined}>
        ${problem}
      </div>
      ${
        isMisfit
          ? html`<div class="below misfit">
              An older value, not ${EXPECTED[this.field.control] ?? "what this field takes"}; it
              stays until it is changed.
              <button
                type="button"
                class="quiet"
                aria-label="Clear ${this.field.label}"
                @click=${() => this.#clear()}
              >
                Clear
              </button>
            </div>`
          : nothing
      }
      <div class="below muted" id="hint" ?hidden=${hints.length === 0}>${hints.join(" ")}</div>`;
  }

  #step(): string | typeof nothing {
    if (this.control === "integer") return "1";
    if (this.control === "number") return "any";
    return this.control === "moment" ? "1" : nothing;
  }

  override render(): TemplateResult {
    if (this.control === "group") return this.#renderGroup();
    const isLabelled = this.control !== "list";
    return html`<div class="field">
      ${
        isLabelled
          ? html`<label class="label" for="control">${this.#renderName()}</label>`
          : html`<span class="label" @click=${() => this.focus()}>${this.#renderName()}</span>`
      }
      <div>${this.#renderControl()}${this.#renderBelow()}</div>
    </div>`;
  }
}

const CONTROL_HINTS: Partial<Record<ControlKind, string>> = {
  // which times are meant: the reader's own are shown, one and the same for everybody is kept
  moment: `In local time (${Intl.DateTimeFormat().resolvedOptions().timeZone}), kept as UTC.`,
  json: 'Written as JSON: texts in "quotes", lists in [ ], fields in { }.'
};

customElements.define("lb-field", LbField);

declare global {
  interface HTMLElementTagNameMap {
    "lb-field": LbField;
  }
}
