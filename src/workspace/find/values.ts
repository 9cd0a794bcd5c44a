import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import {findLineage} from "../../model/type-family.ts";
import {TypeaheadIndex} from "../../search/typeahead-index.ts";
import type {TypeaheadItem} from "../../search/typeahead-item.ts";
import type {Store} from "../../store/store.ts";
import {EntryFollower} from "./entry-news.ts";

const DEFAULT_LIMIT = 8;
/** Longer texts are not typed twice. */
const MAX_LENGTH = 80;
/** A field with more values than these tells things apart: none is meant again. */
const MAX_VALUES = 20_000;

/** Texts that were used before. */
export interface Values {
  /** Values of a field, in any entry of the type's family, for what somebody is typing, the likeliest first. */
  suggest(type: string, field: string, text: string, options?: {limit?: number}): Promise<string[]>;
}

export function createValues(store: Store): Values {
  const books = new Map<string, TypeaheadIndex<TypeaheadItem>>();
  const counts = new Map<string, number>();
  let roots: ReadonlyMap<string, string> = new Map();

  const take = ({type, fields, updated}: Entry): void => {
    for (const [field, value] of Object.entries(fields)) {
      if (typeof value !== "string" || value === "" || value.length > MAX_LENGTH) continue;
      const key = toKey(roots.get(type) ?? type, field);
      let book = books.get(key);
      if (!book) books.set(key, (book = new TypeaheadIndex()));
      if (book.size >= MAX_VALUES) continue;
      const known = book.get(value);
      const count = (counts.get(`${key} ${value}`) ?? 0) + 1;
      counts.set(`${key} ${value}`, count);
      book.put({id: value, title: value, updated: Math.max(updated, known?.updated ?? 0)});
      book.use(value, {count, at: updated});
    }
  };
  const follower = new EntryFollower(store, ({entries}) => entries.forEach(take));

  return {
    async suggest(type, field, text, {limit = DEFAULT_LIMIT} = {}) {
      roots = toRoots(await store.types.list());
      await follower.sync();
      const book = books.get(toKey(roots.get(type) ?? type, field));
      if (!book || book.size >= MAX_VALUES) return [];
      const hits = book.search(text, {limit, accept: ({title}) => title !== text});
      return hits.map(({item}) => item.title);
    }
  };
}

/** The first of the types that each type extends, or itself. */
function toRoots(types: readonly EntryType[]): Map<string, string> {
  const byName = new Map(types.map((type) => [type.name, type]));
  return new Map(types.map((type) => [type.name, findLineage(type, byName).at(-1)!.name]));
}

function toKey(root: string, field: string): string {
  return `${root} ${field}`;
}
