import type {VectorSet} from "../../store/vectors.ts";

/** Vectors in memory, by id, in one matrix that is searched as it lies: what was removed is a row of zeros. */
export class VectorIndex {
  readonly dimensions: number;
  readonly #rowOf = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #hashes: string[] = [];
  #matrix: Float32Array;

  constructor(
    dimensions: number,
    {ids, hashes, vectors}: Pick<VectorSet, "ids" | "hashes" | "vectors">
  ) {
    this.dimensions = dimensions;
    this.#matrix = new Float32Array(vectors);
    for (const [row, id] of ids.entries()) this.#place(id, hashes[row]!);
  }

  /** Rows × dimensions numbers, row by row. */
  get vectors(): Float32Array {
    return this.#matrix.subarray(0, this.#ids.length * this.dimensions);
  }

  /** The ids of all that have a row, removed ones not among them. */
  ids(): Iterable<string> {
    return this.#rowOf.keys();
  }

  id(row: number): string {
    return this.#ids[row]!;
  }

  row(id: string): number | undefined {
    return this.#rowOf.get(id);
  }

  hash(id: string): string | undefined {
    const row = this.#rowOf.get(id);
    return row === undefined ? undefined : this.#hashes[row];
  }

  vector(row: number): Float32Array {
    return this.#matrix.subarray(row * this.dimensions, (row + 1) * this.dimensions);
  }

  put(id: string, hash: string, vector: Float32Array): void {
    const row = this.#place(id, hash);
    const needed = (row + 1) * this.dimensions;
    if (needed > this.#matrix.length) {
      const grown = new Float32Array(Math.max(needed, 2 * this.#matrix.length));
      grown.set(this.#matrix);
      this.#matrix = grown;
    }
    this.#matrix.set(vector, row * this.dimensions);
  }

  remove(id: string): void {
    const row = this.#rowOf.get(id);
    if (row === undefined) return;
    this.#rowOf.delete(id);
    this.vector(row).fill(0);
  }

  #place(id: string, hash: string): number {
    const row = this.#rowOf.get(id) ?? this.#ids.length;
    this.#rowOf.set(id, row);
    this.#ids[row] = id;
    this.#hashes[row] = hash;
    return row;
  }
}
