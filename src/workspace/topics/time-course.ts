export type TimeUnit = "day" | "week" | "month" | "quarter" | "year";

export interface CourseOptions {
  /** What a step is; one that gives at most `steps` steps where it is left out. */
  readonly unit?: TimeUnit;
  readonly steps?: number;
}

/** How many texts there were, step by step; the arrays are as long as each other. */
export interface TimeCourse {
  readonly unit: TimeUnit;
  /** When each step begins, in UTC. */
  readonly starts: readonly Date[];
  readonly counts: readonly number[];
  /** Texts of the whole collection in the step. */
  readonly totals: readonly number[];
}

const UNITS: readonly TimeUnit[] = ["day", "week", "month", "quarter", "year"];
const DAY_MS = 86_400_000;
/** 1970 began on a Thursday: weeks begin four days later, on Mondays. */
const FIRST_MONDAY_DAY = 4;
const DEFAULT_STEPS = 60;

/** Which step each text lies in, counted from the first; -1 where nobody knows. */
export interface TimeSteps {
  readonly unit: TimeUnit;
  readonly starts: readonly Date[];
  readonly steps: Int32Array;
}

/** The steps of the span of all texts; undefined where no text says when it was. */
export function toTimeSteps(
  times: Float64Array | null,
  {unit, steps = DEFAULT_STEPS}: CourseOptions = {}
): TimeSteps | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const time of times ?? []) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (!times || first > last) return undefined;
  const chosen =
    unit ?? UNITS.find((one) => toStep(last, one) - toStep(first, one) < steps) ?? "year";
  const start = toStep(first, chosen);
  const length = toStep(last, chosen) - start + 1;
  return {
    unit: chosen,
    starts: Array.from({length}, (_, i) => new Date(toStart(start + i, chosen))),
    steps: Int32Array.from(times, (time) =>
      Number.isNaN(time) ? -1 : toStep(time, chosen) - start
    )
  };
}

/** The course of the texts that `isIn` accepts. */
export function toTimeCourse(
  {unit, starts, steps}: TimeSteps,
  isIn: (row: number) => boolean
): TimeCourse {
  const counts = new Array<number>(starts.length).fill(0);
  const totals = new Array<number>(starts.length).fill(0);
  steps.forEach((step, row) => {
    if (step < 0) return;
    ++totals[step]!;
    if (isIn(row)) ++counts[step]!;
  });
  return {unit, starts, counts, totals};
}

/** The number of the step that a time lies in; they follow each other. */
function toStep(time: number, unit: TimeUnit): number {
  const day = Math.floor(time / DAY_MS);
  if (unit === "day") return day;
  if (unit === "week") return Math.floor((day - FIRST_MONDAY_DAY) / 7);
  const date = new Date(time);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return unit === "month" ? month : Math.floor(month / (unit === "quarter" ? 3 : 12));
}

function toStart(step: number, unit: TimeUnit): number {
  if (unit === "day") return step * DAY_MS;
  if (unit === "week") return (step * 7 + FIRST_MONDAY_DAY) * DAY_MS;
  const months = step * (unit === "month" ? 1 : unit === "quarter" ? 3 : 12);
  return Date.UTC(Math.floor(months / 12), months % 12);
}
