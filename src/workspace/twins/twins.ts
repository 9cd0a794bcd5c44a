import {toEndText} from "../../model/end.ts";
import type {Catalogue} from "../../model/catalogue.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields, RowSource} from "../../model/entry.ts";
import type {QueryResult} from "../../model/query-result.ts";
import {toSuggestionKey} from "../../model/suggestion.ts";
import type {Reason} from "../../match/match-record.ts";
import type {LikelyTwin} from "../../match/twin-index.ts";
import {compareRecords} from "../../match/twin-index.ts";
import type {Store} from "../../store/store.ts";
import {EntryFollower} from "../find/entry-news.ts";
import type {LakeRow} from "./row-twins.ts";
import {findTable, toLakeRows, toRowQuery} from "./row-twins.ts";
import {toDuplicateDraft} from "./propose-twins.ts";
import type {EntryRecord} from "./type-records.ts";
import {TypeRecords} from "./type-records.ts";

const DEFAULT_LIMIT = 4;
const MIN_ROW_SCORE = 0.6;
/** Entries near in meaning that are compared. */
const MAX_NEAR = 8;
const DRAFT_ID = "";

/** What somebody is typing. */
export interface TwinDraft {
  readonly type: string;
  readonly fields: Fields;
  /** The entry that is edited; absent of a new one. */
  readonly id?: string | undefined;
}

/** Something that may be the same thing as a draft, and why. */
export interface Twin {
  /** An entry's id, or the address of a row. */
  readonly end: string;
  readonly title: string;
  readonly type: string;
  readonly fields: Fields;
  /** From 0 to 1. */
  readonly score: number;
  /** The strongest first, those against it too. */
  readonly reasons: readonly Reason[];
  /** The row of the lake; undefined of an entry. */
  readonly row?: LakeRow;
}

/** Who may be the same thing. */
export interface Twins {
  /**
   * The likely twins of a draft, best first, among the entries of its family of types; then with those that mean
   * nearly the same; then with rows of the table that such entries are kept from. What somebody said is not the same
   * is left out. An aborted `signal` ends it without a word.
   */
  find(
    draft: TwinDraft,
    options?: {limit?: number; signal?: AbortSignal}
  ): AsyncGenerator<readonly Twin[]>;
  /** Remembers that an entry and others are not the same; gives the write that undo takes back. */
  refuse(id: string, twins: readonly Twin[]): Promise<string | null>;
  /** All entries, in step with the store, by families of types. */
  records(): Promise<TypeRecords>;
}

export interface TwinSources {
  readonly store: Store;
  readonly catalogue: () => Promise<Catalogue>;
  readonly query: (sql: string, options: {signal?: AbortSignal}) => Promise<QueryResult>;
  /** Entries near in meaning to a text, with their cosine. */
  readonly findNear: (
    text: string,
    options: {limit: number; accept: (id: string) => boolean; signal?: AbortSignal}
  ) => Promise<readonly {readonly id: string; readonly score: number}[]>;
}

export function createTwins({store, catalogue, query, findNear}: TwinSources): Twins {
  const all = new TypeRecords();
  const follower = new EntryFollower(store, (news) => all.take(news));
  const records = async (): Promise<TypeRecords> => {
    all.setTypes(await store.types.list());
    await follower.sync();
    return all;
  };

  const dropRefused = async (id: string | undefined, twins: Twin[]): Promise<Twin[]> => {
    if (id === undefined) return twins;
    const keys = twins.map(({end}) => toKey(id, end));
    const known = await Promise.all(keys.map((key) => store.suggestions.get(key)));
    return twins.filter((_, i) => known[i]?.status !== "rejected");
  };

  const findRows = async (
    type: EntryType,
    {id, fields}: TwinDraft,
    signal: AbortSignal | undefined
  ): Promise<Twin[]> => {
    const record = all.toRecord(type.name, id ?? DRAFT_ID, fields);
    const sources = [...(all.family(type.name)?.records() ?? [])].map(({source}) => source);
    const table = findTable(sources);
    if (!record || table === undefined) return [];
    const known = await catalogue();
    const sql = toRowQuery(record, table, type, known);
    if (sql === undefined) return [];
    const rows = toLakeRows(await query(sql, signal ? {signal} : {}), type, known);
    return dropKept(rows, sources).flatMap((row): Twin[] => {
      const other = all.toRecord(type.name, DRAFT_ID, row.fields)!;
      const {score, reasons} = compareRecords(record, other);
      const {table, sha256, row: number} = row.source;
      const end = toEndText({kind: "row", table, sha256, row: number});
      const {title} = other;
      return score < MIN_ROW_SCORE
        ? []
        : [{end, title, type: type.name, fields: row.fields, score, reasons, row}];
    });
  };

  return {
    records,

    async *find(draft, {limit = DEFAULT_LIMIT, signal} = {}) {
      await records();
      const {type: name, fields, id} = draft;
      const type = all.type(name);
      const record = all.toRecord(name, id ?? DRAFT_ID, fields);
      if (!type || !record || signal?.aborted) return;
      const family = all.family(name);
      const toTwins = async (near?: ReadonlyMap<string, number>): Promise<Twin[]> => {
        const found = family?.find(record, {limit, ...(near && {near})}) ?? [];
        return dropRefused(id, found.map(toTwin));
      };

      let twins = await toTwins();
      yield twins;
      if (family && record.title !== "" && !signal?.aborted) {
        const accept = (one: string): boolean => one !== id && family.get(one) !== undefined;
        const near = await nearTo(findNear, record.title, {limit: MAX_NEAR, accept, signal});
        if (near.size > 0 && !signal?.aborted) yield (twins = await toTwins(near));
      }
      if (signal?.aborted) return;
      const rows = await dropRefused(id, await findRows(type, draft, signal));
      if (rows.length > 0 && !signal?.aborted) yield [...twins, ...rows].slice(0, 2 * limit);
    },

    async refuse(id, twins) {
      const drafts = twins.map((twin) => toDuplicateDraft(id, twin.end, twin));
      await store.suggestions.propose(drafts);
      return store.suggestions.decide(drafts.map(toSuggestionKey), "rejected");
    }
  };
}

function toTwin({record, score, reasons}: LikelyTwin<EntryRecord>): Twin {
  const {id, title, type, fields} = record;
  return {end: id, title, type, fields, score, reasons};
}

/** Rows that no entry was kept from yet. */
function dropKept(rows: readonly LakeRow[], sources: readonly (RowSource | null)[]): LakeRow[] {
  const isOf = ({source}: LakeRow, other: RowSource | null): boolean =>
    other !== null && source.row === other.row && source.sha256 === other.sha256;
  return rows.filter((row) => !sources.some((source) => isOf(row, source)));
}

function toKey(a: string, b: string): string {
  return toSuggestionKey({kind: "duplicate", ends: [a, b], proposal: {do: "merge"}});
}

/** Cosines by id; none where no model is there, which is told of where similar entries are shown. */
async function nearTo(
  findNear: TwinSources["findNear"],
  text: string,
  {
    limit,
    accept,
    signal
  }: {limit: number; accept: (id: string) => boolean; signal: AbortSignal | undefined}
): Promise<Map<string, number>> {
  try {
    const near = await findNear(text, {limit, accept, ...(signal && {signal})});
    return new Map(near.map(({id, score}) => [id, score]));
  } catch {
    return new Map();
  }
}
