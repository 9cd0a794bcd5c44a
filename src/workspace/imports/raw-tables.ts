import type {BrowserLake} from "../../lake/wasm-lake.ts";
import {UnavailableError} from "../../lib/errors.ts";
import {Queue} from "../../lib/queue.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Batch, BatchCounts, InPlaceTable, RawTable} from "../../model/batch.ts";
import type {Column} from "../../model/column.ts";
import type {Store} from "../../store/store.ts";
import {toCleanSql} from "./clean.ts";
import type {FoldRows} from "./fold.ts";
import {countBatch, foldStages} from "./fold.ts";
import {openKeptFile} from "./kept-files.ts";
import type {WorkOptions} from "./imports.ts";
import {groupBatches} from "./group-batches.ts";
import type {RawSource} from "./raw-sources.ts";
import {listRawTables, readRawSources, toRawState} from "./raw-sources.ts";
import type {BatchPlaces} from "./read-batch.ts";
import {readBatch} from "./read-batch.ts";
import {createSchema, dropSchema} from "./schemas.ts";

/** The rows of a batch, and the columns that name one. */
export interface Incoming extends FoldRows {
  readonly batch: string;
  readonly key: readonly string[];
}

/** A table of the schema `raw` as it stands in the engine. */
interface RawState {
  /** What it was made of: see `toRawState`. */
  readonly state: string;
  readonly generation: number;
  readonly columns: readonly Column[];
  /** Of a view: what it stands on, to be dropped with it. */
  readonly base: {readonly schema: string; readonly mounts: readonly string[]} | null;
}

/**
 * The tables of the schema `raw`: a cache in the engine that is made anew from files and batches, table by table, when
 * somebody asks for one.
 */
export class RawTables {
  readonly #places: BatchPlaces;
  readonly #lake: BrowserLake;
  readonly #store: Store;
  readonly #states = new Map<string, RawState>();
  /** Tables that have rows of batches which are about to be written, by their names in lower case. */
  readonly #ahead = new Set<string>();
  /** Two at once would write the same rows twice. */
  readonly #queue = new Queue();

  constructor(places: BatchPlaces) {
    this.#places = places;
    this.#lake = places.lake;
    this.#store = places.store;
  }

  /** Brings one table in step with what it is made of; drops it where that is nothing. One that is ahead stays so. */
  bring(name: string, work: WorkOptions = {}): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#ahead.has(name.toLowerCase()) && this.#current(name)) return;
      const source = (await readRawSources(this.#store)).get(name.toLowerCase());
      if (source) await this.#bring(source, work);
      else await this.#drop(name);
    });
  }

  /** Brings those in step whose names are in a query. */
  async bringNamed(sql: string): Promise<void> {
    const text = sql.toLowerCase();
    const sources = await readRawSources(this.#store);
    const gone = [...this.#states.keys()].filter((name) => !sources.has(name));
    const named = [...sources].filter(([name]) => text.includes(name));
    for (const name of gone) await this.bring(name);
    for (const [name] of named) await this.bring(name);
  }

  /** Makes a place for tables that nobody has asked for yet, so that they can be listed. */
  async place(): Promise<void> {
    for (const {name, columns} of await this.list()) {
      if (this.#current(name) || columns.length === 0) continue;
      const definition = columns.map(({name, type}) => `${quoteIdentifier(name)} ${type}`);
      await this.#lake.query(
        `CREATE TABLE IF NOT EXISTS ${toRawPath(name)} (${definition.join(", ")})`
      );
    }
  }

  /** All tables, by name. Nothing is read for it: columns and rows are those of when the table was last made. */
  list(): Promise<RawTable[]> {
    return listRawTables(this.#store);
  }

  /** The columns of a table that batches make, as it stands; undefined where there is none. */
  async columns(name: string): Promise<readonly Column[] | undefined> {
    await this.bring(name);
    return this.#current(name)?.columns;
  }

  /** How rows stand to those of a table. */
  async count(
    name: string,
    incoming: Omit<Incoming, "batch">
  ): Promise<Omit<BatchCounts, "refused">> {
    await this.bring(name);
    return this.#queue.run(() =>
      this.#lake.withFiles((engine) => countBatch(engine, this.#rows(name), incoming))
    );
  }

  /** Folds rows into a table ahead of the batch that is written afterwards: then it is to `settle`, else to `forget`. */
  fold(name: string, incoming: Incoming): Promise<void> {
    return this.#queue.run(async () => {
      await this.#fold(name, [incoming]);
      this.#ahead.add(name.toLowerCase());
    });
  }

  /**
   * As `fold`, where the rows are the only table of a schema: a table without others and without a key is shown as it
   * lies there, and not copied. Gives whether the schema is taken, to be dropped with the table.
   */
  take(name: string, incoming: Incoming, schema: string): Promise<boolean> {
    return this.#queue.run(async () => {
      const isTaken = !this.#current(name) && incoming.key.length === 0;
      if (isTaken) await this.#show(name, incoming, {state: incoming.batch, schema, mounts: []});
      else await this.#fold(name, [incoming]);
      this.#ahead.add(name.toLowerCase());
      return isTaken;
    });
  }

  /** The batches whose rows a table has ahead are written. */
  settle(name: string): void {
    this.#ahead.delete(name.toLowerCase());
  }

  /** Makes a table anew when it is next asked for. */
  forget(name: string): void {
    const key = name.toLowerCase();
    this.#ahead.delete(key);
    const state = this.#states.get(key);
    if (state) this.#states.set(key, {...state, state: "forgotten"});
  }

  /** The rows of batches as they came, each in a table of its own in the schema. */
  async read(schema: string, batches: readonly Batch[], work: WorkOptions): Promise<FoldRows[]> {
    const stages: FoldRows[] = [];
    for (const batch of batches) stages.push(await readBatch(this.#places, schema, batch, work));
    return stages;
  }

  async #bring(source: RawSource, work: WorkOptions): Promise<void> {
    const {name, inPlace} = source;
    const current = this.#current(name);
    const state = toRawState(source);
    if (current?.state === state) return;
    await this.#drop(name);
    if (inPlace) await this.#view(inPlace, state, work);
    else await this.#build(source, state, work);
  }

  async #build({name, batches}: RawSource, state: string, work: WorkOptions): Promise<void> {
    const [only, ...others] = batches;
    const schema = await createSchema(this.#lake, "raw");
    let isTaken = false;
    try {
      if (others.length === 0 && only!.recipe.key.length === 0) {
        const rows = await readBatch(this.#places, schema, only!, work);
        await this.#show(name, rows, {state, schema, mounts: []});
        isTaken = true;
        return;
      }
      const {key} = batches.at(-1)!.recipe;
      for await (const group of groupBatches(batches, (batch) =>
        readBatch(this.#places, schema, batch, work)
      )) {
        const incoming = group.map(({batch, rows}) => ({...rows, key, batch: batch.id}));
        await this.#fold(name, incoming, work);
        for (const {relation} of incoming) await this.#lake.query(`DROP TABLE ${relation}`);
      }
    } catch (error) {
      await this.#drop(name);
      throw error;
    } finally {
      if (!isTaken) await dropSchema(this.#lake, schema);
    }
  }

  /** Folds rows of at least one batch, all of one key. */
  async #fold(
    name: string,
    incoming: readonly Incoming[],
    {signal}: WorkOptions = {}
  ): Promise<void> {
    const former = this.#current(name);
    const before = this.#rows(name);
    const stages = before ? [before, ...incoming] : incoming;
    const next = `${name} (next)`;
    const {columns} = await this.#lake.withFiles(
      (engine) => foldStages(engine, toRawPath(next), stages, incoming[0]!.key),
      signal
    );
    await this.#drop(name);
    await this.#lake.query(`ALTER TABLE ${toRawPath(next)} RENAME TO ${quoteIdentifier(name)}`);
    const ids = incoming.map(({batch}) => batch);
    const state = [...(former ? [former.state] : []), ...ids].join(" ");
    await this.#keep(name, {state, columns, base: null});
  }

  /** Shows a table of a schema as a table of `raw`. */
  async #show(
    name: string,
    {relation, columns}: FoldRows,
    {state, ...base}: {state: string; schema: string; mounts: readonly string[]},
    rows?: number
  ): Promise<void> {
    await this.#drop(name);
    await this.#lake.query(`CREATE VIEW ${toRawPath(name)} AS FROM ${relation}`);
    await this.#keep(name, {state, columns, base}, rows);
  }

  async #view({target, file, inner, recipe}: InPlaceTable, state: string, work: WorkOptions) {
    const {bytes, reader} = this.#places;
    const blob = await openKeptFile(this.#store, bytes, file);
    const schema = await createSchema(this.#lake, "in place");
    const {tables, mounts, problems} = await reader.read(
      {path: file.path, blob, parse: recipe.parse, schema, inner, sample: null, isInPlace: true},
      work.signal ? {signal: work.signal} : {}
    );
    const [table] = tables;
    if (!table) {
      await this.#release(schema, mounts);
      throw new UnavailableError(
        `table cannot be read: ${target}, out of ${file.path}: ${problems[0]?.what ?? "it is not there any more"}`
      );
    }
    try {
      const {sql, columns} = await toCleanSql(this.#lake, table, recipe);
      const rows = recipe.steps.every(({off}) => off) ? table.rows : undefined;
      await this.#show(target, {relation: `(${sql})`, columns}, {state, schema, mounts}, rows);
    } catch (error) {
      await this.#release(schema, mounts);
      throw error;
    }
  }

  async #keep(name: string, state: Omit<RawState, "generation">, known?: number): Promise<void> {
    this.#states.set(name.toLowerCase(), {...state, generation: this.#lake.generation});
    const rows = known ?? (await count(this.#lake, toRawPath(name)));
    await this.#store.batches.putTable({name, state: state.state, columns: state.columns, rows});
  }

  async #drop(name: string): Promise<void> {
    const current = this.#current(name);
    this.#states.delete(name.toLowerCase());
    await this.#lake.query(`DROP ${current?.base ? "VIEW" : "TABLE"} IF EXISTS ${toRawPath(name)}`);
    if (current?.base) await this.#release(current.base.schema, current.base.mounts);
  }

  async #release(schema: string, mounts: readonly string[]): Promise<void> {
    await dropSchema(this.#lake, schema);
    await this.#lake.withFiles(async (files) => {
      for (const path of mounts) await files.release(path);
    });
  }

  #rows(name: string): FoldRows | null {
    const current = this.#current(name);
    return current ? {relation: toRawPath(name), columns: current.columns} : null;
  }

  /** The table as it stands in the engine that runs now. */
  #current(name: string): RawState | undefined {
    const state = this.#states.get(name.toLowerCase());
    return state?.generation === this.#lake.generation ? state : undefined;
  }
}

function toRawPath(name: string): string {
  return `memory.raw.${quoteIdentifier(name)}`;
}

async function count(lake: BrowserLake, path: string): Promise<number> {
  return Number((await lake.query(`SELECT count(*) FROM ${path}`)).value(0, 0));
}
