/** One comparison: ours and a peer's figure for the same work in the same run. */
export interface BenchResult {
  readonly what: string;
  readonly ours: number;
  readonly peer: number;
  readonly unit: string;
  /** What the ratio ours / peer should be at most. */
  readonly goal: number;
}

/** A case of `npm run bench`: it makes its own input, and runs ours and the peer on it in turn. */
export interface BenchCase {
  readonly name: string;
  run(): Promise<BenchResult[]>;
}

/** The middle one; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}
