import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {TableName} from "../src/index.ts";
import type {FirstRows} from "./first-rows.ts";
import "./lb-failure.ts";
import "./lb-grid.ts";
import {duplicatesHref} from "./links.ts";
import {QueryEvent, toTableQuery} from "./row-queries.ts";
import {renderTableLink} from "./table-link.ts";
import type {Tab} from "./tabs.ts";
import {renderTabs} from "./tabs.ts";

/** Of an element that is one table: heading, facts, tabs, and the panel of the tab that is chosen. */
export const tablePanelStyles = css`
  :host {
    display: block;
  }
  h2 {
    font-size: 15px;
    line-height: 22px;
    overflow-wrap: anywhere;
  }
  .bar {
    margin-bottom: var(--lb-1);
    border-bottom: 1px solid var(--lb-border);
  }
  [role="tablist"] {
    border: 0;
  }
  lb-grid {
    --lb-grid-height: var(--lb-panel-height, 340px);
  }
`;

export interface TablePanel<Name extends string> {
  /** As people see it. */
  readonly title: string;
  readonly table: TableName;
  readonly facts: readonly string[];
  /** What stands before the link to all tables. */
  readonly links?: TemplateResult;
  readonly tabs: readonly Tab<Name>[];
  readonly view: Name;
  readonly onView: (view: Name) => void;
}

/** The table with its panel; its buttons fire `QueryEvent` and `OpenTableEvent` at `host`. */
export function renderTablePanel<Name extends string>(
  host: EventTarget,
  {title, table, facts, links, tabs, view, onView}: TablePanel<Name>,
  panel: TemplateResult
): TemplateResult {
  return html`<div class="row">
      <h2 tabindex="-1">${title}</h2>
      <span class="muted">${facts.join(" · ")}</span>
      <span class="spread row">
        ${links ?? nothing}
        <a href=${duplicatesHref(`${table.schema}.${table.name}`)}>Duplicates</a>
        ${renderTableLink(undefined, "All tables")}
        <button @click=${() => host.dispatchEvent(new QueryEvent(toTableQuery(table)))}>
          Query all rows
        </button>
      </span>
    </div>
    <div class="bar">${renderTabs<Name>(`Views of ${title}`, tabs, view, onView)}</div>
    <div role="tabpanel" id="panel" aria-labelledby="tab-${view}">${panel}</div>`;
}

/** The first rows of a table, or how it is with them. */
export function renderFirstRows(
  {rows, failure}: FirstRows,
  {title, total, onRetry}: {title: string; total: number | undefined; onRetry: () => void}
): TemplateResult {
  if (failure !== undefined)
    return html`<lb-failure
      .error=${failure}
      what="The rows of ${title} cannot be shown"
      retry
      @retry=${onRetry}
    ></lb-failure>`;
  if (!rows) return html`<p class="muted" role="status">Reading …</p>`;
  return html`<lb-grid label="Rows of ${title}" .result=${rows} .total=${total}></lb-grid>`;
}
