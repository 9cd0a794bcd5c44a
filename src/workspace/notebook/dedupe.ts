import {InputError} from "../../lib/errors.ts";
import type {SuggestionStatus} from "../../model/suggestion.ts";
import type {Compute} from "../compute/compute.ts";
import type {Deduped, DedupeOptions, DedupeRows} from "../dedupe/dedupe-rows.ts";
import {dedupeRows} from "../dedupe/dedupe-rows.ts";
import type {DuplicatePlan} from "../dedupe/duplicate-plan.ts";
import type {DuplicateSearch} from "../dedupe/duplicate-search.ts";
import type {Duplicates} from "../dedupe/duplicates.ts";

export interface DedupeSourceOptions extends Pick<
  DedupeOptions,
  "threshold" | "signal" | "onProgress"
> {
  /** The columns that are compared; as they were on the page Duplicates, or guessed, where they are left out. */
  readonly columns?: readonly string[];
  /** Another table or type, to be linked with; without it duplicates are looked for within the one. */
  readonly with?: string;
}

/** What was found in a table or a type. Row numbers of a table are its `rowid`s. */
export interface DedupedSource extends Deduped {
  /** With what was decided on the page Duplicates: pairs that were rejected stand here, and join nothing. */
  readonly pairs: readonly (Deduped["pairs"][number] & {readonly status: SuggestionStatus})[];
  /** What each row is to the ledger: an entry's id, or a row's address. */
  readonly ends: readonly string[];
}

/** Finds what is there twice. Throws `InputError` where there is nothing that can be compared. */
export interface Dedupe {
  /**
   * In a table or a type: `dedupe("lake.people")`. It is the search of the page Duplicates, which is kept, with its plan
   * and all that was decided there; it runs where something is new since it ran.
   */
  (source: string, options?: DedupeSourceOptions): Promise<DedupedSource>;
  /** Among rows in hand, or between two sets of rows; nothing is kept. */
  (rows: DedupeRows, options?: DedupeOptions): Promise<Deduped>;
}

export function createDedupe(compute: Compute, duplicates: () => Duplicates): Dedupe {
  function dedupe(source: string, options?: DedupeSourceOptions): Promise<DedupedSource>;
  function dedupe(rows: DedupeRows, options?: DedupeOptions): Promise<Deduped>;
  function dedupe(
    what: string | DedupeRows,
    options: DedupeSourceOptions | DedupeOptions = {}
  ): Promise<Deduped> {
    if (typeof what !== "string") return dedupeRows(compute, what, options as DedupeOptions);
    return dedupeSource(duplicates(), what, options as DedupeSourceOptions);
  }
  return dedupe;
}

async function dedupeSource(
  duplicates: Duplicates,
  source: string,
  {with: second, columns, threshold: wanted, ...work}: DedupeSourceOptions
): Promise<DedupedSource> {
  const search = await duplicates.open(source, {second, ...work});
  const isOther = columns !== undefined && (await chooseColumns(duplicates, search, columns));
  await runWhereNew(search, isOther, work);
  const {first} = search.sides;
  const threshold = wanted ?? search.job.threshold;
  const offset = second === undefined ? 0 : first.ends.length;
  const pairs = search.pairs
    .filter(({probability, status}) => probability >= threshold || status === "accepted")
    .map(({b, ...pair}) => ({...pair, b: b - offset}));
  const clusters =
    second === undefined ? search.clusters(threshold).map(({records}) => records) : [];
  const cluster = [...first.ends.keys()];
  for (const records of clusters) for (const record of records) cluster[record] = records[0]!;
  const {recall} = search.job.ran!;
  return {pairs, clusters, cluster, threshold, recall, ends: first.ends};
}

/** Plans anew where other columns were compared; tells whether it did. */
async function chooseColumns(
  duplicates: Duplicates,
  search: DuplicateSearch,
  names: readonly string[]
): Promise<boolean> {
  const {plan, id} = search.job;
  const missing = names.find((name) => plan.pairs.every(({first}) => first !== name));
  if (missing !== undefined) throw new InputError(`column not found: ${missing} in ${id}`);
  const chosen = plan.pairs.filter(({first}) => names.includes(first));
  const guessed = duplicates.guess(search.sides, chosen);
  if (toNames(guessed) === toNames(plan)) return false;
  await search.setPlan({...guessed, pairs: plan.pairs});
  return true;
}

/** All where it never ran so or people have said something since; else only what came since. */
async function runWhereNew(
  search: DuplicateSearch,
  isOther: boolean,
  work: Pick<DedupeSourceOptions, "signal" | "onProgress">
): Promise<void> {
  if (isOther || search.job.ran === null || search.unlearned > 0) await search.run(work);
  else if (search.fresh.length > 0)
    await search.run({...work, only: search.canCompareFresh ? "fresh" : "all"});
}

function toNames({columns}: DuplicatePlan): string {
  return JSON.stringify(columns.map(({name}) => name).sort());
}
