import type {EmbeddedTexts, TextCollection, TextSet} from "../../model/text-collection.ts";
import type {EmbeddingQueue} from "./embedding-queue.ts";

/** A collection, and how far its texts are understood. */
export interface CollectionState {
  readonly collection: TextCollection;
  /** The columns that could be read, and those that say when. */
  readonly columns: readonly string[];
  readonly times: readonly string[];
  /** Rows, as far as it is known without reading them. */
  readonly rows: number | undefined;
  /** Whether somebody wants it embedded, or nobody said and it looks as if it were worth it. */
  readonly isChosen: boolean;
  /** Different texts that are not empty; undefined before they were read. */
  readonly texts: number | undefined;
  /** Those that have a vector of the model in use. */
  readonly embedded: number;
}

export interface TextsOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface NearOptions extends TextsOptions {
  /** Answers at most; 10 if left out. */
  readonly limit?: number;
  /** The collections that are searched, by id; those that are chosen if left out. */
  readonly collections?: readonly string[];
  readonly accept?: (end: string) => boolean;
}

export interface NearTextOptions extends NearOptions {
  /** Compares with texts without half of what all have in common: cosines are smaller, and tell better what is nearest. */
  readonly isCentred?: boolean;
  /** Ends that the answer shall be like too, and how much beside the text; only where `isCentred`. */
  readonly towards?: readonly {readonly end: string; readonly weight: number}[];
}

/** A text near in meaning to another. */
export interface NearText {
  /** `TextCollection.id`. */
  readonly collection: string;
  readonly end: string;
  readonly text: string;
  /** Cosine, from -1 to 1. */
  readonly score: number;
}

/** What the texts of the workspace mean: which there are, their vectors, and the queue that computes them. */
export interface Meaning {
  /**
   * All collections that could have texts: types of entries, tables of the lake and of `raw`; those without a column that
   * is read last. `onFound` gets each as soon as it is known: tables that were never seen are looked into.
   */
  collections(options?: {
    onFound?: (state: CollectionState) => void;
  }): Promise<readonly CollectionState[]>;
  /** Says which columns are read, and whether the texts are embedded. Throws `InputError` where a column is not there. */
  choose(
    id: string,
    choice: {isChosen?: boolean; columns?: readonly string[]; time?: string | null}
  ): Promise<void>;
  /** The texts of a collection, in step with it. Throws `InputError` where there is no such collection. */
  texts(id: string, options?: TextsOptions): Promise<TextSet>;
  /** The same with their vectors; those that lack one are embedded first, before all others in the queue. */
  embedded(id: string, options?: TextsOptions): Promise<EmbeddedTexts>;
  /**
   * The texts nearest in meaning to a text, best first, each end once; only those that have a vector already, so that
   * the answer comes at once.
   */
  near(text: string, options?: NearTextOptions): Promise<readonly NearText[]>;
  /**
   * The same to an entry or a row by its end. With `isWhole` the vectors that are missing are computed first. Throws
   * `InputError` where the end has no text, or none that has a vector.
   */
  similar(end: string, options?: NearOptions & {isWhole?: boolean}): Promise<readonly NearText[]>;
  readonly queue: EmbeddingQueue;
  /**
   * Embeds what is chosen and new from now on, a moment after each change here or in another tab, and does so at once;
   * gives what ends it. A pause stays one.
   */
  follow(): () => void;
}
