import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {ActiveCell} from "./active-cell.ts";
import type {ColumnHandles} from "./column-handles.ts";
import {ACTIVE_ID} from "./grid-cell.ts";
import {HEADER_PX} from "./grid-styles.ts";
import type {GridViewport} from "./grid-viewport.ts";

/** What a grid stands in, and what is done when a hand or a key comes to it. */
export interface GridFrame {
  readonly role: "grid" | "treegrid";
  /** What the table is called to those who do not see it. */
  readonly label: string;
  readonly rows: number;
  readonly isSelectable: boolean;
  /** The height below the header. */
  readonly bodyPx: number;
  readonly viewport: GridViewport;
  readonly handles: ColumnHandles;
  readonly active: ActiveCell;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCopy?: (event: ClipboardEvent) => void;
}

/** What a grid draws by itself. */
export interface GridParts {
  readonly head: TemplateResult;
  readonly renderLine: (line: number) => TemplateResult;
  /** What stands where there is no line. */
  readonly none?: TemplateResult;
  /** What stands below all lines. */
  readonly under?: TemplateResult | typeof nothing;
}

/** The part of a grid that scrolls, as high and wide as all its rows and columns, with the lines that are seen. */
export function renderGridFrame(
  frame: GridFrame,
  {head, renderLine, none, under = nothing}: GridParts
): TemplateResult {
  const {viewport, handles, active} = frame;
  const {down, rowPx, keyPx} = viewport;
  const columns = viewport.columns!;
  const lines = Array.from({length: down.end - down.first}, (_, i) => renderLine(down.first + i));
  return html`<div class="probe"></div>
    <div
      class="scroller"
      role=${frame.role}
      tabindex="0"
      aria-label=${frame.label}
      aria-rowcount=${frame.rows + 1}
      aria-colcount=${columns.length + 1}
      aria-multiselectable=${frame.isSelectable ? "true" : nothing}
      aria-activedescendant=${viewport.has(active.place) ? ACTIVE_ID : nothing}
      @scroll=${viewport.onScroll}
      @scrollend=${viewport.onScrollEnd}
      @click=${frame.onClick}
      @dblclick=${frame.onDoubleClick}
      @pointerdown=${handles.onPointerDown}
      @keydown=${frame.onKeyDown}
      @copy=${frame.onCopy}
    >
      <div
        class="panel"
        role="presentation"
        style="width:${columns.totalPx + keyPx}px;height:${HEADER_PX + frame.bodyPx}px;--row:${rowPx}px"
      >
        ${head}
        <div class="body" role="rowgroup" style="top:${HEADER_PX + down.topPx}px">
          ${frame.rows === 0 ? none : lines}
        </div>
        ${under}
      </div>
    </div>`;
}
