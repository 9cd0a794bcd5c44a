import type {MatchModel, MatchPlan} from "../../match/link/match-table.ts";
import type {MatchJob} from "../../model/match-job.ts";
import {pairColumns} from "./pair-columns.ts";
import type {ColumnPair, SourceRecords} from "./source-records.ts";

/** What is compared, and how records are brought together. */
export interface DuplicatePlan extends MatchPlan {
  /** The columns that can be compared; those of `columns` are among them, by the names of the first source. */
  readonly pairs: readonly ColumnPair[];
}

export type DuplicateJob = MatchJob<DuplicatePlan, MatchModel>;

/** A plan that was made before, without the columns that are gone since, and with those that came. */
export function fitPlan(
  plan: DuplicatePlan,
  first: SourceRecords,
  second?: SourceRecords
): DuplicatePlan {
  const has = ({columns}: SourceRecords, wanted: string): boolean =>
    columns.some(({name}) => name === wanted);
  const own = plan.pairs.filter(
    (pair) => has(first, pair.first) && has(second ?? first, pair.second)
  );
  const added = pairColumns(first, second).filter((pair) =>
    own.every((one) => one.first !== pair.first)
  );
  const names = new Set(own.map((pair) => pair.first));
  return {
    pairs: [...own, ...added],
    columns: plan.columns.filter(({name}) => names.has(name)),
    blocking: plan.blocking.filter(({columns}) => columns.every((name) => names.has(name)))
  };
}
