import {InputError, UnavailableError} from "../../lib/errors.ts";
import {Queue} from "../../lib/queue.ts";
import type {Batch, BatchCounts} from "../../model/batch.ts";
import type {StepEffect, StepSuggestion} from "../../model/cleaning.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {ClusterMethod, Step} from "../../model/recipe.ts";
import {toFactsSql} from "../../recipes/column-facts.ts";
import {planSteps} from "../../recipes/plan-steps.ts";
import {findEffect} from "../../recipes/step-effect.ts";
import {suggestSteps} from "../../recipes/suggest-steps.ts";
import {changeItem} from "./change-item.ts";
import {createDescribe} from "./clean.ts";
import {commitItems} from "./commit.ts";
import type {ImportContext} from "./context.ts";
import type {
  Cluster,
  ImportChange,
  ImportFile,
  ImportItem,
  ImportSession,
  WorkOptions
} from "./imports.ts";
import {findItemClusters} from "./item-clusters.ts";
import {openFile, releaseReading} from "./open-file.ts";
import {planItem} from "./plan-item.ts";
import {readItems, readWhole} from "./read-items.ts";
import type {Kept, OpenFile, OpenReading, SessionItem} from "./session-item.ts";
import {toImportItem, toItemName} from "./session-item.ts";

/** After sessions that have read more than this and do not keep it, the engine is started anew: its memory never shrinks by itself. */
const RESTART_BYTES = 256 * 2 ** 20;

/** An item, and the number of its last change: what was begun before it is dropped. */
interface Slot {
  item: SessionItem;
  version: number;
}

/** Opens files to be imported. */
export async function openSession(
  context: ImportContext,
  files: readonly ImportFile[],
  work: WorkOptions = {}
): Promise<ImportSession> {
  const session = new Session(context);
  try {
    for (const file of files) await session.add(await openFile(context, file, work), work);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

class Session implements ImportSession {
  readonly #context: ImportContext;
  /** What is read meanwhile belongs to one of them. */
  readonly #queue = new Queue();
  /** Readings whose tables are no longer the session's. */
  readonly #taken = new Set<OpenReading>();
  #slots: Slot[] = [];
  #kept: Kept | undefined;
  #items: readonly ImportItem[] = [];
  #isClosed = false;

  constructor(context: ImportContext) {
    this.#context = context;
  }

  get items(): readonly ImportItem[] {
    return this.#items;
  }

  async add(file: OpenFile, work: WorkOptions): Promise<void> {
    const items = await readItems(this.#context, file, work);
    this.#slots.push(...items.map((item) => ({item, version: 0})));
    await this.#refresh();
  }

  async update(id: string, change: ImportChange, work: WorkOptions = {}): Promise<ImportItem> {
    const slot = this.#find(id);
    const version = ++slot.version;
    await this.#queue.run(async () => {
      if (slot.version !== version) return; // a later change carries this one along
      work.signal?.throwIfAborted();
      const item = await changeItem(this.#context, slot.item, change, work);
      const isStale = slot.version !== version || work.signal?.aborted === true;
      if (isStale) {
        if (item.reading !== slot.item.reading) await releaseReading(this.#context, item.reading);
        work.signal?.throwIfAborted();
        return;
      }
      const former = slot.item.reading;
      slot.item = item;
      await this.#releaseUnused(former);
      await this.#refresh();
    });
    // one that a later change overtook gives what that one makes
    if (slot.version !== version) await this.#queue.idle();
    return this.items.find((item) => item.id === id)!;
  }

  async effect(id: string, steps: readonly Step[], index: number): Promise<StepEffect> {
    const {lake} = this.#context;
    const table = this.#table(id);
    const rows = async (sql: string) => (await lake.query(sql)).toArray();
    return findEffect({describe: createDescribe(lake), rows}, table, steps, index);
  }

  clusters(
    id: string,
    column: string,
    method: ClusterMethod,
    {index, signal}: WorkOptions & {readonly index?: number} = {}
  ): Promise<Cluster[]> {
    const {recipe} = this.#find(id).item;
    const steps = recipe.steps.slice(0, index ?? recipe.steps.length);
    return findItemClusters(this.#context.lake, this.#table(id), {steps, column, method, signal});
  }

  async suggest(id: string, {signal}: WorkOptions = {}): Promise<StepSuggestion[]> {
    const {lake} = this.#context;
    const {steps} = this.#find(id).item.recipe;
    const {rows} = await planSteps(createDescribe(lake), this.#table(id), steps);
    const facts = await lake.query(toFactsSql(rows), signal && {signal});
    return suggestSteps(rows, facts.row(0));
  }

  async rows(id: string, work: WorkOptions = {}): Promise<QueryResult> {
    return this.#queue.run(async () => {
      const slot = this.#find(id);
      this.#table(id);
      slot.item = await this.#whole(slot.item, work);
      await this.#refresh();
      return this.#context.lake.query(`FROM (${slot.item.clean!.sql})`);
    });
  }

  async plan(id: string, work: WorkOptions = {}): Promise<BatchCounts> {
    return this.#queue.run(async () => {
      const slot = this.#find(id);
      slot.item = await this.#whole(slot.item, work);
      await this.#refresh();
      return planItem(this.#context, slot.item);
    });
  }

  commit(work: WorkOptions = {}): Promise<Batch[]> {
    return this.#queue.run(async () => {
      const included = this.#slots.filter(({item}) => item.included && item.table);
      await this.#refresh();
      for (const {item} of included) this.#refuse(item);
      const {batches, taken} = await commitItems(
        this.#context,
        included.map(({item}) => item),
        (item) => this.#wholeOf(item, work),
        work
      );
      for (const reading of taken) this.#taken.add(reading);
      for (const slot of included) slot.item = {...slot.item, included: false};
      await this.#refresh();
      return [...batches];
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#queue.idle();
    const readings = new Set(this.#slots.map(({item}) => item.reading));
    this.#slots = [];
    this.#items = [];
    const own = [...readings].filter((reading) => !this.#taken.has(reading));
    try {
      for (const reading of own) await releaseReading(this.#context, reading);
      if (sumBytes(own) > RESTART_BYTES) await this.#context.lake.restart();
    } catch (error) {
      // what an engine held is gone with it
      if (!(error instanceof UnavailableError)) throw error;
    }
  }

  /** The item with all rows of its file in the engine. */
  async #whole(item: SessionItem, work: WorkOptions): Promise<SessionItem> {
    if (!item.table || !item.reading.tables.isSample) return item;
    this.#refuse(item);
    return this.#wholeOf(item, work);
  }

  async #wholeOf(item: SessionItem, work: WorkOptions): Promise<SessionItem> {
    const {reading, table} = item;
    if (!table || !reading.tables.isSample) return item;
    const next = await readWhole(this.#context, item, work);
    const slot = this.#slots.find(({item: {id}}) => id === item.id);
    if (slot) slot.item = next;
    await this.#releaseUnused(reading);
    return next;
  }

  #refuse(item: SessionItem): void {
    const {estimate, stepFailure} = this.items.find(({id}) => id === item.id)!;
    if (estimate.refusal !== null)
      throw new InputError(`cannot import ${toItemName(item)}: ${estimate.refusal}`);
    if (stepFailure)
      throw new InputError(
        `cannot import ${toItemName(item)}: step ${stepFailure.index + 1} fails: ${stepFailure.what}`
      );
  }

  async #releaseUnused(reading: OpenReading): Promise<void> {
    const isUsed = this.#slots.some(({item}) => item.reading === reading);
    if (!isUsed && !this.#taken.has(reading)) await releaseReading(this.#context, reading);
  }

  async #refresh(): Promise<void> {
    const {store, tables, storage} = this.#context;
    this.#kept = {
      tables: await tables.list(),
      batches: await store.batches.list(),
      storage: await storage()
    };
    this.#items = this.#slots.map(({item}) => toImportItem(item, this.#kept!));
  }

  #find(id: string): Slot {
    const slot = this.#slots.find(({item}) => item.id === id);
    if (!slot) throw new InputError(`item not found: ${id}`);
    return slot;
  }

  #table(id: string) {
    const {table} = this.#find(id).item;
    if (!table) throw new InputError(`item without a table: ${id}`);
    return table;
  }
}

/** The bytes of files that were read as a whole. */
function sumBytes(readings: Iterable<OpenReading>): number {
  let sum = 0;
  for (const {file, tables} of readings) if (!tables.isSample) sum += file.blob.size;
  return sum;
}
