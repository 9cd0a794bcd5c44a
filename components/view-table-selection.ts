import type {QueryResult} from "../src/index.ts";
import {toToggled} from "./select-event.ts";
import {idOf, toIds} from "./view-row.ts";
import type {ViewLines} from "./view-rows.ts";

/** The lines of a table of entries, and which of their entries are selected. */
export interface SelectableLines {
  /** The rows with their keys. */
  readonly result: QueryResult;
  readonly lines: ViewLines;
  readonly selected: ReadonlySet<string>;
}

export function isAllSelected({result, selected}: SelectableLines): boolean {
  return result.numRows > 0 && selected.size >= result.numRows;
}

/** All entries, or none where all are selected. */
export function toggleAll(view: SelectableLines): Set<string> {
  return new Set(isAllSelected(view) ? [] : toIds(view.result));
}

/** The entries from one line to another turned to what the last of them is not now. */
export function toggleLines(view: SelectableLines, from: number, to: number): Set<string> {
  const at = view.lines.at(to);
  const isOn = at.kind === "row" && !view.selected.has(idOf(view.result, at.row));
  return toToggled(view.selected, idsBetween(view, from, to), isOn);
}

/** The entries from one line to another selected too. */
export function addLines(view: SelectableLines, from: number, to: number): Set<string> {
  return toToggled(view.selected, idsBetween(view, from, to), true);
}

function idsBetween({result, lines}: SelectableLines, from: number, to: number): string[] {
  return lines.rowsBetween(from, to).map((row) => idOf(result, row));
}
