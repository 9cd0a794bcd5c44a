import {createPause} from "../../lib/pause.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import type {ObjectSchema} from "../../model/schema.ts";
import {findFamily, resolveType} from "../../model/type-family.ts";
import type {Store} from "../../store/store.ts";

const PAGE_SIZE = 2000;

export interface ScanOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the entries that were looked at, out of all there are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** All entries of a type and of those that extend it, page by page. The page has turns in between. */
export async function* scanFamily(
  store: Store,
  family: ReadonlySet<string>,
  {signal, onProgress}: ScanOptions = {}
): AsyncGenerator<Entry> {
  const pause = createPause(signal);
  const total = await store.entries.count();
  let done = 0;
  for (let after = ""; ;) {
    const page = await store.entries.scan(after, PAGE_SIZE);
    for (const entry of page) {
      if (family.has(entry.type)) yield entry;
      await pause();
    }
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    done += page.length;
    onProgress?.(done, Math.max(done, total));
  }
}

/** The types as they would be with this one, which may be new or changed. */
export async function readTypes(
  store: Store,
  type?: EntryType
): Promise<ReadonlyMap<string, EntryType>> {
  const types = new Map((await store.types.list()).map((one) => [one.name, one]));
  return type ? types.set(type.name, type) : types;
}

/** The whole schema, inherited fields with it, of a type and of each that extends it, by name. */
export function toFamilySchemas(
  name: string,
  types: ReadonlyMap<string, EntryType>
): ReadonlyMap<string, ObjectSchema> {
  return new Map(
    findFamily(name, types).flatMap((member) => {
      const type = types.get(member);
      return type ? [[member, resolveType(type, types).schema] as const] : [];
    })
  );
}
