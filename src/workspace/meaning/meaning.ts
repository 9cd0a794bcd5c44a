import type {EmbeddedTexts, TextCollection, TextSet} from "../../model/text-collection.ts";
import type {EmbeddingQueue} from "./embedding-queue.ts";

/** A collection, and how far its texts are understood. */
export interface CollectionState {
  readonly collection: TextCollection;
  /** Whether somebody wants it embedded, or nobody said and it looks as if it were worth it. */
  readonly isChosen: boolean;
  /** Texts that are not empty, as far as it is known; undefined before they were read. */
  readonly texts: number | undefined;
  /** Those that have a vector of the model in use. */
  readonly embedded: number;
}

export interface TextsOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
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
  /** All collections that have texts: tables of the lake and of `raw`, types of entries, documents. */
  collections(): Promise<readonly CollectionState[]>;
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
   * The texts nearest in meaning to a text, best first, of the chosen collections or of those named; only those that
   * have a vector already, so that the answer comes at once.
   */
  near(
    text: string,
    options?: TextsOptions & {
      limit?: number;
      collections?: readonly string[];
      accept?: (end: string) => boolean;
    }
  ): Promise<readonly NearText[]>;
  readonly queue: EmbeddingQueue;
}
