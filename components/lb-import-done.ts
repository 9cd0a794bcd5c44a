import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Batch, ImportItem, Imports, Rollback} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import type {ImportedTable} from "./import-result.ts";
import {toImportedTables} from "./import-result.ts";
import {describeRollback} from "./import-words.ts";
import {duplicatesHref, queryHref, rawTableHref} from "./links.ts";
import {toTableQuery} from "./row-queries.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/**
 * What an import did, with the ways on: the tables, a query of each, and Undo.
 *
 * @fires lb-again - somebody wants to import more
 */
export class LbImportDone extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
        max-width: 960px;
      }
      h2 {
        font-size: 15px;
        line-height: 22px;
      }
      .scroll {
        overflow: auto;
        max-height: 50vh;
      }
      td:nth-child(-n + 2) {
        min-width: 88px;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      @media (max-width: 699px) {
        th,
        td {
          padding-inline: var(--lb-1);
        }
        td:last-child {
          white-space: normal;
        }
      }
    `
  ];
  static override properties = {
    imports: {attribute: false},
    batches: {attribute: false},
    inPlace: {attribute: false},
    undone: {state: true},
    taken: {state: true}
  };

  declare imports: Imports;
  declare batches: readonly Batch[];
  declare inPlace: readonly ImportItem[];
  /** What taking it back did; undefined while it counts. */
  declare protected undone: readonly Rollback[] | undefined;
  /** How many batches were taken back so far. */
  declare protected taken: number;
  readonly #attempt = new Attempt(this);

  constructor() {
    super();
    this.batches = [];
    this.inPlace = [];
    this.taken = 0;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  #turn(work: () => Promise<void>): Promise<void> {
    return this.#attempt.runAlone("It was not taken back wholly", work);
  }

  #undo(): Promise<void> {
    return this.#turn(async () => {
      this.taken = 0;
      const undone: Rollback[] = [];
      for (const {id} of [...this.batches].reverse()) {
        undone.push(await this.imports.rollback(id));
        this.taken = undone.length;
      }
      for (const {recipe} of this.inPlace) await this.imports.removeInPlace(recipe.target);
      this.undone = undone;
    });
  }

  #redo(): Promise<void> {
    return this.#turn(async () => {
      for (const {id} of this.batches) await this.imports.restore(id);
      this.undone = undefined;
    });
  }

  #renderUndone(undone: readonly Rollback[]): TemplateResult {
    const sum = undone.reduce(
      (all, {removed, restored, kept}) => ({
        ...all,
        removed: all.removed + removed,
        restored: all.restored + restored,
        kept: all.kept + kept
      }),
      {batch: "", removed: 0, restored: 0, kept: 0, keptKeys: []}
    );
    return html`<p role="status">Taken back: ${describeRollback(sum, true)}.</p>
      <div class="row">
        ${
          this.batches.length > 0
            ? html`<button ?disabled=${this.#attempt.isRunning} @click=${() => void this.#redo()}>
                Redo
              </button>`
            : nothing
        }
        <button @click=${() => this.dispatchEvent(new Event("lb-again"))}>Import files</button>
      </div>`;
  }

  #renderTable({target, files, what}: ImportedTable): TemplateResult {
    const sql = `${toTableQuery({schema: "raw", name: target})}\nlimit 100`;
    const [first] = files;
    return html`<tr>
      <td><a href=${rawTableHref(target)}>raw.${target}</a></td>
      <td title=${files.join("\n")}>
        ${files.length === 1 ? first : formatCounted(files.length, "file")}
      </td>
      <td>${what}</td>
      <td>
        <a href=${queryHref(sql)}>Query it</a> ·
        <a href=${duplicatesHref(`raw.${target}`)} aria-label="Look for duplicates in raw.${target}"
          >Look for duplicates</a
        >
      </td>
    </tr>`;
  }

  #renderDone(): TemplateResult {
    const {batches, inPlace} = this;
    const busy = this.#attempt.isRunning;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Imported tables">
        <table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">File</th>
              <th scope="col">Rows</th>
              <th scope="col"><span class="visually-hidden">Ways on</span></th>
            </tr>
          </thead>
          <tbody>
            ${toImportedTables(batches, inPlace).map((table) => this.#renderTable(table))}
          </tbody>
        </table>
      </div>
      <div class="row">
        <button class="primary" @click=${() => this.dispatchEvent(new Event("lb-again"))}>
          Import more
        </button>
        <button ?disabled=${busy} @click=${() => void this.#undo()}>Undo</button>
        <a href="./batches.html">All batches</a>
        ${
          busy
            ? html`<span class="muted" role="status">
                Taking back ${formatCount(this.taken)} of ${formatCount(batches.length)} …
              </span>`
            : nothing
        }
      </div>`;
  }

  #describe(): string {
    const {batches, inPlace} = this;
    const targets = toImportedTables(batches, []).length;
    const fresh = batches.reduce((sum, {counts}) => sum + counts.added, 0);
    const said = [
      batches.length > 0 &&
        `${formatCounted(fresh, "new row")} in ${formatCounted(targets, "table")}`,
      inPlace.length > 0 && `${formatCounted(inPlace.length, "table")} in place`
    ];
    return said.filter((text) => text !== false).join(", ");
  }

  override render(): TemplateResult {
    const {undone} = this;
    return html`<h2 tabindex="-1">${undone ? "Import taken back" : this.#describe()}</h2>
      ${undone ? this.#renderUndone(undone) : this.#renderDone()} ${this.#attempt.render()}`;
  }
}

customElements.define("lb-import-done", LbImportDone);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-done": LbImportDone;
  }
}
