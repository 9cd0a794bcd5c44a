/** A bin of a histogram: what lies from `from` up to but not at `to`; moments in milliseconds. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  count: number;
}

const MAX_BINS = 40;
const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
const TIME_STEPS_MS = [1, 5, 15, 60, 300, 900, 3600, 10_800, 21_600, 43_200]
  .map((seconds) => seconds * SECOND_MS)
  .concat([1, 2, 7, 14].map((days) => days * DAY_MS));
/** Months do not have one length: from here on bins follow the calendar. */
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** Bins of round width that cover all of `values`, at most about forty. */
export function toBins(values: ArrayLike<number>, isTime = false): Bin[] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; ++i) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  if (low > high) return [];
  const edges = isTime ? toTimeEdges(low, high) : toNumberEdges(low, high);
  const bins = edges.slice(0, -1).map((from, i) => ({from, to: edges[i + 1]!, count: 0}));
  for (let i = 0; i < values.length; ++i) bins[findBin(edges, values[i]!)]!.count++;
  return bins;
}

function findBin(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** A step of 1, 2 or 5 times a power of ten, whole where the values' range is small and whole. */
function toNumberEdges(low: number, high: number): number[] {
  if (low === high) return [low - 0.5, low + 0.5];
  const rough = (high - low) / MAX_BINS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((candidate) => candidate >= rough)!;
  const first = Math.floor(low / step);
  const count = Math.floor(high / step) - first + 1;
  // counted in steps and divided where that is exact, so that edges read 0.3 and not 0.30000000000000004
  const inverse = Math.round(1 / step);
  return Array.from({length: count + 1}, (_, i) =>
    step < 1 ? (first + i) / inverse : (first + i) * step
  );
}

function toTimeEdges(low: number, high: number): number[] {
  const step = TIME_STEPS_MS.find((candidate) => (high - low) / candidate <= MAX_BINS);
  if (step === undefined) return toMonthEdges(low, high);
  const first = Math.floor(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({length: count + 1}, (_, i) => (first + i) * step);
}

function toMonthEdges(low: number, high: number): number[] {
  const toMonth = (ms: number): number => {
    const date = new Date(ms);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const months = toMonth(high) - toMonth(low) + 1;
  const step =
    MONTH_STEPS.find((candidate) => months / candidate <= MAX_BINS) ?? MONTH_STEPS.at(-1)!;
  const first = Math.floor(toMonth(low) / step);
  const count = Math.floor(toMonth(high) / step) - first + 1;
  return Array.from({length: count + 1}, (_, i) => {
    const date = new Date(0);
    date.setUTCFullYear(0, (first + i) * step, 1);
    return date.getTime();
  });
}
