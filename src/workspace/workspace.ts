import type {Embedder} from "../embed/embedder.ts";
import {QueryError, UnavailableError, toMessage} from "../lib/errors.ts";
import {interpolateSql} from "../lib/sql.ts";
import type {QueryOptions, TableName} from "../lake/lake.ts";
import {LazyLake} from "../lake/lazy-lake.ts";
import {queryTraced} from "../lake/provenance.ts";
import {readCatalogue} from "../lake/read-catalogue.ts";
import type {WasmLakeAssets} from "../lake/wasm-engine.ts";
import {openWasmLake} from "../lake/wasm-lake.ts";
import type {Catalogue} from "../model/catalogue.ts";
import type {Column} from "../model/column.ts";
import type {EntryType} from "../model/entry-type.ts";
import {toEntryType} from "../model/entry-type.ts";
import type {QueryResult} from "../model/query-result.ts";
import type {Fields} from "../model/entry.ts";
import type {StorageState} from "../store/storage.ts";
import {readStorageState, requestPersistence} from "../store/storage.ts";
import type {Store} from "../store/store.ts";
import {openStore} from "../store/store.ts";
import {Entities} from "./api/entities.ts";
import type {WorkspaceTransaction} from "./api/transact.ts";
import {transact} from "./api/transact.ts";
import type {Archives} from "./archive/archives.ts";
import {createArchives} from "./archive/archives.ts";
import type {Compute} from "./compute/compute.ts";
import {createWorkerCompute} from "./compute/compute.ts";
import type {CuratedFolder} from "./curated/curated-folder.ts";
import {createCuratedFolder} from "./curated/curated-folder.ts";
import type {Duplicates} from "./dedupe/duplicates.ts";
import type {ImportEngine} from "./imports/create-imports.ts";
import {createImports} from "./imports/create-imports.ts";
import type {Imports} from "./imports/imports.ts";
import {inferSchema} from "./infer-schema.ts";
import {Intelligence} from "./intelligence.ts";
import type {KeepOptions, Kept} from "./keep.ts";
import {keepRows} from "./keep.ts";
import type {EmbedderAssets} from "./models.ts";
import {DEFAULT_MODEL, Models, readModel} from "./models.ts";
import type {TextMaps} from "./map/text-maps.ts";
import type {Meaning} from "./meaning/meaning.ts";
import type {Mirror} from "./mirror/mirror.ts";
import {createMirror} from "./mirror/mirror.ts";
import type {Dedupe} from "./notebook/dedupe.ts";
import type {Packs} from "./packs/packs.ts";
import {createPacks} from "./packs/packs.ts";
import type {ColumnProfile, ProfileOptions} from "./profile.ts";
import {profileTable} from "./profile.ts";
import type {SimilarEntry, SimilarOptions} from "./find/similar.ts";
import type {Search, SearchAnswer, SearchOptions} from "./search/search.ts";
import type {Proposer} from "./suggest/proposer.ts";
import type {Topics} from "./topics/topic-room.ts";
import type {Twins} from "./twins/twins.ts";
import type {EntryHit, EntryTypeaheadOptions} from "./find/typeahead.ts";
import type {Values} from "./find/values.ts";

/** The files that the engines need, by absolute URL; named by the page, never guessed. */
export interface WorkspaceAssets {
  readonly engine: WasmLakeAssets;
  readonly embedder: EmbedderAssets;
  /** The worker that reads files which are imported. */
  readonly reader: string;
  /** The worker that computes what takes long (`compute/worker.ts`), and the one that holds what search looks through. */
  readonly compute: string;
  readonly search: string;
  /** The packs that can be added; none where it is left out. */
  readonly packs?: string;
}

/**
 * Opens what is kept; the lake and the embedding model open when they are first needed. Never rejects: a store that the
 * browser refuses leaves a workspace that can query the lake and says why it cannot keep anything (`storeFailure`).
 */
export async function openWorkspace(assets: WorkspaceAssets): Promise<Workspace> {
  try {
    const store = await openStore();
    const model = await readModel(store.settings);
    return new Workspace({assets, store, model});
  } catch (error) {
    const failure =
      error instanceof UnavailableError
        ? error
        : new UnavailableError(toMessage(error), {cause: error});
    return new Workspace({assets, store: failure, model: DEFAULT_MODEL});
  }
}

/** The lake, what is kept, and what the machine finds in both: all that pages, notebooks and consoles work with. */
export class Workspace {
  /** SQL over the lake alone; `query` also knows what is kept. */
  readonly lake: LazyLake;
  readonly #assets: WorkspaceAssets;
  readonly #store: Store | UnavailableError;
  readonly #mirror: Mirror | undefined;
  readonly #imports: ImportEngine | undefined;
  readonly #models: Models;
  readonly #compute: Compute;
  readonly #intelligence: Intelligence;
  #packs: Packs | undefined;
  #archives: Archives | undefined;
  #folder: CuratedFolder | undefined;
  #catalogue: Promise<Catalogue> | undefined;

  constructor({
    assets,
    store,
    model
  }: {
    assets: WorkspaceAssets;
    store: Store | UnavailableError;
    model: string;
  }) {
    this.lake = new LazyLake(() => openWasmLake(assets.engine));
    this.#assets = assets;
    this.#store = store;
    if (!(store instanceof UnavailableError)) {
      this.#mirror = createMirror(
        this.lake,
        store,
        (end) => this.topics.sentimentOf(end),
        async (name) => this.#imports?.sync(`raw.${name}`)
      );
      this.#imports = createImports({lake: this.lake, store, workerUrl: assets.reader});
    }
    this.#models = new Models(assets.embedder, model);
    this.#compute = createWorkerCompute(assets.compute);
    this.#intelligence = new Intelligence(this, this.#models, assets.search);
  }

  /** Entries, edges, types, history. Throws `UnavailableError` where the browser keeps nothing. */
  get store(): Store {
    if (this.#store instanceof UnavailableError) throw this.#store;
    return this.#store;
  }

  /** Why nothing can be kept; undefined where all is well. */
  get storeFailure(): UnavailableError | undefined {
    return this.#store instanceof UnavailableError ? this.#store : undefined;
  }

  /** Files that are brought in, the recipes and batches of that. Throws `UnavailableError` where the browser keeps nothing. */
  get imports(): Imports {
    if (!this.#imports) throw this.storeFailure!;
    return this.#imports.imports;
  }

  /** The entries of a type, typed by their fields: `workspace.of<{label: string}>("item")`. */
  of<F extends object = Fields>(type: string): Entities<F> {
    return new Entities<F>(this, type);
  }

  /** The entries of all types, and the edges. */
  get entries(): Store["entries"] {
    return this.store.entries;
  }

  get edges(): Store["edges"] {
    return this.store.edges;
  }

  /**
   * Does several things in one write, which one undo takes back: all of it or nothing. Inside, only what `tx` gives may
   * be awaited.
   */
  transaction<T>(
    what: string,
    work: (tx: WorkspaceTransaction) => Promise<T>
  ): Promise<{result: T; group: string | null}> {
    return transact(this.store, what, work);
  }

  /** The workspace as one file, out and in. */
  get archives(): Archives {
    return (this.#archives ??= createArchives(this.store));
  }

  /** A folder on this machine that holds what is curated as text. */
  get folder(): CuratedFolder {
    return (this.#folder ??= createCuratedFolder(this.store));
  }

  /** Ready-made packs. Throws `UnavailableError` where the browser keeps nothing. */
  get packs(): Packs {
    return (this.#packs ??= createPacks(this.store, this.#assets.packs));
  }

  /** What the compiled lake says of itself. */
  async catalogue(): Promise<Catalogue> {
    this.#catalogue ??= readCatalogue(this.lake);
    try {
      return await this.#catalogue;
    } catch (error) {
      this.#catalogue = undefined;
      throw error;
    }
  }

  /**
   * Runs SQL over the lake, what is kept (`ws.*`) and what was imported (`raw.*`), brought in step first. Where the rows are those of one lake
   * table, the result knows which (`provenance`). Throws as `Lake.query` does.
   */
  async query(sql: string, options?: QueryOptions): Promise<QueryResult> {
    options?.signal?.throwIfAborted();
    const {tables} = await this.catalogue();
    const {generation} = this.lake;
    if (this.#mirror && /topic_members/i.test(sql)) await this.topics.prepare(sql);
    await this.#mirror?.sync(sql);
    await this.#imports?.sync(sql);
    try {
      return await queryTraced(this.lake, sql, new Set(tables.map(({name}) => name)), options);
    } catch (error) {
      // the engine was restarted in between, and what the mirror had brought was gone
      if (error instanceof QueryError && this.lake.generation !== generation)
        return this.query(sql, options);
      throw error;
    }
  }

  /** `query` as a template tag: each value becomes a literal. */
  sql(strings: readonly string[], ...values: unknown[]): Promise<QueryResult> {
    return this.query(interpolateSql(strings, values));
  }

  /** Brings `ws.*` in step, for whoever is about to list its relations; gives each entry type's relation in `ws`, by type. */
  async relations(): Promise<ReadonlyMap<string, string>> {
    await this.#mirror?.sync();
    return this.#mirror?.relations() ?? new Map<string, string>();
  }

  /** An entry type for rows of a result: its schema, title and key are guessed from their values. */
  inferType(result: QueryResult, rows: readonly number[] | "all", name: string): EntryType {
    return toEntryType({name, ...inferSchema(result, rows)});
  }

  /** Makes entries of rows of a result, each with the file and row that it came from; doing it twice makes none twice. */
  async keep(options: Omit<KeepOptions, "store" | "parts">): Promise<Kept> {
    const {parts} = await this.catalogue();
    return keepRows({...options, store: this.store, parts});
  }

  /** The entries nearest in meaning to an entry, best first. Computes the vectors that are missing. */
  similar(id: string, options?: SimilarOptions & {limit?: number}): Promise<SimilarEntry[]> {
    return this.#intelligence.alike.similar(id, options);
  }

  /**
   * Entries for what somebody is typing, best first: those that the letters find, at once, then the same with those
   * that mean nearly the same behind them. `filter` is SQL over the relations of the types. An aborted `signal` ends it.
   */
  typeahead(
    text: string,
    options?: Omit<EntryTypeaheadOptions, "among"> & {filter?: string | undefined}
  ): AsyncGenerator<readonly EntryHit[]> {
    return this.#intelligence.findTyped(text, options);
  }

  /** Remembers that somebody chose an entry: what is chosen often comes sooner in `typeahead`. */
  picked(id: string): Promise<void> {
    return this.#intelligence.typeahead.pick(id);
  }

  /** Who may be the same thing as what somebody is typing. */
  get twins(): Twins {
    return this.#intelligence.twins;
  }

  /** Searches for duplicates in tables and types, and between them. */
  get duplicates(): Duplicates {
    return this.#intelligence.duplicates;
  }

  /** Finds what is there twice: in a table or a type (`dedupe("lake.people")`), or among rows in hand. */
  get dedupe(): Dedupe {
    return this.#intelligence.dedupe;
  }

  /** Texts that fields of entries had before, for what somebody is typing into one. */
  get values(): Values {
    return this.#intelligence.values;
  }

  /** What texts mean: collections of them, their vectors, and what computes those. */
  get meaning(): Meaning {
    return this.#intelligence.meaning;
  }

  /** What texts are about: `await workspace.topics("lake.messages")`, and all that can be done to topics. */
  get topics(): Topics {
    return this.#intelligence.topics;
  }

  /** Maps of texts: what is near in meaning lies near. */
  get map(): TextMaps {
    return this.#intelligence.map;
  }

  /** One search over entries, rows, documents, tables, pages and commands, as somebody types. */
  get finder(): Search {
    return this.#intelligence.finder;
  }

  /** The whole answer to a query, such as `tea "green leaf" tag:gift -cup after:2024`; the Guide says what one can ask. */
  search(query: string, options?: SearchOptions): Promise<SearchAnswer> {
    return this.finder.answer(query, options);
  }

  /** The methods that look for suggestions: each writes what it finds into the ledger. */
  get proposers(): readonly Proposer[] {
    return this.#intelligence.proposers;
  }

  /** Long work in a worker. */
  get compute(): Compute {
    return this.#compute;
  }

  /** What is in each column of a table, in order. */
  async profile(
    table: TableName,
    columns: readonly Column[],
    options?: ProfileOptions
  ): Promise<ColumnProfile[]> {
    if (table.schema === "raw") await this.#imports?.sync(`raw.${table.name}`);
    return profileTable(this.lake, {table, columns}, options);
  }

  /** What is known of each embedding model, and how well it does. */
  get embedding(): Pick<Models, "facts" | "check"> {
    return this.#models;
  }

  /** The embedding models that are installed. */
  get models(): string[] {
    return this.#models.names;
  }

  /** The name of the model in use. */
  get model(): string {
    return this.#models.current;
  }

  /** By which its vectors are known again, in `store.vectors`. */
  get modelId(): string {
    return this.#models.id;
  }

  /** Uses another model, from now on and after a reload. Throws `InputError` where it is not installed. */
  setModel(name: string): Promise<void> {
    return this.#models.choose(name, this.store.settings);
  }

  /** The model in use, opened in its worker. Throws `UnavailableError` that names the file that is missing. */
  embedder(): Promise<Embedder> {
    return this.#models.embedder();
  }

  /** What the browser says of the room for what is kept. */
  storage(): Promise<StorageState> {
    return readStorageState();
  }

  /** Asks the browser not to clear what is kept by itself. */
  persist(): Promise<StorageState> {
    return requestPersistence();
  }

  async close(): Promise<void> {
    this.#imports?.close();
    this.#intelligence.close();
    await Promise.all([this.lake.close(), this.#models.close()]);
    if (!(this.#store instanceof UnavailableError)) this.#store.close();
  }
}
