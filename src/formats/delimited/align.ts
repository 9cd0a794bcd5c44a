import {toOutline} from "./cells.ts";
import type {ColumnProfile} from "./column-profile.ts";
import {fitsProfile} from "./column-profile.ts";
import type {Token} from "./line-tokens.ts";

/** What was done to a row so that it fits the columns. */
export type Mending = "pad" | "cut" | "drop" | "merge" | "split";

export interface Alignment {
  readonly fields: readonly string[];
  /** How much had to be done, and how badly the fields fit after it. */
  readonly cost: number;
  readonly mendings: ReadonlySet<Mending>;
}

/** What each measure costs. A field of another kind than its column's costs more than most of them. */
const MISFIT = 3;
const UNUSUAL_EMPTY = 0.5;
const DROP_EMPTY = 1;
const CUT = 2;
const PAD_END = 1;
const PAD_INSIDE = 1.5;
const MERGE = 0.8;
const MERGE_QUOTED = 2;
const SPLIT = 1.5;
const STRAY_QUOTE = 1;
const SPLIT_NUMBER = 0.8;
const UNUSUAL_OUTLINE = 0.3;
/** A row of so many fields is not worth the look. */
const MAX_TOKENS = 400;
const MAX_MERGED = 24;
const MOSTLY_EMPTY = 0.5;
/** Nobody mends more than a few places of a row; what is farther off is not looked at. */
const BAND = 4;

interface Move {
  readonly fields: readonly string[];
  readonly mending?: Mending;
}

interface Step extends Move {
  readonly cost: number;
  readonly from: Step | undefined;
}

/**
 * The way to bring the fields of a row into its columns that changes least and fits best: by dynamic programming over
 * fields and columns, as texts are aligned (Needleman and Wunsch 1970). Fields may be merged, split, left out where
 * they are empty, and cut off at the end; columns may stay empty. Undefined where each way costs `limit` or more.
 */
export function alignTokens(
  tokens: readonly Token[],
  profiles: readonly ColumnProfile[],
  delimiter: string,
  limit = Infinity
): Alignment | undefined {
  const n = tokens.length;
  const width = profiles.length;
  if (n > MAX_TOKENS) return cutOrPad(tokens, width);
  // a column that is mostly empty leaves room for a field that is two by a delimiter inside of it
  const usedWidth = profiles.filter(({emptyShare}) => emptyShare <= MOSTLY_EMPTY).length;
  const empties = profiles.map(({emptyShare}) => (emptyShare > 0.05 ? 0 : UNUSUAL_EMPTY));
  const ahead = Math.max(0, n - width) + BAND;
  const behind = Math.max(0, width - n) + BAND;
  const table: (Step | undefined)[][] = Array.from({length: n + 1}, () => []);
  table[0]![0] = {cost: 0, from: undefined, fields: []};
  const offer = (i: number, c: number, from: Step, cost: number, move: Move): void => {
    const known = table[i]![c];
    const total = from.cost + cost;
    if (!known || total < known.cost) table[i]![c] = {cost: total, from, ...move};
  };
  for (let i = 0; i <= n; ++i) {
    for (let c = 0; c <= width; ++c) {
      const from = table[i]![c];
      if (!from || from.cost >= limit || i - c > ahead || c - i > behind) continue;
      const token = tokens[i];
      const isEmpty = token?.text.trim() === "";
      if (c === width) {
        if (isEmpty) offer(i + 1, c, from, DROP_EMPTY / 2, {fields: [], mending: "drop"});
        else if (token) offer(i + 1, c, from, CUT, {fields: [], mending: "cut"});
        continue;
      }
      const profile = profiles[c]!;
      const padding = (token ? PAD_INSIDE : PAD_END) + empties[c]!;
      offer(i, c + 1, from, padding, {fields: [""], mending: "pad"});
      if (!token) continue;
      const {text} = token;
      offer(i + 1, c + 1, from, isEmpty ? empties[c]! : rateToken(token, profile), {
        fields: [text]
      });
      if (isEmpty) offer(i + 1, c, from, DROP_EMPTY, {fields: [], mending: "drop"});
      if (n > usedWidth)
        offerMerges(tokens, i, profile, delimiter, (end, cost, joined) =>
          offer(end, c + 1, from, cost, {fields: [joined], mending: "merge"})
        );
      if (n < width && c + 1 < width)
        for (const [left, right] of toSplits(text)) {
          const inside = /\d$/.test(left) && /^\d/.test(right) ? SPLIT_NUMBER : 0;
          const cost = SPLIT + inside + rate(profile, left) + rate(profiles[c + 1]!, right);
          offer(i + 1, c + 2, from, cost, {fields: [left, right], mending: "split"});
        }
    }
  }
  const last = table[n]![width];
  return last && last.cost < limit ? toAlignment(last) : undefined;
}

function toAlignment(last: Step): Alignment {
  const fields: string[][] = [];
  const mendings = new Set<Mending>();
  for (let step: Step | undefined = last; step; step = step.from) {
    fields.push([...step.fields]);
    if (step.mending !== undefined) mendings.add(step.mending);
  }
  return {fields: fields.reverse().flat(), cost: last.cost, mendings};
}

function cutOrPad(tokens: readonly Token[], width: number): Alignment {
  const fields = Array.from({length: width}, (_, i) => tokens[i]?.text ?? "");
  const difference = tokens.length - width;
  return {
    fields,
    cost: Math.abs(difference) * CUT,
    mendings: new Set([difference > 0 ? "cut" : "pad"])
  };
}

/** Neighbours that are one field whose delimiter was not quoted; only text has such. */
function offerMerges(
  tokens: readonly Token[],
  start: number,
  profile: ColumnProfile,
  delimiter: string,
  take: (end: number, cost: number, joined: string) => void
): void {
  if (profile.kind !== undefined) return;
  if (tokens[start]!.text.trim() === "") return;
  let joined = tokens[start]!.text;
  let cost = toMergeCost(tokens[start]!) - MERGE;
  for (let end = start + 1; end < tokens.length && end - start < MAX_MERGED; ++end) {
    const {text} = tokens[end]!;
    // blanks that tell fields apart may stand doubled inside of a text
    if (text.trim() === "" && delimiter !== " ") return;
    joined += delimiter + text;
    cost += toMergeCost(tokens[end]!);
    take(end + 1, cost + rate(profile, joined), joined);
  }
}

function toMergeCost({isQuoted, hasQuote}: Token): number {
  return isQuoted ? MERGE_QUOTED : hasQuote ? MERGE + STRAY_QUOTE : MERGE;
}

/** A quote that stands before a field by mistake does not tell what it is; one inside of it tells of a mistake. */
function rateToken({text, isQuoted, isLiteral, hasQuote}: Token, profile: ColumnProfile): number {
  if (isLiteral) return rate(profile, text.trimStart().slice(1));
  return rate(profile, text) + (hasQuote && !isQuoted ? STRAY_QUOTE : 0);
}

function rate(profile: ColumnProfile, text: string): number {
  if (text.trim() === "") return profile.emptyShare > 0.05 ? 0 : UNUSUAL_EMPTY;
  if (!fitsProfile(profile, text)) return profile.kind === undefined ? MISFIT - 1 : MISFIT;
  if (profile.outlines && !profile.outlines.has(toOutline(text.trim()))) return UNUSUAL_OUTLINE;
  // an empty column takes any text, but gladly none
  return profile.emptyShare === 1 ? 1 : 0;
}

/** Where a field may be two: at a quote inside of it, and where letters, digits and cases meet. */
function toSplits(text: string): [left: string, right: string][] {
  const splits: [string, string][] = [];
  for (const {index} of text.matchAll(JUNCTION)) {
    if (splits.length > MAX_SPLITS) break;
    splits.push([
      text.slice(0, index).replace(/"$/, ""),
      text.slice(index).replace(/^"+/, "").replace(/"$/, "")
    ]);
  }
  return splits;
}

const MAX_SPLITS = 60;
const JUNCTION =
  /(?<=.)(?=")|(?<=\d)(?=[\p{L}$€£\d])|(?<=\p{L})(?=[\d$€£])|(?<=\p{Ll})(?=\p{Lu})|(?<=[.!?)])(?=\p{L})|(?<=[\p{Ll}\d])(?=https?:)/gu;
