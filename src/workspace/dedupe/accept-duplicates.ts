import type {LakePart} from "../../model/catalogue.ts";
import {toEntryType, toLabel} from "../../model/entry-type.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {EntryDraft, Fields} from "../../model/entry.ts";
import type {MergeRule} from "../../model/merge-sides.ts";
import type {Evidence, SuggestionStatus} from "../../model/suggestion.ts";
import type {MatchPart} from "../../match/link/match-table.ts";
import type {Store} from "../../store/store.ts";
import type {Decided, DecidedPair} from "./decide-pairs.ts";
import {acceptPairs, settlePairs} from "./decide-pairs.ts";
import type {DuplicateSearch} from "./duplicate-search.ts";
import {draftRows} from "./row-drafts.ts";
import type {FoundPair} from "./search-run.ts";

/**
 * What becomes of records that are one:
 *
 * - `merge` entries become one entry
 * - `remember` nothing but that they are one
 * - `keep` rows become one entry of a type
 * - `join` rows are joined to the entry that they are
 * - `fill` the same, and the entry gets from them what it lacks
 */
export type AcceptMode = "merge" | "remember" | "keep" | "join" | "fill";

export interface AcceptChoice {
  readonly mode: AcceptMode;
  readonly rule: MergeRule;
  /** Of `keep`: the type, there already or new. */
  readonly type?: EntryType | undefined;
  /** The fields of the one that stays, where somebody chose them. */
  readonly fields?: Fields | undefined;
}

/** What can become of pairs of a search, the usual first. */
export function listAcceptModes({sides}: Pick<DuplicateSearch, "sides">): AcceptMode[] {
  const sources = [sides.first, sides.second ?? sides.first];
  const entries = sources.filter(({source}) => source.startsWith("ws.")).length;
  if (entries === 2) return ["merge"];
  return entries === 1 ? ["join", "fill", "remember"] : ["remember", "keep"];
}

/** Makes one of what is one, in one write; `parts` are what the lake's catalogue says of its files. */
export async function acceptDuplicates(
  store: Store,
  search: DuplicateSearch,
  pairs: readonly FoundPair[],
  {parts, ...choice}: AcceptChoice & {readonly parts: readonly LakePart[]}
): Promise<Decided> {
  const decided = await toDecided(search, pairs);
  const {mode, rule, fields} = choice;
  const keep = mode === "keep" || mode === "join" || mode === "fill";
  const rows = keep ? await toRowDrafts(store, search, pairs, {...choice, parts}) : undefined;
  return acceptPairs(store, decided, {rule, fields, ...(rows && {keep: rows})});
}

/** Says of pairs that they are two, wait, or are open again. */
export async function settleDuplicates(
  store: Store,
  search: DuplicateSearch,
  pairs: readonly FoundPair[],
  status: Exclude<SuggestionStatus, "accepted">
): Promise<Decided> {
  return settlePairs(store, await toDecided(search, pairs), status);
}

async function toDecided(
  search: DuplicateSearch,
  pairs: readonly FoundPair[]
): Promise<DecidedPair[]> {
  const parts = await search.explain(pairs);
  return pairs.map(({a, b, probability}, i) => ({
    a: search.ends[a]!,
    b: search.ends[b]!,
    probability,
    evidence: toEvidence(parts[i] ?? [])
  }));
}

/** A part's weight is the doubt that it takes by itself. */
function toEvidence(parts: readonly MatchPart[]): Evidence[] {
  return parts
    .filter(({column}) => column !== "prior")
    .map(({column, level, bits}) => ({
      what: `${bits < 0 ? "but " : ""}${toLabel(column)}: ${level}`,
      weight: bits > 0 ? Math.round(100 * (1 - 2 ** -bits)) / 100 : 0
    }));
}

async function toRowDrafts(
  store: Store,
  search: DuplicateSearch,
  pairs: readonly FoundPair[],
  {mode, type, parts}: AcceptChoice & {readonly parts: readonly LakePart[]}
): Promise<{type: EntryType; drafts: Map<string, EntryDraft>}> {
  const {first, second} = search.sides;
  const positions = [...new Set(pairs.flatMap(({a, b}) => [a, b]))];
  const {length} = first.ends;
  const entries = [first, second].find((side) => side?.source.startsWith("ws."));
  const linked = entries && (await store.types.get(entries.source.slice("ws.".length)));
  let kept = type ?? linked ?? toEntryType({name: "row", schema: {type: "object", properties: {}}});
  const drafts = new Map<string, EntryDraft>();
  for (const side of second ? [first, second] : [first]) {
    if (!side.result) continue;
    const offset = side === first ? 0 : length;
    const rows = positions
      .map((position) => position - offset)
      .filter((row) => row >= 0 && row < side.ends.length);
    const columns = linked ? toLinkedColumns(search, side === first, mode) : {};
    const drafted = await draftRows(side, rows, {type: kept, columns, parts});
    kept = drafted.type;
    for (const [end, draft] of drafted.drafts) drafts.set(end, draft);
  }
  return {type: kept, drafts};
}

/** Of rows that are linked with entries: the field of each column; what is not compared is no field. */
function toLinkedColumns(
  {sides, job}: DuplicateSearch,
  isFirst: boolean,
  mode: AcceptMode
): Record<string, string | null> {
  const columns = (isFirst ? sides.first : sides.second!).columns;
  const field = new Map(
    job.plan.pairs.map(({first, second}) => (isFirst ? [first, second] : [second, first]))
  );
  return Object.fromEntries(
    columns.map(({name}) => [name, mode === "fill" ? (field.get(name) ?? null) : null])
  );
}
