import {groupBy} from "../../lib/group-by.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {EntryDraft, Fields} from "../../model/entry.ts";
import type {MergeRule} from "../../model/merge-sides.ts";
import type {Evidence, SuggestionStatus} from "../../model/suggestion.ts";
import type {SuggestionDraft} from "../../store/settle-suggestions.ts";
import type {Store} from "../../store/store.ts";
import type {Transaction} from "../../store/transaction.ts";
import type {AcceptPlan, OneThing} from "./accept-plan.ts";
import {isEntryEnd, planAccept} from "./accept-plan.ts";
import {joinClusters} from "./join-clusters.ts";
import {SAME_AS} from "./same-as.ts";

/** Two records somebody decides on, by their ends. */
export interface DecidedPair {
  readonly a: string;
  readonly b: string;
  /** From 0 to 1. */
  readonly probability: number;
  readonly evidence?: readonly Evidence[];
}

/** What becomes of records that are one. */
export interface AcceptOptions {
  readonly rule: MergeRule;
  /** The fields of the one that stays, where somebody chose them one by one. */
  readonly fields?: Fields | undefined;
  /** Rows become entries of this type, or join the entries they are; without it their being one is remembered. */
  readonly keep?: {
    readonly type: EntryType;
    readonly drafts: ReadonlyMap<string, EntryDraft>;
  };
}

/** What a decision did. */
export interface Decided {
  readonly pairs: number;
  /** Entries that others were merged into, and that were made of rows. */
  readonly merged: number;
  readonly kept: number;
  /** What undo takes back; null where all was so before. */
  readonly group: string | null;
}

/** Says of pairs that they are two, that they wait, or that they are open again. */
export async function settlePairs(
  store: Store,
  pairs: readonly DecidedPair[],
  status: Exclude<SuggestionStatus, "accepted">
): Promise<Decided> {
  const {result, group} = await store.transaction(
    `${WORDS[status]} ${countPairs(pairs.length)}`,
    (tx) => tx.suggestions.settle(pairs.map(toDraft), status)
  );
  return {pairs: result, merged: 0, kept: 0, group};
}

/**
 * Says of pairs that they are one, and makes them so, in one write: entries are merged, rows kept as one entry or joined
 * to the entry that they are. What hangs together by several pairs becomes one.
 */
export async function acceptPairs(
  store: Store,
  pairs: readonly DecidedPair[],
  options: AcceptOptions
): Promise<Decided> {
  const things = await readThings(store, pairs, options);
  const plans = things.map((thing) => ({plan: planAccept(thing, options), rows: thing.rows}));
  const {keep} = options;
  const {result, group} = await store.transaction(
    `Accept ${countPairs(pairs.length)}`,
    async (tx) => {
      if (plans.some(({rows}) => rows.size > 0)) {
        await tx.kinds.put(SAME_AS);
        if (keep) await tx.types.putAll([keep.type]);
      }
      const drafts = pairs.map(toDraft);
      for (const {plan, rows} of plans) {
        const id = await makeOne(tx, plan);
        for (const end of rows.keys()) drafts.push(toDraft({a: id, b: end, probability: 1}));
      }
      return tx.suggestions.settle(drafts, "accepted");
    }
  );
  const merged = plans.filter(({plan}) => plan.others.length > 0).length;
  const kept = plans.filter(({plan}) => !plan.keep).length;
  return {pairs: Math.min(result, pairs.length), merged, kept, group};
}

async function makeOne(tx: Transaction, plan: AcceptPlan): Promise<string> {
  const {keep, others, draft, fields, tags, joined} = plan;
  let id: string;
  if (!keep) [id] = (await tx.entries.upsertAll([{...draft!, fields, tags}])).ids as [string];
  else if (others.length > 0) ({id} = await tx.entries.merge(keep.id, others, {fields, tags}));
  else ({id} = await tx.entries.update(keep.id, {fields, tags}));
  await tx.edges.addAll(joined.map((to) => ({kind: SAME_AS.name, from: id, to})));
  return id;
}

/** What hangs together, without what has nothing to be made of: rows that are only remembered, entries that are gone. */
async function readThings(
  store: Store,
  pairs: readonly DecidedPair[],
  {keep}: AcceptOptions
): Promise<OneThing[]> {
  const ends = [...new Set(pairs.flatMap(({a, b}) => [a, b]))];
  const place = new Map(ends.map((end, i) => [end, i]));
  const links = pairs.map(({a, b}) => ({a: place.get(a)!, b: place.get(b)!}));
  const known = keep ? await readKeptRows(store) : new Map<string, string>();
  const entryIds = [...ends.filter(isEntryEnd), ...ends.flatMap((end) => known.get(end) ?? [])];
  const entries = new Map(
    (await store.entries.getAll([...new Set(entryIds)])).map((entry) => [entry.id, entry])
  );
  // an entry that was removed since holds no row any more
  const keptAs = new Map([...known].filter(([, id]) => entries.has(id)));
  return joinClusters(links).flatMap((records): OneThing[] => {
    const members = records.map((record) => ends[record]!);
    const ids = new Set(members.map((end) => keptAs.get(end) ?? end));
    const own = [...ids].flatMap((id) => entries.get(id) ?? []);
    const rows = new Map(
      members.flatMap((end) => {
        const draft = keep?.drafts.get(end);
        return draft && !keptAs.has(end) ? [[end, draft] as const] : [];
      })
    );
    return own.length > 1 || rows.size > 0 ? [{entries: own, rows}] : [];
  });
}

/** The entries that rows were kept as, by the row's end, as the ledger knows. */
async function readKeptRows(store: Store): Promise<Map<string, string>> {
  const {suggestions} = await store.suggestions.page({
    kind: "duplicate",
    status: "accepted",
    limit: Infinity
  });
  const byKind = groupBy(
    suggestions.map(({ends}) => [...ends].sort((a) => (isEntryEnd(a) ? -1 : 1))),
    ([id, row]) => isEntryEnd(id!) && !isEntryEnd(row!)
  );
  return new Map((byKind.get(true) ?? []).map(([id, row]) => [row!, id!]));
}

function toDraft({a, b, probability, evidence = []}: DecidedPair): SuggestionDraft {
  return {
    kind: "duplicate",
    ends: [a, b].sort(),
    proposal: {do: "merge"},
    score: probability,
    evidence,
    method: "duplicates"
  };
}

function countPairs(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "duplicate" : "duplicates"}`;
}

const WORDS = {open: "Reopen", rejected: "Reject", later: "Put off"} as const;
