import {onTestFinished} from "vitest";
import type {EntryType} from "../../../src/model/entry-type.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {EntryDraft, Fields} from "../../../src/model/entry.ts";
import type {Store} from "../../../src/store/store.ts";
import {openStore} from "../../../src/store/store.ts";

export const BOOK: EntryType = toEntryType({
  name: "book",
  schema: {
    type: "object",
    properties: {
      title: {type: "string"},
      isbn: {type: "string"},
      year: {type: "integer"},
      note: {type: "string"}
    }
  }
});

/** A name of a database that is deleted when the test is over. */
export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => deleteDatabase(name));
  return name;
}

/** A store of its own, with the types that are given. */
export async function freshStore(...types: EntryType[]): Promise<Store> {
  const store = await openStore({name: freshName()});
  onTestFinished(() => store.close());
  for (const type of types) await store.types.put(type);
  return store;
}

/** Another tab on the same store. */
export async function openAgain({name}: Store): Promise<Store> {
  const store = await openStore({name});
  onTestFinished(() => store.close());
  return store;
}

export function book(fields: Fields, rest: Partial<EntryDraft> = {}): EntryDraft {
  return {type: "book", fields, ...rest};
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error!);
  });
}
