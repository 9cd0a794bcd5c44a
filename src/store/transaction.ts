import {Dexie} from "dexie";
import type {Transaction as DexieTransaction} from "dexie";
import {InputError} from "../lib/errors.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, EntryDraft} from "../model/entry.ts";
import type {AddedEdges, EdgeDraft} from "./add-edges.ts";
import {addEdges} from "./add-edges.ts";
import {addEntries} from "./add-entries.ts";
import type {Batch} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {EntryPatch} from "./change-entries.ts";
import {updateEntry} from "./change-entries.ts";
import type {Connection} from "./connection.ts";
import {putKind} from "./kinds.ts";
import {isCommittedEarly, isOutsideTransaction} from "./faults.ts";
import {mergeEntries} from "./merge-entries.ts";
import {putTypes} from "./put-types.ts";
import {readEntry, readEntryByKey, readEntryBySlug} from "./read-entry.ts";
import {removeEdges} from "./remove-edges.ts";
import {removeEntries} from "./remove-entries.ts";
import type {SuggestionStatus} from "../model/suggestion.ts";
import type {SuggestionDraft} from "./settle-suggestions.ts";
import {settleSuggestions} from "./settle-suggestions.ts";
import type {EdgePatch} from "./update-edge.ts";
import {updateEdge} from "./update-edge.ts";
import type {Upserted} from "./upsert-entries.ts";
import {upsertEntries} from "./upsert-entries.ts";

const WAITS =
  "transaction waits for something else than itself: inside of it only its own methods may be awaited; read files, fetch and ask the store before it";
const FOREIGN = `${WAITS}. Nothing was written`;
const FOREIGN_AT_END = `${WAITS}. All of it was written, as it waited only before its end`;

/** What can be done inside of one write; each as the store's own, which say more. */
export interface Transaction {
  readonly types: {putAll(types: readonly EntryType[]): Promise<EntryType[]>};
  readonly kinds: {put(kind: EdgeKind): Promise<void>};
  readonly entries: {
    get(id: string): Promise<Entry | undefined>;
    bySlug(type: string, slug: string): Promise<Entry | undefined>;
    byKey(type: string, key: string): Promise<Entry | undefined>;
    add(draft: EntryDraft): Promise<Entry>;
    addAll(drafts: readonly EntryDraft[]): Promise<Entry[]>;
    upsertAll(drafts: readonly EntryDraft[]): Promise<Upserted>;
    update(id: string, patch: EntryPatch, options?: {revision?: number}): Promise<Entry>;
    merge(keepId: string, otherIds: readonly string[], patch?: EntryPatch): Promise<Entry>;
    remove(ids: readonly string[]): Promise<{readonly entries: number; readonly edges: number}>;
  };
  readonly edges: {
    get(id: string): Promise<Edge | undefined>;
    add(draft: EdgeDraft): Promise<Edge>;
    addAll(drafts: readonly EdgeDraft[]): Promise<AddedEdges>;
    update(id: string, patch: EdgePatch, options?: {revision?: number}): Promise<Edge>;
    remove(ids: readonly string[]): Promise<number>;
  };
  /** Decisions about proposals; what was proposed is done beside it. Gives how many were not decided so before. */
  readonly suggestions: {
    settle(drafts: readonly SuggestionDraft[], status: SuggestionStatus): Promise<number>;
  };
}

/** See `Store.transaction`. */
export async function runTransaction<T>(
  connection: Connection,
  what: string,
  work: (tx: Transaction) => Promise<T>
): Promise<{result: T; group: string | null}> {
  let calls: Calls | undefined;
  try {
    const {result, group} = await runBatch(connection, {what}, async (batch) => {
      calls = new Calls(Dexie.currentTransaction);
      const result = await work(createTransaction(batch, calls));
      calls.finish();
      return result;
    });
    return {result, group: group?.group ?? null};
  } catch (error) {
    if (!calls) throw error;
    // work that waited just before its end leaves the end itself to find the transaction closed, or committed
    if (isCommittedEarly(error)) throw new InputError(FOREIGN_AT_END);
    throw calls.failure ?? (isOutsideTransaction(error) ? new InputError(FOREIGN) : error);
  }
}

/**
 * The calls of one transaction, one after another: two at once would not see what the other writes. IndexedDB would commit what was written so far as soon as a
 * transaction has nothing to do; so after each call something is asked for, and if its answer comes while no call is
 * under way, somebody waits for something else, and all is taken back. A call that is back before that answer, or after
 * the transaction has ended, finds it closed, which means the same.
 */
class Calls {
  readonly #transaction: DexieTransaction;
  #isRunning = false;
  #isDone = false;
  #failure: unknown;

  constructor(transaction: DexieTransaction) {
    this.#transaction = transaction;
    this.#watch();
  }

  /** What went wrong first: also where the work has caught it, nothing of the write is kept. */
  get failure(): unknown {
    return this.#failure;
  }

  async run<T>(work: () => PromiseLike<T>): Promise<T> {
    if (this.#failure !== undefined) throw this.#failure as Error;
    if (this.#isDone) throw new InputError("transaction is over: a call came after its end");
    if (this.#isRunning) {
      this.#failure = new InputError("transaction is busy: await each call before the next");
      throw this.#failure as Error;
    }
    this.#isRunning = true;
    try {
      return await work();
    } catch (error) {
      this.#failure ??= isOutsideTransaction(error) ? new InputError(FOREIGN) : error;
      throw this.#failure as Error;
    } finally {
      this.#isRunning = false;
      this.#watch();
    }
  }

  finish(): void {
    if (this.#isRunning) this.#failure ??= new InputError("transaction is busy: await each call");
    this.#isDone = true;
    if (this.#failure !== undefined) throw this.#failure as Error;
  }

  #watch(): void {
    const {idbtrans} = this.#transaction as DexieTransaction & {readonly idbtrans: IDBTransaction};
    if (this.#failure !== undefined) return;
    let answer: IDBRequest;
    try {
      answer = idbtrans.objectStore("settings").count("");
    } catch (error) {
      // a call may give its result after the transaction has ended
      this.#failure = isOutsideTransaction(error) ? new InputError(FOREIGN) : error;
      throw this.#failure as Error;
    }
    answer.onsuccess = () => {
      if (this.#isDone || this.#isRunning) return;
      this.#failure ??= new InputError(FOREIGN);
      this.#transaction.abort();
    };
  }
}

function createTransaction(batch: Batch, calls: Calls): Transaction {
  const run = <T>(work: () => PromiseLike<T>): Promise<T> => calls.run(work);
  return {
    types: {putAll: (types) => run(() => putTypes(batch, types))},
    kinds: {put: (kind) => run(() => putKind(batch, kind))},
    entries: {
      get: (id) => run(() => readEntry(batch.db, id)),
      bySlug: (type, slug) => run(() => readEntryBySlug(batch.db, type, slug)),
      byKey: (type, key) => run(() => readEntryByKey(batch.db, type, key)),
      add: async (draft) => (await run(() => addEntries(batch, [draft])))[0]!,
      addAll: (drafts) => run(() => addEntries(batch, drafts)),
      upsertAll: (drafts) => run(() => upsertEntries(batch, drafts)),
      update: async (id, patch, options) =>
        (await run(() => updateEntry(batch, id, patch, options))).entry,
      merge: async (keepId, otherIds, patch) =>
        (await run(() => mergeEntries(batch, keepId, otherIds, patch))).entry,
      remove: (ids) => run(() => removeEntries(batch, ids))
    },
    edges: {
      get: (id) => run(() => batch.db.edges.get(id)),
      add: async (draft) => (await run(() => addEdges(batch, [draft]))).edges[0]!,
      addAll: (drafts) => run(() => addEdges(batch, drafts)),
      update: async (id, patch, options) =>
        (await run(() => updateEdge(batch, id, patch, options))).edge,
      remove: (ids) => run(() => removeEdges(batch, ids))
    },
    suggestions: {
      settle: (drafts, status) => run(() => settleSuggestions(batch, drafts, status))
    }
  };
}
