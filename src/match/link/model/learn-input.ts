import type {Comparer} from "../levels/comparer.ts";
import type {PairList} from "./pair-list.ts";
import type {Patterns} from "./patterns.ts";

/** What is learned from. */
export interface LearnInput {
  readonly comparers: readonly Comparer[];
  readonly patterns: Patterns;
  readonly pairs: PairList;
  /** Patterns of pairs drawn at random from those that are not in the list. */
  readonly random: Int32Array;
  /** All pairs that there are, compared or not. */
  readonly total: number;
  readonly firstGuess: number;
  /** What is known of pairs of the list, by place: 1 one, 0 two. */
  readonly labels: ReadonlyMap<number, number>;
  /** Whether a record is one with at most one other. */
  readonly isOneToOne: boolean;
  /** Records; positions in the list are below. */
  readonly size: number;
}
