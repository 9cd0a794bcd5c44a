import type {TextSet} from "../../model/text-collection.ts";
import type {TopicOptions, TopicSetRecord} from "../../model/topic.ts";
import type {Live} from "../../store/live.ts";
import type {TopicState} from "../../store/topics.ts";
import type {CollectionState} from "../meaning/meaning.ts";
import type {TopicPatch} from "./topic-edits.ts";
import type {TopicView} from "./topic-view.ts";
import type {TopicWork} from "./topic-work.ts";

/** A collection of texts, and its topics where they were looked for. */
export interface TopicCollection extends CollectionState {
  readonly topics: TopicSetRecord | undefined;
}

/** See `Topics`. */
export interface TopicRoom {
  /** All collections that have texts. */
  collections(): Promise<readonly TopicCollection[]>;
  /** The topics of a collection as they are kept, again after each change; undefined where nobody looked for them. */
  follow(collection: string): Live<TopicState | undefined>;
  /** The topics of a collection with its texts; undefined where nobody looked for them. */
  open(collection: string, work?: TopicWork): Promise<TopicView | undefined>;
  /**
   * Groups all texts. A topic that was there keeps its id, name and colour; what people decided is heeded. The same
   * texts, options and decisions give the same topics. Gives the write that undoes it.
   */
  run(collection: string, options?: Partial<TopicOptions> & TopicWork): Promise<string | null>;
  /** Puts texts that came since the last run into its topics; gives how many there were. */
  place(collection: string, work?: TopicWork): Promise<number>;
  /** Names a topic (null: as the machine does), pins it, ignores it, gives it another colour. */
  change(collection: string, topic: string, patch: TopicPatch): Promise<string | null>;
  /** Makes topics one, which keeps the id, name and colour of `into`. */
  merge(collection: string, topics: readonly string[], into: string): Promise<string | null>;
  /** Finds the parts of a topic. Throws `InputError` where its texts are all alike. */
  split(collection: string, topic: string, work?: TopicWork): Promise<string | null>;
  /** Puts texts, by their ends, into a topic; null: into none. */
  move(collection: string, ends: readonly string[], topic: string | null): Promise<string | null>;
  /**
   * Texts, by their ends, belong together, now and in each run to come: in the topic that most of them are in, or in a
   * new one where they are in none.
   */
  join(collection: string, ends: readonly string[]): Promise<string | null>;
  /** Makes a topic of texts, by their ends. */
  create(collection: string, name: string, ends: readonly string[]): Promise<string | null>;
  remove(collection: string): Promise<string | null>;
  /** How texts sound, from -1 (bad) to 1 (good), by VADER; NaN where there is nothing to judge. */
  sentiments(
    texts: Pick<TextSet, "texts" | "hashes" | "ends">,
    work?: TopicWork
  ): Promise<Float32Array>;
  /** Scores what a query is about to ask for, and what is known of a text by its end. */
  prepare(sql: string): Promise<void>;
  sentimentOf(end: string): number | null;
}

/**
 * What the texts of the workspace are about. Called with a collection (`topics("lake.messages")`) it gives its topics,
 * which are looked for where nobody did yet. An edit gives the write that undoes it, null where nothing was different.
 */
export interface Topics extends TopicRoom {
  (collection: string, options?: Partial<TopicOptions> & TopicWork): Promise<TopicView>;
}
