import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {Entry, EntryType, Fields, Store, Workspace} from "../src/index.ts";
import {UniqueError, resolveType, toLabel} from "../src/index.ts";
import type {Problems} from "./controls/control.ts";
import {conflictStyles, renderConflict} from "./entry-conflict.ts";
import {entryFormStyles} from "./entry-form-styles.ts";
import {readFormContext} from "./entry-form-context.ts";
import {planReferences, toReferenceFields} from "./entry-references.ts";
import {Follow} from "./follow.ts";
import type {FormContext} from "./form-context.ts";
import {EntrySavedEvent} from "./form-events.ts";
import type {FormInputEvent, FormSaveEvent} from "./form-events.ts";
import {toDefaults} from "./form-field.ts";
import {JoinedRead} from "./joined-read.ts";
import "./lb-failure.ts";
import "./lb-form.ts";
import type {LbForm} from "./lb-form.ts";
import "./lb-twins.ts";
import "./lb-progress.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import type {Conflict, EntryChange, Saved} from "./save-entry.ts";
import {addEntry, isConflict, saveEntry} from "./save-entry.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {ValuedContext} from "./valued-context.ts";

/**
 * The form of one entry, new or there already, that writes what is saved. What was changed elsewhere meanwhile is
 * merged; where both changed the same field, the two values stand side by side.
 *
 * @fires lb-saved - with the entry as it was written
 * @fires lb-cancel - somebody closes the form
 */
export class LbEntryForm extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    conflictStyles,
    entryFormStyles
  ];
  static override properties = {
    store: {attribute: false},
    workspace: {attribute: false},
    context: {attribute: false},
    type: {attribute: false},
    entry: {attribute: false},
    initial: {attribute: false},
    saveLabel: {},
    busy: {state: true},
    failure: {state: true},
    conflict: {state: true},
    opened: {state: true},
    fresh: {state: true},
    refused: {state: true},
    typed: {state: true}
  };

  declare store: Store;
  /** Where there is one, references are found by meaning too, filters hold and computed fields are shown. */
  declare workspace: Workspace | undefined;
  /** What fields need, of who knows it already: the form is there at once then. Otherwise it is read. */
  declare context: FormContext | undefined;
  declare type: EntryType;
  /** The entry to edit; undefined for a new one. */
  declare entry: Entry | undefined;
  /** What a new entry starts with, beside the defaults. */
  declare initial: Fields | undefined;
  declare saveLabel: string;
  declare protected busy: boolean;
  declare protected failure: unknown;
  declare protected conflict: (Conflict & {readonly save: FormSaveEvent}) | undefined;
  /** The entry as it was when the form was opened: changes from elsewhere wait until saving. */
  declare protected opened: Entry | undefined;
  declare protected fresh: Fields | undefined;
  /** What the store refused, at the fields. */
  declare protected refused: Problems;
  /** What is typed so far, for likely twins. */
  declare protected typed: Fields | undefined;
  readonly #read = new Follow<FormContext>(this);
  readonly #joined = new JoinedRead(this, (error) => (this.failure = error));
  readonly #valued = new ValuedContext();
  /** True where somebody wants the focus before the form is there. */
  #isAwaited = false;

  constructor() {
    super();
    this.saveLabel = "Save";
    this.busy = false;
    this.refused = new Map();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const {store, workspace} = this;
    if (!this.context)
      this.#read.follow(store, () => store.live(() => readFormContext(store, workspace)));
    if (changed.has("entry") && this.entry?.id !== this.opened?.id) this.opened = this.entry;
    if (changed.has("initial") || changed.has("type"))
      this.fresh = this.initial && {...toDefaults(this.type.schema), ...this.initial};
    const type = this.#type();
    if (type) this.#joined.read({store, workspace, type, entry: this.opened});
  }

  #known(): FormContext | undefined {
    return this.context ?? this.#read.value;
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      const form = this.renderRoot.querySelector("lb-form");
      if (form) form.focus();
      else this.#isAwaited = true;
    });
  }

  override updated(): void {
    if (!this.#isAwaited || !this.renderRoot.querySelector("lb-form")) return;
    this.#isAwaited = false;
    this.focus();
  }

  /** The type with what it has from others; undefined until those are read. */
  #type(): EntryType | undefined {
    const {type} = this;
    const context = this.#known();
    if (context) return resolveType(type, context.types);
    return type.extends === undefined ? type : undefined;
  }

  #form(): LbForm {
    return this.renderRoot.querySelector("lb-form")!;
  }

  async #write(work: () => Promise<Saved | Conflict>, save: FormSaveEvent): Promise<void> {
    this.busy = true;
    this.failure = this.conflict = undefined;
    this.refused = new Map();
    try {
      const outcome = await work();
      if (isConflict(outcome)) this.conflict = {...outcome, save};
      else {
        const twins = this.renderRoot.querySelector("lb-twins");
        this.#onWritten(outcome);
        await twins?.keep(outcome.entry.id);
      }
    } catch (error) {
      if (error instanceof UniqueError) this.refused = toRefused(error);
      else this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  #onWritten({entry, group}: Saved): void {
    const {store} = this;
    const isNew = this.opened === undefined;
    this.#form().done();
    this.typed = undefined;
    if (group !== null)
      offerUndo({
        store,
        groups: [group],
        message: `“${entry.title}” ${isNew ? "added" : "changed"}`
      });
    this.dispatchEvent(new EntrySavedEvent(entry));
  }

  #onSave(event: FormSaveEvent): void {
    const {store, opened} = this;
    const type = this.#type()!;
    const change = this.#toChange(event);
    const base = event.base ?? (opened && toBase(opened));
    void this.#write(
      () =>
        opened && base
          ? saveEntry(store, opened.id, {...change, base})
          : addEntry(store, type, change),
      event
    );
  }

  #onResolve({theirs, save}: NonNullable<typeof this.conflict>, prefer: "mine" | "theirs"): void {
    const {base = toBase(theirs)} = save;
    const change = {...this.#toChange(save), base};
    void this.#write(() => saveEntry(this.store, theirs.id, change, prefer), save);
  }

  #toChange({fields, tags, references: wanted}: FormSaveEvent): EntryChange {
    const references = planReferences(this.#type()!, this.#joined.value?.references ?? {}, wanted);
    const types = this.#known()?.types ?? new Map<string, EntryType>();
    return {fields, tags, references, types};
  }

  #renderTwins(workspace: Workspace, type: EntryType): TemplateResult {
    const {typed, opened} = this;
    return html`<lb-twins
      .workspace=${workspace}
      .type=${type}
      .tags=${opened?.tags ?? []}
      .draft=${typed && {type: type.name, fields: typed, id: opened?.id}}
      @lb-twin-taken=${() => this.#form().done()}
    ></lb-twins>`;
  }

  #renderWaiting(): TemplateResult {
    const failure = this.failure ?? this.#read.error;
    return failure === undefined
      ? html`<lb-progress what="Reading the entry"></lb-progress>`
      : html`<lb-failure .error=${failure} .what=${"The form cannot be shown"}></lb-failure>`;
  }

  override render(): TemplateResult {
    const {opened, fresh, conflict} = this;
    const {value: joined} = this.#joined;
    const type = this.#type();
    const known = this.#known();
    const context = type && known && this.#valued.of(known, type, this.workspace);
    // a form without its context would draw other controls, and lose the focus when it comes
    if (!context || (!joined && toReferenceFields(type).length > 0)) return this.#renderWaiting();
    return html`${
        conflict
          ? renderConflict(conflict, type.schema, (prefer) => this.#onResolve(conflict, prefer))
          : nothing
      }
      <div class="sides">
        <lb-form
          .schema=${type.schema}
          .keyField=${type.keyField}
          .fields=${opened?.fields ?? fresh}
          .tags=${opened?.tags ?? []}
          .references=${joined?.references ?? {}}
          .computed=${joined?.computed ?? {}}
          .context=${context}
          .revision=${opened?.revision}
          .draftKey=${opened ? `entry/${opened.id}` : `new/${type.name}`}
          .saveLabel=${this.saveLabel}
          .busy=${this.busy}
          .failure=${this.failure}
          .refused=${this.refused}
          @lb-save=${(event: FormSaveEvent) => this.#onSave(event)}
          @lb-cancel=${() => this.dispatchEvent(new Event("lb-cancel"))}
          @lb-input=${({fields}: FormInputEvent) => (this.typed = fields)}
        ></lb-form>
        ${this.workspace ? this.#renderTwins(this.workspace, type) : nothing}
      </div>`;
  }
}

/** What is taken, at the first of the fields that are unique together. */
function toRefused({fields, holder}: UniqueError): Problems {
  const others = fields.length > 1 ? ` with ${fields.slice(1).map(toLabel).join(", ")}` : "";
  return new Map([[fields[0]!, `is that of “${holder.title}” already${others}`]]);
}

function toBase({fields, tags, revision}: Entry) {
  return {fields, tags, revision};
}

customElements.define("lb-entry-form", LbEntryForm);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entry-form": LbEntryForm;
  }
  interface HTMLElementEventMap {
    "lb-saved": EntrySavedEvent;
  }
}
