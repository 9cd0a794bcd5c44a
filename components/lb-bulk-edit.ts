import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {BulkEdit, Entry, EntryType, Store} from "../src/index.ts";
import {editFields, editTags, findProblems, toEditedText, toLabel} from "../src/index.ts";
import {formatEntries} from "./count-entries.ts";
import {dialogStyles} from "./dialog-styles.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {toFormFields} from "./form-field.ts";
import {formatCount} from "./format-value.ts";
import "./lb-field.ts";
import type {LbField} from "./lb-field.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PREVIEWED = 20;
const TAGS = "";
const DOES = ["set", "clear", "replace"] as const;
const DO_NAMES: Readonly<Record<BulkEdit["do"], string>> = {
  set: "Set to",
  clear: "Clear",
  replace: "Find and replace",
  "add tag": "Add",
  "remove tag": "Remove"
};

const CHANGING = {what: "Changing", noun: "entries", failed: "Nothing was changed"};

/**
 * Changes one field, or the tags, of many entries: what is to be done, what it would make of the first twenty, then one
 * write with progress, which a stop takes back as a whole and Undo later.
 *
 * @fires lb-changed - the entries are changed
 */
export class LbBulkEdit extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    dialogStyles,
    css`
      dialog {
        width: 640px;
      }
      .what {
        align-items: flex-start;
      }
      lb-field {
        flex: 1 1 260px;
      }
      .preview {
        max-height: 40vh;
        margin-top: var(--lb-3);
        overflow: auto;
      }
      td {
        max-width: 220px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .new {
        background: var(--lb-bg-selected);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {attribute: false},
    ids: {state: true},
    sample: {state: true},
    target: {state: true},
    what: {state: true},
    value: {state: true},
    texts: {state: true}
  };

  declare store: Store;
  declare type: EntryType;
  declare protected ids: readonly string[];
  declare protected sample: readonly Entry[];
  /** The field's name; "" for the tags. */
  declare protected target: string;
  declare protected what: BulkEdit["do"];
  declare protected value: unknown;
  /** The texts to find and to put, or the tag. */
  declare protected texts: {readonly find: string; readonly by: string; readonly tag: string};
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.ids = this.sample = [];
    this.target = TAGS;
    this.what = "add tag";
    this.texts = {find: "", by: "", tag: ""};
  }

  async open(ids: readonly string[]): Promise<void> {
    this.ids = ids;
    this.sample = [];
    await this.#work.run({what: "Reading", failed: "The entries cannot be read"}, async () => {
      this.sample = await this.store.entries.getAll(ids.slice(0, PREVIEWED));
    });
    await this.updateComplete;
    this.renderRoot.querySelector("dialog")!.showModal();
  }

  /** What is to be done; undefined while it is not said wholly. */
  #toEdit(): BulkEdit | undefined {
    const {what, target: field, value, texts} = this;
    if (what === "add tag" || what === "remove tag") {
      const tag = texts.tag.trim();
      return tag === "" ? undefined : {do: what, tag};
    }
    if (what === "replace")
      return texts.find === "" ? undefined : {do: what, field, find: texts.find, by: texts.by};
    if (what === "set") return value === undefined ? undefined : {do: what, field, value};
    return {do: what, field};
  }

  #onTarget(event: Event): void {
    this.target = (event.target as HTMLSelectElement).value;
    this.what = this.target === TAGS ? "add tag" : "set";
    this.value = undefined;
  }

  #onText(name: keyof LbBulkEdit["texts"], event: Event): void {
    this.texts = {...this.texts, [name]: (event.target as HTMLInputElement).value};
  }

  async #run(edit: BulkEdit): Promise<void> {
    const field = this.renderRoot.querySelector<LbField>("lb-field");
    if (field && field.findMalformed().length > 0) return;
    const {store, ids} = this;
    await this.#work.run(CHANGING, async (signs) => {
      const {changed, group} = await store.entries.changeAll(
        ids,
        (entry) => editFields(edit, entry),
        {
          tags: (entry) => editTags(edit, entry),
          what: `${this.#toTitle(edit)} of ${formatEntries(ids.length)}`,
          ...signs
        }
      );
      this.renderRoot.querySelector("dialog")!.close();
      offerUndo({store, groups: [group], message: `${formatEntries(changed)} changed`});
      this.dispatchEvent(new Event("lb-changed"));
    });
  }

  #toTitle(edit: BulkEdit): string {
    const name = DO_NAMES[edit.do].toLowerCase();
    return "tag" in edit
      ? `Bulk edit: ${name} tag ${edit.tag}`
      : `Bulk edit: ${name} ${this.#label(edit.field)}`;
  }

  #label(name: string): string {
    return this.type.schema.properties[name]?.title ?? toLabel(name);
  }

  /** Fields that an entry itself has. */
  get #fields(): readonly string[] {
    return Object.entries(this.type.schema.properties)
      .filter(([, field]) => !field["x-lakebook"]?.edge && field["x-lakebook"]?.sql === undefined)
      .map(([name]) => name);
  }

  #renderWhat(): TemplateResult {
    const does: readonly BulkEdit["do"][] = this.target === TAGS ? ["add tag", "remove tag"] : DOES;
    return html`<div class="row what">
      <select aria-label="Field" @change=${(event: Event) => this.#onTarget(event)}>
        <option value=${TAGS} ?selected=${this.target === TAGS}>Tags</option>
        ${this.#fields.map(
          (name) =>
            html`<option value=${name} ?selected=${name === this.target}>
              ${this.#label(name)}
            </option>`
        )}
      </select>
      <select
        aria-label="Change"
        @change=${(event: Event) =>
          (this.what = (event.target as HTMLSelectElement).value as BulkEdit["do"])}
      >
        ${does.map(
          (one) =>
            html`<option value=${one} ?selected=${one === this.what}>${DO_NAMES[one]}</option>`
        )}
      </select>
      ${this.#renderInput()}
    </div>`;
  }

  #renderInput(): TemplateResult | typeof nothing {
    const {what, texts} = this;
    const input = (name: keyof LbBulkEdit["texts"], label: string): TemplateResult =>
      html`<input
        aria-label=${label}
        placeholder=${label}
        .value=${texts[name]}
        @input=${(event: Event) => this.#onText(name, event)}
      />`;
    if (what === "clear") return nothing;
    if (what === "replace") return html`${input("find", "Find")}${input("by", "Replace by")}`;
    if (what !== "set") return input("tag", "Tag");
    const name = this.target;
    const [field] = toFormFields({properties: {[name]: this.type.schema.properties[name]!}});
    return html`<lb-field
      .field=${field!}
      .value=${this.value}
      .path=${name}
      .problems=${this.#problems()}
      @lb-change=${({value}: FieldChangeEvent) => (this.value = value)}
    ></lb-field>`;
  }

  #problems(): ReadonlyMap<string, string> {
    const {target, value, type} = this;
    if (value === undefined) return new Map();
    const found = findProblems(type.schema, {[target]: value});
    return new Map([...found].filter(([path]) => path === target || path.startsWith(`${target}/`)));
  }

  #renderPreview(edit: BulkEdit): TemplateResult {
    const rows = this.sample.map((entry) => {
      const after = {fields: editFields(edit, entry), tags: editTags(edit, entry)};
      return {entry, before: toEditedText(edit, entry), after: toEditedText(edit, after)};
    });
    const more = this.ids.length - rows.length;
    return html`<div class="preview" role="group" tabindex="0" aria-label="Preview">
        <table>
          <thead>
            <tr>
              <th>Entry</th>
              <th>Before</th>
              <th>After</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({entry, before, after}) =>
                html`<tr>
                  <td>${entry.title}</td>
                  <td>${before || "–"}</td>
                  <td class=${before === after ? nothing : "new"}>${after || "–"}</td>
                </tr>`
            )}
          </tbody>
        </table>
      </div>
      ${more > 0 ? html`<p class="muted">and ${formatCount(more)} more</p>` : nothing}`;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.type) return nothing;
    const edit = this.#toEdit();
    const isReady = edit !== undefined && this.#problems().size === 0;
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading">Change ${formatEntries(this.ids.length)}</h2>
      ${this.#renderWhat()} ${edit ? this.#renderPreview(edit) : nothing}
      ${this.#work.renderFailure()}
      <div class="row buttons">
        ${
          this.#work.isRunning
            ? this.#work.renderProgress()
            : html`<button class="primary" ?disabled=${!isReady} @click=${() => this.#run(edit!)}>
                  Change ${formatEntries(this.ids.length)}
                </button>
                <button @click=${() => this.renderRoot.querySelector("dialog")!.close()}>
                  Cancel
                </button>`
        }
      </div>
    </dialog>`;
  }
}

customElements.define("lb-bulk-edit", LbBulkEdit);

declare global {
  interface HTMLElementTagNameMap {
    "lb-bulk-edit": LbBulkEdit;
  }
}
