import type {QueryResult, Value} from "../src/index.ts";
import type {Formatter} from "./format-value.ts";
import {isNumeric, toFormatter} from "./format-value.ts";

/** Rows that are looked at for widths: fewer, where columns are many. */
const MAX_SAMPLE_ROWS = 100;
const MIN_SAMPLE_ROWS = 20;
const SAMPLE_CELLS = 20_000;
const FONT_PX = 12.5;
const CELL_PADDING_PX = 20;
const HEADER_EXTRA_PX = 14;
const MIN_PX = 40;
const MAX_PX = 340;
/** Columns drawn beyond the visible ones. */
const OVERSCAN_COLUMNS = 1;

/** A column as the grid draws it. */
export interface GridColumn {
  /** Its number in the result. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly isNumeric: boolean;
  readonly format: Formatter;
}

/** The columns of a result in the order and with the widths that they are drawn with. Immutable: changes give a new one. */
export class GridColumns {
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  /** The left edge of each column, in pixels, and behind the last one their total width. */
  readonly lefts: Float64Array;

  readonly #digitPx: number;

  private constructor(columns: readonly GridColumn[], widths: readonly number[], digitPx: number) {
    this.columns = columns;
    this.widths = widths;
    this.#digitPx = digitPx;
    this.lefts = new Float64Array(widths.length + 1);
    widths.forEach((width, i) => (this.lefts[i + 1] = this.lefts[i]! + width));
  }

  /** Widths come from the header and some rows, once: what is scrolled into view later changes no width. */
  static of(result: QueryResult, fontFamily: string): GridColumns {
    const digitPx = measureDigit(fontFamily);
    const rows = sampleRows(result);
    const columns = result.fields.map((field, index) => {
      const sample = rows.map((row) => result.value(row, index));
      const column = {
        ...field,
        index,
        isNumeric: isNumeric(field),
        format: toFormatter(field, sample)
      };
      return {column, width: toWidth(column, sample, digitPx)};
    });
    return new GridColumns(
      columns.map(({column}) => column),
      columns.map(({width}) => width),
      digitPx
    );
  }

  get length(): number {
    return this.columns.length;
  }

  get totalPx(): number {
    return this.lefts[this.length]!;
  }

  resized(place: number, px: number): GridColumns {
    return new GridColumns(
      this.columns,
      this.widths.map((width, i) => (i === place ? Math.max(MIN_PX, Math.round(px)) : width)),
      this.#digitPx
    );
  }

  /** The column at `from` put before the one that is at `to` now, or behind it where it lies to the right. */
  moved(from: number, to: number): GridColumns {
    const move = <T>(items: readonly T[]): T[] => {
      const rest = items.toSpliced(from, 1);
      return rest.toSpliced(to, 0, items[from]!);
    };
    return new GridColumns(move(this.columns), move(this.widths), this.#digitPx);
  }

  /** The width that the content asks for. */
  naturalWidth(place: number, result: QueryResult): number {
    const column = this.columns[place]!;
    return toWidth(
      column,
      sampleRows(result).map((row) => result.value(row, column.index)),
      this.#digitPx
    );
  }

  /** The place of the column under `px`, counted from the first column's left edge. */
  placeAt(px: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.lefts[middle + 1]! <= px) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, Math.max(0, this.length - 1));
  }

  /** The `scrollLeft` nearest to `now` at which a column is seen, from its left edge where it is wider than the view. */
  scrollLeftFor(place: number, now: number, viewPx: number): number {
    const [left, right] = [this.lefts[place]!, this.lefts[place + 1]!];
    return Math.min(left, Math.max(now, right - viewPx));
  }

  /** The places to draw, from `first` up to but not with `end`. */
  window(scrollLeft: number, viewPx: number): {readonly first: number; readonly end: number} {
    return {
      first: Math.max(0, this.placeAt(scrollLeft) - OVERSCAN_COLUMNS),
      end: Math.min(this.length, this.placeAt(scrollLeft + viewPx) + 1 + OVERSCAN_COLUMNS)
    };
  }
}

/** Rows that stand for all: the first ones, and some from all over the result. */
function sampleRows({numRows, fields}: QueryResult): number[] {
  const wanted = Math.floor(SAMPLE_CELLS / Math.max(1, fields.length));
  const count = Math.max(MIN_SAMPLE_ROWS, Math.min(wanted, MAX_SAMPLE_ROWS));
  if (numRows <= count) return Array.from({length: numRows}, (_, i) => i);
  const half = count / 2;
  return Array.from({length: count}, (_, i) =>
    i < half ? i : Math.floor(half + ((i - half) / half) * (numRows - half))
  );
}

const CONTEXT = document.createElement("canvas").getContext("2d")!;

/** The width of a digit, which stands for any character: letters are narrower on average. */
function measureDigit(fontFamily: string): number {
  CONTEXT.font = `${FONT_PX}px ${fontFamily}`;
  return CONTEXT.measureText("0000000000").width / 10;
}

function toWidth(column: GridColumn, sample: readonly Value[], digitPx: number): number {
  let characters = 4;
  for (const value of sample)
    characters = Math.max(characters, countCharacters(column.format(value)));
  const head = Math.max(countCharacters(column.name), Math.min(column.type.length * 0.85, 14));
  const px = Math.max(
    characters * digitPx + CELL_PADDING_PX,
    head * digitPx + CELL_PADDING_PX + HEADER_EXTRA_PX
  );
  return Math.round(Math.max(MIN_PX, Math.min(px, MAX_PX)));
}

/** Characters of ordinary width; ideographs and emoji count as two. */
function countCharacters(text: string): number {
  const short = text.slice(0, 80);
  return short.length + (short.match(/[\u1100-\u9fff\uac00-\ud7af\uff00-\uff60]/g)?.length ?? 0);
}
