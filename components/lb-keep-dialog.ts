import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, QueryResult, Workspace} from "../src/index.ts";
import {findProblems, isAbortError, toFieldValue} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import {FIELD_KINDS, toFieldKind} from "./field-kinds.ts";
import {formatField} from "./format-field.ts";
import {formatCount} from "./format-value.ts";
import type {KeepColumn, KeepPlan} from "./keep-plan.ts";
import {toAddedFields, toKeepPlan, toKeepRequest, toNames} from "./keep-plan.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entriesHref} from "./links.ts";
import {toPlural} from "./plural.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PREVIEWED_ROWS = 5;
const PREVIEWED_COLUMNS = 4;
/** Rows that are held against the type before they are kept. */
const CHECKED_ROWS = 200;
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
      td input[type="text"] {
        width: 100%;
        min-width: 110px;
        min-height: calc(var(--lb-row) - 2px);
      }
      tr.out td:not(:first-child) {
        opacity: 0.55;
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

  #setColumn(column: string, change: Partial<KeepColumn>): void {
    const columns = this.plan!.columns.map((one) =>
      one.column === column ? {...one, ...change} : one
    );
    this.#set({columns});
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
        message: `${countOf(rows.length, "row", "rows")} kept as ${rows.length === 1 ? label : plural}: ${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(unchanged)} unchanged`,
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

  /** The fields of a row as its entry would have them. */
  #toFields({columns}: KeepPlan, row: number): Record<string, unknown> {
    const {result} = this;
    const kinds = result.kinds();
    const fields: Record<string, unknown> = {};
    result.columns.forEach((name, i) => {
      const column = columns.find((one) => one.column === name);
      if (column?.isIncluded) fields[column.field] = toFieldValue(result.value(row, i), kinds[i]);
    });
    return fields;
  }

  /** What of the rows does not fit the type that is there: they are kept all the same, and say so on their page. */
  #findMisfit(plan: KeepPlan): string | undefined {
    const {type} = plan;
    if (!type) return undefined;
    const checked = this.rows.slice(0, CHECKED_ROWS);
    let count = 0;
    let first = "";
    for (const row of checked) {
      const [problem] = findProblems(type.schema, this.#toFields(plan, row));
      if (!problem) continue;
      if (count++ === 0) first = `row ${formatCount(row + 1)}: ${problem[0]} ${problem[1]}`;
    }
    if (count === 0) return undefined;
    const of =
      checked.length < this.rows.length ? ` of the first ${formatCount(CHECKED_ROWS)}` : "";
    return `${countOf(count, "row", "rows")}${of} ${count === 1 ? "does" : "do"} not fit the type (${first}). They are kept as they are.`;
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

  #renderColumn(
    {column, field, isIncluded, schema, isFull}: KeepColumn,
    type: EntryType | undefined
  ): TemplateResult {
    const known = type?.schema.properties[field];
    const kind = FIELD_KINDS[toFieldKind(known ?? schema)].label;
    const isRequired = type ? (type.schema.required?.includes(field) ?? false) : isFull;
    const index = this.result.columns.indexOf(column);
    const kinds = this.result.kinds();
    const example = this.rows
      .slice(0, 20)
      .map((row) => formatField(toFieldValue(this.result.value(row, index), kinds[index]), schema))
      .find((text) => text !== "");
    return html`<tr class=${isIncluded ? nothing : "out"}>
      <td>
        <label class="row">
          <input
            type="checkbox"
            .checked=${isIncluded}
            @change=${(event: Event) =>
              this.#setColumn(column, {isIncluded: (event.target as HTMLInputElement).checked})}
          />
          ${column}
        </label>
      </td>
      <td>
        <input
          type="text"
          aria-label="Field of ${column}"
          .value=${field}
          ?disabled=${!isIncluded}
          @input=${(event: Event) =>
            this.#setColumn(column, {field: (event.target as HTMLInputElement).value})}
        />
      </td>
      <td>${kind}${type && !known ? html` <span class="muted">new</span>` : nothing}</td>
      <td>${isRequired ? "required" : ""}</td>
      <td class="muted" title=${example ?? nothing}>${example?.slice(0, 60)}</td>
    </tr>`;
  }

  #renderColumns({columns, type}: KeepPlan): TemplateResult {
    return html`<h3 id="fields">Fields</h3>
      <div class="scroll">
        <table aria-labelledby="fields">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Field</th>
              <th scope="col">Kind</th>
              <th scope="col"><span class="visually-hidden">Required</span></th>
              <th scope="col">For example</th>
            </tr>
          </thead>
          <tbody>
            ${columns.map((column) => this.#renderColumn(column, type))}
          </tbody>
        </table>
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
    const {type, columns, title} = plan;
    const included = columns.filter(({isIncluded}) => isIncluded);
    const first = type
      ? included.find(({field}) => field === type.titleField)
      : included.find(({column}) => column === title);
    const shown = [...new Set([...(first ? [first] : []), ...included])].slice(
      0,
      PREVIEWED_COLUMNS
    );
    const rows = this.rows.slice(0, PREVIEWED_ROWS);
    const misfit = this.#findMisfit(plan);
    return html`<h3 id="preview">
        Preview${
          this.rows.length > rows.length
            ? html` <span class="muted"
                >first ${rows.length} of ${formatCount(this.rows.length)}</span
              >`
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
            ${rows.map((row) => {
              const fields = this.#toFields(plan, row);
              return html`<tr>
                ${shown.map(({field, schema}) => html`<td>${formatField(fields[field], schema)}</td>`)}
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${misfit ? html`<p class="warning">${misfit}</p>` : nothing}`;
  }

  #renderPlan(plan: KeepPlan): TemplateResult {
    return html`${this.#renderType(plan)}${this.#renderColumns(plan)}
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
        Keep ${countOf(rows.length, "row", "rows")} as ${rows.length === 1 ? "an entry" : "entries"}
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
      <h2 id="heading">Keep ${countOf(rows.length, "row", "rows")}</h2>
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

function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
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
