import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EntryType, QueryResult, Workspace} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {keepFormStyles, renderKeptKey, renderKeptPreview, renderKeptType} from "./keep-form.ts";
import type {KeepPlan} from "./keep-plan.ts";
import {toKeepPlan, toKeepRequest, toNames} from "./keep-plan.ts";
import {keepTableStyles} from "./keep-styles.ts";
import "./lb-keep-columns.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entriesHref} from "./links.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

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
    keepTableStyles,
    keepFormStyles,
    css`
      dialog {
        width: 760px;
      }
      h3 {
        margin: var(--lb-3) 0 var(--lb-1);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    result: {attribute: false},
    rows: {attribute: false},
    types: {state: true},
    plan: {state: true}
  };

  declare workspace: Workspace;
  declare result: QueryResult;
  /** Row numbers of the result. */
  declare rows: readonly number[];
  declare protected types: readonly EntryType[];
  declare protected plan: KeepPlan | undefined;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.rows = [];
    this.types = [];
  }

  /** Opens the dialog over the rows that are there now. */
  async open(): Promise<void> {
    await this.#work.run({what: "Reading the types", failed: "Nothing can be kept"}, async () => {
      this.plan = undefined;
      this.types = await this.workspace.store.types.list();
      const {name} = toNames(this.result.provenance?.table);
      this.#choose(this.types.find((type) => type.name === name));
    });
    await this.updateComplete;
    const dialog = this.#dialog();
    if (!dialog.open) dialog.showModal();
    this.renderRoot
      .querySelector<HTMLElement>(this.plan?.label === "" ? ".names input" : "select")
      ?.focus();
  }

  close(): void {
    this.#work.stop();
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
    if (!plan || this.#work.isRunning) return;
    const words = {what: "Keeping", noun: "rows", failed: "Nothing was kept"};
    await this.#work.run(words, async ({signal, onProgress}) => {
      const request = toKeepRequest(plan, new Set(this.types.map(({name}) => name)));
      const kept = await workspace.keep({
        ...request,
        result,
        rows,
        signal,
        onProgress: (done) => onProgress(done, rows.length)
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
    });
  }

  #onKeydown(event: KeyboardEvent): void {
    const isSave = event.key === "s" && (event.ctrlKey || event.metaKey);
    const isEnter =
      event.key === "Enter" && event.target instanceof HTMLInputElement && !event.isComposing;
    if (!isSave && !isEnter) return;
    event.preventDefault();
    void this.#keep();
  }

  #renderPlan(plan: KeepPlan): TemplateResult {
    const {types, result, rows} = this;
    const set = (change: Partial<KeepPlan>): void => this.#set(change);
    return html`${renderKeptType(plan, types, {choose: (type) => this.#choose(type), set})}
      <h3>Fields</h3>
      <lb-keep-columns
        .plan=${plan}
        .result=${result}
        .rows=${rows}
        @lb-change=${({value}: FieldChangeEvent) => set({columns: value as KeepPlan["columns"]})}
      ></lb-keep-columns>
      <h3>Title and key</h3>
      ${renderKeptKey(plan, result, set)}${renderKeptPreview(plan, result, rows)}`;
  }

  #renderButtons(): TemplateResult {
    const {rows, plan} = this;
    if (this.#work.isRunning)
      return html`<div class="buttons">${this.#work.renderProgress()}</div>`;
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
    const {plan, rows} = this;
    return html`<dialog
      aria-labelledby="heading"
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
      @cancel=${() => this.#work.stop()}
    >
      <h2 id="heading">Keep ${formatCounted(rows.length, "row")}</h2>
      ${plan ? this.#renderPlan(plan) : nothing} ${this.#work.renderFailure()}
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
