import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {Entry, EntryType, Store, Workspace} from "../src/index.ts";
import {formatEntries} from "./count-entries.ts";
import {Follow} from "./follow.ts";
import type {Label, LabelLayout} from "./label-sheet.ts";
import {LABEL_LAYOUTS, renderSheets, toLayout} from "./label-sheet.ts";
import {labelStyles} from "./label-styles.ts";
import "./lb-failure.ts";
import {entryHref} from "./links.ts";
import {LongWork} from "./long-work.ts";
import {printSheets} from "./print-sheets.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** Entries of one type to choose labels from. */
const MAX_ENTRIES = 1000;
/** The setting with the address that codes begin with. */
const BASE_SETTING = "label-base";

/** Labels with QR codes to print: which entries, on which sheets. A code holds the entry's address, the text its short one. */
export class LbLabels extends WorkspaceElement {
  static override styles = [baseStyles, controlStyles, labelStyles];
  static override properties = {
    ...WorkspaceElement.properties,
    types: {attribute: false},
    type: {state: true},
    text: {state: true},
    left: {state: true},
    layout: {state: true},
    skip: {state: true},
    base: {state: true}
  };

  /** The types to choose from; all where none is named. */
  declare types: readonly string[];
  declare protected type: string;
  declare protected text: string;
  /** The entries that get no label. */
  declare protected left: ReadonlySet<string>;
  declare protected layout: LabelLayout;
  /** Labels of the first sheet that are used up. */
  declare protected skip: number;
  /** What the codes begin with; undefined for this site's own address. */
  declare protected base: string | undefined;
  readonly #types = new Follow<EntryType[]>(this);
  readonly #entries = new Follow<Entry[]>(this);
  readonly #work = new LongWork(this);
  readonly #base = new Follow<string>(this, (base) => (this.base ??= base));

  constructor() {
    super();
    this.types = [];
    this.type = "";
    this.text = "";
    this.left = new Set();
    this.layout = LABEL_LAYOUTS[0]!;
    this.skip = 0;
  }

  override willUpdate(): void {
    const {workspace, text} = this;
    if (!workspace || workspace.storeFailure !== undefined) return;
    const {store} = workspace;
    this.#types.follow(store, () => store.live(() => readTypes(store, this.types)));
    this.#base.follow(store, () => store.live(() => store.settings.get(BASE_SETTING, "")));
    const type = this.#type;
    if (type === undefined) return;
    const query = {type, text, sort: {by: "title"}, limit: MAX_ENTRIES} as const;
    this.#entries.follow(`${type} ${text}`, () =>
      store.live(async () => (await store.entries.page(query)).entries)
    );
  }

  get #type(): string | undefined {
    const types = this.#types.value ?? [];
    return (types.find(({name}) => name === this.type) ?? types[0])?.name;
  }

  #toggle(id: string): void {
    const left = new Set(this.left);
    if (!left.delete(id)) left.add(id);
    this.left = left;
  }

  #setBase(store: Store, base: string): void {
    this.base = base.trim();
    const {base: kept} = this;
    const words = {what: "Keeping the address", failed: "The address is not kept", canRetry: true};
    void this.#work.run(words, () => store.settings.set(BASE_SETTING, kept));
  }

  #toLabel(entry: Entry): Label {
    const base = this.base || document.baseURI;
    const address = `${entry.type}/${entry.slug}`;
    const href = URL.canParse(base) ? new URL(entryHref(entry), base).href : entryHref(entry);
    return {title: entry.title, address, detail: "", href};
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const error = workspace.storeFailure ?? this.#types.error ?? this.#entries.error;
    if (error !== undefined)
      return html`<lb-failure what="Labels cannot be made." .error=${error}></lb-failure>`;
    const entries = this.#entries.value;
    if (!this.#types.value || (this.#type !== undefined && !entries))
      return html`<p class="muted" role="status">Reading the entries …</p>`;
    const chosen = (entries ?? []).filter(({id}) => !this.left.has(id));
    const skip = Math.min(this.skip, this.layout.columns * this.layout.rows - 1);
    const sheets = renderSheets(
      chosen.map((entry) => this.#toLabel(entry)),
      this.layout,
      skip
    );
    return html`${this.#renderTools(workspace.store)} ${this.#renderList(entries ?? [])}
      <div class="row tools">
        <button
          class="primary"
          ?disabled=${chosen.length === 0}
          @click=${() => printSheets(sheets, this.layout.page)}
        >
          Print ${chosen.length} ${chosen.length === 1 ? "label" : "labels"}
        </button>
        <span class="muted">${sheets.length} ${sheets.length === 1 ? "sheet" : "sheets"}</span>
      </div>
      ${
        chosen.length === 0
          ? nothing
          : html`<div class="preview" tabindex="0" role="region" aria-label="The first sheet">
              ${sheets[0]}
            </div>`
      }`;
  }

  #renderTools(store: Store): TemplateResult {
    const {layout} = this;
    const number = (
      label: string,
      value: number,
      min: number,
      set: (value: number) => void
    ): TemplateResult =>
      html`<label
        >${label}<input
          type="number"
          min=${min}
          max="40"
          .value=${String(value)}
          @change=${(event: Event) => {
            const {valueAsNumber} = event.target as HTMLInputElement;
            if (Number.isInteger(valueAsNumber) && valueAsNumber >= min)
              set(Math.min(40, valueAsNumber));
          }}
      /></label>`;
    return html`<div class="row tools">
      <label
        >Type<select
          @change=${(event: Event) => (this.type = (event.target as HTMLSelectElement).value)}
        >
          ${this.#types.value!.map(({name, plural}) => html`<option value=${name} ?selected=${name === this.#type}>${plural}</option>`)}
        </select></label
      >
      <label
        >With the words<input
          type="search"
          .value=${this.text}
          @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
      /></label>
      <label
        >Sheet<select
          @change=${(event: Event) =>
            (this.layout = LABEL_LAYOUTS[(event.target as HTMLSelectElement).selectedIndex]!)}
        >
          ${LABEL_LAYOUTS.map(({name}) => html`<option ?selected=${name === layout.name}>${name}</option>`)}
        </select></label
      >
      ${number("Columns", layout.columns, 1, (columns) => (this.layout = toLayout(layout, columns, layout.rows)))}
      ${number("Rows", layout.rows, 1, (rows) => (this.layout = toLayout(layout, layout.columns, rows)))}
      ${number("Used up", this.skip, 0, (skip) => (this.skip = skip))}
      <label class="base"
        >Codes lead to<input
          type="url"
          placeholder=${document.baseURI}
          .value=${this.base ?? ""}
          @change=${(event: Event) => this.#setBase(store, (event.target as HTMLInputElement).value)}
      /></label>
      ${this.#work.render()}
    </div>`;
  }

  #renderList(entries: readonly Entry[]): TemplateResult {
    const count = entries.filter(({id}) => !this.left.has(id)).length;
    return html`<div class="row">
        <span class="muted">${count} of ${formatEntries(entries.length)}</span>
        <button class="quiet" @click=${() => (this.left = new Set())}>All</button>
        <button class="quiet" @click=${() => (this.left = new Set(entries.map(({id}) => id)))}>
          None
        </button>
      </div>
      <ul class="list" aria-label="Entries that get a label">
        ${entries.map(
          ({id, title}) =>
            html`<li>
              <label
                ><input
                  type="checkbox"
                  .checked=${!this.left.has(id)}
                  @change=${() => this.#toggle(id)}
                />${title}</label
              >
            </li>`
        )}
      </ul>`;
  }
}

async function readTypes(store: Store, names: readonly string[]): Promise<EntryType[]> {
  const types = (await store.types.list()).filter(({abstract}) => !abstract);
  const order = (type: EntryType): number => names.indexOf(type.name);
  return names.length === 0
    ? types
    : types.filter((type) => order(type) >= 0).sort((a, b) => order(a) - order(b));
}

customElements.define("lb-labels", LbLabels);

declare global {
  interface HTMLElementTagNameMap {
    "lb-labels": LbLabels;
  }
}
