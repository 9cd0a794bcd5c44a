import type {Pack} from "../../model/pack.ts";
import {toPackAddress, toSampleTag} from "../../model/pack.ts";
import type {Store} from "../../store/store.ts";
import type {PackGround} from "./plan-pack.ts";
import {findVersion, planPack} from "./plan-pack.ts";
import {writePlan} from "./write-plan.ts";

/** What adding a pack wrote. */
export interface PackAddition {
  /** Those that are new or have something new. */
  readonly types: number;
  readonly kinds: number;
  readonly entries: number;
  readonly edges: number;
  /** The writes, in their order; none where all was there. */
  readonly groups: readonly string[];
}

/** See `Packs.add`; `packs` is the pack after those that it requires. */
export async function addPack(
  store: Store,
  packs: readonly Pack[],
  {samples}: {samples: boolean}
): Promise<PackAddition> {
  const sum = {types: 0, kinds: 0, entries: 0, edges: 0};
  const groups: string[] = [];
  for (const pack of packs) {
    const ground = await readGround(store, pack);
    const hasSamples =
      (await store.entries.page({tag: toSampleTag(pack.name), limit: 0})).total > 0;
    const isUpdate = hasSamples && (findVersion(pack, ground) ?? pack.version) < pack.version;
    const plan = planPack(pack, ground, samples ? "all" : isUpdate ? "new" : "none");
    const written = await writePlan(store, pack, plan);
    sum.types += plan.types.length;
    sum.kinds += plan.kinds.length;
    sum.entries += plan.entries.length;
    sum.edges += written.edges;
    groups.push(...written.groups);
  }
  return {...sum, groups};
}

async function readGround(store: Store, pack: Pack): Promise<PackGround> {
  const entries = new Set<string>();
  for (const entry of pack.entries)
    if (await store.entries.bySlug(entry.type, entry.slug)) entries.add(toPackAddress(entry));
  return {
    types: new Map((await store.types.list()).map((type) => [type.name, type])),
    kinds: new Map((await store.kinds.list()).map((kind) => [kind.name, kind])),
    entries
  };
}
