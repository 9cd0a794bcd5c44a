import type {Change} from "../../model/change.ts";
import type {Entry, Fields} from "../../model/entry.ts";
import type {Suggestion} from "../../model/suggestion.ts";
import {findFamily} from "../../model/type-family.ts";
import type {Store} from "../../store/store.ts";
import {isEntryEnd} from "./accept-plan.ts";

/** An entry as it was before it was merged with another. */
export interface FormerEntry {
  readonly id: string;
  /** The write that merged it. */
  readonly group: string;
  readonly fields: Fields;
}

/** Two entries that somebody said are one, and that are one entry now. */
export type MergedPair = readonly [FormerEntry, FormerEntry];

/** More teach nothing new. */
const MAX_PAIRS = 500;

/**
 * Reads the pairs of a type that were merged, as the ledger knows them and with the values that the history has of them;
 * `isThere` tells of an entry whether it is there. What was read once is not read again.
 */
export function createMergedReader(
  store: Store,
  type: string
): (isThere: (id: string) => boolean) => Promise<MergedPair[]> {
  const known = new Map<string, MergedPair | undefined>();
  return async (isThere) => {
    const {suggestions} = await store.suggestions.page({
      kind: "duplicate",
      status: "accepted",
      limit: Infinity
    });
    const merged = suggestions.filter(
      ({ends}) => ends.every(isEntryEnd) && !ends.every((id) => isThere(id))
    );
    const writes = new Map<string, Promise<Change[]>>();
    const types = new Map((await store.types.list()).map((one) => [one.name, one]));
    const family = new Set(findFamily(type, types));
    const pairs: MergedPair[] = [];
    for (const suggestion of merged.slice(0, MAX_PAIRS)) {
      const key = `${suggestion.id} ${suggestion.decided}`;
      if (!known.has(key)) known.set(key, await readPair(store, suggestion, {family, writes}));
      const pair = known.get(key);
      if (pair) pairs.push(pair);
    }
    return pairs;
  };
}

/** The two as they were before the write that removed one of them; undefined of other types, and where history has no more. */
async function readPair(
  {history}: Store,
  {ends}: Suggestion,
  {
    family,
    writes
  }: {readonly family: ReadonlySet<string>; readonly writes: Map<string, Promise<Change[]>>}
): Promise<MergedPair | undefined> {
  for (const end of ends) {
    const [last] = await history.of("entries", end, {limit: 1});
    if (last?.after !== null || !last.before || !family.has(last.before.type)) continue;
    const {group} = last;
    const write = writes.get(group) ?? history.changes(group);
    writes.set(group, write);
    const changes = (await write).filter(({table}) => table === "entries");
    const [one, other] = ends.map((id) => changes.find((change) => change.id === id)?.before);
    if (one && other) return [toFormer(one as Entry, group), toFormer(other as Entry, group)];
  }
  return undefined;
}

function toFormer({id, fields}: Entry, group: string): FormerEntry {
  return {id, group, fields};
}
