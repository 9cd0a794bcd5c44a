import {isNullWord} from "../../lib/null-words.ts";
import type {CellKind} from "./cells.ts";
import {isTyped, toCellKind, toOutline} from "./cells.ts";

/** What most values of a column look like; rows are known by it for data, or for none. */
export interface ColumnProfile {
  /** The kind of most values; undefined of text and of a column without values. */
  readonly kind: CellKind | undefined;
  /** The share of rows that have no value here. */
  readonly emptyShare: number;
  /** The outlines that nearly all values have, where they are few, as of codes. */
  readonly outlines: ReadonlySet<string> | undefined;
  readonly maxLength: number;
  /** The values that were looked at. */
  readonly values: ReadonlySet<string>;
}

const MAX_ROWS = 200;
/** The share of values that must be of a kind. */
const KIND_SHARE = 0.7;
const OUTLINE_SHARE = 0.9;
const MAX_OUTLINES = 3;
/** Longer texts have no outline that others share. */
const MAX_OUTLINED = 60;
/** Fewer values than this say nothing about outlines. */
const MIN_OUTLINED = 4;

/** A profile of each of the first `width` columns, from rows that are spread over all. */
export function profileColumns(
  rows: readonly (readonly string[])[],
  width: number
): ColumnProfile[] {
  const step = Math.max(1, Math.ceil(rows.length / MAX_ROWS));
  const sample = step === 1 ? rows : rows.filter((_, i) => i % step === 0);
  return Array.from({length: width}, (_, i) =>
    profileColumn(sample.map((fields) => fields[i] ?? ""))
  );
}

function profileColumn(cells: readonly string[]): ColumnProfile {
  const kinds = new Map<CellKind, number>();
  const outlines = new Map<string, number>();
  const values = new Set<string>();
  let empty = 0;
  let filled = 0;
  let maxLength = 0;
  let hasProse = false;
  for (const cell of cells) {
    const kind = toCellKind(cell);
    if (kind === "empty") {
      ++empty;
      continue;
    }
    values.add(cell.trim());
    if (isNullWord(cell)) continue;
    ++filled;
    maxLength = Math.max(maxLength, cell.length);
    const family = toFamily(kind);
    kinds.set(family, (kinds.get(family) ?? 0) + 1);
    if (cell.length > MAX_OUTLINED) hasProse = true;
    else if (!hasProse && outlines.size <= MAX_OUTLINES) {
      const outline = toOutline(cell.trim());
      outlines.set(outline, (outlines.get(outline) ?? 0) + 1);
    }
  }
  const [top] = [...kinds].sort((a, b) => b[1] - a[1]);
  const isKind = top && isTyped(top[0]) && top[1] >= filled * KIND_SHARE;
  return {
    kind: isKind ? top[0] : undefined,
    emptyShare: cells.length === 0 ? 1 : empty / cells.length,
    outlines: hasProse ? undefined : findOutlines(outlines, filled),
    maxLength,
    values
  };
}

function findOutlines(
  outlines: ReadonlyMap<string, number>,
  filled: number
): ReadonlySet<string> | undefined {
  if (filled < MIN_OUTLINED || outlines.size > MAX_OUTLINES) return undefined;
  const usual = [...outlines].filter(([, count]) => count > 1);
  const count = usual.reduce((sum, [, count]) => sum + count, 0);
  // words of one length are no codes
  if (usual.some(([outline]) => !outline.includes("9"))) return undefined;
  return count >= filled * OUTLINE_SHARE ? new Set(usual.map(([outline]) => outline)) : undefined;
}

/** Numbers with and without a sign of their unit go together. */
function toFamily(kind: CellKind): CellKind {
  return kind === "money" || kind === "percent" ? "number" : kind;
}

/** Whether a cell may stand in a column; one without a value may everywhere. */
export function fitsProfile({kind, outlines}: ColumnProfile, cell: string): boolean {
  if (kind === undefined && outlines === undefined) return true;
  const found = toCellKind(cell);
  if (found === "empty" || isNullWord(cell)) return true;
  if (kind !== undefined) return toFamily(found) === kind;
  return outlines!.has(toOutline(cell.trim()));
}

/**
 * Whether a row looks like the rows of data: 1 where the cells of typed columns fit, -1 where they do not, 0 where
 * there are none to tell by.
 */
export function rateRow(fields: readonly string[], profiles: readonly ColumnProfile[]): -1 | 0 | 1 {
  let fits = 0;
  let misfits = 0;
  profiles.forEach((profile, i) => {
    const cell = fields[i] ?? "";
    if (profile.kind === undefined || cell.trim() === "" || isNullWord(cell)) return;
    if (fitsProfile(profile, cell)) ++fits;
    else ++misfits;
  });
  return fits > misfits ? 1 : misfits > 0 && misfits >= fits ? -1 : 0;
}
