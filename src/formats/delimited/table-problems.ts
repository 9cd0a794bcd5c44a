import type {TextTable} from "./read-tables.ts";
import {countFilled} from "./rows.ts";

const MAX_NAMED_ROWS = 100;
const EXCERPT_LENGTH = 200;

/** Something that was noticed, and where; the file is added by whoever knows it. */
export interface Note {
  readonly where: string;
  readonly what: string;
}

/** What was left out, put together or guessed in a table; of rows that were mended the first hundred by name. */
export function toProblems({plan, rows, region}: TextTable, index: number): Note[] {
  const problems: Note[] = [];
  const before = region.preamble.filter((row) => countFilled(row) > 0);
  if (index > 0)
    problems.push({where: `line ${region.firstLine}`, what: `table ${index + 1} begins here`});
  if (before.length > 0)
    problems.push({
      where: `line ${before[0]!.line}`,
      what: toLeftOut(
        index === 0 ? plan.skip - before[0]!.line + 1 : before.length,
        "before the header"
      )
    });
  if (region.names.length > 1)
    problems.push({
      where: `line ${region.firstLine}`,
      what: `header of ${region.names.length} lines: the names are put together from all of them`
    });
  problems.push(...plan.notes);
  const mended = rows.filter(({what}) => what !== undefined);
  for (const {line, what, text} of mended.slice(0, MAX_NAMED_ROWS))
    problems.push({where: `line ${line}`, what: `${what!}: ${toExcerpt(text())}`});
  if (mended.length > MAX_NAMED_ROWS)
    problems.push({where: "", what: `${mended.length - MAX_NAMED_ROWS} more rows of this kind`});
  if (region.footer.length > 0)
    problems.push({
      where: `line ${region.footer[0]!.line}`,
      what: toLeftOut(region.footer.length, "after the last row")
    });
  return problems;
}

function toLeftOut(count: number, where: string): string {
  return count === 1
    ? `line left out: it stands ${where}`
    : `${count} lines left out: they stand ${where}`;
}

/** The beginning of a row, for a problem. */
export function toExcerpt(text: string): string {
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
}
