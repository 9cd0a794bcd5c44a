import type {Place, Row} from "./rows.ts";
import {toNewline} from "./rows.ts";

const MAX_LINES = 200;
const MIN_LINES = 3;
/** Blanks between columns; one may stand between words in all lines by chance. */
const MIN_GAP = 2;

/** Where the columns of a text begin that blanks align, as tables of reports are; undefined where they do not. */
export function findColumnStarts(text: string): number[] | undefined {
  const lines = text
    .split(/\r\n|\n|\r/, MAX_LINES)
    .slice(0, -1)
    .filter((line) => line.trim() !== "");
  if (lines.length < MIN_LINES || lines.some((line) => line.includes("\t"))) return undefined;
  const width = Math.max(...lines.map(({length}) => length));
  const starts = [0];
  let gap = 0;
  for (let i = 0; i < width; ++i) {
    if (lines.every((line) => i >= line.length || line[i] === " ")) ++gap;
    else {
      if (gap >= MIN_GAP && i > gap) starts.push(i);
      gap = 0;
    }
  }
  return starts.length > 1 ? starts : undefined;
}

/** The lines of an aligned text, each cut where columns begin, without the blanks around its fields. */
export function cutRows(text: string, starts: readonly number[], {line: first}: Place): Row[] {
  const newline = toNewline(text);
  const rows: Row[] = [];
  for (let start = 0, line = first; start < text.length; ++line) {
    const next = text.indexOf(newline, start);
    const end = next < 0 ? text.length : next + 1;
    const content = text.slice(start, end).replace(/[\r\n]+$/, "");
    const isBlank = content.trim() === "";
    const fields = isBlank ? [""] : starts.map((at, i) => content.slice(at, starts[i + 1]).trim());
    rows.push({fields, start, end, line, isBroken: false});
    start = end;
  }
  return rows;
}
