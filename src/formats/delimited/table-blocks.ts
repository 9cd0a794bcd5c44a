import type {Dialect} from "../../model/delimited.ts";
import {rateRow} from "./column-profile.ts";
import {isHeader} from "./header.ts";
import type {RegionContext} from "./region.ts";
import {isRepeated} from "./repeated-header.ts";
import type {Row} from "./rows.ts";
import {countFilled, isBlank} from "./rows.ts";
import {findWidth, profileBody} from "./table-width.ts";

/** The rows between blank ones. */
export function toBlocks(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  let block: Row[] | undefined;
  for (const row of rows) {
    if (isBlank(row)) block = undefined;
    else if (block) block.push(row);
    else blocks.push((block = [row]));
  }
  return blocks;
}

/** The block with most cells that have something in them. */
export function findMain(blocks: readonly (readonly Row[])[]): number {
  let main = 0;
  let most = 0;
  blocks.forEach((block, i) => {
    const cells = block.reduce((sum, row) => sum + (countFilled(row) - 0.9), 0);
    if (cells > most) [main, most] = [i, cells];
  });
  return main;
}

/** Whether a block after a blank line goes on with the rows before it: it has their width, and no header of its own. */
export function continues(
  current: readonly Row[],
  block: readonly Row[],
  {delimiter}: Dialect
): boolean {
  const width = findWidth(current, delimiter);
  const same = block.filter(({fields}) => fields.length === width);
  if (same.length < block.length * 0.5) return false;
  const head = same[0]!;
  const profiles = profileBody(current, width);
  const isTypedTable = profiles.some(({kind}) => kind !== undefined);
  if (isTypedTable && same.some(({fields}) => rateRow(fields, profiles) > 0))
    return rateRow(head.fields, profiles) >= 0;
  return (
    same.some((row) => countFilled(row) > 1) &&
    !isRepeated(head, current[0]!) &&
    !startsTable(block, width)
  );
}

/** Whether the first row of a block has text where the rows below have numbers and the like. */
function startsTable(block: readonly Row[], width: number): boolean {
  if (block.length < 3) return false;
  const head = block[0]!;
  return rateRow(head.fields, profileBody(block, width)) < 0 && countFilled(head) > 1;
}

/** Whether a block is a table of its own: rows of one width under a line that names their columns. */
export function isTable(block: readonly Row[], {parse, dialect}: RegionContext): boolean {
  if (block.length < 3 || parse.header === 0) return false;
  const width = findWidth(block, dialect.delimiter);
  const regular = block.filter(({fields}) => fields.length === width);
  if (width < 2 || regular.length < 3 || regular.length < block.length * 0.7) return false;
  const profiles = profileBody(block, width);
  const used = profiles.filter(({emptyShare}) => emptyShare < 1).length;
  if (used < 2) return false;
  const head = regular[0]!;
  const isTypedBody = profiles.some(({kind}) => kind !== undefined);
  return (
    isTypedBody && countFilled(head) >= used * 0.6 && isHeader(head.fields, profiles) && used > 2
  );
}

/** Rows of delimiters only, which belong to the table where it goes on after them. */
export function findHollow(rows: readonly Row[], from: Row, to: Row): Row[] {
  const {length} = from.fields;
  return rows.filter(
    (row) =>
      row.line > from.line &&
      row.line < to.line &&
      length > 1 &&
      row.fields.length === length &&
      isBlank(row)
  );
}
