import type {BatchCounts} from "../../model/batch.ts";
import {toCleanSql} from "./clean.ts";
import type {ImportContext} from "./context.ts";
import type {SessionItem} from "./session-item.ts";
import {countRefused} from "./session-item.ts";

/** How the rows of an item stand to those of its target. */
export async function planItem(
  {lake, tables}: ImportContext,
  item: SessionItem
): Promise<BatchCounts> {
  const refused = countRefused(item);
  if (!item.table) return {added: 0, changed: 0, unchanged: 0, refused};
  const {target, key} = item.recipe;
  const {sql, columns} = await toCleanSql(lake, item.table, item.recipe);
  const counts = await tables.count(target, {relation: `(${sql})`, columns, key});
  return {...counts, refused};
}
