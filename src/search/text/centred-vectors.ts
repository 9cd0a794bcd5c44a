import {MeanVector, moveTowards} from "../../lib/vectors/mean-vector.ts";
import {VectorScan} from "../../lib/vectors/vector-scan.ts";

/** Vectors of a collection without half of what all of them have in common; queries are compared with them as they are. */
export class CentredVectors {
  readonly #dimensions: number;
  readonly #blocks: Float32Array[] = [];
  readonly #mean: MeanVector;
  #scan: VectorScan | undefined;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#mean = new MeanVector(dimensions);
  }

  /** Adds rows of length 1, or of zeros where there is no vector. */
  add(vectors: Float32Array): void {
    this.#blocks.push(vectors);
    this.#mean.add(vectors);
    this.#scan = undefined;
  }

  /** The rows nearest to a query's vector, best first. */
  nearest(query: Float32Array, top: number): {readonly row: number; readonly score: number}[] {
    return this.#dimensions === 0 ? [] : this.#open().nearest(query, {top});
  }

  /** A query's vector moved towards rows. */
  move(
    query: Float32Array,
    rows: readonly {readonly row: number; readonly weight: number}[]
  ): Float32Array {
    const scan = this.#open();
    const others = rows.map(({row, weight}) => {
      const vector = new Float32Array(this.#dimensions);
      scan.copy(row, vector, 0);
      return {vector, weight};
    });
    return moveTowards(query, others);
  }

  #open(): VectorScan {
    return (this.#scan ??= this.#build());
  }

  #build(): VectorScan {
    const size = this.#dimensions;
    const scan = new VectorScan(size);
    for (const block of this.#blocks)
      for (let at = 0; at < block.length; at += size)
        scan.add(this.#mean.centre(block.subarray(at, at + size)));
    return scan;
  }
}
