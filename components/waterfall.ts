import type {MatchPart} from "../src/index.ts";

/** A part of a score as a bar that begins where the one before it ended; in bits. */
export interface WaterfallBar {
  readonly part: MatchPart;
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  /** The sum of all parts: the log2 of the odds. */
  readonly total: number;
  /** What the axis reaches from and to; 0 lies in it. */
  readonly low: number;
  readonly high: number;
}

/** Parts one after the other, in their order. */
export function toWaterfall(parts: readonly MatchPart[]): Waterfall {
  let at = 0;
  const bars = parts.map((part): WaterfallBar => {
    const from = at;
    at += part.bits;
    return {part, from, to: at};
  });
  const ends = bars.flatMap(({from, to}) => [from, to]);
  return {bars, total: at, low: Math.min(0, ...ends), high: Math.max(0, ...ends)};
}

/** "+4.2", "−0.3": a number of bits with its sign. */
export function formatBits(bits: number): string {
  const text = Math.abs(bits).toFixed(1);
  return text === "0.0" ? "0.0" : `${bits < 0 ? "−" : "+"}${text}`;
}
