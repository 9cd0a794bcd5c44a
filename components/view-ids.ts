import type {Store} from "../src/index.ts";
import type {ViewRows} from "./view-data.ts";
import {toIds} from "./view-row.ts";

/** The ids of all entries of a view, also of those that are on other pages of the simple list. */
export async function readViewIds(
  store: Store,
  {isWhole, result}: ViewRows,
  query: {readonly type: string; readonly text: string}
): Promise<string[]> {
  if (isWhole) return toIds(result);
  const {entries} = await store.entries.page({...query, limit: Infinity});
  return entries.map(({id}) => id);
}
