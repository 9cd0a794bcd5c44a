import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Entry, EntryType, Store} from "../src/index.ts";
import {findProblems} from "../src/index.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import type {FormField} from "./form-field.ts";
import {toFormFields} from "./form-field.ts";
import {getOwn} from "./get-own.ts";
import "./lb-field.ts";
import type {LbField} from "./lb-field.ts";
import "./lb-failure.ts";
import "./lb-tag-input.ts";
import type {LbTagInput} from "./lb-tag-input.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {placePopover, popoverStyles} from "./popover.ts";
import {isConflict, saveEntry} from "./save-entry.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** What of an entry is edited: a field, or its tags. */
type Part = {readonly field: FormField} | {readonly field: undefined};

/**
 * Edits one value of an entry where it stands, with the field's own control: Enter saves, Esc leaves it as it was.
 * A value that does not fit stays open with its problem.
 *
 * @fires close - the editor is closed
 */
export class LbCellEditor extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    popoverStyles,
    css`
      [popover] {
        width: 320px;
        max-width: calc(100vw - 8px);
      }
      .buttons {
        margin-top: var(--lb-2);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    entry: {state: true},
    edited: {state: true},
    value: {state: true},
    problems: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare protected entry: Entry | undefined;
  declare protected edited: Part | undefined;
  declare protected value: unknown;
  declare protected problems: ReadonlyMap<string, string>;
  declare protected failure: unknown;
  #type: EntryType | undefined;

  constructor() {
    super();
    this.problems = new Map();
  }

  /** Opens beside a cell; `field` undefined edits the tags. */
  async open(
    type: EntryType,
    entry: Entry,
    field: string | undefined,
    anchor: DOMRect
  ): Promise<void> {
    const {properties, required} = type.schema;
    this.#type = type;
    this.entry = entry;
    this.edited =
      field === undefined
        ? {field: undefined}
        : {
            field: toFormFields({
              properties: {[field]: getOwn(properties, field) ?? {}},
              ...(required && {required: required.filter((name) => name === field)})
            })[0]!
          };
    this.value = field === undefined ? entry.tags : getOwn(entry.fields, field);
    this.problems = new Map();
    this.failure = undefined;
    await this.updateComplete;
    const popover = this.#popover;
    popover.showPopover();
    placePopover(popover, anchor);
    this.renderRoot.querySelector<HTMLElement>("lb-field, lb-tag-input")?.focus();
  }

  get #popover(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>("[popover]")!;
  }

  close(): void {
    this.#popover.hidePopover();
  }

  async #save(): Promise<void> {
    const {store, entry, edited: part} = this;
    if (!entry || !part) return;
    const field = this.renderRoot.querySelector<LbField>("lb-field");
    field?.commit();
    this.renderRoot.querySelector<LbTagInput>("lb-tag-input")?.commit();
    if (field && field.findMalformed().length > 0) return;
    const fields = {...entry.fields};
    if (part.field) {
      if (this.value === undefined) delete fields[part.field.name];
      else fields[part.field.name] = this.value;
    }
    const tags = part.field ? entry.tags : (this.value as readonly string[]);
    const name = part.field?.name;
    const found = findProblems(this.#type!.schema, fields);
    this.problems = new Map(
      [...found].filter(([path]) => path === name || path.startsWith(`${name}/`))
    );
    if (this.problems.size > 0) return;
    try {
      const base = {fields: entry.fields, tags: entry.tags, revision: entry.revision};
      const saved = await saveEntry(store, entry.id, {fields, tags, base});
      if (isConflict(saved)) {
        this.entry = saved.theirs;
        this.failure = new Error(
          "value changed elsewhere meanwhile: look at it, then save again or leave it"
        );
        return;
      }
      this.close();
      if (saved.group !== null)
        offerUndo({store, groups: [saved.group], message: `“${saved.entry.title}” changed`});
    } catch (error) {
      this.failure = error;
    }
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Element;
    const isLong = target instanceof HTMLTextAreaElement || target.closest("lb-tag-input") !== null;
    const isSave =
      event.key === "Enter" &&
      (!isLong || event.ctrlKey || event.metaKey) &&
      !event.defaultPrevented;
    if (isSave && !(target instanceof HTMLButtonElement)) {
      event.preventDefault();
      void this.#save();
    }
    event.stopPropagation();
  };

  #onToggle(event: ToggleEvent): void {
    if (event.newState !== "closed") return;
    this.edited = undefined;
    this.dispatchEvent(new Event("close"));
  }

  #renderControl(part: Part): TemplateResult {
    const onChange = ({value}: FieldChangeEvent): void => void (this.value = value);
    return part.field
      ? html`<lb-field
          .field=${part.field}
          .value=${this.value}
          .problems=${this.problems}
          .path=${part.field.name}
          @lb-change=${onChange}
        ></lb-field>`
      : html`<lb-tag-input
          .values=${this.value}
          .label=${"Tags"}
          @lb-change=${onChange}
        ></lb-tag-input>`;
  }

  override render(): TemplateResult {
    return html`<div
      popover
      role="dialog"
      aria-label="Edit ${this.edited?.field?.label ?? "tags"}"
      @keydown=${this.#onKeydown}
      @toggle=${(event: ToggleEvent) => this.#onToggle(event)}
    >
      ${this.edited ? this.#renderControl(this.edited) : nothing}
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure .error=${this.failure} .what=${"Not saved"}></lb-failure>`
      }
      <div class="row buttons">
        <button class="primary" @click=${() => this.#save()}>Save</button>
        <button class="quiet" @click=${() => this.close()}>Cancel</button>
      </div>
    </div>`;
  }
}

customElements.define("lb-cell-editor", LbCellEditor);

declare global {
  interface HTMLElementTagNameMap {
    "lb-cell-editor": LbCellEditor;
  }
}
