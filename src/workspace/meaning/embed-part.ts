import type {EmbeddingGround, EmbeddingJob} from "./embedding-job.ts";
import type {VectorBook} from "./vector-book.ts";

/** Texts with their hashes. */
export type TextPart = readonly (readonly [hash: string, text: string])[];

/**
 * Embeds some texts of a job and keeps what is still wanted when that is done. False where another model is in use by
 * then, so that what this one gave is of no use.
 */
export async function embedPart(
  ground: EmbeddingGround,
  {job, part, book}: {job: EmbeddingJob; part: TextPart; book: VectorBook},
  signal: AbortSignal
): Promise<boolean> {
  const embedded = await compute(ground, part, book.model, signal);
  if (!embedded) return false;
  const {vectors, dimensions} = embedded;
  const now = await job.refresh();
  if (now) job.texts.keepOnly(now);
  signal.throwIfAborted();
  const kept = part.map(([hash], i) => ({hash, i})).filter(({hash}) => job.texts.has(hash));
  const matrix = new Float32Array(kept.length * dimensions);
  kept.forEach(({i}, row) =>
    matrix.set(vectors.subarray(i * dimensions, (i + 1) * dimensions), row * dimensions)
  );
  const hashes = kept.map(({hash}) => hash);
  await ground.shelf.put(book, dimensions, hashes, matrix);
  for (const [hash] of part) job.texts.delete(hash);
  return true;
}

/** The vectors of texts; undefined where another model is in use by now. */
async function compute(
  ground: EmbeddingGround,
  part: TextPart,
  model: string,
  signal: AbortSignal
): Promise<{vectors: Float32Array; dimensions: number} | undefined> {
  try {
    const embedder = await ground.embedder();
    const texts = part.map(([, text]) => text);
    const vectors = await embedder.embed(texts, {signal});
    return ground.model() === model ? {vectors, dimensions: embedder.dimensions} : undefined;
  } catch (error) {
    // a model that is left is closed under its last batch
    if (ground.model() !== model) return undefined;
    throw error;
  }
}
