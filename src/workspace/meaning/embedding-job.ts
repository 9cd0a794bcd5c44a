import type {Embedder} from "../../embed/embedder.ts";
import type {VectorShelf} from "./vector-shelf.ts";
import type {WaitingTexts} from "./waiting-texts.ts";

/** Texts that lack a vector, of one collection. */
export interface EmbeddingJob {
  readonly id: string;
  readonly label: string;
  /** Those that are done go. */
  readonly texts: WaitingTexts;
  /**
   * Looks whether the collection has changed since its texts were read: gives the hashes that it has now, or undefined
   * where nothing has changed.
   */
  refresh(): Promise<ReadonlySet<string> | undefined>;
  /** Called when nothing is left of it. */
  done(): Promise<void>;
}

export interface EmbeddingGround {
  /** Apart for each store, so that two of them never wait for each other. */
  readonly lock: string;
  readonly shelf: VectorShelf;
  readonly embedder: () => Promise<Embedder>;
  /** The model in use, as its vectors are known again. */
  readonly model: () => string;
  /** The chosen collections that have texts without a vector. */
  readonly findJobs: () => Promise<readonly EmbeddingJob[]>;
  readonly readPaused: () => Promise<boolean>;
  readonly keepPaused: (isPaused: boolean) => Promise<void>;
}
