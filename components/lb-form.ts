import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {keyed} from "lit/directives/keyed.js";
import {repeat} from "lit/directives/repeat.js";
import type {Fields, ObjectSchema} from "../src/index.ts";
import {findHidden, isSame} from "../src/index.ts";
import type {Problems} from "./controls/control.ts";
import type {FormContext} from "./form-context.ts";
import type {TabDraft} from "./form-draft.ts";
import {renderOffer, renderRestored} from "./form-draft-note.ts";
import {FormDrafts} from "./form-drafts.ts";
import type {FieldChangeEvent, FormBase} from "./form-events.ts";
import {FormInputEvent, FormSaveEvent} from "./form-events.ts";
import type {FormField} from "./form-field.ts";
import {toDefaults, toFormFields, toOtherFields, toScannable} from "./form-field.ts";
import {isSaveKey, toFormCommand} from "./form-keys.ts";
import {toSections} from "./form-layout.ts";
import {sortProblems, withValue} from "./form-order.ts";
import {checkForm} from "./form-problems.ts";
import {formStyles} from "./form-styles.ts";
import {renderCount, renderProblems} from "./form-summary.ts";
import {toTidy} from "./form-tidy.ts";
import {getOwn} from "./get-own.ts";
import "./lb-failure.ts";
import "./lb-field.ts";
import type {LbField} from "./lb-field.ts";
import "./lb-tag-input.ts";
import {isAtField} from "./problem-path.ts";
import type {References} from "./reference.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * A form over a schema. It shows every field there is, also those that the schema does not know, says what is wrong
 * beside each field, and hands out the fields when all is well. What is typed survives a reload. Enter goes to the next
 * field and saves from the last one; Ctrl/Cmd+S and Ctrl/Cmd+Enter save from anywhere, Esc closes and keeps the draft.
 *
 * @fires lb-save - with the fields, tags and references, when there is no problem in them
 * @fires lb-cancel - somebody closes the form
 * @fires lb-input - with the fields, after each change
 */
export class LbForm extends LitElement {
  static override styles = [baseStyles, controlStyles, formStyles];
  static override properties = {
    schema: {attribute: false},
    fields: {attribute: false},
    tags: {attribute: false},
    references: {attribute: false},
    computed: {attribute: false},
    keyField: {attribute: false},
    context: {attribute: false},
    revision: {type: Number},
    draftKey: {attribute: "draft-key"},
    saveLabel: {attribute: "save-label"},
    busy: {type: Boolean},
    failure: {attribute: false},
    refused: {attribute: false},
    values: {state: true},
    chosenTags: {state: true},
    chosenReferences: {state: true},
    problems: {state: true},
    unplaced: {state: true},
    listed: {state: true},
    generation: {state: true}
  };

  declare schema: ObjectSchema;
  /** What is there already; undefined where the form is for something new, which starts with the defaults. */
  declare fields: Fields | undefined;
  /** The tags; undefined where there is no place for them. */
  declare tags: readonly string[] | undefined;
  /** What fields that are references refer to already. */
  declare references: References;
  /** Values of computed fields, where they are known. */
  declare computed: Fields;
  /** The field that tells entries apart: it can be scanned. */
  declare keyField: string | null;
  /** Where files are kept and entries found; undefined in a preview. */
  declare context: FormContext | undefined;
  /** The revision that `fields` are of. */
  declare revision: number | undefined;
  /** The name under which what is typed survives a reload; "" for a form that need not. */
  declare draftKey: string;
  declare saveLabel: string;
  /** True while what was saved is being written. */
  declare busy: boolean;
  /** What kept the last save from being written. */
  declare failure: unknown;
  /** What is wrong with fields by what only the store knows, by path; until the field is changed. */
  declare refused: Problems;
  declare protected values: Readonly<Record<string, unknown>>;
  declare protected chosenTags: readonly string[];
  declare protected chosenReferences: References;
  declare protected problems: Problems;
  /** Problems that belong to no field that is shown. */
  declare protected unplaced: readonly string[];
  /** True from a save with problems on: all of them are listed. */
  declare protected listed: boolean;
  /** Counts the times that all fields were filled anew. */
  declare protected generation: number;
  #base: FormBase | undefined;
  #isDirty = false;
  readonly #drafts = new FormDrafts();
  /** Fields that were left once: from then on their problems are shown. */
  readonly #visited = new Set<string>();

  constructor() {
    super();
    this.schema = {type: "object", properties: {}};
    this.draftKey = "";
    this.keyField = null;
    this.saveLabel = "Save";
    this.busy = this.listed = false;
    this.references = this.computed = this.values = this.chosenReferences = {};
    this.chosenTags = this.unplaced = [];
    this.refused = this.problems = new Map();
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
    const isOther = (name: "schema" | "fields" | "references"): boolean =>
      changed.has(name) && !isSame(changed.get(name), this[name]);
    // while somebody types, changes from outside wait: they are met when saving
    const isNewer =
      !this.#isDirty && (isOther("schema") || isOther("fields") || isOther("references"));
    if (changed.has("draftKey") || isNewer) this.#fill();
    if (!changed.has("refused") || this.refused.size === 0) return;
    this.listed = true;
    this.#check();
  }

  override updated(changed: PropertyValues<this>): void {
    const [first] = changed.has("refused") ? this.refused.keys() : [];
    if (first !== undefined) void this.updateComplete.then(() => this.#goTo(first));
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#leaves()[0]?.focus());
  }

  /** Saves as the button does: all problems are shown at once and the first one is gone to. */
  async save(): Promise<void> {
    if (this.busy) return;
    for (const field of this.#elements()) field.commit();
    this.renderRoot.querySelector("lb-tag-input")?.commit();
    this.failure = undefined;
    this.refused = new Map();
    for (const {name} of this.#all()) this.#visited.add(name);
    this.#check();
    await this.updateComplete;
    const [first] = this.#list();
    this.listed = first !== undefined;
    if (first) return this.#goTo(first[0]);
    const fields = toTidy(this.values, this.fields);
    this.dispatchEvent(
      new FormSaveEvent(fields, this.chosenTags, this.#base, this.chosenReferences)
    );
  }

  /** Forgets the draft: what was typed is saved, or not wanted. */
  done(): void {
    this.#isDirty = false;
    this.#drafts.done();
    this.requestUpdate();
  }

  #fill(): void {
    const {fields, tags = [], revision} = this;
    this.#isDirty = false;
    this.#base = fields && revision !== undefined ? {fields, tags, revision} : undefined;
    this.values = fields ?? toDefaults(this.schema);
    this.chosenTags = tags;
    this.chosenReferences = this.references;
    this.#reset();
    const draft = this.#drafts.open(this.draftKey);
    if (draft) this.#restore(draft);
  }

  #reset(): void {
    this.problems = new Map();
    this.unplaced = [];
    this.listed = false;
    this.#visited.clear();
    ++this.generation;
  }

  #restore(draft: TabDraft): void {
    this.values = draft.fields;
    this.chosenTags = draft.tags;
    this.chosenReferences = draft.references ?? this.references;
    this.#base = draft.base;
    this.#isDirty = true;
    this.#drafts.adopt(draft);
    this.#reset();
    this.#keepDraft();
  }

  #discard(draft: TabDraft): void {
    this.#drafts.discard(draft);
    this.requestUpdate();
    this.focus();
  }

  #startOver(): void {
    this.done();
    this.#fill();
    this.focus();
  }

  #keepDraft(isSetAside = false): void {
    if (!this.#isDirty) return;
    const {values: fields, chosenTags: tags, chosenReferences: references} = this;
    const at = Date.now();
    this.#drafts.keep({fields, tags, references, base: this.#base, at, isSetAside});
  }

  #cancel(): void {
    this.#keepDraft(true);
    this.#isDirty = false;
    this.dispatchEvent(new Event("lb-cancel"));
  }

  /** The fields that are shown as things stand: those of the schema, then what else is there. */
  #all(): FormField[] {
    const {schema, values, keyField, fields = {}} = this;
    const hidden = findHidden(schema, values);
    const known = toFormFields(schema)
      .filter(({name}) => !hidden.has(name))
      .map((field) => (field.name === keyField ? toScannable(field) : field));
    return [...known, ...toOtherFields({...fields, ...values}, schema)];
  }

  #elements(): LbField[] {
    return [...this.renderRoot.querySelectorAll("lb-field")];
  }

  #leaves(): LbField[] {
    return this.#elements()
      .flatMap(({leaves}) => leaves)
      .filter(({isEditable}) => isEditable);
  }

  /** Problems of the fields that were visited. */
  #check(): void {
    const {schema, values, chosenReferences: references} = this;
    const state = {schema, values, references, fields: this.#all()};
    const {problems, unplaced} = checkForm(state, (name) => this.#visited.has(name));
    this.problems = new Map([...this.refused, ...problems]);
    this.unplaced = unplaced;
  }

  /** All that is wrong, in the order of the fields. */
  #list(): [path: string, what: string][] {
    const malformed = this.#elements().flatMap((field) => field.findMalformed());
    return sortProblems(
      new Map([...this.problems, ...malformed]),
      this.#all().map(({name}) => name)
    );
  }

  #goTo(path: string): void {
    const field = this.#elements().find((one) => isAtField(path, one.path));
    if (field) field.findAt(path)?.focus();
    else this.renderRoot.querySelector<HTMLElement>(".summary")?.focus();
  }

  #set({name, control}: FormField, value: unknown): void {
    if (control === "reference")
      this.chosenReferences = {...this.chosenReferences, [name]: value as References[string]};
    else this.values = withValue(this.values, name, value, Object.keys(this.schema.properties));
    this.refused = new Map([...this.refused].filter(([path]) => !isAtField(path, name)));
    this.#touch();
    this.#check();
  }

  #touch(): void {
    this.#isDirty = true;
    this.#keepDraft();
    this.dispatchEvent(new FormInputEvent(this.values));
  }

  #onFieldLeft(name: string): void {
    if (this.#visited.has(name)) return;
    this.#visited.add(name);
    this.#check();
  }

  #onKeydown(event: KeyboardEvent): void {
    const command = toFormCommand(event);
    if (command === undefined) return;
    event.preventDefault();
    if (command === "save") return void this.save();
    if (command === "next") return this.#goOn(event);
    event.stopPropagation();
    this.#cancel();
  }

  /** To the next field, then to the tags; from the last one on the form is saved. */
  #goOn(event: KeyboardEvent): void {
    const path = event.composedPath();
    const leaves = this.#leaves();
    const at = leaves.findIndex((leaf) => path.includes(leaf));
    const tags = this.renderRoot.querySelector("lb-tag-input");
    const next = at < 0 ? undefined : (leaves[at + 1] ?? tags);
    if (next) next.focus();
    else void this.save();
  }

  /** Ctrl+S is the form's also while nothing on the page has the focus. */
  readonly #onDocumentKeydown = (event: KeyboardEvent): void => {
    const isFree = document.activeElement === document.body && this.checkVisibility();
    const isMine = event.composedPath().includes(this) || isFree;
    if (!isSaveKey(event) || !isMine) return;
    event.preventDefault();
    void this.save();
  };

  #toValue({name, control}: FormField): unknown {
    if (control === "reference") return getOwn(this.chosenReferences, name);
    return getOwn(control === "computed" ? this.computed : this.values, name);
  }

  #renderField(field: FormField): TemplateResult {
    const {name, hints} = field;
    return html`<lb-field
      data-width=${hints.width ?? "full"}
      .field=${field}
      .value=${this.#toValue(field)}
      .problems=${this.problems}
      .path=${name}
      .context=${this.context}
      @lb-change=${({value}: FieldChangeEvent) => this.#set(field, value)}
      @focusout=${() => this.#onFieldLeft(name)}
    ></lb-field>`;
  }

  #renderFields(): TemplateResult {
    const all = this.#all();
    const isKnown = ({name}: FormField): boolean => Object.hasOwn(this.schema.properties, name);
    const others = all.filter((field) => !isKnown(field));
    const render = (fields: readonly FormField[]) =>
      repeat(
        fields,
        ({name}) => name,
        (field) => this.#renderField(field)
      );
    return html`${repeat(
      toSections(all.filter(isKnown)),
      ({heading, fields}) => `${heading}/${fields[0]!.name}`,
      ({heading, fields}) =>
        heading === ""
          ? render(fields)
          : html`<fieldset class="section">
              <legend>${heading}</legend>
              ${render(fields)}
            </fieldset>`
    )}${
      others.length > 0
        ? html`<h3>Fields that the type does not have</h3>
            ${render(others)}`
        : nothing
    }`;
  }

  #renderTags(): TemplateResult | typeof nothing {
    if (!this.tags) return nothing;
    return html`<div class="tags">
      <span>Tags</span>
      <lb-tag-input
        .values=${this.chosenTags}
        @lb-change=${({value}: FieldChangeEvent) => {
          this.chosenTags = value as readonly string[];
          this.#touch();
        }}
      ></lb-tag-input>
    </div>`;
  }

  #renderNotes(): TemplateResult {
    const {offered, restoredAt} = this.#drafts;
    return html`${
      restoredAt === undefined ? nothing : renderRestored(restoredAt, () => this.#startOver())
    }${offered.map((draft) =>
      renderOffer(
        draft,
        () => this.#restore(draft),
        () => this.#discard(draft)
      )
    )}`;
  }

  #renderFoot(): TemplateResult {
    const problems = this.listed ? this.#list() : [];
    const count = problems.length || this.problems.size;
    return html`<div class="row buttons">
        <button
          type="button"
          class="primary"
          title="Ctrl+S or Ctrl+Enter; Enter in the last field"
          ?disabled=${this.busy}
          @click=${() => this.save()}
        >
          ${this.saveLabel}
        </button>
        <button type="button" @click=${() => this.#cancel()}>Cancel</button>
        ${count + this.unplaced.length === 0 ? nothing : renderCount(count, this.unplaced)}
      </div>
      ${renderProblems(problems, this.#all(), (path) => this.#goTo(path))}`;
  }

  override render(): TemplateResult {
    return html`<div @keydown=${this.#onKeydown}>
      ${this.#renderNotes()}
      ${keyed(
        this.generation,
        html`<div class="fields">${this.#renderFields()}${this.#renderTags()}</div>`
      )}
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure .error=${this.failure} .what=${"Not saved"}></lb-failure>`
      }
      ${this.#renderFoot()}
    </div>`;
  }
}

customElements.define("lb-form", LbForm);

declare global {
  interface HTMLElementTagNameMap {
    "lb-form": LbForm;
  }
}
