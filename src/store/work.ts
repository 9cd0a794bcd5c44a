/** How long work is watched and stopped. */
export interface WorkOptions {
  /** Stops between two chunks; nothing of the work remains. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each chunk with what is done out of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface BulkOptions extends WorkOptions {
  /** What is done, for people, as history shows it: "Import 120 books". */
  readonly what?: string;
}

/** Records that are written at once: between two chunks progress is told and a stop is heard. */
const CHUNK_SIZE = 1000;

/**
 * Somebody asked to stop, and said why. The reason travels packed up, since Dexie makes an error of its own of every
 * `DOMException` that comes its way.
 */
export class Stop extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super("stopped");
    this.reason = reason;
  }
}

/** Goes through `items` chunk by chunk. */
export async function forEachChunk<T>(
  items: readonly T[],
  {signal, onProgress}: WorkOptions,
  work: (chunk: readonly T[]) => PromiseLike<void>
): Promise<void> {
  for (let i = 0; i < items.length; i += CHUNK_SIZE) {
    if (signal?.aborted) throw new Stop(signal.reason);
    await work(items.slice(i, i + CHUNK_SIZE));
    onProgress?.(Math.min(i + CHUNK_SIZE, items.length), items.length);
  }
  if (signal?.aborted) throw new Stop(signal.reason);
}
