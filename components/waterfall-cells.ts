import type {TemplateResult} from "lit";
import {css, html, svg} from "lit";
import type {Waterfall, WaterfallBar} from "./waterfall.ts";
import {formatBits} from "./waterfall.ts";

const BAR_WIDTH_PX = 120;
const BAR_HEIGHT_PX = 10;
const MIN_BAR_PX = 1.5;

export const waterfallStyles = css`
  .level {
    color: var(--lb-text-muted);
    min-width: 90px;
  }
  .for {
    fill: var(--lb-success);
  }
  .against {
    fill: var(--lb-danger);
  }
  .axis {
    stroke: var(--lb-border-strong);
  }
  svg {
    display: block;
    margin-top: 4px;
  }
`;

/** Three cells of a table's row: the level, the bits, and the bar where it stands in its waterfall. */
export function renderWaterfallCells(
  bar: WaterfallBar,
  axis: Pick<Waterfall, "low" | "high">
): TemplateResult {
  return html`<td class="level">${bar.part.level}</td>
    <td class="number">${formatBits(bar.part.bits)}</td>
    <td class="bar">${renderBar(bar, axis)}</td>`;
}

function renderBar(
  {from, to}: WaterfallBar,
  {low, high}: Pick<Waterfall, "low" | "high">
): TemplateResult {
  const scale = BAR_WIDTH_PX / Math.max(1, high - low);
  const x = (value: number): number => (value - low) * scale;
  const width = Math.max(MIN_BAR_PX, Math.abs(x(to) - x(from)));
  return html`<svg width=${BAR_WIDTH_PX} height=${BAR_HEIGHT_PX} aria-hidden="true">
    <line class="axis" x1=${x(0)} x2=${x(0)} y1="0" y2=${BAR_HEIGHT_PX}></line>
    ${svg`<rect class=${to < from ? "against" : "for"} x=${Math.min(x(from), x(to))} y="1" width=${width} height=${BAR_HEIGHT_PX - 2}></rect>`}
  </svg>`;
}
