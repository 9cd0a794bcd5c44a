import type {XmlElement} from "./xml-tree.ts";

/** How a number with some style is to be read. */
export type NumberStyle = "number" | "date" | "time";

const DAY_MS = 86_400_000;
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** Excel believes in a 29th of February 1900; days before it count from a day later. */
const FALSE_LEAP_DAY = 60;
/** Formats that every workbook knows by number. */
const BUILT_IN_DATES = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58]
] as const;
const BUILT_IN_TIMES = [
  [18, 21],
  [45, 47]
] as const;

/** The styles of a workbook, by the number that cells name them by. */
export function readNumberStyles(styles: XmlElement): NumberStyle[] {
  const custom = new Map<number, string>();
  for (const {attributes} of childrenOf(styles, "numFmts"))
    custom.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
  return childrenOf(styles, "cellXfs").map(({attributes}) => {
    const id = Number(attributes.get("numFmtId") ?? 0);
    const code = custom.get(id);
    if (code !== undefined) return toNumberStyle(code);
    const isIn = (ranges: readonly (readonly [number, number])[]): boolean =>
      ranges.some(([first, last]) => id >= first && id <= last);
    return isIn(BUILT_IN_TIMES) ? "time" : isIn(BUILT_IN_DATES) ? "date" : "number";
  });
}

/** By the letters of a format that are neither quoted, nor escaped, nor a colour or a locale. */
function toNumberStyle(code: string): NumberStyle {
  const [positive = ""] = code.split(";");
  const bare = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (/general|[#0?@]/.test(bare.replace(/s+[.,]0+/g, ""))) return "number";
  if (/[ydegb]|m{3}/.test(bare)) return "date";
  if (/[hs]/.test(bare)) return "time";
  return /m/.test(bare) ? "date" : "number";
}

/** The moment, in UTC, that a number of days stands for; to the millisecond. */
export function toExcelDate(days: number, isFrom1904: boolean): Date {
  if (isFrom1904) return new Date(EPOCH_1904_MS + Math.round(days * DAY_MS));
  const shift = days < FALSE_LEAP_DAY ? 1 : 0;
  return new Date(EPOCH_1900_MS + Math.round((days + shift) * DAY_MS));
}

/** A part of a day, or several days, as hours, minutes and seconds. */
export function toClock(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return days < 0 ? `-${clock}` : clock;
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.find((child) => child.name === name)?.children ?? [];
}
