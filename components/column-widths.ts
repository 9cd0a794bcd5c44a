import type {QueryResult, TypeColumn} from "../src/index.ts";
import {GridColumns} from "./grid-columns.ts";

const NARROW_PX = 600;
const NARROW_TITLE_PX = 150;

/** The widths that somebody gave to columns: kept by name, so that they outlast other rows and another order. */
export class ColumnWidths {
  readonly #given = new Map<string, number>();

  give(name: string, px: number): void {
    this.#given.set(name, px);
  }

  /** The columns, as wide as somebody made them, else as their content asks; the title leaves room in a narrow host. */
  lay(display: QueryResult, shown: readonly TypeColumn[], host: HTMLElement): GridColumns {
    const natural = GridColumns.of(display, getComputedStyle(host).fontFamily);
    const isNarrow = host.clientWidth > 0 && host.clientWidth < NARROW_PX;
    return shown.reduce((columns, {name}, place) => {
      const px = this.#given.get(name);
      if (px !== undefined) return columns.resized(place, px);
      return place === 0 && isNarrow
        ? columns.resized(0, Math.min(NARROW_TITLE_PX, columns.widths[0]!))
        : columns;
    }, natural);
  }
}
