import {dequantise} from "../../lib/quantised.ts";
import {MeanVector} from "../../lib/vectors/mean-vector.ts";
import {VectorScan} from "../../lib/vectors/vector-scan.ts";
import type {TextVectorBatch} from "../../store/text-vectors.ts";

/** The vectors of one model in memory, by the hash of their text; as int8, as they are kept. */
export class VectorBook {
  readonly model: string;
  readonly #rows = new Map<string, number>();
  #scan: VectorScan | undefined;
  #mean = new MeanVector(0);

  constructor(model: string) {
    this.model = model;
  }

  /** 0 while there are none. */
  get dimensions(): number {
    return this.#scan?.dimensions ?? 0;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Finds the nearest by their places (`row`); undefined while there are none. */
  get scan(): VectorScan | undefined {
    return this.#scan;
  }

  /** A vector without half of what all vectors of the book have in common. */
  centre(vector: Float32Array): Float32Array {
    return this.#mean.centre(vector);
  }

  has(hash: string): boolean {
    return this.#rows.has(hash);
  }

  /** The place of a text's vector; undefined where there is none. */
  row(hash: string): number | undefined {
    return this.#rows.get(hash);
  }

  /** Adds what is not there; vectors of another length begin anew. */
  add(batch: TextVectorBatch): void {
    const {dimensions, hashes} = batch;
    if (dimensions === 0) return;
    if (dimensions !== this.dimensions) {
      this.#rows.clear();
      this.#scan = new VectorScan(dimensions, {keepsFloats: false});
      this.#mean = new MeanVector(dimensions);
    }
    const news = hashes.flatMap((hash, i) => (this.#rows.has(hash) ? [] : [i]));
    const vectors = new Float32Array(news.length * dimensions);
    news.forEach((i, row) => dequantise(batch, i, vectors, row * dimensions));
    this.#scan!.add(vectors);
    this.#mean.add(vectors);
    for (const i of news) this.#rows.set(hashes[i]!, this.#rows.size);
  }

  /** Writes a text's vector into `into` from `at` on; gives whether there was one. */
  copy(hash: string, into: Float32Array, at: number): boolean {
    const row = this.#rows.get(hash);
    if (row === undefined) return false;
    this.#scan!.copy(row, into, at);
    return true;
  }
}
