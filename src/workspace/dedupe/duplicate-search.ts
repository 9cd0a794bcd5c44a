import {InputError} from "../../lib/errors.ts";
import type {MatchFindings} from "../../model/match-job.ts";
import type {SuggestionStatus} from "../../model/suggestion.ts";
import type {BlockingForecast} from "../../match/link/estimate.ts";
import type {MatchLabel, MatchPart} from "../../match/link/match-table.ts";
import type {DuplicateJob, DuplicatePlan} from "./duplicate-plan.ts";
import {isHeeded} from "./heeded-labels.ts";
import type {DuplicateCluster} from "./likely-clusters.ts";
import {findLikelyClusters} from "./likely-clusters.ts";
import type {MergedPair} from "./merged-pairs.ts";
import {packLink} from "./packed-link.ts";
import type {PlanDrift} from "./plan-drift.ts";
import {NO_DRIFT} from "./plan-drift.ts";
import type {Decision, EndFinder} from "./read-decisions.ts";
import {createEndFinder, readDecisions} from "./read-decisions.ts";
import type {RecordsState} from "./records-state.ts";
import {compareRecords, toHashes, toKeys} from "./records-state.ts";
import type {FoundPair, Sides} from "./search-run.ts";
import {sortPairs, toFoundPairs, toLinkRun} from "./search-run.ts";
import type {SearchSources, SearchWork} from "./search-sources.ts";
import type {SourceColumn} from "./source-records.ts";
import {withMerged} from "./with-merged.ts";

/** A pair to look at, with what was decided. */
export interface DuplicatePair extends FoundPair {
  readonly status: SuggestionStatus;
}

/**
 * A search for duplicates within one source, or between two: its plan, what the last run found of what is there now, and
 * what was decided. Positions count the records of the first source, then those of the second.
 */
export class DuplicateSearch {
  readonly #sources: SearchSources;
  #job: DuplicateJob;
  #sides: Sides;
  #drift: PlanDrift;
  #ends: readonly string[] = [];
  #hashes = new Float64Array();
  #findings: MatchFindings | undefined;
  /** What `#ends`, `#hashes` and `#state` were made of. */
  #read: Sides | undefined;
  #seen: MatchFindings | undefined;
  #findEnd: EndFinder = () => undefined;
  #state: RecordsState | undefined;
  #pairs: readonly DuplicatePair[] = [];
  #decisions: readonly Decision[] = [];
  #decidedEnds: ReadonlySet<string> = new Set();
  #merged: readonly MergedPair[] = [];

  constructor(sources: SearchSources, job: DuplicateJob, sides: Sides, drift = NO_DRIFT) {
    this.#sources = sources;
    this.#job = job;
    this.#sides = sides;
    this.#drift = drift;
  }

  get job(): DuplicateJob {
    return this.#job;
  }

  get sides(): Sides {
    return this.#sides;
  }

  /** What of the plan no longer fits; nothing once the plan is kept as it now is. */
  get drift(): PlanDrift {
    return this.#drift;
  }

  /** The ends of all records. */
  get ends(): readonly string[] {
    return this.#ends;
  }

  /** All pairs of the last run between records that are there, the surest first. */
  get pairs(): readonly DuplicatePair[] {
    return this.#pairs;
  }

  /** What was decided, also of pairs that the last run has not found. */
  get decisions(): readonly Decision[] {
    return this.#decisions;
  }

  /** Records that no run has seen as they are now; none before the first run. */
  get fresh(): readonly number[] {
    return this.#state?.fresh ?? [];
  }

  /** Whether the new records can be compared by themselves. */
  get canCompareFresh(): boolean {
    const {length} = this.#sides.first.ends;
    return this.fresh.length > 0 && this.fresh.every((i) => i < length);
  }

  /** Decisions that the next run would learn from, and that the last one has not. */
  get unlearned(): number {
    const {length} = this.#labels();
    return Math.max(0, length + this.#merged.length - (this.#job.ran?.labels ?? 0));
  }

  /** A record's value in a column, by the column's name in the first source. */
  value(position: number, name: string): string {
    const {first, second} = this.#sides;
    const {length} = first.ends;
    const pair = this.#job.plan.pairs.find((one) => one.first === name);
    const [records, row, column] =
      position < length || !second
        ? [first, position, name]
        : [second, position - length, pair?.second];
    return records.columns.find((one) => one.name === column)?.values[row] ?? "";
  }

  /** All columns of a record with its values, compared or not. */
  values(position: number): (Omit<SourceColumn, "values"> & {readonly value: string})[] {
    const {first, second} = this.#sides;
    const isFirst = position < first.ends.length || !second;
    const row = isFirst ? position : position - first.ends.length;
    return (isFirst ? first : second).columns.map(({name, label, values}) => ({
      name,
      label,
      value: values[row]!
    }));
  }

  /** Reads anew what is there and what was decided. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const {store, read, readMerged} = this.#sources;
    const sides = await read(signal);
    const findings = (this.#findings ??= await store.matchJobs.findings(this.#job.id));
    const isSame = sides.first === this.#read?.first && sides.second === this.#read.second;
    if (!isSame) await this.#take(sides, signal);
    if (!isSame || this.#seen !== findings) {
      this.#seen = findings;
      this.#state =
        findings &&
        compareRecords(
          {keys: toKeys(findings), hashes: findings.hashes},
          {ends: this.#ends, hashes: this.#hashes}
        );
      this.#findEnd = createEndFinder(this.#ends, this.#hashes, findings?.former ?? {});
    }
    const {decisions, ends} = await readDecisions(store, this.#findEnd);
    this.#decisions = decisions;
    this.#decidedEnds = ends;
    this.#merged = (await readMerged?.((id) => this.#findEnd(id) !== undefined)) ?? [];
    this.#pairs = this.#toPairs();
  }

  /** Keeps another plan; what was found stays until the next run. */
  async setPlan(plan: DuplicatePlan): Promise<void> {
    this.#drift = NO_DRIFT;
    await this.#put({plan});
  }

  async setThreshold(threshold: number): Promise<void> {
    await this.#put({threshold});
  }

  /** How many pairs each way of bringing records together would compare, and all of them. */
  estimate(plan: DuplicatePlan, work: SearchWork = {}): Promise<BlockingForecast> {
    const {input} = toLinkRun(this.#sides, plan, []);
    return this.#sources.compute.run("estimateLink", packLink(input), work);
  }

  /** Compares all records, or only those that are new with each other and with all others, and keeps what it finds. */
  async run({only = "all", ...work}: SearchWork & {only?: "all" | "fresh"} = {}): Promise<void> {
    const {plan, model} = this.#job;
    if (plan.columns.length === 0)
      throw new InputError("nothing to compare: choose a column at least");
    if (plan.blocking.length === 0)
      throw new InputError("no way to bring records together: choose one at least");
    const state = this.#state;
    const isFresh = only === "fresh" && state !== undefined && model !== null;
    if (isFresh && !this.canCompareFresh) return;
    const {records, labels: taught} = withMerged(this.#sides.first, isFresh ? [] : this.#merged);
    const labels = [...this.#labels(), ...taught];
    const {input, order} = toLinkRun(
      {...this.#sides, first: records},
      plan,
      labels,
      isFresh ? {state, model} : undefined
    );
    const outcome = await this.#sources.compute.run("link", packLink(input), work);
    const fresh = new Set(isFresh ? state.fresh : []);
    const former = isFresh ? this.#pairs.filter(({a, b}) => !fresh.has(a) && !fresh.has(b)) : [];
    // what was merged is only learned from
    const found = toFoundPairs(outcome, order, this.#sides.second !== undefined).filter(
      ({a, b}) => Math.max(a, b) < this.#ends.length
    );
    const pairs = sortPairs([...former, ...found]);
    await this.#keep(pairs, {
      model: outcome.model,
      threshold: isFresh ? this.#job.threshold : outcome.threshold,
      ran: {
        at: Date.now(),
        records: this.#ends.length,
        compared: outcome.compared,
        recall: outcome.recall,
        pairs: pairs.length,
        best: outcome.best,
        labels: labels.length
      }
    });
  }

  /**
   * Why pairs are said to be one or two, by pair; nothing before the first run. Parts add up to the probability of the
   * run, so what was decided since then is no part of them.
   */
  async explain(pairs: readonly FoundPair[], work: SearchWork = {}): Promise<MatchPart[][]> {
    const {model, plan} = this.#job;
    if (!model || pairs.length === 0) return [];
    const labels = this.#labels().filter(isHeeded(pairs, this.#ends));
    const {input} = toLinkRun(this.#sides, {...plan, ...model.plan}, labels);
    const offset = this.#sides.second ? this.#sides.first.ends.length : 0;
    const places = pairs.map(({a, b, probability}) => ({a, b: b - offset, probability}));
    return this.#sources.compute.run(
      "explainLink",
      {input: packLink(input), model, pairs: places},
      work
    );
  }

  /** Records that pairs at or above a probability join, with what was decided. */
  clusters(threshold = this.#job.threshold): DuplicateCluster[] {
    return findLikelyClusters(this.#pairs, threshold);
  }

  async #take(sides: Sides, signal: AbortSignal | undefined): Promise<void> {
    const {first, second} = sides;
    const hashes = [await toHashes(first, signal), second ? await toHashes(second, signal) : []];
    this.#hashes = new Float64Array(first.ends.length + (second?.ends.length ?? 0));
    this.#hashes.set(hashes[0]!);
    this.#hashes.set(hashes[1]!, first.ends.length);
    this.#ends = [...first.ends, ...(second?.ends ?? [])];
    this.#sides = this.#read = sides;
  }

  #labels(): MatchLabel[] {
    return this.#decisions
      .filter(({status}) => status !== "later")
      .map(({a, b, status}) => ({
        a: this.#ends[a]!,
        b: this.#ends[b]!,
        isMatch: status === "accepted"
      }));
  }

  async #keep(
    pairs: readonly FoundPair[],
    learned: Pick<DuplicateJob, "model" | "ran" | "threshold">
  ): Promise<void> {
    const {former = {}} = this.#findings ?? {};
    const worth = Array.from(this.#decidedEnds, (end): [string, number] => [
      end,
      this.#hashes[this.#findEnd(end)!]!
    ]);
    this.#findings = {
      job: this.#job.id,
      keys: this.#ends.join("\n"),
      hashes: this.#hashes,
      a: Uint32Array.from(pairs, ({a}) => a),
      b: Uint32Array.from(pairs, ({b}) => b),
      probability: Float32Array.from(pairs, ({probability}) => probability),
      former: {...former, ...Object.fromEntries(worth)}
    };
    this.#drift = NO_DRIFT;
    this.#job = {...this.#job, ...learned, updated: Date.now()};
    await this.#sources.store.matchJobs.put(this.#job, this.#findings);
    await this.refresh();
  }

  async #put(change: Partial<DuplicateJob>): Promise<void> {
    this.#job = {...this.#job, ...change, updated: Date.now()};
    await this.#sources.store.matchJobs.put(this.#job);
  }

  /** What the last run found, of records that are there. */
  #toPairs(): DuplicatePair[] {
    const {a = [], b = [], probability = []} = this.#findings ?? {};
    const {known = []} = this.#state ?? {};
    const statuses = new Map(this.#decisions.map((one) => [`${one.a},${one.b}`, one.status]));
    const pairs: DuplicatePair[] = [];
    for (let i = 0; i < a.length; ++i) {
      const [x, y] = [known[a[i]!]!, known[b[i]!]!];
      if (x < 0 || y < 0) continue;
      const [first, second] = [Math.min(x, y), Math.max(x, y)];
      const status = statuses.get(`${first},${second}`) ?? "open";
      pairs.push({a: first, b: second, probability: probability[i]!, status});
    }
    return pairs;
  }
}
