import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {keyed} from "lit/directives/keyed.js";
import type {Fields, ObjectSchema} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import type {Problems} from "./controls/control.ts";
import {DrawnFields} from "./drawn-fields.ts";
import type {FormContext} from "./form-context.ts";
import {renderDraftNotes} from "./form-draft-note.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {FormInputEvent} from "./form-events.ts";
import type {FormField} from "./form-field.ts";
import {renderFoot} from "./form-foot.ts";
import {hearSaveKey, heedFormKey} from "./form-keys.ts";
import {sortProblems} from "./form-order.ts";
import {renderSections} from "./form-sections.ts";
import {FormState} from "./form-state.ts";
import {formStyles} from "./form-styles.ts";
import {getOwn} from "./get-own.ts";
import "./lb-failure.ts";
import "./lb-field.ts";
import "./lb-tag-input.ts";
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
    listed: {state: true}
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
  /** True from a save with problems on: all of them are listed. */
  declare protected listed: boolean;
  readonly #state = new FormState();
  readonly #drawn = new DrawnFields(this);

  constructor() {
    super();
    this.schema = {type: "object", properties: {}};
    this.draftKey = "";
    this.keyField = null;
    this.saveLabel = "Save";
    this.busy = this.listed = false;
    this.references = this.computed = {};
    this.refused = new Map();
    hearSaveKey(this, () => void this.save());
  }

  /** True where something was typed that is not saved. */
  get isDirty(): boolean {
    return this.#state.isDirty;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isOther = (name: "schema" | "fields" | "references"): boolean =>
      changed.has(name) && !isSame(changed.get(name), this[name]);
    // while somebody types, changes from outside wait: they are met when saving
    const isNewer =
      !this.isDirty && (isOther("schema") || isOther("fields") || isOther("references"));
    if (changed.has("draftKey") || isNewer) this.#open();
    if (!changed.has("refused") || this.refused.size === 0) return;
    this.listed = true;
    this.#state.refuse(this.refused);
  }

  override updated(changed: PropertyValues<this>): void {
    const [first] = changed.has("refused") ? this.refused.keys() : [];
    if (first !== undefined) void this.updateComplete.then(() => this.#goTo(first));
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#drawn.focusFirst());
  }

  /** Saves as the button does: all problems are shown at once and the first one is gone to. */
  async save(): Promise<void> {
    if (this.busy) return;
    this.#drawn.commit();
    this.failure = undefined;
    this.#state.checkAll();
    this.requestUpdate();
    await this.updateComplete;
    const [first] = this.#list();
    this.listed = first !== undefined;
    if (first) this.#goTo(first[0]);
    else this.dispatchEvent(this.#state.toEvent());
  }

  /** Forgets the draft: what was typed is saved, or not wanted. */
  done(): void {
    this.#change(() => this.#state.done());
  }

  #open(): void {
    this.listed = false;
    this.#state.open(this);
  }

  #change(change: () => void): void {
    change();
    this.requestUpdate();
  }

  #startOver(): void {
    this.done();
    this.#open();
    this.focus();
  }

  #cancel(): void {
    this.#state.setAside();
    this.dispatchEvent(new Event("lb-cancel"));
  }

  /** All that is wrong, in the order of the fields. */
  #list(): [path: string, what: string][] {
    return sortProblems(
      new Map([...this.#state.problems, ...this.#drawn.findMalformed()]),
      this.#state.fields.map(({name}) => name)
    );
  }

  #goTo(path: string): void {
    if (!this.#drawn.focusAt(path)) this.renderRoot.querySelector<HTMLElement>(".summary")?.focus();
  }

  #set(field: FormField, value: unknown): void {
    this.#change(() => this.#state.set(field, value));
    this.dispatchEvent(new FormInputEvent(this.#state.values));
  }

  #onKeydown(event: KeyboardEvent): void {
    heedFormKey(event, {
      save: () => void this.save(),
      cancel: () => this.#cancel(),
      next: () => this.#drawn.focusNext(event) || void this.save()
    });
  }

  #toValue(field: FormField): unknown {
    return field.control === "computed"
      ? getOwn(this.computed, field.name)
      : this.#state.valueOf(field);
  }

  #renderField(field: FormField): TemplateResult {
    const {name, hints} = field;
    return html`<lb-field
      data-width=${hints.width ?? "full"}
      .field=${field}
      .value=${this.#toValue(field)}
      .problems=${this.#state.problems}
      .path=${name}
      .context=${this.context}
      @lb-change=${({value}: FieldChangeEvent) => this.#set(field, value)}
      @focusout=${() => this.#change(() => this.#state.leave(name))}
    ></lb-field>`;
  }

  #renderTags(): TemplateResult | typeof nothing {
    if (!this.tags) return nothing;
    return html`<div class="tags">
      <span>Tags</span>
      <lb-tag-input
        .values=${this.#state.tags}
        @lb-change=${({value}: FieldChangeEvent) =>
          this.#change(() => this.#state.setTags(value as readonly string[]))}
      ></lb-tag-input>
    </div>`;
  }

  #renderNotes(): TemplateResult {
    return renderDraftNotes(this.#state.drafts, {
      restore: (draft) => this.#change(() => this.#state.restore(draft)),
      discard: (draft) => {
        this.#change(() => this.#state.drafts.discard(draft));
        this.focus();
      },
      startOver: () => this.#startOver()
    });
  }

  #renderFoot(): TemplateResult {
    const {fields, unplaced, problems} = this.#state;
    const listed = this.listed ? this.#list() : [];
    return renderFoot(
      {
        saveLabel: this.saveLabel,
        isBusy: this.busy,
        count: listed.length || problems.size,
        unplaced,
        listed,
        fields
      },
      {
        save: () => void this.save(),
        cancel: () => this.#cancel(),
        goTo: (path) => this.#goTo(path)
      }
    );
  }

  override render(): TemplateResult {
    return html`<div @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}>
      ${this.#renderNotes()}
      ${keyed(
        this.#state.generation,
        html`<div class="fields">
          ${renderSections(this.#state.fields, this.schema, (field) => this.#renderField(field))}${this.#renderTags()}
        </div>`
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
