import {InputError} from "../../lib/errors.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import {findFamily, resolveType} from "../../model/type-family.ts";
import type {Transaction} from "../../store/transaction.ts";
import type {Entity, EntityRef} from "./entity.ts";

/** The type with what it extends. Throws `InputError` that names the types there are. */
export function findResolved(types: ReadonlyMap<string, EntryType>, name: string): EntryType {
  const type = types.get(name);
  if (type) return resolveType(type, types);
  const names = [...types.keys()].sort().join(", ");
  throw new InputError(
    `entry type not found: "${name}" (${names === "" ? "there is none yet" : `there are: ${names}`})`
  );
}

/** The entry of a type, or of one that extends it, by id, else by slug, else by key. */
export async function findEntry(
  entries: Pick<Transaction["entries"], "get" | "bySlug" | "byKey">,
  types: ReadonlyMap<string, EntryType>,
  name: string,
  ref: EntityRef
): Promise<Entry | undefined> {
  const text = typeof ref === "string" ? ref : ref.id;
  const family = findFamily(findResolved(types, name).name, types);
  const byId = await entries.get(text);
  if (byId && family.includes(byId.type)) return byId;
  for (const look of [entries.bySlug, entries.byKey])
    for (const type of family) {
      const found = await look(type, text);
      if (found) return found;
    }
  return undefined;
}

export function toEntity<F extends object>(entry: Entry): Entity<F> {
  return entry as unknown as Entity<F>;
}
