import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Entry, EntryType, Fields, Store} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import type {FormSaveEvent} from "./form-events.ts";
import {toDefaults} from "./form-field.ts";
import {formatField} from "./format-field.ts";
import {getOwn} from "./get-own.ts";
import "./lb-failure.ts";
import "./lb-form.ts";
import type {LbForm} from "./lb-form.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import type {Conflict, Saved} from "./save-entry.ts";
import {addEntry, isConflict, saveEntry} from "./save-entry.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/** An entry was written. */
export class EntrySavedEvent extends Event {
  readonly entry: Entry;

  constructor(entry: Entry) {
    super("lb-saved");
    this.entry = entry;
  }
}

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
    css`
      :host {
        display: block;
      }
      .conflict {
        margin: var(--lb-3) 0;
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-warning);
        background: var(--lb-bg-alt);
      }
      td {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    entry: {attribute: false},
    initial: {attribute: false},
    saveLabel: {},
    busy: {state: true},
    failure: {state: true},
    conflict: {state: true},
    opened: {state: true},
    fresh: {state: true}
  };

  declare store: Store;
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

  constructor() {
    super();
    this.saveLabel = "Save";
    this.busy = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("entry") && this.entry?.id !== this.opened?.id) this.opened = this.entry;
    if (changed.has("initial") || changed.has("type"))
      this.fresh = this.initial && {...toDefaults(this.type.schema), ...this.initial};
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#form().focus());
  }

  #form(): LbForm {
    return this.renderRoot.querySelector("lb-form")!;
  }

  async #write(work: () => Promise<Saved | Conflict>, save: FormSaveEvent): Promise<void> {
    this.busy = true;
    this.failure = this.conflict = undefined;
    try {
      const outcome = await work();
      if (isConflict(outcome)) this.conflict = {...outcome, save};
      else this.#onWritten(outcome);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  #onWritten({entry, group}: Saved): void {
    const {store} = this;
    const isNew = this.opened === undefined;
    this.#form().done();
    if (group !== null)
      offerUndo({
        store,
        groups: [group],
        message: `“${entry.title}” ${isNew ? "added" : "changed"}`
      });
    this.dispatchEvent(new EntrySavedEvent(entry));
  }

  #onSave(event: FormSaveEvent): void {
    const {store, type, opened} = this;
    const {fields, tags} = event;
    const base = event.base ?? (opened && toBase(opened));
    void this.#write(
      () =>
        opened && base
          ? saveEntry(store, opened.id, {fields, tags, base})
          : addEntry(store, type, fields, tags),
      event
    );
  }

  #onResolve({theirs, save}: NonNullable<typeof this.conflict>, prefer: "mine" | "theirs"): void {
    const {fields, tags, base = toBase(theirs)} = save;
    void this.#write(() => saveEntry(this.store, theirs.id, {fields, tags, base}, prefer), save);
  }

  #renderConflict(): TemplateResult | typeof nothing {
    const {conflict} = this;
    if (!conflict) return nothing;
    const {names, mine, theirs} = conflict;
    const {properties} = this.type.schema;
    return html`<div class="conflict" role="alert">
      <p>
        <strong>This entry was changed elsewhere while you edited it.</strong> Nothing was written
        yet.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Yours</th>
            <th scope="col">The other</th>
          </tr>
        </thead>
        <tbody>
          ${names.map(
            (name) =>
              html`<tr>
                <th scope="row">${getOwn(properties, name)?.title ?? toLabel(name)}</th>
                <td>${formatField(getOwn(mine, name), getOwn(properties, name))}</td>
                <td>${formatField(getOwn(theirs.fields, name), getOwn(properties, name))}</td>
              </tr>`
          )}
        </tbody>
      </table>
      <div class="row">
        <button @click=${() => this.#onResolve(conflict, "mine")}>Save mine</button>
        <button @click=${() => this.#onResolve(conflict, "theirs")}>Take the other</button>
      </div>
    </div>`;
  }

  override render(): TemplateResult {
    const {type, opened, fresh} = this;
    return html`${this.#renderConflict()}<lb-form
        .schema=${type.schema}
        .fields=${opened?.fields ?? fresh}
        .tags=${opened?.tags ?? []}
        .revision=${opened?.revision}
        .draftKey=${opened ? `entry/${opened.id}` : `new/${type.name}`}
        .saveLabel=${this.saveLabel}
        .busy=${this.busy}
        .failure=${this.failure}
        @lb-save=${this.#onSave}
        @lb-cancel=${() => this.dispatchEvent(new Event("lb-cancel"))}
      ></lb-form>`;
  }
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
