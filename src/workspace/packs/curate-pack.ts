import type {Pack} from "../../model/pack.ts";
import {toPackAddress, toSampleTag} from "../../model/pack.ts";
import type {Curated, CuratedEdge} from "../curated/curated.ts";
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
  curated.addEdges(toEdges(curated, plan));
  return plan;
}

function toEdges(curated: Curated, {entries}: PackPlan): CuratedEdge[] {
  const idOf = new Map(curated.records.entries.map((entry) => [toPackAddress(entry), entry.id]));
  return entries.flatMap((entry) =>
    entry.edges.flatMap(({kind, to, fields}) => {
      const end = idOf.get(to);
      return end === undefined
        ? []
        : [{kind, from: idOf.get(toPackAddress(entry))!, to: end, fields}];
    })
  );
}
