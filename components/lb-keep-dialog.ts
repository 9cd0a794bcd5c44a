import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, QueryResult, Workspace} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {formatField} from "./format-field.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import type {KeepPlan} from "./keep-plan.ts";
import {toAddedFields, toKeepPlan, toKeepRequest, toNames} from "./keep-plan.ts";
import {findMisfit, toKeptValue, toPreviewed} from "./keep-preview.ts";
import "./lb-failure.ts";
import "./lb-keep-columns.ts";
import "./lb-progress.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entriesHref} from "./links.ts";
import {toPlural} from "./plural.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PREVIEWED_ROWS = 5;
const PREVIEWED_COLUMNS = 4;
const NEW_TYPE = "";

/** Rows were kept. */
export class KeptEvent extends Event {
  readonly entryType: EntryType;
  readonly ids: readonly string[];

  constructor(type: EntryType, ids: readonly string[]) {
    super("lb-kept");
    this.entryType = type;
    this.ids = ids;
  }
}

/**
 * Makes entries of rows of a result: into a type that is there or a new one, whose fields are inferred from the
 * columns. Keeping the same rows again makes none twice.
 *
 * @fires lb-kept - with the type and the ids of the entries
 */
export class LbKeepDialog extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    dialogStyles,
    css`
      dialog {
        width: 760px;
      }
      .names,
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-2) var(--lb-4);
      }
      .names label,
      .choices label {
        display: grid;
        gap: 2px;
        min-width: 0;
      }
      .choices select {
        max-width: min(320px, 100%);
      }
      .scroll {
        max-height: 38vh;
        overflow: auto;
        border-bottom: 1px solid var(--lb-border);
      }
      th {
        background: var(--lb-bg-float);
      }
      td {
        max-width: 200px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      h3 {
        margin: var(--lb-3) 0 var(--lb-1);
      }
      .warning {
        color: var(--lb-warning);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    result: {attribute: false},
    rows: {attribute: false},
    types: {state: true},
    plan: {state: true},
    work: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  declare result: QueryResult;
  /** Row numbers of the result. */
  declare rows: readonly number[];
  declare protected types: readonly EntryType[];
  declare protected plan: KeepPlan | undefined;
  declare protected work: {done: number; stop: AbortController} | undefined;
  declare protected failure: unknown;

  constructor() {
    super();
    this.rows = [];
    this.types = [];
  }

  /** Opens the dialog over the rows that are there now. */
  async open(): Promise<void> {
    this.failure = undefined;
    try {
      this.types = await this.workspace.store.types.list();
      const {name} = toNames(this.result.provenance?.table);
      this.#choose(this.types.find((type) => type.name === name));
    } catch (error) {
      this.plan = undefined;
      this.failure = error;
    }
    await this.updateComplete;
    const dialog = this.#dialog();
    if (!dialog.open) dialog.showModal();
    this.renderRoot
      .querySelector<HTMLElement>(this.plan?.label === "" ? ".names input" : "select")
      ?.focus();
  }

  close(): void {
    this.work?.stop.abort();
    this.#dialog().close();
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  #choose(type: EntryType | undefined): void {
    const {workspace, result, rows} = this;
    const {label, plural} = toNames(result.provenance?.table);
    const inferred = workspace.inferType(result, rows, "row");
    this.plan = toKeepPlan({...inferred, label, plural}, type);
  }

  #set(change: Partial<KeepPlan>): void {
    this.plan = {...this.plan!, ...change};
  }

  async #keep(): Promise<void> {
    const {workspace, result, rows, plan} = this;
    if (!plan || this.work) return;
    const stop = new AbortController();
    this.failure = undefined;
    try {
      const request = toKeepRequest(plan, new Set(this.types.map(({name}) => name)));
      this.work = {done: 0, stop};
      const kept = await workspace.keep({
        ...request,
        result,
        rows,
        signal: stop.signal,
        onProgress: (done) => (this.work = {done, stop})
      });
      const {label, plural, name} = request.type;
      const {added, changed, unchanged, group, ids} = kept;
      offerUndo({
        store: workspace.store,
        groups: [group],
        message: `${formatCounted(rows.length, "row")} kept as ${rows.length === 1 ? label : plural}: ${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(unchanged)} unchanged`,
        link: {href: entriesHref({type: name}), text: "Show them"}
      });
      this.#dialog().close();
      this.dispatchEvent(new KeptEvent(request.type, ids));
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.work = undefined;
    }
  }

  #onKeydown(event: KeyboardEvent): void {
    const isSave = event.key === "s" && (event.ctrlKey || event.metaKey);
    const isEnter =
      event.key === "Enter" && event.target instanceof HTMLInputElement && !event.isComposing;
    if (!isSave && !isEnter) return;
    event.preventDefault();
    void this.#keep();
  }

  #renderType(plan: KeepPlan): TemplateResult {
    const {type, label, plural} = plan;
    const toText = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`<div class="names">
      <label>
        Type
        <select
          @change=${(event: Event) => this.#choose(this.types.find(({name}) => name === toText(event)))}
        >
          <option value=${NEW_TYPE} ?selected=${!type}>New type</option>
          ${this.types.map(
            (one) =>
              html`<option value=${one.name} ?selected=${one.name === type?.name}>
                ${one.label}
              </option>`
          )}
        </select>
      </label>
      ${
        type
          ? nothing
          : html`<label>
                One is called
                <input
                  type="text"
                  placeholder="Freezer"
                  .value=${label}
                  @input=${(event: Event) => {
                    const {value} = event.target as HTMLInputElement;
                    // the plural follows for as long as nobody wrote another
                    const isOwn = plural !== "" && plural !== toPlural(label);
                    this.#set({label: value, plural: isOwn ? plural : value && toPlural(value)});
                  }}
                />
              </label>
              <label>
                Many are called
                <input
                  type="text"
                  placeholder="Freezers"
                  .value=${plural}
                  @input=${(event: Event) => this.#set({plural: toText(event)})}
                />
              </label>`
      }
    </div>`;
  }

  #renderChoices(plan: KeepPlan): TemplateResult {
    const {type, columns, title, key} = plan;
    const fields = columns.filter(({isIncluded}) => isIncluded);
    const apart = this.result.provenance
      ? "None: told apart by the place in the file"
      : "None: told apart by all values";
    if (type) {
      const {titleField, keyField} = type;
      return html`<p class="muted">
        Title: ${titleField} ·
        ${keyField === null ? apart : `Key: ${keyField}`}${
          toAddedFields(plan).length > 0
            ? html` · Fields added to ${type.label}: ${toAddedFields(plan).join(", ")}`
            : nothing
        }
      </p>`;
    }
    return html`<div class="choices">
      <label>
        Title
        <select
          @change=${(event: Event) => this.#set({title: (event.target as HTMLSelectElement).value})}
        >
          ${fields.map(
            ({column, field}) =>
              html`<option value=${column} ?selected=${column === title}>${field}</option>`
          )}
        </select>
      </label>
      <label>
        Key: the same value is the same entry
        <select
          @change=${(event: Event) => {
            const {selectedIndex} = event.target as HTMLSelectElement;
            this.#set({key: selectedIndex === 0 ? null : fields[selectedIndex - 1]!.column});
          }}
        >
          <option ?selected=${key === null}>${apart}</option>
          ${fields.map(
            ({column, field}) => html`<option ?selected=${column === key}>${field}</option>`
          )}
        </select>
      </label>
    </div>`;
  }

  #renderPreview(plan: KeepPlan): TemplateResult {
    const {result, rows} = this;
    const shown = toPreviewed(plan, PREVIEWED_COLUMNS);
    const first = rows.slice(0, PREVIEWED_ROWS);
    const misfit = findMisfit(plan, result, rows);
    return html`<h3 id="preview">
        Preview
        ${
          rows.length > first.length
            ? html`<span class="muted">first ${first.length} of ${formatCount(rows.length)}</span>`
            : nothing
        }
      </h3>
      <div class="scroll">
        <table aria-labelledby="preview">
          <thead>
            <tr>
              ${shown.map(({field}) => html`<th scope="col">${field}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${first.map(
              (row) =>
                html`<tr>
                  ${shown.map(
                    ({column, schema}) =>
                      html`<td>${formatField(toKeptValue(result, column, row), schema)}</td>`
                  )}
                </tr>`
            )}
          </tbody>
        </table>
      </div>
      ${misfit === undefined ? nothing : html`<p class="warning">${misfit}</p>`}`;
  }

  #renderPlan(plan: KeepPlan): TemplateResult {
    return html`${this.#renderType(plan)}
      <h3>Fields</h3>
      <lb-keep-columns
        .plan=${plan}
        .result=${this.result}
        .rows=${this.rows}
        @lb-change=${({value}: FieldChangeEvent) =>
          this.#set({columns: value as KeepPlan["columns"]})}
      ></lb-keep-columns>
      <h3>Title and key</h3>
      ${this.#renderChoices(plan)}${this.#renderPreview(plan)}`;
  }

  #renderButtons(): TemplateResult {
    const {work, rows, plan} = this;
    if (work)
      return html`<lb-progress
        class="buttons"
        what="Keeping"
        noun="rows"
        .done=${work.done}
        .total=${rows.length}
        @lb-stop=${() => work.stop.abort()}
      ></lb-progress>`;
    return html`<div class="row buttons">
      <button
        type="button"
        class="primary"
        ?disabled=${!plan || rows.length === 0}
        @click=${() => this.#keep()}
      >
        Keep ${formatCounted(rows.length, "row")} as ${rows.length === 1 ? "an entry" : "entries"}
      </button>
      <button type="button" @click=${() => this.close()}>Cancel</button>
    </div>`;
  }

  override render(): TemplateResult {
    const {plan, failure, rows} = this;
    return html`<dialog
      aria-labelledby="heading"
      @keydown=${this.#onKeydown}
      @cancel=${() => this.work?.stop.abort()}
    >
      <h2 id="heading">Keep ${formatCounted(rows.length, "row")}</h2>
      ${plan ? this.#renderPlan(plan) : nothing}
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure .error=${failure} .what=${"Nothing was kept"}></lb-failure>`
      }
      ${this.#renderButtons()}
    </dialog>`;
  }
}

customElements.define("lb-keep-dialog", LbKeepDialog);

declare global {
  interface HTMLElementTagNameMap {
    "lb-keep-dialog": LbKeepDialog;
  }
  interface HTMLElementEventMap {
    "lb-kept": KeptEvent;
  }
}
