import type {Pack} from "../../model/pack.ts";
import {toPackAddress, toSampleTag} from "../../model/pack.ts";
import {toPackEdges} from "./add-pack.ts";
import type {Curated} from "../curated/curated.ts";
import type {PackPlan} from "./plan-pack.ts";
import {planPack} from "./plan-pack.ts";

/** Adds a pack to curated text, as `Packs.add` does in the browser; what it wrote is saved by whoever opened the text. */
export function curatePack(curated: Curated, pack: Pack, {samples}: {samples: boolean}): PackPlan {
  const {types, kinds, entries} = curated.records;
  const plan = planPack(
    pack,
    {
      types: new Map(types.map((type) => [type.name, type])),
      kinds: new Map(kinds.map((kind) => [kind.name, kind])),
      entries: new Set(entries.map(toPackAddress))
    },
    samples ? "all" : "none"
  );
  plan.types.forEach((type) => curated.putType(type));
  plan.kinds.forEach((kind) => curated.putKind(kind));
  const tag = toSampleTag(pack.name);
  curated.upsertAll(
    plan.entries.map(({type, fields, tags}) => ({type, fields, tags: [...tags, tag]}))
  );
  const {entries: after} = curated.records;
  const idOf = new Map(after.map((entry) => [toPackAddress(entry), entry.id]));
  curated.addEdges(toPackEdges(plan.entries, idOf));
  return plan;
}
