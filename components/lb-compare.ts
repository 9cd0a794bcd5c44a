import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Batch, Comparison, ImportProgress, Imports, KeptFile} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {formatCount, formatCounted, formatMoment} from "./format-value.ts";
import type {RowChange} from "./import-compare.ts";
import {filterComparison} from "./import-compare.ts";
import {describeProgress} from "./import-progress.ts";
import "./lb-failure.ts";
import "./lb-grid.ts";
import "./lb-progress.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const CHANGES = ["all", "added", "removed", "changed"] as const;

/** Two versions of a file, row by row: what is added, removed, changed, with the old values beside the new ones. */
export class LbCompare extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
        grid-template-columns: minmax(0, 1fr);
      }
      .form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--lb-2) var(--lb-4);
      }
      .form label {
        display: grid;
        gap: 2px;
        min-width: 0;
      }
      select {
        max-width: min(360px, 88vw);
      }
      lb-grid {
        --lb-grid-height: max(280px, 56vh);
      }
    `
  ];
  static override properties = {
    imports: {attribute: false},
    files: {attribute: false},
    batches: {attribute: false},
    older: {state: true},
    newer: {state: true},
    inner: {state: true},
    key: {state: true},
    change: {state: true},
    comparison: {state: true},
    work: {state: true},
    failure: {state: true}
  };

  declare imports: Imports;
  declare files: readonly KeptFile[];
  declare batches: readonly Batch[];
  /** The hashes of the files that are compared. */
  declare protected older: string;
  declare protected newer: string;
  declare protected inner: string;
  /** Columns that tell rows apart, between commas. */
  declare protected key: string;
  declare protected change: RowChange | "all";
  declare protected comparison: Comparison | undefined;
  declare protected work:
    {readonly progress: ImportProgress | undefined; readonly stop: AbortController} | undefined;
  declare protected failure: unknown;

  constructor() {
    super();
    this.files = [];
    this.batches = [];
    this.older = this.newer = this.inner = this.key = "";
    this.change = "all";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.stop.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("files") || this.older !== "" || this.files.length < 2) return;
    const byAge = [...this.files].sort((a, b) => b.added - a.added);
    const target = (file: KeptFile): string | undefined =>
      this.batches.find((batch) => batch.file.sha256 === file.sha256)?.target;
    const findBefore = (file: KeptFile): KeptFile | undefined =>
      byAge
        .slice(byAge.indexOf(file) + 1)
        .find((other) => target(other) !== undefined && target(other) === target(file));
    // the newest file that has one before it of the same table
    const after = byAge.find((file) => findBefore(file) !== undefined) ?? byAge[0]!;
    const before = findBefore(after) ?? byAge[1]!;
    [this.older, this.newer] = [before.sha256, after.sha256];
    this.#guess();
  }

  /** Takes inner table and key from the batch that the newer file came in by. */
  #guess(): void {
    const batch = this.batches.find(({file}) => file.sha256 === this.newer);
    this.inner = batch?.inner ?? "";
    this.key = batch?.recipe.key.join(", ") ?? "";
  }

  async #compare(): Promise<void> {
    if (this.work) return;
    const stop = new AbortController();
    const key = this.key
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    this.failure = this.comparison = undefined;
    this.change = "all";
    this.work = {progress: undefined, stop};
    try {
      this.comparison = await this.imports.compare(this.older, this.newer, {
        signal: stop.signal,
        onProgress: (progress) => (this.work = {progress, stop}),
        ...(this.inner !== "" && {inner: this.inner}),
        ...(key.length > 0 && {key})
      });
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.work = undefined;
    }
  }

  #renderFile(label: string, value: string, set: (sha256: string) => void): TemplateResult {
    return html`<label>
      ${label}
      <select @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        ${this.files.map(
          ({sha256, path, added}) =>
            html`<option value=${sha256} ?selected=${sha256 === value}>
              ${path}, ${formatMoment(new Date(added))}
            </option>`
        )}
      </select>
    </label>`;
  }

  #renderText(
    label: string,
    value: string,
    hint: string,
    set: (text: string) => void
  ): TemplateResult {
    return html`<label>
      ${label}
      <input
        autocomplete="off"
        placeholder=${hint}
        .value=${value}
        @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  #renderForm(): TemplateResult {
    return html`<form
      class="form"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#compare();
      }}
    >
      ${this.#renderFile("Before", this.older, (sha256) => (this.older = sha256))}
      ${this.#renderFile("After", this.newer, (sha256) => {
        this.newer = sha256;
        this.#guess();
      })}
      ${this.#renderText("Table in the file", this.inner, "the only one", (text) => (this.inner = text))}
      ${this.#renderText("Key columns", this.key, "whole rows", (text) => (this.key = text))}
      <button class="primary" ?disabled=${this.older === this.newer || this.work !== undefined}>
        Compare
      </button>
      ${
        this.older === this.newer
          ? html`<span class="muted">Choose two different files.</span>`
          : nothing
      }
    </form>`;
  }

  #renderComparison(comparison: Comparison): TemplateResult {
    const {added, removed, changed, same, columnsAdded, columnsRemoved, rows} = comparison;
    const counts = {all: added + removed + changed, added, removed, changed};
    const columns = [
      columnsAdded.length > 0 && `new columns: ${columnsAdded.join(", ")}`,
      columnsRemoved.length > 0 && `columns gone: ${columnsRemoved.join(", ")}`
    ].filter((text) => text !== false);
    if (counts.all === 0 && columns.length === 0)
      return html`<p role="status">No difference: ${formatCounted(same, "row")} the same.</p>`;
    return html`<div class="row">
        <span class="row" role="group" aria-label="Which rows">
          ${CHANGES.map(
            (change) =>
              html`<button
                aria-pressed=${this.change === change}
                @click=${() => (this.change = change)}
              >
                ${change} ${formatCount(counts[change])}
              </button>`
          )}
        </span>
        <span class="muted" role="status">
          ${formatCount(same)} the same${columns.map((text) => `; ${text}`)}
        </span>
      </div>
      <lb-grid
        label="Rows that differ"
        .result=${filterComparison(rows, this.change)}
        .total=${counts[this.change]}
      ></lb-grid>`;
  }

  override render(): TemplateResult {
    const {files, work, failure, comparison} = this;
    if (files.length < 2)
      return html`<p class="muted">
        Two files that are kept are needed to compare them. Import the next version of a file, and
        see here what changed.
      </p>`;
    const progress = work && describeProgress(work.progress);
    return html`${this.#renderForm()}
    ${
      work && progress
        ? html`<lb-progress
            what=${work.progress ? progress.what : "Comparing"}
            .noun=${progress.noun}
            .done=${progress.done}
            .total=${progress.total}
            @lb-stop=${() => work.stop.abort()}
          ></lb-progress>`
        : nothing
    }
    ${
      failure === undefined
        ? nothing
        : html`<lb-failure .error=${failure} what="The files cannot be compared"></lb-failure>`
    }
    ${comparison ? this.#renderComparison(comparison) : nothing}`;
  }
}

customElements.define("lb-compare", LbCompare);

declare global {
  interface HTMLElementTagNameMap {
    "lb-compare": LbCompare;
  }
}
