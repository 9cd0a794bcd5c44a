import type {PropertyValues, TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {QueryResult, Workspace} from "../src/index.ts";
import {QueryError, isAbortError, toMessage} from "../src/index.ts";
import {readDraft, writeDraft} from "./console-draft.ts";
import {consoleStyles} from "./console-styles.ts";
import type {ExampleQuery} from "./example-queries.ts";
import {toExamples} from "./example-queries.ts";
import {formatCount, formatCounted, formatDuration} from "./format-value.ts";
import type {RunEvent} from "./lb-sql-editor.ts";
import type {LbSqlEditor} from "./lb-sql-editor.ts";
import {readPageQuery, writePageQuery} from "./page-query.ts";
import type {SqlTable} from "./sql-schema.ts";
import {readKeptTables, toSqlTables} from "./sql-schema.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import {WorkspaceElement} from "./workspace-element.ts";
import "./lb-chart.ts";
import "./lb-export.ts";
import "./lb-failure.ts";
import "./lb-grid.ts";
import "./lb-keep-dialog.ts";
import "./lb-recent-queries.ts";
import "./lb-sql-editor.ts";

/** More rows than these are neither read nor scrolled through; an export takes all. */
export const MAX_ROWS = 1_000_000;
/** So many rows are kept without being selected one by one. */
const MAX_KEPT_ROWS = 10_000;
const TICK_MS = 100;
const RUNNING_DELAY_MS = 150;
const TABS = [
  {name: "result", label: "Result"},
  {name: "chart", label: "Chart"}
] as const;

type View = (typeof TABS)[number]["name"];

/** What became of the last run. */
type Run =
  | {readonly state: "running"; readonly sql: string; readonly start: number; readonly rows: number}
  | {readonly state: "done"; readonly sql: string; readonly result: QueryResult}
  | {readonly state: "stopped"; readonly sql: string; readonly elapsedMs: number}
  | {
      readonly state: "failed";
      readonly sql: string;
      readonly error: unknown;
      readonly offset: number | undefined;
    };

/**
 * Where SQL is asked and answered: an editor, the result as a grid and as a chart, export, recent queries, and the way
 * from rows to entries. A query in the page's address (`?sql=`) is loaded and run.
 */
export class LbConsole extends WorkspaceElement {
  static override styles = [...WorkspaceElement.styles, tabStyles, consoleStyles];
  static override properties = {
    ...WorkspaceElement.properties,
    sql: {state: true},
    run: {state: true},
    view: {state: true},
    selected: {state: true},
    tables: {state: true},
    examples: {state: true},
    elapsedMs: {state: true}
  };

  declare private sql: string;
  declare private run: Run | undefined;
  declare private view: View;
  declare private selected: readonly number[];
  declare private tables: readonly SqlTable[];
  declare private examples: readonly ExampleQuery[];
  /** Of the run that goes on; 0 while it is too young to be shown. */
  declare private elapsedMs: number;

  #stop: AbortController | undefined;
  /** The result of before, shown until there is a new one. */
  #former: QueryResult | undefined;

  constructor() {
    super();
    this.sql = readPageQuery("sql") ?? readDraft();
    this.view = "result";
    this.selected = [];
    this.tables = [];
    this.examples = [];
    this.elapsedMs = 0;
  }

  /** Puts a query into the editor; runs it too where `run` says so. */
  load(sql: string, {run = false} = {}): void {
    this.sql = sql;
    writeDraft(sql);
    if (run) void this.#run(sql, 0);
    else void this.updateComplete.then(() => this.#editor?.focus());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("workspace") || !this.workspace) return;
    void this.#readTables(this.workspace);
    const asked = readPageQuery("sql");
    if (asked !== undefined) void this.#run(asked, 0);
  }

  get #editor(): LbSqlEditor | null {
    return this.renderRoot.querySelector("lb-sql-editor");
  }

  get #result(): QueryResult | undefined {
    return this.run?.state === "done" ? this.run.result : this.#former;
  }

  async #readTables(workspace: Workspace): Promise<void> {
    try {
      const catalogue = await workspace.catalogue();
      this.examples = catalogue.tables.length > 0 ? toExamples(catalogue) : [];
      this.tables = toSqlTables(catalogue);
      this.tables = [...this.tables, ...(await readKeptTables(workspace))];
    } catch {
      // a lake that does not open says so where it is asked; the editor then offers words only
    }
  }

  async #run(sql: string, from: number): Promise<void> {
    const {workspace} = this;
    if (!workspace) return;
    this.#stop?.abort();
    const {signal} = (this.#stop = new AbortController());
    this.#former = this.#result;
    const start = performance.now();
    this.run = {state: "running", sql, start, rows: 0};
    this.elapsedMs = 0;
    const clock = setInterval(() => this.#tick(start), TICK_MS);
    try {
      const result = await workspace.query(sql, {
        signal,
        maxRows: MAX_ROWS,
        onProgress: (rows) => {
          if (this.run?.state === "running" && !signal.aborted) this.run = {...this.run, rows};
        }
      });
      signal.throwIfAborted();
      this.selected = [];
      this.run = {state: "done", sql, result};
      writePageQuery({sql});
      this.#remember(sql, {rows: result.numRows, elapsedMs: result.elapsedMs});
    } catch (error) {
      if (signal.aborted || isAbortError(error)) {
        if (this.#stop.signal === signal)
          this.run = {state: "stopped", sql, elapsedMs: performance.now() - start};
        return;
      }
      const offset = error instanceof QueryError ? error.offset : undefined;
      this.run = {
        state: "failed",
        sql,
        error,
        offset: offset === undefined ? undefined : offset + from
      };
      this.#remember(sql, {error: toMessage(error)});
    } finally {
      clearInterval(clock);
    }
  }

  #tick(start: number): void {
    const elapsedMs = performance.now() - start;
    if (elapsedMs >= RUNNING_DELAY_MS) this.elapsedMs = elapsedMs;
  }

  #remember(sql: string, outcome: {rows?: number; elapsedMs?: number; error?: string}): void {
    if (this.workspace!.storeFailure) return;
    // that a query was run is worth no alarm where storage is full
    void this.workspace!.store.queries.add(sql, outcome).catch(() => undefined);
  }

  readonly #onInput = (): void => {
    this.sql = this.#editor!.value;
    writeDraft(this.sql);
    // the address holds what was run; after a reload the text wins that is being written
    writePageQuery({sql: undefined});
  };

  #keep(): void {
    void this.renderRoot.querySelector("lb-keep-dialog")!.open();
  }

  /** The rows that the button keeps: those that are selected, else all where they are not too many. */
  #keptRows({numRows}: QueryResult): readonly number[] {
    if (this.selected.length > 0) return this.selected;
    return numRows <= MAX_KEPT_ROWS ? Array.from({length: numRows}, (_, i) => i) : [];
  }

  #renderStatus(): TemplateResult | typeof nothing {
    const {run} = this;
    switch (run?.state) {
      case undefined:
        return nothing;
      case "running":
        if (this.elapsedMs === 0) return nothing;
        return html`<span
          >Running,
          ${formatDuration(this.elapsedMs)}${
            run.rows > 0 ? `, ${formatCounted(run.rows, "row")}` : nothing
          }</span
        >`;
      case "done":
        return html`<span
          >${formatCounted(run.result.numRows, "row")} in
          ${formatDuration(run.result.elapsedMs)}</span
        >`;
      case "stopped":
        return html`<span>Stopped after ${formatDuration(run.elapsedMs)}</span>`;
      case "failed":
        return html`<span>Failed</span>`;
    }
  }

  #renderToolbar(): TemplateResult {
    const isRunning = this.run?.state === "running";
    const result = this.#result;
    const sql = this.run?.sql ?? "";
    return html`<div class="toolbar row">
      <button
        class="primary"
        @click=${() => this.#editor!.run()}
        ?disabled=${this.sql.trim() === ""}
      >
        Run
      </button>
      ${isRunning ? html`<button @click=${() => this.#stop?.abort()}>Cancel</button>` : nothing}
      <span class="muted number" role="status">${this.#renderStatus()}</span>
      <span class="row spread">
        <span class="muted keys">Ctrl+Enter runs; Esc, then Tab leaves the editor</span>
        <lb-recent-queries
          .workspace=${this.workspace}
          @lb-load=${({sql: text}: {sql: string} & Event) => this.load(text)}
        ></lb-recent-queries>
        ${
          result
            ? html`<lb-export
                .result=${result}
                .name=${result.provenance?.table ?? "result"}
                .getAll=${(signal: AbortSignal) => this.workspace!.query(sql, {signal})}
              ></lb-export>`
            : nothing
        }
      </span>
    </div>`;
  }

  #renderError(error: unknown, offset: number | undefined): TemplateResult {
    const place = offset === undefined ? undefined : this.#editor?.placeOf(offset);
    return html`<lb-failure .error=${error} what="The query failed"></lb-failure> ${
        place
          ? html`<button class="place" @click=${() => this.#editor!.goTo(offset!)}>
              Go to line ${place.line}, column ${place.column}
            </button>`
          : nothing
      }`;
  }

  #renderKeep(result: QueryResult): TemplateResult {
    const rows = this.#keptRows(result);
    const all = this.selected.length === 0 && rows.length > 0 ? "all " : "";
    const label =
      rows.length > 0
        ? `Keep ${all}${formatCounted(rows.length, "row")} as entries`
        : "Keep rows as entries";
    const hint =
      result.numRows === 0
        ? "There are no rows to keep"
        : "Select rows by their numbers to keep them as entries";
    return html`<button
      ?disabled=${rows.length === 0}
      title=${rows.length === 0 ? hint : nothing}
      @click=${() => this.#keep()}
    >
      ${label}
    </button>`;
  }

  #renderResult(result: QueryResult): TemplateResult {
    return html`<div class="row bar">
        ${renderTabs("Views of the result", TABS, this.view, (name) => (this.view = name))}
        <span class="spread">${this.#renderKeep(result)}</span>
      </div>
      ${
        result.complete
          ? nothing
          : html`<p class="notice">
              These are the first ${formatCount(result.numRows)} rows; there are more. An export
              takes all of them.
            </p>`
      }
      <div
        role="tabpanel"
        id="panel"
        aria-labelledby="tab-${this.view}"
        class=${this.run?.state === "running" ? "stale" : ""}
      >
        ${
          this.view === "result"
            ? html`<lb-grid
                selectable
                .result=${result}
                @lb-selection=${({rows}: {rows: readonly number[]} & Event) => (this.selected = rows)}
              ></lb-grid>`
            : html`<lb-chart .result=${result}></lb-chart>`
        }
      </div>
      <lb-keep-dialog
        .workspace=${this.workspace}
        .result=${result}
        .rows=${this.#keptRows(result)}
      ></lb-keep-dialog>`;
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="empty">
      <p>Ask the lake a question in SQL. Some to begin with:</p>
      <div class="row">
        ${this.examples.map(
          ({title, sql}) =>
            html`<button title=${sql} @click=${() => this.load(sql, {run: true})}>${title}</button>`
        )}
      </div>
    </div>`;
  }

  protected override renderWorkspace(): TemplateResult {
    const {run} = this;
    const result = this.#result;
    const mark =
      run?.state === "failed" && run.offset !== undefined
        ? {offset: run.offset, message: toMessage(run.error)}
        : undefined;
    return html`<lb-sql-editor
        .value=${this.sql}
        .tables=${this.tables}
        .mark=${mark}
        @input=${this.#onInput}
        @lb-run=${({sql, from}: RunEvent) => void this.#run(sql, from)}
      ></lb-sql-editor>
      ${this.#renderToolbar()}
      ${run?.state === "failed" ? this.#renderError(run.error, run.offset) : nothing}
      ${result && run?.state !== "failed" ? this.#renderResult(result) : nothing}
      ${!run && this.examples.length > 0 ? this.#renderEmpty() : nothing}`;
  }
}

customElements.define("lb-console", LbConsole);

declare global {
  interface HTMLElementTagNameMap {
    "lb-console": LbConsole;
  }
}
