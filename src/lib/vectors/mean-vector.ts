/** So many vectors more are thought of that have nothing in common: the mean of few says little. */
const PRIOR = 16;

/** How much of the mean is taken off: all of it loses the texts that are near to it. */
const SHARE = 0.5;

/**
 * What vectors of length 1 have in common, and vectors without half of it, so that among texts about one thing the differences
 * count (J. Mu, P. Viswanath, "All-but-the-Top: Simple and Effective Postprocessing for Word Representations", 2018). Only for
 * what is searched: a query is short and has another mean, and loses by it.
 */
export class MeanVector {
  readonly #sum: Float64Array;
  #count = 0;

  constructor(dimensions: number) {
    this.#sum = new Float64Array(dimensions);
  }

  /** Counts vectors, one after the other; zeros stand for none. */
  add(vectors: Float32Array): void {
    const size = this.#sum.length;
    for (let at = 0; at < vectors.length; at += size) {
      let isThere = false;
      for (let i = 0; i < size; ++i) {
        const value = vectors[at + i]!;
        this.#sum[i]! += value;
        isThere ||= value !== 0;
      }
      if (isThere) ++this.#count;
    }
  }

  /** A vector without half of the mean, of length 1; zeros where nothing is left. */
  centre(vector: Float32Array): Float32Array {
    if (vector.every((value) => value === 0)) return new Float32Array(vector.length);
    const share = SHARE / (this.#count + PRIOR);
    return toUnit(Float64Array.from(vector, (value, i) => value - share * this.#sum[i]!));
  }
}

/** Of length 1; zeros where it is none. */
export function toUnit(vector: Float64Array): Float32Array {
  const squares = vector.reduce((sum, value) => sum + value * value, 0);
  // a rest of rounding is no direction
  const factor = squares < 1e-12 ? 0 : 1 / Math.sqrt(squares);
  return Float32Array.from(vector, (value) => value * factor);
}

/**
 * A vector moved towards others, of length 1 (J. Rocchio, "Relevance Feedback in Information Retrieval", 1971).
 */
export function moveTowards(
  vector: Float32Array,
  others: readonly {readonly vector: Float32Array; readonly weight: number}[]
): Float32Array {
  const moved = Float64Array.from(vector);
  for (const {vector: other, weight} of others)
    for (let i = 0; i < moved.length; ++i) moved[i]! += weight * other[i]!;
  return toUnit(moved);
}
