import type {QuantisedVectors} from "../../lib/quantised.ts";
import {dequantise} from "../../lib/quantised.ts";
import type {TextVectorBatch} from "../../store/text-vectors.ts";

/** The vectors of one model in memory, by the hash of their text. */
export class VectorBook {
  readonly model: string;
  readonly #rows = new Map<string, number>();
  #dimensions = 0;
  #scales = new Float32Array(0);
  #codes = new Int8Array(0);

  constructor(model: string) {
    this.model = model;
  }

  /** 0 while there are none. */
  get dimensions(): number {
    return this.#dimensions;
  }

  get size(): number {
    return this.#rows.size;
  }

  has(hash: string): boolean {
    return this.#rows.has(hash);
  }

  /** The place of a text's vector; undefined where there is none. */
  row(hash: string): number | undefined {
    return this.#rows.get(hash);
  }

  /** All vectors, row by row: valid until more are added. */
  get vectors(): QuantisedVectors {
    const {size} = this;
    return {
      dimensions: this.#dimensions,
      scales: this.#scales.subarray(0, size),
      codes: this.#codes.subarray(0, size * this.#dimensions)
    };
  }

  /** Adds what is not there; vectors of another length begin anew. */
  add({dimensions, hashes, scales, codes}: TextVectorBatch): void {
    if (dimensions !== this.#dimensions) {
      this.#rows.clear();
      this.#dimensions = dimensions;
    }
    this.#reserve(this.size + hashes.length);
    hashes.forEach((hash, i) => {
      if (this.#rows.has(hash)) return;
      const row = this.size;
      this.#rows.set(hash, row);
      this.#scales[row] = scales[i]!;
      this.#codes.set(codes.subarray(i * dimensions, (i + 1) * dimensions), row * dimensions);
    });
  }

  /** Writes a text's vector into `into` from `at` on; gives whether there was one. */
  copy(hash: string, into: Float32Array, at: number): boolean {
    const row = this.#rows.get(hash);
    if (row === undefined) return false;
    dequantise(this.vectors, row, into, at);
    return true;
  }

  #reserve(rows: number): void {
    if (rows * this.#dimensions <= this.#codes.length && rows <= this.#scales.length) return;
    const room = Math.max(rows, Math.ceil(1.5 * this.size));
    const scales = new Float32Array(room);
    scales.set(this.#scales.subarray(0, this.size));
    const codes = new Int8Array(room * this.#dimensions);
    codes.set(this.#codes.subarray(0, this.size * this.#dimensions));
    this.#scales = scales;
    this.#codes = codes;
  }
}
