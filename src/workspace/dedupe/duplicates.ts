import {guessPlan} from "../../match/link/guess-plan.ts";
import type {RawTable} from "../../model/batch.ts";
import type {QueryResult} from "../../model/query-result.ts";
import {findFamily} from "../../model/type-family.ts";
import type {Store} from "../../store/store.ts";
import type {Compute} from "../compute/compute.ts";
import {readNamedTables} from "../imports/raw-rows.ts";
import type {DuplicateJob, DuplicatePlan} from "./duplicate-plan.ts";
import {fitPlan} from "./duplicate-plan.ts";
import {DuplicateSearch} from "./duplicate-search.ts";
import type {AlikeRows} from "./find-alike-rows.ts";
import {findAlikeRows} from "./find-alike-rows.ts";
import {toJobId, toMatchSource, toSourceText} from "./match-source.ts";
import {createMergedReader} from "./merged-pairs.ts";
import {pairColumns} from "./pair-columns.ts";
import {NO_DRIFT, findDrift, toSourceTypes} from "./plan-drift.ts";
import type {TableReader} from "./read-table.ts";
import {readTableRecords} from "./read-table.ts";
import {readTypeRecords} from "./read-type.ts";
import type {Sides} from "./search-run.ts";
import type {SearchWork} from "./search-sources.ts";
import type {SourceRecords} from "./source-records.ts";
import {toMatchTable} from "./source-records.ts";

/** Until a run says from where on pairs are rather one than two. */
const DEFAULT_THRESHOLD = 0.5;

/** What duplicates can be looked for in. */
export interface DuplicateSource {
  /** `lake.people`, `raw.contacts`, `ws.person`. */
  readonly source: string;
  /** As people read it. */
  readonly label: string;
  /** Null where nobody has counted them yet. */
  readonly records: number | null;
}

/** Searches for duplicates: of a table, of a type, or between two of them. */
export interface Duplicates {
  /** Tables of the lake, imported tables, then types that have entries. */
  sources(): Promise<DuplicateSource[]>;
  /** The searches that are kept, the last one worked on first. */
  jobs(): Promise<DuplicateJob[]>;
  /**
   * Opens a search as it was left, or sets a new one up: columns, kinds and blocking are guessed. Throws `InputError`
   * where a source is not there or too long.
   */
  open(
    first: string,
    options?: {second?: string | undefined; signal?: AbortSignal}
  ): Promise<DuplicateSearch>;
  /** A plan guessed from what is there, over pairs of columns that somebody chose. */
  guess(sides: Sides, pairs?: DuplicatePlan["pairs"]): DuplicatePlan;
  /** Which rows, not there yet, look like some of a source; `key` is what they would be known by. */
  alike(
    source: string,
    rows: QueryResult,
    work: SearchWork & {readonly key: readonly string[]}
  ): Promise<AlikeRows>;
  /** Forgets a search; what was decided stays. */
  remove(id: string): Promise<void>;
}

export interface DuplicatesSources extends Omit<TableReader, "namedTables"> {
  readonly store: Store;
  readonly compute: Compute;
  readonly rawTables: () => Promise<readonly RawTable[]>;
}

export function createDuplicates({
  store,
  compute,
  rawTables,
  ...lake
}: DuplicatesSources): Duplicates {
  const tables: TableReader = {...lake, namedTables: () => readNamedTables(store)};
  const read = (text: string, signal?: AbortSignal): Promise<SourceRecords> => {
    const source = toMatchSource(text);
    return source.schema === "ws"
      ? readTypeRecords(store, source.name, signal)
      : readTableRecords(tables, source, signal);
  };

  return {
    async sources() {
      const catalogue = await tables.catalogue();
      const types = await store.types.list();
      const counts = await store.entries.countByType();
      const byName = new Map(types.map((type) => [type.name, type]));
      const toCount = (name: string): number =>
        findFamily(name, byName).reduce((sum, member) => sum + (counts.get(member) ?? 0), 0);
      return [
        ...catalogue.tables.map(({name, rows}) => toListed("lake", name, name, Number(rows))),
        ...(await rawTables()).map(({name, rows}) => toListed("raw", name, name, rows)),
        ...types
          .map(({name, plural}) => toListed("ws", name, plural, toCount(name)))
          .filter(({records}) => records! > 0)
      ];
    },

    jobs: async () => (await store.matchJobs.list()) as DuplicateJob[],

    async open(first, {second, signal} = {}) {
      const one = toSourceText(toMatchSource(first));
      const other = second === undefined ? undefined : toSourceText(toMatchSource(second));
      // what does not change while a page is open is read once: only entries do
      let sides: Sides | undefined;
      const readSides = async (stop?: AbortSignal): Promise<Sides> => {
        const again = (source: string, known: SourceRecords | undefined): Promise<SourceRecords> =>
          known && !source.startsWith("ws.") ? Promise.resolve(known) : read(source, stop);
        const firstRecords = await again(one, sides?.first);
        sides = {first: firstRecords, ...(other && {second: await again(other, sides?.second)})};
        return sides;
      };
      const now = await readSides(signal);
      const id = toJobId(one, other);
      const kept = (await store.matchJobs.get(id)) as DuplicateJob | undefined;
      // an archive brings a search without what it found: it runs anew
      const hasFindings = (await store.matchJobs.findings(id)) !== undefined;
      const drift = kept ? findDrift(kept, now.first, now.second) : NO_DRIFT;
      // what was learned of a column that is gone says nothing of the rest
      const isWhole = drift.gone.length === 0;
      const types = toSourceTypes(now.second ? [now.first, now.second] : [now.first]);
      const job: DuplicateJob = kept
        ? {
            ...kept,
            plan: fitPlan(kept.plan, now.first, now.second),
            types,
            model: isWhole ? kept.model : null,
            ran: hasFindings && isWhole ? kept.ran : null
          }
        : {
            id,
            first: one,
            second: other ?? null,
            plan: guess(now),
            types,
            model: null,
            threshold: DEFAULT_THRESHOLD,
            ran: null,
            updated: Date.now()
          };
      const {schema, name} = toMatchSource(one);
      const search = new DuplicateSearch(
        {
          store,
          compute,
          read: readSides,
          ...(schema === "ws" && !other && {readMerged: createMergedReader(store, name)})
        },
        job,
        now,
        drift
      );
      await search.refresh(signal);
      return search;
    },

    guess,
    async alike(source, rows, work) {
      const known = await read(source, work.signal);
      return findAlikeRows({compute, guess, known}, rows, work);
    },
    remove: (id) => store.matchJobs.remove(id)
  };
}

function guess(
  {first, second}: Sides,
  pairs: DuplicatePlan["pairs"] = pairColumns(first, second)
): DuplicatePlan {
  const one = toMatchTable(first, "first", pairs);
  const other = second && toMatchTable(second, "second", pairs);
  return {...guessPlan(one, other), pairs};
}

function toListed(
  schema: string,
  name: string,
  label: string,
  records: number | null
): DuplicateSource {
  return {source: `${schema}.${name}`, label, records};
}
