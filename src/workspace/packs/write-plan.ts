import type {Pack} from "../../model/pack.ts";
import {toPackAddress, toSampleTag} from "../../model/pack.ts";
import type {EdgeDraft} from "../../store/add-edges.ts";
import type {Store} from "../../store/store.ts";
import type {PackPlan} from "./plan-pack.ts";

/** Writes what a plan says, and gives the writes that did so. */
export async function writePlan(
  store: Store,
  pack: Pack,
  {types, kinds, entries}: PackPlan
): Promise<{edges: number; groups: string[]}> {
  const what = `Add the pack ${pack.label}`;
  const tag = toSampleTag(pack.name);
  const typed = await store.entries.upsertAll([], {types, what});
  const groups = [typed.group];
  for (const kind of kinds) {
    await store.kinds.put(kind);
    groups.push((await store.history.lastUndoable())!.group);
  }
  const added = await store.entries.addAll(
    entries.map(({type, fields, tags}) => ({type, fields, tags: [...tags, tag]})),
    {what}
  );
  const idOf = new Map(entries.map((entry, i) => [toPackAddress(entry), added.ids[i]!]));
  const drafts: EdgeDraft[] = [];
  for (const entry of entries)
    for (const {kind, to, fields} of entry.edges) {
      const [type, slug] = to.split("/") as [string, string];
      const end = idOf.get(to) ?? (await store.entries.bySlug(type, slug))?.id;
      // an end that somebody removed has no edges
      if (end !== undefined)
        drafts.push({kind, from: idOf.get(toPackAddress(entry))!, to: end, fields});
    }
  const joined = await store.edges.addAll(drafts, {what});
  groups.push(added.group, joined.group);
  return {edges: joined.added, groups: groups.filter((group) => group !== null)};
}
