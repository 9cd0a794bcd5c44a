import type {CellObject, NumberFormats} from "./library.ts";

/** A cell's value. Dates are in UTC. */
export type Cell = string | number | boolean | Date | null;

type NumberStyle = "number" | "moment" | "clock" | "duration";

/** What stands in the place of a value, by its number in the file. */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA"
};
const DURATION = /\[(?:h+|m+|s+)\]/i;
/** Two days at the same time. */
const [ONE_DAY, OTHER_DAY] = [1000.25, 2400.25];
const DAY_SECONDS = 86_400;

/** Reads the cells of a workbook: dates by the format in which a number is shown, as spreadsheets store no others. */
export class CellReader {
  readonly #formats: NumberFormats;
  readonly #date1904: boolean;
  readonly #styles = new Map<string, NumberStyle>();

  constructor(formats: NumberFormats, {date1904}: {date1904: boolean}) {
    this.#formats = formats;
    this.#date1904 = date1904;
  }

  /** The value; null of an empty cell and of an error. */
  read({t, v, z}: CellObject): Cell {
    if (t === "e" || t === "z" || v === undefined) return null;
    if (typeof v === "string") return v === "" ? null : v;
    if (typeof v !== "number") return v;
    const style = z === undefined ? "number" : this.#toStyle(String(z));
    if (style === "number") return v;
    if (style === "moment") return this.#toMoment(v);
    return toClock(style === "clock" ? v % 1 : v);
  }

  #toStyle(format: string): NumberStyle {
    let style = this.#styles.get(format);
    if (!style) this.#styles.set(format, (style = this.#findStyle(format)));
    return style;
  }

  /** A format that shows two days alike shows the time only. */
  #findStyle(format: string): NumberStyle {
    if (!this.#formats.is_date(format)) return "number";
    if (DURATION.test(format)) return "duration";
    try {
      const [one, other] = [ONE_DAY, OTHER_DAY].map((day) => this.#formats.format(format, day));
      return one === other ? "clock" : "moment";
    } catch {
      return "moment"; // the library knows that it is a date, and not how to write it
    }
  }

  #toMoment(days: number): Cell {
    const parts = this.#formats.parse_date_code(days, {date1904: this.#date1904});
    if (!parts) return days;
    const {y, m, d, H, M, S, u} = parts;
    const date = new Date(Date.UTC(y, m - 1, d, H, M, S, Math.round(u * 1000)));
    return Number.isNaN(date.getTime()) ? days : date;
  }
}

/** What an error cell shows; undefined for other cells. */
export function toErrorText({t, v}: CellObject): string | undefined {
  if (t !== "e") return undefined;
  return typeof v === "number" ? (ERRORS[v] ?? "#ERROR!") : String(v);
}

/** A part of a day, or several days, as hours, minutes and seconds. */
function toClock(days: number): string {
  const seconds = Math.round(Math.abs(days) * DAY_SECONDS);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return days < 0 ? `-${clock}` : clock;
}
