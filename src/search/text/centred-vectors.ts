import {VectorScan} from "../../lib/vectors/vector-scan.ts";

/**
 * Vectors of a collection without what all of them have in common: their mean is taken off, so that in a collection about
 * one thing the differences count (J. Mu, P. Viswanath, "All-but-the-Top: Simple and Effective Postprocessing for Word
 * Representations", 2018).
 */
export class CentredVectors {
  readonly #dimensions: number;
  readonly #blocks: Float32Array[] = [];
  #scan: VectorScan | undefined;
  #mean = new Float64Array(0);

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
  }

  /** Adds rows of length 1, or of zeros where there is no vector. */
  add(vectors: Float32Array): void {
    this.#blocks.push(vectors);
    this.#scan = undefined;
  }

  /** A vector as it is compared here. */
  centre(vector: Float32Array): Float32Array {
    this.#open();
    return this.#centre(vector);
  }

  /** The rows nearest to a centred vector, best first. */
  nearest(centred: Float32Array, top: number): {readonly row: number; readonly score: number}[] {
    return this.#dimensions === 0 ? [] : this.#open().nearest(centred, {top});
  }

  /** A centred vector moved towards rows (J. Rocchio, "Relevance Feedback in Information Retrieval", 1971), of length 1. */
  move(
    centred: Float32Array,
    rows: readonly {readonly row: number; readonly weight: number}[]
  ): Float32Array {
    const scan = this.#open();
    const moved = Float64Array.from(centred);
    const other = new Float32Array(this.#dimensions);
    for (const {row, weight} of rows) {
      scan.copy(row, other, 0);
      for (let i = 0; i < moved.length; ++i) moved[i]! += weight * other[i]!;
    }
    return toUnit(moved);
  }

  #open(): VectorScan {
    return (this.#scan ??= this.#build());
  }

  #build(): VectorScan {
    const size = this.#dimensions;
    this.#mean = new Float64Array(size);
    let count = 0;
    this.#each((vector) => {
      if (vector.every((value) => value === 0)) return;
      ++count;
      for (let i = 0; i < size; ++i) this.#mean[i]! += vector[i]!;
    });
    for (let i = 0; i < size; ++i) this.#mean[i]! /= Math.max(1, count);
    const scan = new VectorScan(size);
    this.#each((vector) => scan.add(this.#centre(vector)));
    return scan;
  }

  #each(visit: (vector: Float32Array) => void): void {
    for (const block of this.#blocks)
      for (let at = 0; at < block.length; at += this.#dimensions)
        visit(block.subarray(at, at + this.#dimensions));
  }

  #centre(vector: Float32Array): Float32Array {
    if (vector.every((value) => value === 0)) return new Float32Array(vector.length);
    const centred = Float64Array.from(vector, (value, i) => value - this.#mean[i]!);
    return toUnit(centred);
  }
}

/** Of length 1; zeros where there is none. */
function toUnit(vector: Float64Array): Float32Array {
  const squares = vector.reduce((sum, value) => sum + value * value, 0);
  // a rest of rounding is no direction
  const factor = squares < 1e-12 ? 0 : 1 / Math.sqrt(squares);
  return Float32Array.from(vector, (value) => value * factor);
}
