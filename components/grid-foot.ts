import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {formatCount, formatCounted} from "./format-value.ts";

export interface GridFoot {
  readonly rows: number;
  /** The rows that there are, where these are only the first of them. */
  readonly total: number | undefined;
  readonly columns: number;
  readonly selected: number;
  /** What was done last. */
  readonly note: string;
  readonly onClear: () => void;
}

/** The line below a grid: how much it holds, how much of it is selected, and what was done last. */
export function renderGridFoot(foot: GridFoot): TemplateResult {
  const {rows, total, columns, selected, note, onClear} = foot;
  const counted =
    total !== undefined && total !== rows
      ? `${formatCount(rows)} of ${formatCounted(total, "row")}`
      : formatCounted(rows, "row");
  return html`<div class="foot row">
    <span>${counted}, ${formatCounted(columns, "column")}</span>
    ${
      selected > 0
        ? html`<span>${formatCount(selected)} of ${formatCounted(rows, "row")} selected</span>
            <button class="quiet" @click=${onClear}>Clear selection</button>`
        : nothing
    }
    <span role="status" class="spread">${note}</span>
  </div>`;
}
