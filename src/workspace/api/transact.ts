import type {Fields} from "../../model/entry.ts";
import type {Store} from "../../store/store.ts";
import type {Transaction} from "../../store/transaction.ts";
import {readTypes} from "./entities.ts";
import {EntityWriter} from "./entity-writer.ts";

/** What can be done inside of one write: the store's own, and the entries of a type. */
export interface WorkspaceTransaction extends Transaction {
  of<F extends object = Fields>(type: string): EntityWriter<F>;
}

/** See `Workspace.transaction`. */
export async function transact<T>(
  store: Store,
  what: string,
  work: (tx: WorkspaceTransaction) => Promise<T>
): Promise<{result: T; group: string | null}> {
  const types = await readTypes(store);
  return store.transaction(what, (tx) =>
    work({...tx, of: <F extends object>(type: string) => new EntityWriter<F>(tx, types, type)})
  );
}
