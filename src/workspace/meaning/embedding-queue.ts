/** How far the embedding of texts is. */
export interface QueueState {
  /** "elsewhere": another tab embeds; this one takes over when that is closed. */
  readonly status: "idle" | "working" | "paused" | "failed" | "elsewhere";
  /** The label of the collection in work; "" where nothing is. */
  readonly what: string;
  /** Distinct texts embedded since the queue was last empty, and how many it is in all. */
  readonly done: number;
  readonly total: number;
  /** Texts a second lately, and the seconds left at that rate; null where it is not known yet. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  /** Why it failed; undefined where it did not. */
  readonly failure?: unknown;
}

/** Embeds what is chosen and lacks a vector, in a worker, one batch after another; what is done is kept at once. */
export interface EmbeddingQueue {
  readonly state: QueueState;
  /** Calls with each new state, and at once with the present one; gives what ends it. */
  subscribe(listener: (state: QueueState) => void): () => void;
  /** Looks for texts of chosen collections that lack a vector, and begins or goes on; also after `pause`. */
  start(): void;
  /** Embeds nothing but what somebody waits for (`Meaning.embedded`), until `start`, after a reload too. */
  pause(): void;
  /** Gives up what is in the queue; what has its vector keeps it. */
  cancel(): void;
}
