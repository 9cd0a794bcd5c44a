import {InputError} from "../../lib/errors.ts";
import {isSame} from "../../lib/same.ts";
import {createUuid} from "../../lib/uuid.ts";
import type {Batch, BatchCounts} from "../../model/batch.ts";
import type {StepEffect} from "../../model/cleaning.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {ClusterMethod, Recipe, Step} from "../../model/recipe.ts";
import {findEffect} from "../../recipes/step-effect.ts";
import {cleanRows, createDescribe} from "./clean.ts";
import {findItemClusters} from "./item-clusters.ts";
import {commitItems} from "./commit.ts";
import type {ImportContext} from "./context.ts";
import {toDefaultRecipe} from "./default-recipe.ts";
import type {
  Cluster,
  ImportChange,
  ImportFile,
  ImportItem,
  ImportSession,
  WorkOptions
} from "./imports.ts";
import {openFile, readOpenFile, releaseReading} from "./open-file.ts";
import {planItem} from "./plan-item.ts";
import type {ReadTable} from "./file-tables.ts";
import {findFileRecipes, findTableRecipes, toTableFacts} from "./recognise.ts";
import type {Kept, OpenFile, OpenReading, SessionItem} from "./session-item.ts";
import {NO_ROWS, toImportItem, toItemName, toSampleSql} from "./session-item.ts";

const SAMPLE_ROWS = 100;
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
  /** Readings whose tables are no longer the session's. */
  readonly #taken = new Set<OpenReading>();
  #slots: Slot[] = [];
  #kept: Kept | undefined;
  #items: readonly ImportItem[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(context: ImportContext) {
    this.#context = context;
  }

  get items(): readonly ImportItem[] {
    return this.#items;
  }

  /** Reads a file, with the options of a recipe that turns out to be for one of its tables, or as it is guessed. */
  async add(file: OpenFile, work: WorkOptions): Promise<void> {
    const recipes = await this.#context.store.recipes.list();
    const first = await readOpenFile(this.#context, file, {parse: {}, isWhole: false}, work);
    const reading = await this.#orRelease(first, () => this.#withRecipe(first, recipes, work));
    const items = await this.#orRelease(reading, () => this.#toItems(reading, recipes));
    this.#slots.push(...items.map((item) => ({item, version: 0})));
    await this.#refresh();
  }

  async update(id: string, change: ImportChange, work: WorkOptions = {}): Promise<ImportItem> {
    const slot = this.#find(id);
    const version = ++slot.version;
    await this.#next(async () => {
      if (slot.version !== version) return; // a later change carries this one along
      work.signal?.throwIfAborted();
      const item = await this.#change(slot.item, change, work);
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
    if (slot.version !== version) await this.#turn;
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

  async plan(id: string, work: WorkOptions = {}): Promise<BatchCounts> {
    return this.#next(async () => {
      const slot = this.#find(id);
      slot.item = await this.#whole(slot.item, work);
      await this.#refresh();
      return planItem(this.#context, slot.item);
    });
  }

  commit(work: WorkOptions = {}): Promise<Batch[]> {
    return this.#next(async () => {
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
    await this.#turn;
    const readings = new Set(this.#slots.map(({item}) => item.reading));
    this.#slots = [];
    this.#items = [];
    const own = [...readings].filter((reading) => !this.#taken.has(reading));
    for (const reading of own) await releaseReading(this.#context, reading);
    if (sumBytes(own) > RESTART_BYTES) await this.#context.lake.restart();
  }

  async #withRecipe(
    first: OpenReading,
    recipes: readonly Recipe[],
    work: WorkOptions
  ): Promise<OpenReading> {
    for (const recipe of findFileRecipes(recipes, first)) {
      const reading = await this.#tryRecipe(first.file, recipe, work);
      if (!reading) continue;
      const isFor = reading.tables.tables.some(
        (table) => findTableRecipes(recipes, reading, table)[0]?.id === recipe.id
      );
      if (isFor) {
        await releaseReading(this.#context, first);
        return reading;
      }
      await releaseReading(this.#context, reading);
    }
    return first;
  }

  /** Undefined where the recipe names a reader that is not here: then it is for other files. */
  async #tryRecipe(
    file: OpenFile,
    {parse}: Recipe,
    work: WorkOptions
  ): Promise<OpenReading | undefined> {
    try {
      return await readOpenFile(this.#context, file, {parse, isWhole: false}, work);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }

  async #toItems(reading: OpenReading, recipes: readonly Recipe[]): Promise<SessionItem[]> {
    const {tables} = reading.tables;
    if (tables.length === 0) return [toRefusedItem(reading)];
    const items: SessionItem[] = [];
    for (const table of tables) {
      const [best, ...others] = findTableRecipes(recipes, reading, table);
      const item: SessionItem = {
        ...toRefusedItem(reading),
        table,
        recipe: best ?? (await this.#toDefault(reading, table)),
        isRecognised: best !== undefined,
        others,
        included: true
      };
      items.push(await this.#clean(item));
    }
    return items;
  }

  async #toDefault(
    reading: OpenReading,
    table: ReadTable,
    parse: ParseOptions = {}
  ): Promise<Recipe> {
    const hasOthers = reading.tables.tables.length > 1;
    const facts = toTableFacts(reading, table);
    return toDefaultRecipe({...table, facts, parse, hasOthers}, await this.#context.tables.list());
  }

  /** The rows after the steps, and the first of them. */
  async #clean(item: SessionItem): Promise<SessionItem> {
    if (!item.table) return item;
    const {lake} = this.#context;
    const clean = await cleanRows(lake, item.table, item.recipe.steps);
    return {...item, clean, sample: await lake.query(toSampleSql(clean, SAMPLE_ROWS))};
  }

  async #change(
    item: SessionItem,
    {parse, recipe, mode, included}: ImportChange,
    work: WorkOptions
  ): Promise<SessionItem> {
    const told = parse ?? recipe?.parse ?? item.recipe.parse;
    const named = recipe && (recipe.id === "" ? await this.#unnamed(item, recipe) : recipe);
    const next: SessionItem = {
      ...item,
      recipe: {...(named ?? item.recipe), parse: told},
      isRecognised: recipe ? recipe.id !== "" && (await this.#isSaved(recipe)) : item.isRecognised,
      mode: mode ?? item.mode,
      included: included ?? item.included
    };
    if (!isSame(told, item.recipe.parse)) return this.#reread(next, work);
    return isSame(next.recipe.steps, item.recipe.steps) ? next : this.#clean(next);
  }

  /** "No recipe": one of the table's own, with what was told. */
  async #unnamed(item: SessionItem, recipe: Recipe): Promise<Recipe> {
    const own = item.table ? await this.#toDefault(item.reading, item.table) : recipe;
    return {...own, parse: recipe.parse, steps: recipe.steps};
  }

  async #isSaved({id}: Recipe): Promise<boolean> {
    return (await this.#context.store.recipes.list()).some((recipe) => recipe.id === id);
  }

  async #reread(item: SessionItem, work: WorkOptions): Promise<SessionItem> {
    const {file} = item.reading;
    const {parse} = item.recipe;
    const reading = await readOpenFile(this.#context, file, {parse, isWhole: false}, work);
    return this.#orRelease(reading, async () => this.#clean(await this.#toReread(item, reading)));
  }

  /** The item with another reading of its file. */
  async #toReread(item: SessionItem, reading: OpenReading): Promise<SessionItem> {
    const {tables} = reading.tables;
    const {parse} = item.recipe;
    const table = tables.find(({inner}) => inner === item.table?.inner) ?? tables[0] ?? null;
    const rest = {...item, reading, table, clean: undefined, sample: NO_ROWS};
    if (!table || item.isRecognised) return rest;
    const own = await this.#toDefault(reading, table, parse);
    // what the file now is tells which files the recipe is for; what somebody chose stays
    const isFirst = item.recipe.target === "";
    return {
      ...rest,
      included: item.table ? item.included : true,
      recipe: isFirst ? own : {...item.recipe, match: own.match}
    };
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
    const {parse} = item.recipe;
    const inner = table.inner;
    const whole = await readOpenFile(
      this.#context,
      reading.file,
      {parse, isWhole: true, inner},
      work
    );
    const [all] = whole.tables.tables;
    if (!all) {
      await releaseReading(this.#context, whole);
      const what = whole.tables.problems[0]?.what ?? "it is not there any more";
      throw new InputError(`table cannot be read as a whole: ${toItemName(item)}: ${what}`);
    }
    const next = await this.#orRelease(whole, () =>
      this.#clean({...item, reading: whole, table: all})
    );
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

  /** Gives a reading back where what is made of it fails: no item knows of it yet. */
  async #orRelease<T>(reading: OpenReading, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await releaseReading(this.#context, reading);
      throw error;
    }
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

  /** One after another: what is read meanwhile belongs to one of them. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined); // the caller hears of it; the next one begins afresh
    return turn;
  }
}

/** The bytes of files that were read as a whole. */
function sumBytes(readings: Iterable<OpenReading>): number {
  let sum = 0;
  for (const {file, tables} of readings) if (!tables.isSample) sum += file.blob.size;
  return sum;
}

function toRefusedItem(reading: OpenReading): SessionItem {
  return {
    id: createUuid(),
    reading,
    table: null,
    recipe: {
      recipe: 1,
      id: createUuid(),
      name: reading.file.path,
      match: {},
      parse: {},
      steps: [],
      target: "",
      key: []
    },
    isRecognised: false,
    others: [],
    clean: undefined,
    sample: NO_ROWS,
    mode: "import",
    included: false
  };
}
