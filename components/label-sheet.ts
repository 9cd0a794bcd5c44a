import type {TemplateResult} from "lit";
import {html, nothing, svg} from "lit";
import {toQrPath} from "./qr-path.ts";

/** Labels on a sheet of paper; all lengths in millimetres. */
export interface LabelLayout {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  readonly page: readonly [width: number, height: number];
  readonly label: readonly [width: number, height: number];
  /** From the page's edge to the first label. */
  readonly margin: readonly [left: number, top: number];
  /** Between two labels. */
  readonly gap: readonly [across: number, down: number];
}

const A4 = [210, 297] as const;
const LETTER = [215.9, 279.4] as const;

/** Sheets that are sold nearly everywhere, and a roll. */
export const LABEL_LAYOUTS: readonly LabelLayout[] = [
  layout("3 × 8 on A4, 70 × 36 mm", A4, [3, 8], [70, 36], [0, 4.5], [0, 0]),
  layout("3 × 7 on A4, 63.5 × 38.1 mm", A4, [3, 7], [63.5, 38.1], [7.2, 15.1], [2.5, 0]),
  layout("2 × 4 on A4, 99.1 × 67.7 mm", A4, [2, 4], [99.1, 67.7], [4.6, 13], [2.5, 0]),
  layout("5 × 13 on A4, 38.1 × 21.2 mm", A4, [5, 13], [38.1, 21.2], [4.7, 10.7], [2.5, 0]),
  layout("3 × 10 on Letter, 66.7 × 25.4 mm", LETTER, [3, 10], [66.7, 25.4], [4.8, 12.7], [3.1, 0]),
  layout("One on a roll, 62 × 29 mm", [62, 29], [1, 1], [62, 29], [0, 0], [0, 0])
];

/** What one label says. */
export interface Label {
  readonly title: string;
  /** The short address, which can be typed where nothing scans. */
  readonly address: string;
  /** A further line; "" for none. */
  readonly detail: string;
  /** What the code holds. */
  readonly href: string;
}

/** A preset with other numbers of columns and rows: the labels share the page between them. */
export function toLayout(preset: LabelLayout, columns: number, rows: number): LabelLayout {
  if (columns === preset.columns && rows === preset.rows) return preset;
  const [width, height] = preset.page;
  const [left, top] = [Math.max(5, preset.margin[0]), Math.max(5, preset.margin[1])];
  return {
    ...preset,
    columns,
    rows,
    margin: [left, top],
    gap: [0, 0],
    label: [(width - 2 * left) / columns, (height - 2 * top) / rows]
  };
}

/** Sheet after sheet; the first `skip` labels of the first one are used up already. */
export function renderSheets(
  labels: readonly Label[],
  layout: LabelLayout,
  skip: number
): TemplateResult[] {
  const perSheet = layout.columns * layout.rows;
  const places: (Label | null)[] = [...Array.from({length: skip}, () => null), ...labels];
  const sheets: TemplateResult[] = [];
  for (let i = 0; i < places.length; i += perSheet)
    sheets.push(renderSheet(places.slice(i, i + perSheet), layout));
  return sheets;
}

function renderSheet(places: readonly (Label | null)[], layout: LabelLayout): TemplateResult {
  const {page, label, margin, gap, columns} = layout;
  const style = `width: ${page[0]}mm; height: ${page[1]}mm; padding: ${margin[1]}mm 0 0 ${margin[0]}mm;
    grid-template-columns: repeat(${columns}, ${label[0]}mm); grid-auto-rows: ${label[1]}mm; gap: ${gap[1]}mm ${gap[0]}mm`;
  return html`<div class="lb-sheet" style=${style}>
    ${places.map((one) => (one ? renderLabel(one, layout) : html`<div></div>`))}
  </div>`;
}

function renderLabel({title, address, detail, href}: Label, {label}: LabelLayout): TemplateResult {
  const {size, path} = toQrPath(href);
  const side = Math.min(label[1], label[0] / 2);
  return html`<div class="lb-label">
    <svg
      viewBox=${`0 0 ${size} ${size}`}
      style=${`flex: none; width: ${side}mm; height: ${side}mm`}
      role="img"
      aria-label=${`QR code of ${address}`}
    >
      ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
    </svg>
    <div class="lb-label-text">
      <strong>${title}</strong>
      ${detail === "" ? nothing : html`<span>${detail}</span>`}
      <small>${address}</small>
    </div>
  </div>`;
}

function layout(
  name: string,
  page: LabelLayout["page"],
  [columns, rows]: readonly [number, number],
  label: LabelLayout["label"],
  margin: LabelLayout["margin"],
  gap: LabelLayout["gap"]
): LabelLayout {
  return {name, page, columns, rows, label, margin, gap};
}
