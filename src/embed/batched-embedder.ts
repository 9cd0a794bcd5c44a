import {toBatches} from "./batches.ts";
import type {Embedder} from "./embedder.ts";
import type {Extractor} from "./extractor.ts";
import {toPieces} from "./pieces.ts";
import {copyRow, normalise, vectorAt} from "./vectors.ts";

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
      const pieces: Piece[] = [];
      const counts = new Uint32Array(distinct.length);
      distinct.forEach((text, owner) => {
        for (const piece of toPieces(text)) {
          pieces.push({text: piece, owner});
          ++counts[owner]!;
        }
      });
      const progress = createProgress(owners, counts);
      onProgress?.(progress.done(), texts.length);
      for (const batch of toBatches(
        pieces.map(({text}) => text),
        maxBatchTexts
      )) {
        signal?.throwIfAborted();
        if (closed) throw new Error(`embedder closed: "${model}"`);
        const members = batch.map((index) => pieces[index]!);
        const found = await abortable(extractor.extract(members.map(({text}) => text)), signal);
        members.forEach(({text, owner}, row) => {
          if (counts[owner] === 1) copyRow(found, row, vectors, owner, dimensions);
          else
            addScaled(
              vectorAt(vectors, dimensions, owner),
              vectorAt(found, dimensions, row),
              text.length
            );
          progress.finish(owner);
        });
        onProgress?.(progress.done(), texts.length);
      }
      signal?.throwIfAborted();
      counts.forEach((count, owner) => {
        if (count > 1) normalise(vectorAt(vectors, dimensions, owner));
      });
      return distinct.length === texts.length ? vectors : spread(vectors, dimensions, owners);
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
  const owners = new Uint32Array(texts.length);
  texts.forEach((text, i) => {
    const known = seen.get(text) ?? seen.size;
    if (known === seen.size) seen.set(text, known);
    owners[i] = known;
  });
  return {owners, distinct: [...seen.keys()]};
}

/** Counts the texts, copies included, whose pieces are all done. */
function createProgress(owners: Uint32Array, counts: Uint32Array) {
  const copies = new Uint32Array(counts.length);
  for (const owner of owners) ++copies[owner]!;
  const left = counts.slice();
  let done = 0;
  for (let owner = 0; owner < left.length; ++owner) if (left[owner] === 0) done += copies[owner]!;
  return {
    done: () => done,
    finish(owner: number) {
      if (--left[owner]! === 0) done += copies[owner]!;
    }
  };
}

function addScaled(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let i = 0; i < sum.length; ++i) sum[i]! += weight * vector[i]!;
}

function spread(vectors: Float32Array, dimensions: number, owners: Uint32Array): Float32Array {
  const result = new Float32Array(owners.length * dimensions);
  owners.forEach((owner, row) => copyRow(vectors, owner, result, row, dimensions));
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
