import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {keyed} from "lit/directives/keyed.js";
import type {Fields, ObjectSchema} from "../src/index.ts";
import {findProblems, isSame} from "../src/index.ts";
import type {Problems} from "./controls/control.ts";
import {formatMoment} from "./format-value.ts";
import type {FormDraft} from "./form-draft.ts";
import {readDraft, writeDraft} from "./form-draft.ts";
import type {FieldChangeEvent, FormBase} from "./form-events.ts";
import {FormSaveEvent} from "./form-events.ts";
import type {FormField} from "./form-field.ts";
import {toDefaults, toFormFields, toOtherFields} from "./form-field.ts";
import {getOwn} from "./get-own.ts";
import "./lb-failure.ts";
import "./lb-field.ts";
import type {LbField} from "./lb-field.ts";
import "./lb-tag-input.ts";
import {isAtField} from "./problem-path.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Inputs in which Enter does something of its own. */
const ENTER_IS_TAKEN = ["checkbox", "button", "submit"];

/**
 * A form over a schema. It shows every field there is, also those that the schema does not know, says what is wrong
 * beside each field, and hands out the fields when all is well. What is typed survives a reload.
 *
 * @fires lb-save - with the fields and tags, when there is no problem in them
 * @fires lb-cancel - somebody closes the form
 */
export class LbForm extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        container: form / inline-size;
        max-width: 720px;
      }
      .fields {
        display: grid;
        gap: var(--lb-2);
      }
      .note {
        margin-bottom: var(--lb-2);
        padding: var(--lb-1) var(--lb-2);
        border-left: 3px solid var(--lb-accent);
        background: var(--lb-bg-alt);
      }
      h3 {
        margin-top: var(--lb-2);
        color: var(--lb-text-muted);
      }
      .buttons {
        margin-top: var(--lb-3);
      }
      .tags {
        display: grid;
        grid-template-columns: var(--lb-form-label, 132px) minmax(0, 1fr);
        column-gap: var(--lb-3);
      }
      .tags > span {
        padding-top: calc((var(--lb-control) - var(--lb-line)) / 2);
      }
      .failure {
        color: var(--lb-danger);
      }
      @container form (max-width: 420px) {
        .tags {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `
  ];
  static override properties = {
    schema: {attribute: false},
    fields: {attribute: false},
    tags: {attribute: false},
    revision: {type: Number},
    draftKey: {attribute: "draft-key"},
    saveLabel: {attribute: "save-label"},
    busy: {type: Boolean},
    failure: {attribute: false},
    values: {state: true},
    chosenTags: {state: true},
    problems: {state: true},
    unplaced: {state: true},
    offered: {state: true},
    restoredAt: {state: true},
    generation: {state: true}
  };

  declare schema: ObjectSchema;
  /** What is there already; undefined where the form is for something new, which starts with the defaults. */
  declare fields: Fields | undefined;
  /** The tags; undefined where there is no place for them. */
  declare tags: readonly string[] | undefined;
  /** The revision that `fields` are of. */
  declare revision: number | undefined;
  /** The name under which what is typed survives a reload; "" for a form that need not. */
  declare draftKey: string;
  declare saveLabel: string;
  /** True while what was saved is being written. */
  declare busy: boolean;
  /** What kept the last save from being written. */
  declare failure: unknown;
  declare protected values: Readonly<Record<string, unknown>>;
  declare protected chosenTags: readonly string[];
  declare protected problems: Problems;
  /** Problems that belong to no field that is shown. */
  declare protected unplaced: readonly string[];
  declare protected offered: FormDraft | undefined;
  declare protected restoredAt: number | undefined;
  /** Counts the times that all fields were filled anew. */
  declare protected generation: number;
  #base: FormBase | undefined;
  #isDirty = false;
  /** Fields that were left once: from then on their problems are shown. */
  readonly #visited = new Set<string>();

  constructor() {
    super();
    this.schema = {type: "object", properties: {}};
    this.draftKey = "";
    this.saveLabel = "Save";
    this.busy = false;
    this.values = {};
    this.chosenTags = [];
    this.problems = new Map();
    this.unplaced = [];
    this.generation = 0;
  }

  /** True where something was typed that is not saved. */
  get isDirty(): boolean {
    return this.#isDirty;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onDocumentKeydown);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#onDocumentKeydown);
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isOther = (name: "schema" | "fields"): boolean =>
      changed.has(name) && !isSame(changed.get(name), this[name]);
    // while somebody types, changes from outside wait: they are met when saving
    const isNewer = !this.#isDirty && (isOther("schema") || isOther("fields"));
    if (changed.has("draftKey") || isNewer) this.#fill();
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("lb-field")?.focus());
  }

  /** Saves as the button does: all problems are shown at once and the first one is gone to. */
  async save(): Promise<void> {
    if (this.busy) return;
    for (const field of this.#elements()) field.commit();
    this.renderRoot.querySelector("lb-tag-input")?.commit();
    this.failure = undefined;
    for (const {name} of this.#all()) this.#visited.add(name);
    this.#check();
    await this.updateComplete;
    const isMalformed = this.#elements().some((field) => field.isMalformed);
    if (this.problems.size > 0 || isMalformed) return this.#goToProblem();
    this.dispatchEvent(new FormSaveEvent(this.values, this.chosenTags, this.#base));
  }

  /** Forgets the draft: what was typed is saved, or not wanted. */
  done(): void {
    this.#isDirty = false;
    this.offered = this.restoredAt = undefined;
    if (this.draftKey !== "") writeDraft(this.draftKey, undefined);
  }

  #fill(): void {
    const {fields, tags = [], revision} = this;
    this.#isDirty = false;
    this.#base = fields && revision !== undefined ? {fields, tags, revision} : undefined;
    this.values = fields ?? toDefaults(this.schema);
    this.chosenTags = tags;
    this.restoredAt = this.offered = undefined;
    this.#reset();
    const draft = this.draftKey === "" ? undefined : readDraft(this.draftKey);
    if (draft?.isSetAside) this.offered = draft;
    else if (draft) this.#restore(draft);
  }

  #reset(): void {
    this.problems = new Map();
    this.unplaced = [];
    this.#visited.clear();
    ++this.generation;
  }

  #restore(draft: FormDraft): void {
    this.values = draft.fields;
    this.chosenTags = draft.tags;
    this.#base = draft.base;
    this.#isDirty = true;
    this.offered = undefined;
    this.restoredAt = draft.at;
    this.#reset();
    this.#keepDraft();
  }

  #discard(): void {
    this.done();
    this.#fill();
    this.focus();
  }

  #keepDraft(isSetAside = false): void {
    if (this.draftKey === "" || !this.#isDirty) return;
    const {values: fields, chosenTags: tags} = this;
    writeDraft(this.draftKey, {fields, tags, base: this.#base, at: Date.now(), isSetAside});
  }

  #cancel(): void {
    this.#keepDraft(true);
    this.#isDirty = false;
    this.dispatchEvent(new Event("lb-cancel"));
  }

  #all(): FormField[] {
    const {schema, values, fields = {}} = this;
    return [...toFormFields(schema), ...toOtherFields({...fields, ...values}, schema)];
  }

  #elements(): LbField[] {
    return [...this.renderRoot.querySelectorAll("lb-field")];
  }

  /** Problems of the fields that were visited. */
  #check(): void {
    const all = [...findProblems(this.schema, this.values)];
    const names = this.#all().map(({name}) => name);
    const isAt = (path: string, fields: readonly string[]): boolean =>
      fields.some((name) => isAtField(path, name));
    this.problems = new Map(all.filter(([path]) => isAt(path, [...this.#visited])));
    // what no field can mend (a schema that cannot be used) is said, and keeps nobody from saving
    this.unplaced = all
      .filter(([path]) => !isAt(path, names))
      .map(([path, what]) => (path === "" ? what : `${path} ${what}`));
  }

  #goToProblem(): void {
    for (const element of this.#elements()) {
      const found = element.findProblem();
      if (found) return found.focus();
    }
    this.renderRoot.querySelector<HTMLElement>(".summary")?.focus();
  }

  #set(name: string, value: unknown): void {
    const order = this.#all().map((field) => field.name);
    const entries = Object.entries({...this.values, [name]: value})
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    this.values = Object.fromEntries(entries);
    this.#touch();
    this.#check();
  }

  #touch(): void {
    this.#isDirty = true;
    this.#keepDraft();
  }

  #onFieldLeft(name: string): void {
    if (this.#visited.has(name)) return;
    this.#visited.add(name);
    this.#check();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    const isLine = target instanceof HTMLInputElement && !ENTER_IS_TAKEN.includes(target.type);
    const isText = target instanceof HTMLTextAreaElement && (event.ctrlKey || event.metaKey);
    if (event.key === "Enter" && (isLine || isText)) {
      event.preventDefault();
      void this.save();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.#cancel();
    }
  }

  /** Ctrl+S is the form's also while nothing on the page has the focus. */
  readonly #onDocumentKeydown = (event: KeyboardEvent): void => {
    const isFree = document.activeElement === document.body && this.checkVisibility();
    const isMine = event.composedPath().includes(this) || isFree;
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || !isMine) return;
    event.preventDefault();
    void this.save();
  };

  #renderField(field: FormField): TemplateResult {
    const {name} = field;
    return html`<lb-field
      .field=${field}
      .value=${getOwn(this.values, name)}
      .problems=${this.problems}
      .path=${name}
      @lb-change=${({value}: FieldChangeEvent) => this.#set(name, value)}
      @focusout=${() => this.#onFieldLeft(name)}
    ></lb-field>`;
  }

  #renderDraftNote(): TemplateResult | typeof nothing {
    const {offered, restoredAt} = this;
    if (offered)
      return html`<div class="note row" role="status">
        What you typed at ${formatMoment(new Date(offered.at))} was not saved.
        <button type="button" @click=${() => this.#restore(offered)}>Bring it back</button>
        <button type="button" class="quiet" @click=${() => this.#discard()}>Forget it</button>
      </div>`;
    if (restoredAt === undefined) return nothing;
    return html`<div class="note row" role="status">
      What you typed is back; it is not saved yet.
      <button type="button" @click=${() => this.#discard()}>Start over</button>
    </div>`;
  }

  #renderSummary(): TemplateResult | typeof nothing {
    const {problems, unplaced} = this;
    if (problems.size === 0 && unplaced.length === 0) return nothing;
    const count = problems.size === 1 ? "1 problem" : `${problems.size} problems`;
    const said = [...(problems.size > 0 ? [count] : []), ...unplaced].join("; ");
    return html`<span class="failure summary" role="status" tabindex="-1">${said}</span>`;
  }

  override render(): TemplateResult {
    const known = toFormFields(this.schema);
    const others = this.#all().slice(known.length);
    return html`<div @keydown=${this.#onKeydown}>
      ${this.#renderDraftNote()}
      ${keyed(
        this.generation,
        html`<div class="fields">
          ${known.map((field) => this.#renderField(field))}
          ${
            others.length > 0
              ? html`<h3>Fields that the type does not have</h3>
                  ${others.map((field) => this.#renderField(field))}`
              : nothing
          }
          ${
            this.tags
              ? html`<div class="tags">
                  <span>Tags</span>
                  <lb-tag-input
                    .values=${this.chosenTags}
                    @lb-change=${(event: FieldChangeEvent) => {
                      this.chosenTags = event.value as readonly string[];
                      this.#touch();
                    }}
                  ></lb-tag-input>
                </div>`
              : nothing
          }
        </div>`
      )}
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure .error=${this.failure} .what=${"Not saved"}></lb-failure>`
      }
      <div class="row buttons">
        <button type="button" class="primary" ?disabled=${this.busy} @click=${() => this.save()}>
          ${this.saveLabel}
        </button>
        <button type="button" @click=${() => this.#cancel()}>Cancel</button>
        ${this.#renderSummary()}
      </div>
    </div>`;
  }
}

customElements.define("lb-form", LbForm);

declare global {
  interface HTMLElementTagNameMap {
    "lb-form": LbForm;
  }
}
