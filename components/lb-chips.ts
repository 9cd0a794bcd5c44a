import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-work.ts";
import {baseStyles} from "./styles.ts";

/** How things are, in few words: what is computed, how much is in the lake, what left this machine. */
export class LbChips extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        gap: var(--lb-3);
        font-size: var(--lb-size-small);
        white-space: nowrap;
      }
      a,
      span {
        color: var(--lb-text-muted);
      }
      .bad {
        color: var(--lb-danger);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    failure: {attribute: false},
    lake: {state: true},
    lakeProblem: {state: true},
    requests: {state: true}
  };

  declare workspace: Workspace | undefined;
  /** What kept the workspace from opening. */
  declare failure: unknown;
  declare protected lake: {readonly tables: number; readonly rows: number} | undefined;
  declare protected lakeProblem: string;
  /** Requests that this page made to another host; 0 is what Lakebook promises. */
  declare protected requests: number;
  readonly #observer = new PerformanceObserver((list) => this.#count(list.getEntries()));

  constructor() {
    super();
    this.lakeProblem = "";
    this.requests = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe({type: "resource", buffered: true});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("workspace") && this.workspace) void this.#readLake(this.workspace);
  }

  async #readLake(workspace: Workspace): Promise<void> {
    try {
      const [{tables: built}, imported] = await Promise.all([
        workspace.catalogue(),
        workspace.storeFailure === undefined ? workspace.imports.tables() : []
      ]);
      const tables = [...built, ...imported];
      this.lake = {
        tables: tables.length,
        rows: tables.reduce((sum, {rows}) => sum + (rows ?? 0), 0)
      };
    } catch (error) {
      this.lakeProblem = toMessage(error);
    }
  }

  #count(entries: readonly PerformanceEntry[]): void {
    const foreign = entries.filter(
      ({name}) => /^https?:/.test(name) && new URL(name).origin !== location.origin
    );
    if (foreign.length > 0) this.requests += foreign.length;
  }

  #renderLake(): TemplateResult | typeof nothing {
    const {lake, lakeProblem, failure} = this;
    if (failure !== undefined || lakeProblem)
      return html`<a class="bad" href="./lake.html" title=${lakeProblem || toMessage(failure)}
        >lake: not open</a
      >`;
    if (!lake) return nothing;
    return html`<a href="./lake.html"
      >${formatCounted(lake.tables, "table")}, ${formatCounted(lake.rows, "row")}</a
    >`;
  }

  override render(): TemplateResult {
    const {requests} = this;
    return html`<lb-work .workspace=${this.workspace}></lb-work>${this.#renderLake()}<span
        class=${requests > 0 ? "bad" : ""}
        title="Counted by this page since it was opened"
        >${formatCount(requests)} requests to other hosts</span
      >`;
  }
}

customElements.define("lb-chips", LbChips);

declare global {
  interface HTMLElementTagNameMap {
    "lb-chips": LbChips;
  }
}
