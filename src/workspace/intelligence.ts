import type {QueryOptions} from "../lake/lake.ts";
import type {RawTable} from "../model/batch.ts";
import type {Catalogue} from "../model/catalogue.ts";
import type {QueryResult} from "../model/query-result.ts";
import type {Compute} from "./compute/compute.ts";
import type {Duplicates} from "./dedupe/duplicates.ts";
import {createDuplicates} from "./dedupe/duplicates.ts";
import type {EntryFilter} from "./find/entry-filter.ts";
import {createEntryFilter} from "./find/entry-filter.ts";
import type {Similar} from "./find/similar.ts";
import {createSimilar} from "./find/similar.ts";
import type {EntryHit, EntryTypeaheadOptions, Typeahead} from "./find/typeahead.ts";
import {createTypeahead} from "./find/typeahead.ts";
import type {Values} from "./find/values.ts";
import {createValues} from "./find/values.ts";
import type {TextMaps} from "./map/text-maps.ts";
import {createTextMaps} from "./map/text-maps.ts";
import type {MeaningEngine} from "./meaning/create-meaning.ts";
import {createMeaning} from "./meaning/create-meaning.ts";
import type {Meaning} from "./meaning/meaning.ts";
import type {Models} from "./models.ts";
import type {Dedupe} from "./notebook/dedupe.ts";
import {createDedupe} from "./notebook/dedupe.ts";
import {createSearch} from "./search/create-search.ts";
import type {SearchGround} from "./search/search-ground.ts";
import {openSearchWorker} from "./search/search-link.ts";
import type {Search} from "./search/search.ts";
import type {Proposer} from "./suggest/proposer.ts";
import {createProposers} from "./suggest/proposers.ts";
import type {Topics} from "./topics/topic-room.ts";
import {createTopics} from "./topics/topics.ts";
import type {Twins} from "./twins/twins.ts";
import {createTwins} from "./twins/twins.ts";

/** The workspace, as far as what the machine finds in it needs to know. */
interface IntelligenceGround extends SearchGround {
  readonly compute: Compute;
  readonly imports: {tables(): Promise<readonly RawTable[]>};
  catalogue(): Promise<Catalogue>;
  query(sql: string, options?: QueryOptions): Promise<QueryResult>;
  relations(): Promise<ReadonlyMap<string, string>>;
}

/** What the machine finds in the lake and in what is kept: each room is made when it is first asked for. */
export class Intelligence {
  readonly #ground: IntelligenceGround;
  readonly #models: Models;
  readonly #searchUrl: string;
  #meaning: MeaningEngine | undefined;
  #topics: Topics | undefined;
  #map: TextMaps | undefined;
  #alike: Similar | undefined;
  #typeahead: Typeahead | undefined;
  #twins: Twins | undefined;
  #duplicates: Duplicates | undefined;
  #values: Values | undefined;
  #filter: EntryFilter | undefined;
  #search: ReturnType<typeof createSearch> | undefined;

  constructor(ground: IntelligenceGround, models: Models, searchUrl: string) {
    this.#ground = ground;
    this.#models = models;
    this.#searchUrl = searchUrl;
  }

  get meaning(): Meaning {
    this.#meaning ??= createMeaning({
      ...this.#toGround(),
      embedder: () => this.#models.embedder(),
      model: () => this.#models.id,
      isReplaced: (model) => this.#models.isReplaced(model)
    });
    return this.#meaning.meaning;
  }

  get topics(): Topics {
    const {store, compute} = this.#ground;
    return (this.#topics ??= createTopics({store, compute, meaning: this.meaning}));
  }

  get map(): TextMaps {
    const {compute} = this.#ground;
    return (this.#map ??= createTextMaps({...this.#toGround(), compute, meaning: this.meaning}));
  }

  /** Entries alike in meaning. */
  get alike(): Similar {
    const {store} = this.#ground;
    return (this.#alike ??= createSimilar({store, meaning: this.meaning}));
  }

  get typeahead(): Typeahead {
    return (this.#typeahead ??= createTypeahead(this.#ground.store, (text, options) =>
      this.alike.near(text, options)
    ));
  }

  get twins(): Twins {
    return (this.#twins ??= createTwins({
      ...this.#toGround(),
      findNear: (text, options) => this.alike.near(text, options)
    }));
  }

  get duplicates(): Duplicates {
    return (this.#duplicates ??= createDuplicates({
      ...this.#toGround(),
      compute: this.#ground.compute,
      rawTables: () => this.#ground.imports.tables()
    }));
  }

  get dedupe(): Dedupe {
    return createDedupe(this.#ground.compute, () => this.duplicates);
  }

  get values(): Values {
    return (this.#values ??= createValues(this.#ground.store));
  }

  get finder(): Search {
    this.#search ??= createSearch(this.#ground, () => openSearchWorker(this.#searchUrl));
    return this.#search.search;
  }

  get proposers(): readonly Proposer[] {
    const {store, compute} = this.#ground;
    return createProposers(store, compute, () => this.twins.records());
  }

  /** See `Workspace.typeahead`. */
  async *findTyped(
    text: string,
    {filter, ...options}: Omit<EntryTypeaheadOptions, "among"> & {filter?: string | undefined} = {}
  ): AsyncGenerator<readonly EntryHit[]> {
    const among = filter === undefined ? undefined : await this.#findWhere(options.types, filter);
    yield* this.typeahead.find(text, {...options, among});
  }

  close(): void {
    this.#meaning?.close();
    this.#search?.close();
  }

  async #findWhere(
    types: readonly string[] | undefined,
    condition: string
  ): Promise<ReadonlySet<string>> {
    const relations = (): Promise<ReadonlyMap<string, string>> => this.#ground.relations();
    this.#filter ??= createEntryFilter({...this.#toGround(), relations});
    return this.#filter.find(types?.length ? types : [...(await relations()).keys()], condition);
  }

  /** What most rooms stand on. Throws `UnavailableError` where the browser keeps nothing. */
  #toGround() {
    const ground = this.#ground;
    return {
      store: ground.store,
      catalogue: () => ground.catalogue(),
      query: (sql: string, options?: QueryOptions) => ground.query(sql, options)
    };
  }
}
