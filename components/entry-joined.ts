import type {Entry, EntryType, Fields, Store, Workspace} from "../src/index.ts";
import {readComputed} from "./entry-computed.ts";
import {readReferences} from "./entry-references.ts";
import type {References} from "./reference.ts";

/** What belongs to an entry and is not in its fields. */
export interface Joined {
  readonly references: References;
  readonly computed: Fields;
}

/** What belongs to an entry that is not there yet. */
export const NOTHING_JOINED: Joined = {references: {}, computed: {}};

/** What an entry refers to and what SQL computes of it. */
export async function readJoined({
  store,
  workspace,
  type,
  entry
}: {
  readonly store: Store;
  readonly workspace: Workspace | undefined;
  readonly type: EntryType;
  readonly entry: Entry;
}): Promise<Joined> {
  const references = await readReferences(store, type, entry.id);
  return {references, computed: await readComputed(workspace, type, entry)};
}
