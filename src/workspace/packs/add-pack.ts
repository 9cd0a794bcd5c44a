import type {EdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Pack, PackEntry} from "../../model/pack.ts";
import {isSampleTag, toPackAddress, toSampleTag} from "../../model/pack.ts";
import type {EdgeDraft} from "../../store/add-edges.ts";
import type {Store} from "../../store/store.ts";
import {findVersion, planPack} from "./plan-pack.ts";

/** What adding a pack wrote. */
export interface PackAddition {
  /** Those that are new or have something new. */
  readonly types: number;
  readonly kinds: number;
  readonly entries: number;
  readonly edges: number;
  /** What undo takes back; null where all was there. */
  readonly group: string | null;
}

/** See `Packs.add`; `packs` is the pack after those that it requires. */
export async function addPack(
  store: Store,
  packs: readonly Pack[],
  {samples}: {samples: boolean}
): Promise<PackAddition> {
  const plan = await planAll(store, packs, samples);
  const {result: edges, group} = await store.transaction(
    `Add the pack ${packs.at(-1)!.label}`,
    async (tx) => {
      if (plan.types.length > 0) await tx.types.putAll(plan.types);
      for (const kind of plan.kinds) await tx.kinds.put(kind);
      if (plan.entries.length === 0 && plan.joined.length === 0) return 0;
      const added = await tx.entries.addAll(
        plan.entries.map(({type, fields, tags}) => ({type, fields, tags}))
      );
      const idOf = new Map(plan.ids);
      plan.entries.forEach((entry, i) => idOf.set(toPackAddress(entry), added[i]!.id));
      const joined = [...plan.entries, ...plan.joined];
      return (await tx.edges.addAll(toPackEdges(joined, idOf))).added;
    }
  );
  const {types, kinds, entries} = plan;
  return {types: types.length, kinds: kinds.length, entries: entries.length, edges, group};
}

interface WholePlan {
  readonly types: readonly EntryType[];
  readonly kinds: readonly EdgeKind[];
  /** With the tags that they get. */
  readonly entries: readonly PackEntry[];
  /** Sample entries of other packs that these packs have too: they get the edges that they have here. */
  readonly joined: readonly PackEntry[];
  /** The ids of those that are there, by address. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What all packs add together: each is planned on the ground that those before it leave. */
async function planAll(store: Store, packs: readonly Pack[], samples: boolean): Promise<WholePlan> {
  const types = new Map((await store.types.list()).map((type) => [type.name, type]));
  const kinds = new Map((await store.kinds.list()).map((kind) => [kind.name, kind]));
  const news = {types: new Map<string, EntryType>(), kinds: new Map<string, EdgeKind>()};
  const entries: PackEntry[] = [];
  const joined: PackEntry[] = [];
  const ids = new Map<string, string>();
  for (const pack of packs) {
    const isNew = findVersion(pack, {types, kinds}) === undefined;
    for (const entry of pack.entries) {
      const there = await store.entries.bySlug(entry.type, entry.slug);
      if (!there) continue;
      ids.set(toPackAddress(entry), there.id);
      if (samples && isNew && there.tags.some(isSampleTag)) joined.push(entry);
    }
    const there = new Set([...ids.keys(), ...entries.map(toPackAddress)]);
    const tag = toSampleTag(pack.name);
    const plan = planPack(
      pack,
      {types, kinds, entries: there},
      samples ? "all" : (await isOutdated(store, pack, {types, kinds})) ? "new" : "none"
    );
    for (const type of plan.types) for (const map of [types, news.types]) map.set(type.name, type);
    for (const kind of plan.kinds) for (const map of [kinds, news.kinds]) map.set(kind.name, kind);
    entries.push(...plan.entries.map((entry) => ({...entry, tags: [...entry.tags, tag]})));
  }
  return {types: [...news.types.values()], kinds: [...news.kinds.values()], entries, joined, ids};
}

/** Whether an older version is there, and its sample entries with it. */
async function isOutdated(
  store: Store,
  pack: Pack,
  ground: Parameters<typeof findVersion>[1]
): Promise<boolean> {
  const version = findVersion(pack, ground);
  if (version === undefined || version >= pack.version) return false;
  return (await store.entries.page({tag: toSampleTag(pack.name), limit: 0})).total > 0;
}

/** The edges of new entries; an end that somebody removed has none. */
export function toPackEdges(
  entries: readonly PackEntry[],
  idOf: ReadonlyMap<string, string>
): EdgeDraft[] {
  return entries.flatMap((entry) =>
    entry.edges.flatMap(({kind, to, fields}) => {
      const end = idOf.get(to);
      const from = idOf.get(toPackAddress(entry))!;
      return end === undefined ? [] : [{kind, from, to: end, fields}];
    })
  );
}
