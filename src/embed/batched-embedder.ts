import {toBatches} from "./batches.ts";
import type {Embedder} from "./embedder.ts";
import type {Extractor} from "./extractor.ts";
import {toPieces} from "./pieces.ts";
import {normalise, vectorAt} from "./vectors.ts";

interface Piece {
  readonly text: string;
  /** Index into the distinct texts. */
  readonly owner: number;
}

/**
 * An embedder over a bare model: embeds the same text once, in batches of similar length. The vector of a text longer than a
 * piece is the mean of its pieces' vectors, weighted by their length, so that its end counts too.
 */
export function createBatchedEmbedder(model: string, extractor: Extractor): Embedder {
  const {dimensions, maxBatchTexts} = extractor;
  let closed = false;
  return {
    model,
    dimensions,
    backend: extractor.backend,
    async embed(texts, {signal, onProgress} = {}) {
      const {owners, distinct} = toDistinct(texts);
      const vectors = new Float32Array(distinct.length * dimensions);
      const pieces = distinct.flatMap((text, owner) =>
        toPieces(text).map((piece): Piece => ({text: piece, owner}))
      );
      const progress = createProgress(owners, pieces);
      onProgress?.(progress.done(), texts.length);
      for (const batch of toBatches(
        pieces.map(({text}) => text),
        maxBatchTexts
      )) {
        signal?.throwIfAborted();
        if (closed) throw new Error(`embedder closed: "${model}"`);
        const members = batch.map((index) => pieces[index]!);
        const found = await abortable(extractor.extract(members.map(({text}) => text)), signal);
        members.forEach((piece, row) => {
          addScaled(
            vectorAt(vectors, dimensions, piece.owner),
            vectorAt(found, dimensions, row),
            piece.text.length
          );
          progress.finish(piece);
        });
        onProgress?.(progress.done(), texts.length);
      }
      signal?.throwIfAborted();
      for (let row = 0; row < distinct.length; ++row) normalise(vectorAt(vectors, dimensions, row));
      return spread(vectors, dimensions, owners);
    },
    async close() {
      if (closed) return;
      closed = true;
      await extractor.close();
    }
  };
}

/** `owners[i]` is the index in `distinct` of text i. */
function toDistinct(texts: readonly string[]): {owners: Uint32Array; distinct: string[]} {
  const seen = new Map<string, number>();
  const owners = Uint32Array.from(texts, (text) => {
    const known = seen.get(text) ?? seen.size;
    seen.set(text, known);
    return known;
  });
  return {owners, distinct: [...seen.keys()]};
}

/** Counts the texts, copies included, whose pieces are all done. */
function createProgress(owners: Uint32Array, pieces: readonly Piece[]) {
  const copies = new Map<number, number>();
  for (const owner of owners) copies.set(owner, (copies.get(owner) ?? 0) + 1);
  const left = new Map<number, number>();
  for (const {owner} of pieces) left.set(owner, (left.get(owner) ?? 0) + 1);
  let done = 0;
  for (const [owner, count] of copies) if (!left.has(owner)) done += count;
  return {
    done: () => done,
    finish({owner}: Piece) {
      const rest = left.get(owner)! - 1;
      left.set(owner, rest);
      if (rest === 0) done += copies.get(owner)!;
    }
  };
}

function addScaled(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let i = 0; i < sum.length; ++i) sum[i]! += weight * vector[i]!;
}

function spread(vectors: Float32Array, dimensions: number, owners: Uint32Array): Float32Array {
  const result = new Float32Array(owners.length * dimensions);
  owners.forEach((owner, row) =>
    result.set(vectorAt(vectors, dimensions, owner), row * dimensions)
  );
  return result;
}

/** Gives up waiting as soon as the signal fires; the batch itself runs to its end unheeded. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener("abort", abort, {once: true});
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
