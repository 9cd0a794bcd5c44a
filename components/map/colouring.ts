import type {Column, TopicView, Value} from "../../src/index.ts";
import {toColumnKind, toValueText} from "../../src/index.ts";
import {formatCount} from "../format-value.ts";

/** Points of one colour: those of a topic, or with one value. */
export interface ColourGroup {
  readonly code: number;
  readonly label: string;
  /** A number of the palette, which repeats; null of the grey that says nothing. */
  readonly colour: number | null;
  readonly count: number;
}

/** Which colour each point has, and what the colours mean. */
export type Colouring = {
  /** By point; 0 where nothing is known. */
  readonly codes: Uint16Array;
} & (
  | {readonly of: "groups"; readonly groups: readonly ColourGroup[]}
  /** Codes from 1 on are even steps between two values; times are milliseconds since 1970. */
  | {
      readonly of: "ramp";
      readonly low: number;
      readonly high: number;
      readonly isTime: boolean;
      /** Points that have a value. */
      readonly count: number;
    }
);

/** Steps of a ramp. */
export const RAMP_STEPS = 64;
/** Values with a colour of their own; what is rarer is "other". */
const MAX_VALUES = 10;
const NO_TOPIC = "In no topic";
const NO_VALUE = "No value";

/** All points alike. */
export function colourPlainly(size: number): Colouring {
  return {of: "groups", codes: new Uint16Array(size).fill(1), groups: []};
}

/** By topic. `rows` says which text of the view each point is. */
export function colourByTopic(
  {topics, places}: Pick<TopicView, "topics" | "places">,
  rows: ArrayLike<number>
): Colouring {
  const codes = Uint16Array.from(rows, (row) => Math.max(0, places[row]! + 1));
  const counts = countCodes(codes, topics.length + 1);
  const groups = topics
    .map(({title, colour}, i): ColourGroup => ({
      code: i + 1,
      label: title,
      colour,
      count: counts[i + 1]!
    }))
    .filter(({count}) => count > 0)
    .sort((a, b) => b.count - a.count || a.code - b.code);
  return {of: "groups", codes, groups: withRest(groups, counts[0]!, NO_TOPIC)};
}

/** By the values of a column: numbers and moments by a ramp, all else by what there is most of. */
export function colourByColumn(column: Column, values: readonly Value[]): Colouring {
  const kind = toColumnKind(column.type);
  if (kind === "number" || kind === "date" || kind === "timestamp")
    return colourByRamp(values, kind !== "number");
  const texts = values.map((value) => (value === null ? "" : toValueText(value, column.type)));
  const totals = new Map<string, number>();
  for (const text of texts) if (text !== "") totals.set(text, (totals.get(text) ?? 0) + 1);
  const ranked = pickMost(totals);
  const codeOf = new Map(ranked.map(([text], i) => [text, i + 1]));
  const other = codeOf.size + 1;
  const codes = Uint16Array.from(texts, (text) => (text === "" ? 0 : (codeOf.get(text) ?? other)));
  const groups = ranked.map(([label, count], i): ColourGroup => ({
    code: i + 1,
    label,
    colour: i,
    count
  }));
  const counts = countCodes(codes, other + 1);
  const others = totals.size - groups.length;
  if (others > 0)
    groups.push({
      code: other,
      label: `${formatCount(others)} ${others === 1 ? "other" : "others"}`,
      colour: null,
      count: counts[other]!
    });
  return {of: "groups", codes, groups: withRest(groups, counts[0]!, NO_VALUE)};
}

/** The values that there are most of, without sorting all of them: of texts each is another. */
function pickMost(totals: ReadonlyMap<string, number>): (readonly [string, number])[] {
  const most: (readonly [string, number])[] = [];
  const order = ([a, m]: readonly [string, number], [b, n]: readonly [string, number]): number =>
    n - m || (a < b ? -1 : 1);
  for (const total of totals) {
    if (most.length === MAX_VALUES && order(most.at(-1)!, total) < 0) continue;
    most.push(total);
    most.sort(order);
    most.length = Math.min(most.length, MAX_VALUES);
  }
  return most;
}

function colourByRamp(values: readonly Value[], isTime: boolean): Colouring {
  const numbers = Float64Array.from(values, (value) =>
    value === null ? NaN : value instanceof Date ? value.getTime() : Number(value)
  );
  let [low, high, count] = [Infinity, -Infinity, 0];
  for (const number of numbers)
    if (Number.isFinite(number)) {
      low = Math.min(low, number);
      high = Math.max(high, number);
      ++count;
    }
  const codes = Uint16Array.from(numbers, (number) => {
    if (!Number.isFinite(number)) return 0;
    const share = high === low ? 0.5 : (number - low) / (high - low);
    return 1 + Math.min(RAMP_STEPS - 1, Math.floor(share * RAMP_STEPS));
  });
  return {of: "ramp", codes, low, high, isTime, count};
}

function countCodes(codes: Uint16Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const code of codes) ++counts[code]!;
  return counts;
}

function withRest(groups: readonly ColourGroup[], count: number, label: string): ColourGroup[] {
  return count === 0 ? [...groups] : [...groups, {code: 0, label, colour: null, count}];
}
