import type {Archive} from "./archive.ts";
import {createArchive} from "./archive.ts";
import type {Attachments} from "./attachments.ts";
import {createAttachments} from "./attachments.ts";
import type {Batches} from "./batches.ts";
import {createBatches} from "./batches.ts";
import type {ConnectionOptions} from "./connection.ts";
import {openConnection} from "./connection.ts";
import {Directory} from "./directory.ts";
import type {Edges} from "./edges.ts";
import {createEdges} from "./edges.ts";
import type {Entries} from "./entries.ts";
import {createEntries} from "./entries.ts";
import type {History} from "./history.ts";
import {createHistory} from "./history.ts";
import type {Kinds} from "./kinds.ts";
import {createKinds} from "./kinds.ts";
import type {Layouts} from "./layouts.ts";
import {createLayouts} from "./layouts.ts";
import type {Live} from "./live.ts";
import {createLive} from "./live.ts";
import type {MatchJobs} from "./match-jobs.ts";
import {createMatchJobs} from "./match-jobs.ts";
import type {Picks} from "./picks.ts";
import {createPicks} from "./picks.ts";
import type {Queries} from "./queries.ts";
import {createQueries} from "./queries.ts";
import type {Recipes} from "./recipes.ts";
import {createRecipes} from "./recipes.ts";
import type {Settings} from "./settings.ts";
import {createSettings} from "./settings.ts";
import type {Suggestions} from "./suggestions.ts";
import {createSuggestions} from "./suggestions.ts";
import type {TopicStore} from "./topics.ts";
import {createTopics} from "./topics.ts";
import type {Transaction} from "./transaction.ts";
import {runTransaction} from "./transaction.ts";
import type {Types} from "./types.ts";
import {createTypes} from "./types.ts";
import type {TextVectors} from "./text-vectors.ts";
import {createTextVectors} from "./text-vectors.ts";
import type {Views} from "./views.ts";
import {createViews} from "./views.ts";

const DEFAULT_NAME = "lakebook";

/**
 * What is kept, in the browser's own database. Whatever a part writes is one transaction with its history. All of it
 * throws `UnavailableError` where storage is full or was closed, and `InputError` where what is asked makes no sense.
 */
export interface Store {
  readonly name: string;
  readonly types: Types;
  readonly kinds: Kinds;
  readonly entries: Entries;
  readonly edges: Edges;
  readonly suggestions: Suggestions;
  readonly views: Views;
  readonly topics: TopicStore;
  readonly attachments: Attachments;
  readonly history: History;
  readonly vectors: TextVectors;
  readonly settings: Settings;
  readonly picks: Picks;
  readonly queries: Queries;
  readonly recipes: Recipes;
  readonly batches: Batches;
  readonly archive: Archive;
  readonly matchJobs: MatchJobs;
  readonly layouts: Layouts;
  /**
   * Does several things in one write, which one undo takes back: all of it or nothing, also where `work` catches what a
   * call throws. Inside, only what `tx` gives may be awaited.
   */
  transaction<T>(
    what: string,
    work: (tx: Transaction) => Promise<T>
  ): Promise<{result: T; group: string | null}>;
  /** What `querier` gives, again after each change to what it read, in this tab or another. */
  live<T>(querier: () => T | Promise<T>): Live<T>;
  /** Why the store can no longer be used; undefined while it can. */
  readonly lost: string | undefined;
  close(): void;
}

/**
 * Opens the store, making it where there is none. Throws `UnavailableError` where the browser refuses to keep data, or
 * where a newer Lakebook wrote what is there.
 */
export async function openStore({
  name = DEFAULT_NAME,
  ...options
}: Partial<ConnectionOptions> = {}): Promise<Store> {
  const connection = await openConnection({name, ...options});
  const directory = new Directory(connection);
  return {
    name,
    types: createTypes(connection),
    kinds: createKinds(connection),
    entries: createEntries(connection, directory),
    edges: createEdges(connection, directory),
    suggestions: createSuggestions(connection),
    views: createViews(connection),
    topics: createTopics(connection),
    attachments: createAttachments(connection, name),
    history: createHistory(connection),
    vectors: createTextVectors(connection),
    settings: createSettings(connection),
    picks: createPicks(connection),
    queries: createQueries(connection),
    recipes: createRecipes(connection),
    batches: createBatches(connection),
    archive: createArchive(connection),
    matchJobs: createMatchJobs(connection),
    layouts: createLayouts(connection),
    transaction: (what, work) => runTransaction(connection, what, work),
    live: (querier) => createLive(connection, querier),
    get lost() {
      return connection.lost;
    },
    close: () => connection.close()
  };
}
