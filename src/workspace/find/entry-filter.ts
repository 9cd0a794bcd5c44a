import {quoteIdentifier} from "../../lib/sql.ts";
import {toText} from "../../lib/text.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {Store} from "../../store/store.ts";

/** What finds the entries that an SQL condition holds for. */
export interface EntryFilter {
  /** Ids of entries of the types. Throws `QueryError` on a condition that is none. */
  find(types: readonly string[], condition: string): Promise<ReadonlySet<string>>;
}

/** Asks the relations of the types, again only once something was written: somebody types faster than that. */
export function createEntryFilter({
  store,
  query,
  relations
}: {
  store: Store;
  query: (sql: string) => Promise<QueryResult>;
  /** The relation of each type in the schema `ws`. */
  relations: () => Promise<ReadonlyMap<string, string>>;
}): EntryFilter {
  let last: {readonly key: string; readonly ids: Promise<ReadonlySet<string>>} | undefined;

  const ask = async (types: readonly string[], condition: string): Promise<Set<string>> => {
    const known = await relations();
    const ids = new Set<string>();
    for (const type of types) {
      const relation = known.get(type);
      if (relation === undefined) continue;
      const result = await query(
        `SELECT id FROM ws.${quoteIdentifier(relation)} WHERE (${condition}\n)`
      );
      for (let row = 0; row < result.numRows; ++row) ids.add(toText(result.value(row, 0)));
    }
    return ids;
  };

  return {
    async find(types, condition) {
      const key = JSON.stringify([await store.history.revision(), condition, types]);
      if (last?.key !== key) last = {key, ids: ask(types, condition)};
      return last.ids;
    }
  };
}
