import type {Fields, ObjectSchema} from "../src/index.ts";
import {findHidden} from "../src/index.ts";
import type {Problems} from "./controls/control.ts";
import type {TabDraft} from "./form-draft.ts";
import {FormDrafts} from "./form-drafts.ts";
import type {FormBase} from "./form-events.ts";
import {FormSaveEvent} from "./form-events.ts";
import type {FormField} from "./form-field.ts";
import {toDefaults, toFormFields, toOtherFields, toScannable} from "./form-field.ts";
import {withValue} from "./form-order.ts";
import {checkForm} from "./form-problems.ts";
import {toTidy} from "./form-tidy.ts";
import {getOwn} from "./get-own.ts";
import {isAtField} from "./problem-path.ts";
import type {References} from "./reference.ts";

/** What a form is opened with; each as the property of `LbForm` says. */
export interface FormSource {
  readonly schema: ObjectSchema;
  readonly keyField: string | null;
  readonly fields: Fields | undefined;
  readonly tags: readonly string[] | undefined;
  readonly references: References;
  readonly revision: number | undefined;
  readonly draftKey: string;
}

/** What stands in a form, what is wrong with it, and the drafts of it. */
export class FormState {
  values: Readonly<Record<string, unknown>> = {};
  tags: readonly string[] = [];
  references: References = {};
  /** What is wrong at the fields that were left once, by path. */
  problems: Problems = new Map();
  /** Problems that belong to no field that is shown. */
  unplaced: readonly string[] = [];
  /** True where something was typed that is not saved. */
  isDirty = false;
  /** Counts the times that all fields were filled anew. */
  generation = 0;
  readonly drafts = new FormDrafts();
  #source: FormSource | undefined;
  #base: FormBase | undefined;
  #refused: Problems = new Map();
  readonly #visited = new Set<string>();

  /** Fills the form; a draft that this tab left is put back. */
  open(source: FormSource): void {
    const {schema, fields, tags = [], references, revision, draftKey} = source;
    this.#source = source;
    this.isDirty = false;
    this.#base = fields && revision !== undefined ? {fields, tags, revision} : undefined;
    this.values = fields ?? toDefaults(schema);
    this.tags = tags;
    this.references = references;
    this.#reset();
    const draft = this.drafts.open(draftKey);
    if (draft) this.restore(draft);
  }

  restore(draft: TabDraft): void {
    this.values = draft.fields;
    this.tags = draft.tags;
    this.references = draft.references ?? this.#source!.references;
    this.#base = draft.base;
    this.isDirty = true;
    this.drafts.adopt(draft);
    this.#reset();
    this.#keep();
  }

  /** The fields that are shown as things stand: those of the schema, then what else is there. */
  get fields(): FormField[] {
    if (!this.#source) return [];
    const {schema, keyField, fields = {}} = this.#source;
    const hidden = findHidden(schema, this.values);
    const known = toFormFields(schema)
      .filter(({name}) => !hidden.has(name))
      .map((field) => (field.name === keyField ? toScannable(field) : field));
    return [...known, ...toOtherFields({...fields, ...this.values}, schema)];
  }

  valueOf({name, control}: FormField): unknown {
    return control === "reference" ? getOwn(this.references, name) : getOwn(this.values, name);
  }

  set({name, control}: FormField, value: unknown): void {
    if (control === "reference")
      this.references = {...this.references, [name]: value as References[string]};
    else
      this.values = withValue(
        this.values,
        name,
        value,
        Object.keys(this.#source!.schema.properties)
      );
    this.#refused = new Map([...this.#refused].filter(([path]) => !isAtField(path, name)));
    this.#touch();
    this.#check();
  }

  setTags(tags: readonly string[]): void {
    this.tags = tags;
    this.#touch();
  }

  /** A field was left: from now on its problems count. */
  leave(name: string): void {
    if (this.#visited.has(name)) return;
    this.#visited.add(name);
    this.#check();
  }

  /** Checks all fields, also those where nobody has been. What was refused may be tried again. */
  checkAll(): void {
    this.#refused = new Map();
    for (const {name} of this.fields) this.#visited.add(name);
    this.#check();
  }

  /** What only the store knows to be wrong, until the field is changed. */
  refuse(problems: Problems): void {
    this.#refused = problems;
    this.#check();
  }

  /** What is to be saved. */
  toEvent(): FormSaveEvent {
    const fields = toTidy(this.values, this.#source?.fields);
    return new FormSaveEvent(fields, this.tags, this.#base, this.references);
  }

  /** The form is closed on purpose: what was typed is offered the next time. */
  setAside(): void {
    this.#keep(true);
    this.isDirty = false;
  }

  /** What was typed is saved, or not wanted. */
  done(): void {
    this.isDirty = false;
    this.drafts.done();
  }

  #reset(): void {
    this.problems = this.#refused = new Map();
    this.unplaced = [];
    this.#visited.clear();
    ++this.generation;
  }

  #touch(): void {
    this.isDirty = true;
    this.#keep();
  }

  #keep(isSetAside = false): void {
    if (!this.isDirty) return;
    const {values: fields, tags, references} = this;
    this.drafts.keep({fields, tags, references, base: this.#base, at: Date.now(), isSetAside});
  }

  #check(): void {
    const {schema} = this.#source!;
    const {values, references, fields} = this;
    const {problems, unplaced} = checkForm({schema, values, references, fields}, (name) =>
      this.#visited.has(name)
    );
    this.problems = new Map([...this.#refused, ...problems]);
    this.unplaced = unplaced;
  }
}
