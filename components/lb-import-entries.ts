import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  EntryImport,
  EntryImportPlan,
  EntryType,
  ImportFile,
  ImportItem,
  ImportSession,
  Workspace
} from "../src/index.ts";
import {importEntries, matchColumns, planEntryImport, resolveType} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {pickFiles} from "./import-pick.ts";
import {collectDropped} from "./import-collect.ts";
import "./lb-import-mapping.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import type {WorkSigns} from "./long-work.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Brings the rows of a file into a type: columns become fields, and what is there already is changed and not doubled. */
export class LbImportEntries extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    dialogStyles,
    css`
      dialog {
        width: 720px;
      }
      .drop {
        display: grid;
        gap: var(--lb-2);
        justify-items: start;
        padding: var(--lb-4);
        border: 1px dashed var(--lb-border-strong);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-2) var(--lb-4);
        margin: var(--lb-2) 0;
      }
      ul {
        max-height: 20vh;
        overflow: auto;
        margin: var(--lb-1) 0;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    type: {attribute: false},
    items: {state: true},
    item: {state: true},
    given: {state: true},
    plan: {state: true}
  };

  declare workspace: Workspace;
  /** As it is kept, without what it extends. */
  declare type: EntryType;
  declare protected items: readonly ImportItem[];
  declare protected item: string;
  declare protected given: EntryImport | undefined;
  declare protected plan: EntryImportPlan | undefined;
  readonly #work = new LongWork(this);
  #session: ImportSession | undefined;

  constructor() {
    super();
    this.items = [];
    this.item = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#forget();
  }

  async open(): Promise<void> {
    await this.#forget();
    this.#work.forget();
    await this.updateComplete;
    this.#dialog().showModal();
  }

  close(): void {
    this.#work.stop();
    void this.#forget();
    this.#dialog().close();
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog")!;
  }

  async #forget(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.items = [];
    this.given = this.plan = undefined;
    await session?.close();
  }

  async #run(what: string, work: (signs: WorkSigns) => Promise<void>): Promise<void> {
    await this.#work.run({what, noun: "rows", failed: "Nothing was imported"}, work);
  }

  #read(files: readonly ImportFile[]): Promise<void> {
    return this.#run("Reading", async ({signal}) => {
      await this.#forget();
      this.#session = await this.workspace.imports.open(files, {signal});
      this.items = this.#session.items.filter(({refusal}) => refusal === null);
      const refused = this.#session.items.find(({refusal}) => refusal !== null);
      if (this.items.length === 0)
        throw new Error(refused?.refusal ?? "there is no table in what was given");
      await this.#choose(this.items[0]!.id, signal);
    });
  }

  async #choose(item: string, signal: AbortSignal): Promise<void> {
    this.item = item;
    const {store} = this.workspace;
    const types = new Map((await store.types.list()).map((type) => [type.name, type]));
    const resolved = resolveType(this.type, types);
    const result = await this.#session!.rows(item, {signal});
    const columns = matchColumns(result.columns, resolved);
    const isKey = (column: string): boolean => columns[column] === resolved.keyField;
    const keyColumn = (resolved.keyField !== null && result.columns.find(isKey)) || null;
    await this.#plan({result, type: this.type, columns, keyColumn}, signal);
  }

  async #plan(given: EntryImport, signal: AbortSignal): Promise<void> {
    this.given = given;
    this.plan = undefined;
    this.plan = await planEntryImport(this.workspace.store, given, signal);
  }

  #change(change: Partial<EntryImport>): Promise<void> {
    const given = {...this.given!, ...change};
    const isLeftOut = given.keyColumn !== null && given.columns[given.keyColumn] === null;
    return this.#run("Comparing", ({signal}) =>
      this.#plan(isLeftOut ? {...given, keyColumn: null} : given, signal)
    );
  }

  #import(): Promise<void> {
    const {workspace, given, plan} = this;
    return this.#run("Importing", async (signs) => {
      const {added, changed, unchanged, group} = await importEntries(
        workspace.store,
        given!,
        plan!.rows,
        signs
      );
      offerUndo({
        store: workspace.store,
        groups: [group],
        message: `${formatCounted(plan!.rows.length, "row")} imported into ${this.type.plural}: ${formatCount(added)} new, ${formatCount(changed)} changed, ${formatCount(unchanged)} the same`
      });
      this.close();
    });
  }

  async #pick(): Promise<void> {
    const picked = await pickFiles("files");
    if (picked && picked.files.length > 0) await this.#read(picked.files);
  }

  async #drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    const {files} = await collectDropped(event.dataTransfer!);
    if (files.length > 0) await this.#read(files);
  }

  #renderStart(): TemplateResult {
    return html`<div
      class="drop"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => void this.#drop(event)}
    >
      <p>CSV, JSON, a workbook, Parquet: any file that has a table in it. Drop it here, or</p>
      <button class="primary" ?disabled=${this.#work.isRunning} @click=${() => this.#pick()}>
        Choose a file
      </button>
    </div>`;
  }

  #renderChoices({result, columns, keyColumn}: EntryImport): TemplateResult {
    const included = result.columns.filter((column) => columns[column] !== null);
    return html`<div class="choices">
      ${
        this.items.length < 2
          ? nothing
          : html`<label
              >Table
              <select
                @change=${(event: Event) => {
                  const {value} = event.target as HTMLSelectElement;
                  void this.#run("Reading", ({signal}) => this.#choose(value, signal));
                }}
              >
                ${this.items.map(
                  ({id, file, inner}) =>
                    html`<option value=${id} ?selected=${id === this.item}>
                      ${inner === "" ? file : `${file}: ${inner}`}
                    </option>`
                )}
              </select></label
            >`
      }
      <label
        >Key
        <select
          @change=${(event: Event) => {
            const {value} = event.target as HTMLSelectElement;
            void this.#change({keyColumn: value === "" ? null : value});
          }}
        >
          <option value="" ?selected=${keyColumn === null}>none: told apart by all values</option>
          ${included.map(
            (column) =>
              html`<option value=${column} ?selected=${column === keyColumn}>${column}</option>`
          )}
        </select></label
      >
    </div>`;
  }

  #renderPlan({added, changed, unchanged, refused, problems}: EntryImportPlan): TemplateResult {
    return html`<p role="status">
        ${formatCount(added)} new, ${formatCount(changed)} changed, ${formatCount(unchanged)} the
        same, ${formatCount(refused)} refused.
      </p>
      ${
        refused === 0
          ? nothing
          : html`<details>
              <summary>Rows that do not fit are left out</summary>
              <ul>
                ${problems.map(({row, what}) => html`<li>row ${formatCount(row + 1)}: ${what}</li>`)}
              </ul>
            </details>`
      }`;
  }

  #renderButtons(): TemplateResult {
    if (this.#work.isRunning)
      return html`<div class="buttons">${this.#work.renderProgress()}</div>`;
    const {plan} = this;
    const count = plan?.rows.length ?? 0;
    return html`<div class="row buttons">
      ${
        plan
          ? html`<button class="primary" ?disabled=${count === 0} @click=${() => this.#import()}>
              Import ${formatCounted(count, "row")}
            </button>`
          : nothing
      }
      <button @click=${() => this.close()}>Cancel</button>
    </div>`;
  }

  override render(): TemplateResult {
    const {given, plan} = this;
    return html`<dialog aria-labelledby="heading" @cancel=${() => this.#work.stop()}>
      <h2 id="heading">Import into ${this.type.plural}</h2>
      ${
        given
          ? html`${this.#renderChoices(given)}
              <lb-import-mapping
                .plan=${given}
                @lb-change=${({value}: FieldChangeEvent) =>
                  void this.#change({columns: value as EntryImport["columns"]})}
              ></lb-import-mapping>`
          : this.#renderStart()
      }
      ${plan ? this.#renderPlan(plan) : nothing} ${this.#work.renderFailure()}
      ${this.#renderButtons()}
    </dialog>`;
  }
}

customElements.define("lb-import-entries", LbImportEntries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-entries": LbImportEntries;
  }
}
