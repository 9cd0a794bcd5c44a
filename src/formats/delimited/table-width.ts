import type {ColumnProfile} from "./column-profile.ts";
import {profileColumns} from "./column-profile.ts";
import type {Row} from "./rows.ts";
import {countFilled} from "./rows.ts";

/** Names of columns take no more lines than this. */
export const MAX_HEADER_LINES = 5;
const MAX_WIDTH_ROWS = 500;

/** The width that most rows have; of two, the larger. A header that all rows reach counts more where they are ragged. */
export function findWidth(rows: readonly Row[], delimiter: string): number {
  const widths = new Map<number, number>();
  const sample = rows.slice(0, MAX_WIDTH_ROWS);
  for (const row of sample)
    if (row.fields.length === 1 || countFilled(row) > 1)
      widths.set(row.fields.length, (widths.get(row.fields.length) ?? 0) + 1);
  let width = 1;
  let count = 0;
  for (const [w, n] of widths)
    if (w > 1 ? n > count || (n === count && w > width) : n > count * 2) [width, count] = [w, n];
  const first = sample[0]?.fields.length ?? 1;
  const reaching = sample.filter(({fields}) => fields.length >= first).length;
  const isShared = (widths.get(first) ?? 0) > 1;
  if (delimiter === " " && first > 1 && isShared && reaching >= sample.length * 0.9) return first;
  const isRagged = count < sample.length * 0.6 && sample.length > 4;
  if (isRagged && first > 1 && (widths.get(first) ?? 0) > 1 && reaching >= sample.length * 0.9)
    return first;
  return width;
}

/** The profiles of a table whose header is not found yet: the first rows are left out. */
export function profileBody(rows: readonly Row[], width: number): ColumnProfile[] {
  const regular = rows.filter(({fields, isBroken}) => fields.length === width && !isBroken);
  const usable = regular.length > 1 ? regular : rows;
  const skipped = Math.min(MAX_HEADER_LINES, Math.floor(usable.length / 2));
  return profileColumns(
    usable.slice(skipped).map(({fields}) => fields),
    width
  );
}
