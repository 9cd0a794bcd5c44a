import type {ColumnProfile} from "./column-profile.ts";
import {fitsProfile, rateRow} from "./column-profile.ts";
import type {RegionContext} from "./region.ts";
import {repairRow} from "./repair-row.ts";
import type {Row} from "./rows.ts";
import {countFilled, toLine} from "./rows.ts";

/** A row that takes more to fit is none. */
const MAX_REPAIR_COST = 5;
const FOOTER_START =
  /^(?:\(?\*|†|©|\(\d\)|\d\)|(?:source|sources|note|notes|footnote|quelle|fuente|bron|stand|anmerkung|hinweis|nota|notas|fonte|disclaimer|copyright|legend|legende|last updated?|created|generated|exported|end of|data extracted|prepared by)\b)/i;

/** Where the rows end, and what stands below them begins. */
export function findFooter(
  rows: readonly Row[],
  profiles: readonly ColumnProfile[],
  context: RegionContext
): number {
  let end = rows.length;
  while (end > 1 && isRemark(rows[end - 1]!, profiles, context)) --end;
  return end;
}

function isRemark(
  row: Row,
  profiles: readonly ColumnProfile[],
  {text: all, dialect}: RegionContext
): boolean {
  const {fields} = row;
  const width = profiles.length;
  if (width < 2) return false;
  const rating = rateRow(fields, profiles);
  if (rating > 0) return false;
  const filled = countFilled(row);
  const text = fields[0]!.trim();
  const [first] = profiles;
  const typed = profiles.filter(({kind}) => kind !== undefined).length;
  if (typed > 1 && fields.length !== width && !FOOTER_START.test(text))
    return repairRow(toLine(row, all), fields, profiles, dialect)!.cost > MAX_REPAIR_COST;
  if (filled <= 1) {
    if (text === "") return filled === 0;
    if (FOOTER_START.test(text)) return true;
    if (first!.kind !== undefined || first!.outlines) return !fitsProfile(first!, text);
    if (text.length > first!.maxLength * 1.5 + 10) return true;
    return fields.length === 1 && width > 2;
  }
  if (fields.length !== width) return rating < 0 || (FOOTER_START.test(text) && filled < width);
  return FOOTER_START.test(text) && filled <= width / 2;
}
