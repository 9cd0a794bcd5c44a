import type {CheckedRow, EntryType, Store} from "../src/index.ts";
import {formatCount} from "./format-value.ts";

/** How the writing is watched and stopped. */
interface WatchOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Writes pasted rows in one write. Where the type has a key, a row whose key is there already changes that entry, so
 * that pasting twice doubles nothing.
 */
export async function addPasted(
  store: Store,
  type: EntryType,
  rows: readonly CheckedRow[],
  options: WatchOptions
): Promise<{group: string | null; message: string}> {
  const drafts = rows.map(({fields}) => ({type: type.name, fields}));
  const what = `Paste ${count(rows.length, type)}`;
  if (type.keyField === null) {
    const {group} = await store.entries.addAll(drafts, {...options, what});
    return {group, message: `${count(rows.length, type)} added`};
  }
  const {added, changed, group} = await store.entries.upsertAll(drafts, {...options, what});
  const others = changed === 0 ? "" : `, ${formatCount(changed)} changed`;
  return {group, message: `${count(added, type)} added${others}`};
}

function count(amount: number, {label, plural}: EntryType): string {
  return `${formatCount(amount)} ${(amount === 1 ? label : plural).toLowerCase()}`;
}
