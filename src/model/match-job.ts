/**
 * A search for duplicates as it was last set up and run. `Plan` and `Model` belong to whoever runs it: the store keeps
 * them as JSON.
 */
export interface MatchJob<Plan = unknown, Model = unknown> {
  /** The sources as text, one after the other: the same search is one job. */
  readonly id: string;
  /** `lake.people`, `raw.contacts`, `ws.person`. */
  readonly first: string;
  /** What it is linked with; null where duplicates are looked for within one. */
  readonly second: string | null;
  readonly plan: Plan;
  /** The types of the sources' columns when the plan was kept, by source and name; undefined where an earlier version kept it. */
  readonly types?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the last run learned; null before the first. */
  readonly model: Model | null;
  /** From 0 to 1: pairs above it are taken for matches. */
  readonly threshold: number;
  /** What the last run did; null before the first. */
  readonly ran: MatchJobRun | null;
  readonly updated: number;
}

export interface MatchJobRun {
  readonly at: number;
  readonly records: number;
  readonly compared: number;
  /** The share of matches that the blocking is estimated to find. */
  readonly recall: number;
  readonly pairs: number;
  /** The highest probability of all that were compared; undefined where an earlier version ran. */
  readonly best?: number;
  /** Decisions that it learned from. */
  readonly labels: number;
}

/** What a run found, apart from its job: it is long. */
export interface MatchFindings {
  /** The job's id. */
  readonly job: string;
  /** The ends of all records, in the order of the run, one a line; those of the second source after the first's. */
  readonly keys: string;
  /** A number that changes with a record's values, by record. */
  readonly hashes: Float64Array;
  /** Positions in `keys`, and the probability that the two are one, by pair, the surest first. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly probability: Float32Array;
  /** What ends that somebody decided on were worth when they were last there, by end: a changed file gives rows other addresses. */
  readonly former: Readonly<Record<string, number>>;
}
