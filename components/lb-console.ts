import type {PropertyValues, TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {QueryResult, Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {readDraft, writeDraft} from "./console-draft.ts";
import {consoleStyles} from "./console-styles.ts";
import type {ExampleQuery} from "./example-queries.ts";
import {toExamples} from "./example-queries.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import type {LbSqlEditor, RunEvent} from "./lb-sql-editor.ts";
import {readPageQuery, writePageQuery} from "./page-query.ts";
import {QueryRun, toPlace} from "./query-run.ts";
import {toRunStatus} from "./run-status.ts";
import type {SelectionEvent} from "./selection-event.ts";
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

/** So many rows are kept without being selected one by one. */
const MAX_KEPT_ROWS = 10_000;
const TABS = [
  {name: "result", label: "Result"},
  {name: "chart", label: "Chart"}
] as const;

type View = (typeof TABS)[number]["name"];

/**
 * Where SQL is asked and answered: an editor, the result as a grid and as a chart, export, recent queries, and the way
 * from rows to entries. A query in the page's address (`?sql=`) is loaded and run.
 */
export class LbConsole extends WorkspaceElement {
  static override styles = [...WorkspaceElement.styles, tabStyles, consoleStyles];
  static override properties = {
    ...WorkspaceElement.properties,
    sql: {state: true},
    view: {state: true},
    selected: {state: true},
    tables: {state: true},
    examples: {state: true}
  };

  declare private sql: string;
  declare private view: View;
  /** Rows of the result. */
  declare private selected: readonly number[];
  declare private tables: readonly SqlTable[];
  declare private examples: readonly ExampleQuery[];

  readonly #run = new QueryRun(this, ({sql}) => {
    this.selected = [];
    writePageQuery({sql});
  });

  constructor() {
    super();
    this.sql = readPageQuery("sql") ?? readDraft();
    this.view = "result";
    this.selected = [];
    this.tables = [];
    this.examples = [];
  }

  /** Puts a query into the editor; runs it too where `run` says so. */
  load(sql: string, {run = false} = {}): void {
    this.sql = sql;
    writeDraft(sql);
    if (run && this.workspace) void this.#run.start(this.workspace, sql);
    else void this.updateComplete.then(() => this.#editor?.focus());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("workspace") || !this.workspace) return;
    void this.#readTables(this.workspace);
    const asked = readPageQuery("sql");
    if (asked !== undefined) void this.#run.start(this.workspace, asked);
  }

  get #editor(): LbSqlEditor | null {
    return this.renderRoot.querySelector("lb-sql-editor");
  }

  async #readTables(workspace: Workspace): Promise<void> {
    try {
      const catalogue = await workspace.catalogue();
      this.examples = catalogue.tables.length > 0 ? toExamples(catalogue) : [];
      const tables = toSqlTables(catalogue);
      this.tables = tables;
      this.tables = [...tables, ...(await readKeptTables(workspace))];
    } catch {
      // a lake that does not open says so where it is asked; the editor then offers words only
    }
  }

  readonly #onInput = (): void => {
    this.sql = this.#editor!.value;
    writeDraft(this.sql);
    // the address holds what was run; after a reload the text wins that is being written
    writePageQuery({sql: undefined});
  };

  /** The rows that the button keeps: those that are selected, else all where they are not too many. */
  #keptRows({numRows}: QueryResult): readonly number[] {
    if (this.selected.length > 0) return this.selected;
    return numRows <= MAX_KEPT_ROWS ? Array.from({length: numRows}, (_, i) => i) : [];
  }

  #renderToolbar(workspace: Workspace): TemplateResult {
    const {state, answer} = this.#run;
    return html`<div class="toolbar row">
      <button
        class="primary"
        ?disabled=${this.sql.trim() === ""}
        @click=${() => this.#editor!.run()}
      >
        Run
      </button>
      ${
        state?.name === "running"
          ? html`<button @click=${() => this.#run.cancel()}>Cancel</button>`
          : nothing
      }
      <span class="muted number" role="status">${toRunStatus(state)}</span>
      <span class="row spread">
        <span class="muted keys">Ctrl+Enter runs; Esc, then Tab leaves the editor</span>
        <lb-recent-queries
          .workspace=${workspace}
          @lb-load=${({sql}: {sql: string} & Event) => this.load(sql)}
        ></lb-recent-queries>
        ${
          answer
            ? html`<lb-export
                .result=${answer.result}
                .name=${answer.result.provenance?.table ?? "result"}
                .getAll=${(signal: AbortSignal) => workspace.query(answer.sql, {signal})}
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

  #renderKeep(workspace: Workspace, result: QueryResult): TemplateResult {
    const rows = this.#keptRows(result);
    const all = this.selected.length === 0 ? "all " : "";
    const isNone = rows.length === 0;
    const label = isNone ? "Keep rows" : `Keep ${all}${formatCounted(rows.length, "row")}`;
    const hint =
      result.numRows === 0
        ? "There are no rows to keep"
        : "Select rows by their numbers to keep them as entries";
    return html`<button
        class="spread"
        ?disabled=${isNone}
        title=${isNone ? hint : nothing}
        @click=${() => void this.renderRoot.querySelector("lb-keep-dialog")!.open()}
      >
        ${label} as entries
      </button>
      <lb-keep-dialog
        .workspace=${workspace}
        .result=${result}
        .rows=${rows}
        @lb-kept=${() => void this.#readTables(workspace)}
      ></lb-keep-dialog>`;
  }

  #renderAnswer(workspace: Workspace, result: QueryResult): TemplateResult {
    return html`<div class="row bar">
        ${renderTabs("Views of the result", TABS, this.view, (name) => (this.view = name))}
        ${this.#renderKeep(workspace, result)}
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
        class=${this.#run.state?.name === "running" ? "stale" : ""}
      >
        ${
          this.view === "result"
            ? html`<lb-grid
                selectable
                .result=${result}
                @lb-selection=${({rows}: SelectionEvent) => (this.selected = rows)}
              ></lb-grid>`
            : html`<lb-chart .result=${result}></lb-chart>`
        }
      </div>`;
  }

  #renderExamples(): TemplateResult {
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

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {state, answer} = this.#run;
    const failed = state?.name === "failed" ? state : undefined;
    const offset = failed && toPlace(failed, this.sql);
    const mark = offset === undefined ? offset : {offset, message: toMessage(failed!.error)};
    return html`<lb-sql-editor
        .value=${this.sql}
        .tables=${this.tables}
        .mark=${mark}
        @input=${this.#onInput}
        @lb-run=${({sql, from}: RunEvent) => void this.#run.start(workspace, sql, from)}
      ></lb-sql-editor>
      ${this.#renderToolbar(workspace)}
      ${failed ? this.#renderError(failed.error, offset) : nothing}
      ${answer && !failed ? this.#renderAnswer(workspace, answer.result) : nothing}
      ${!state && this.examples.length > 0 ? this.#renderExamples() : nothing}`;
  }
}

customElements.define("lb-console", LbConsole);

declare global {
  interface HTMLElementTagNameMap {
    "lb-console": LbConsole;
  }
}
