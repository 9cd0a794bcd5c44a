import type {QueryResult} from "../src/index.ts";
import {toAxisLabel} from "./chart-label.ts";
import type {Pause} from "./chart-series.ts";
import {forEachPoint} from "./chart-series.ts";
import type {ChartSpec} from "./chart-spec.ts";
import {formatCount} from "./format-value.ts";

const MAX_BOXES = 50;

/** The five numbers of a box plot. */
export interface Box {
  /** What is measured. */
  readonly name: string;
  readonly category: string;
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
  readonly count: number;
}

/** The boxes of each measure by category, from all rows; `note` says which categories are left out. */
export async function toBoxes(
  result: QueryResult,
  spec: ChartSpec,
  pause: Pause
): Promise<{readonly boxes: readonly Box[]; readonly note: string | undefined}> {
  const boxes: Box[] = [];
  let note: string | undefined;
  for (const name of spec.y) {
    const values = new Map<string, number[]>();
    await forEachPoint(result, {...spec, y: [name], group: undefined}, pause, (x, y) => {
      if (!Number.isFinite(y)) return;
      const key = String(x);
      const list = values.get(key);
      if (list) list.push(y);
      else values.set(key, [y]);
    });
    const largest = [...values].sort(([, a], [, b]) => b.length - a.length);
    if (largest.length > MAX_BOXES)
      note = `the ${MAX_BOXES} largest of ${formatCount(largest.length)} groups`;
    for (const [category, list] of largest.slice(0, MAX_BOXES))
      boxes.push({
        name: toAxisLabel(name),
        category,
        ...toQuartiles(Float64Array.from(list).sort())
      });
  }
  return {boxes, note};
}

/** Quartiles by linear interpolation; whiskers to the last value within 1.5 times the quartiles' distance. */
function toQuartiles(sorted: Float64Array): Omit<Box, "name" | "category"> {
  const at = (p: number): number => {
    const place = p * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
  };
  const [q1, median, q3] = [at(0.25), at(0.5), at(0.75)];
  const reach = 1.5 * (q3 - q1);
  return {
    q1,
    median,
    q3,
    low: sorted.find((value) => value >= q1 - reach)!,
    high: sorted.findLast((value) => value <= q3 + reach)!,
    count: sorted.length
  };
}
