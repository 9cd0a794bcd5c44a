import type {EdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Pack, PackEntry} from "../../model/pack.ts";
import {toPackAddress} from "../../model/pack.ts";
import {mergeKind} from "./merge-kind.ts";
import {mergeType, toMark} from "./merge-type.ts";

/** What is there already, wherever the pack is added to. */
export interface PackGround {
  readonly types: ReadonlyMap<string, EntryType>;
  readonly kinds: ReadonlyMap<string, EdgeKind>;
  /** The addresses, as `type/slug`, of those entries of packs that are there. */
  readonly entries: ReadonlySet<string>;
}

/** What adding a pack writes; nothing where all of it is there. */
export interface PackPlan {
  /** What a type extends before it. */
  readonly types: readonly EntryType[];
  readonly kinds: readonly EdgeKind[];
  /** New ones only: an entry that is there stays as it is. */
  readonly entries: readonly PackEntry[];
}

/**
 * What a pack adds to what is there. With `samples` its entries too: all that are missing, or with "new" only those that
 * came with a version after the one that is there. Throws `InputError` where a type or a kind of the same name means something else.
 */
export function planPack(
  {name, version, ...pack}: Pack,
  {types, kinds, entries}: PackGround,
  samples: "all" | "new" | "none"
): PackPlan {
  const former = findVersion({name, ...pack}, {types, kinds}) ?? 0;
  const since = samples === "new" ? former : 0;
  return {
    types: sortByFamily(pack.types).flatMap((given) => {
      const there = types.get(given.name);
      const mark = {[name]: toMark(given.schema, version)};
      const after = there ? mergeType(there, given, name, version) : {...given, packs: mark};
      return after === there ? [] : [after];
    }),
    kinds: pack.kinds.flatMap((given) => {
      const there = kinds.get(given.name);
      const mark = {[name]: toMark(given.schema, version)};
      const after = there ? mergeKind(there, given, name, version) : {...given, packs: mark};
      return after === there ? [] : [after];
    }),
    entries:
      samples === "none"
        ? []
        : pack.entries.filter((entry) => entry.since > since && !entries.has(toPackAddress(entry)))
  };
}

/** The version of a pack that is there; undefined where none of its types and kinds is. */
export function findVersion(
  {name, types, kinds}: Pick<Pack, "name" | "types" | "kinds">,
  there: Pick<PackGround, "types" | "kinds">
): number | undefined {
  const versions = [
    ...types.map((type) => there.types.get(type.name)?.packs?.[name]?.version ?? 0),
    ...kinds.map((kind) => there.kinds.get(kind.name)?.packs?.[name]?.version ?? 0)
  ];
  return Math.max(0, ...versions) || undefined;
}

/** What is extended before what extends it. */
function sortByFamily(types: readonly EntryType[]): EntryType[] {
  const depthOf = (type: EntryType): number => {
    const parent = types.find(({name}) => name === type.extends);
    return parent ? 1 + depthOf(parent) : 0;
  };
  return types.toSorted((a, b) => depthOf(a) - depthOf(b));
}
