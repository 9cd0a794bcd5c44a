import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {Value} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import type {GridColumns} from "./grid-columns.ts";
import type {CellPlace} from "./grid-keys.ts";

const MAX_TITLE_CHARACTERS = 1000;
const CHARACTER_PX = 6.5;
const PADDING_PX = 16;

/** The id of the active cell, wherever it is. */
export const ACTIVE_ID = "active";

/** What a cell's place on screen follows from. */
export interface CellGround {
  readonly columns: GridColumns;
  /** The width of the column before the first, which holds the row's number or its box to tick. */
  readonly keyPx: number;
  readonly active: CellPlace;
}

/** The left edge and width of the cells of a column. */
export function styleOf({columns, keyPx}: CellGround, place: number): string {
  return `left:${keyPx + columns.lefts[place]!}px;width:${columns.widths[place]}px`;
}

export function classOf(ground: CellGround, row: number, column: number): string {
  return isActive(ground, row, column) ? "active" : "";
}

export function idOfCell(ground: CellGround, row: number, column: number): string | typeof nothing {
  return isActive(ground, row, column) ? ACTIVE_ID : nothing;
}

/** The cell before a line's first column; the header's line is -1. */
export function renderKeyCell(
  ground: CellGround,
  line: number,
  role: "columnheader" | "rowheader" | "gridcell",
  content: unknown,
  label: string | typeof nothing = nothing
): TemplateResult {
  return html`<div
    class="cell key ${classOf(ground, line, -1)}"
    role=${role}
    aria-colindex="1"
    aria-label=${label}
    id=${idOfCell(ground, line, -1)}
    data-row=${line}
    data-column="-1"
    style="width:${ground.keyPx}px"
  >
    ${content}
  </div>`;
}

/** The whole of a value that a cell of this width cuts short; undefined where it cuts nothing. */
export function toCutText(
  value: Value,
  {text, type, width}: {readonly text: string; readonly type: string; readonly width: number}
): string | undefined {
  if (text.length * CHARACTER_PX < width - PADDING_PX) return undefined;
  return toValueText(value, type).slice(0, MAX_TITLE_CHARACTERS);
}

function isActive({active}: CellGround, row: number, column: number): boolean {
  return row === active.row && column === active.column;
}
