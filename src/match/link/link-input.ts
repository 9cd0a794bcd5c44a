import type {MatchLabel, MatchModel, MatchPlan, MatchTable} from "./match-table.ts";

/** What is looked through for records that are one. */
export interface LinkInput {
  readonly first: MatchTable;
  /** The table to be linked; left out where duplicates are looked for within one. */
  readonly second?: MatchTable;
  readonly plan: MatchPlan;
  readonly labels?: readonly MatchLabel[];
  /** What a former run learned; its figures are taken as they are. */
  readonly model?: MatchModel;
  /** Only pairs with at least one record from this position on (of the first table): new rows against what was there. */
  readonly from?: number;
}
