import type {EdgeKind, EntryType, MirrorType, Store} from "../src/index.ts";
import {findFamily} from "../src/index.ts";

/** The types and kinds there are, and how many entries. */
export interface TypesOfEntries {
  readonly list: readonly EntryType[];
  readonly kinds: readonly EdgeKind[];
  /** How many entries there are of each type and of those that extend it. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

export async function readTypesOfEntries(store: Store): Promise<TypesOfEntries> {
  const list = await store.types.list();
  const kinds = await store.kinds.list();
  const own = await store.entries.countByType();
  const byName = new Map(list.map((type) => [type.name, type]));
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + (own.get(name) ?? 0), 0);
  const counts = new Map(list.map(({name}) => [name, sum(findFamily(name, byName))]));
  return {list, kinds, counts, total: await store.entries.count()};
}

/** The type of a new entry: the one that is shown, else the one of these with the most entries; undefined where none fits. */
export function findTypeToAdd(
  {list, counts}: TypesOfEntries,
  shown: MirrorType | undefined
): EntryType | undefined {
  if (shown && !shown.type.abstract) return shown.type;
  const offered = list.filter(
    ({abstract, name}) => !abstract && (!shown || shown.family.includes(name))
  );
  return offered.toSorted((a, b) => (counts.get(b.name) ?? 0) - (counts.get(a.name) ?? 0))[0];
}
