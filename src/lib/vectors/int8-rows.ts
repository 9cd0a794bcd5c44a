import {createKernels} from "./create-kernels.ts";
import type {Kernels} from "./kernels.ts";

/** Rows lie in blocks of so many, so that more of them never move those that are there. */
export const BLOCK_ROWS = 1024;
/** Queries at once, of the kernel `tile`. */
export const TILE_QUERIES = 4;
const ROW_LEVELS = 127;
/** A query is stored wider than rows: half of the error of an inner product is gone. */
const QUERY_LEVELS = 2047;
/** More would overflow a sum of 32 bits: 2^31 / (127 × 2047). */
const MAX_DIMENSIONS = 8192;
const FLOAT_BYTES = 4;
/** The kernels read up to so many rows beyond the last one. */
const OVERREAD_ROWS = 4;

/**
 * Vectors as int8 with a scale each: number i is `scale × int8[i]`, within half a scale of what it was. A row that is all
 * zeros, or has a number that is none, has the scale 0.
 */
export class Int8Rows {
  readonly dimensions: number;
  readonly #kernels: Kernels;
  /** Bytes of a row: dimensions, and zeros up to a multiple of 16. */
  readonly #width: number;
  readonly #queryScales: number;
  readonly #scores: number;
  readonly #firstBlock: number;
  readonly #blockBytes: number;
  #size = 0;

  /** Throws `RangeError` for more than 8,192 dimensions, or none. `kernels` are for tests. */
  constructor(dimensions: number, kernels: Kernels = createKernels()) {
    if (!(dimensions > 0 && dimensions <= MAX_DIMENSIONS))
      throw new RangeError(
        `vector dimensions out of range: ${dimensions} (1 to ${MAX_DIMENSIONS})`
      );
    this.dimensions = dimensions;
    this.#kernels = kernels;
    this.#width = Math.ceil(dimensions / 16) * 16;
    this.#queryScales = TILE_QUERIES * this.#width * Int16Array.BYTES_PER_ELEMENT;
    this.#scores = this.#queryScales + TILE_QUERIES * FLOAT_BYTES;
    this.#firstBlock = this.#scores + TILE_QUERIES * BLOCK_ROWS * FLOAT_BYTES;
    this.#blockBytes = BLOCK_ROWS * (FLOAT_BYTES + this.#width);
    kernels.reserve(this.#firstBlock);
  }

  get size(): number {
    return this.#size;
  }

  /** Makes rows up to `size`, of zeros. Throws `UnavailableError` where there is no memory for them. */
  resize(size: number): void {
    const blocks = Math.ceil(size / BLOCK_ROWS) * this.#blockBytes;
    this.#kernels.reserve(this.#firstBlock + blocks + OVERREAD_ROWS * this.#width);
    this.#size = Math.max(this.#size, size);
  }

  /** Writes one row, which must be there. */
  set(row: number, vectors: Float32Array, start: number): void {
    const {buffer} = this.#kernels;
    const into = new Int8Array(buffer, this.#rowAt(row), this.dimensions);
    const scale = quantise(vectors, start, into, ROW_LEVELS);
    new Float32Array(buffer, this.#scaleAt(row), 1)[0] = scale;
  }

  /** 0 says that the row holds no vector. */
  scale(row: number): number {
    return new Float32Array(this.#kernels.buffer, this.#scaleAt(row), 1)[0]!;
  }

  /** The whole numbers of a row, as they lie in memory: valid until rows are added. */
  numbers(row: number): Int8Array {
    return new Int8Array(this.#kernels.buffer, this.#rowAt(row), this.dimensions);
  }

  /** Makes `vector` the query of `scan`. */
  setQuery(vector: Float32Array): void {
    quantise(vector, 0, new Int16Array(this.#kernels.buffer, 0, this.dimensions), QUERY_LEVELS);
  }

  /** Makes a row of `source`, which may be these rows, query number `query` (0 to 3) of `tile`. */
  setTileQuery(query: number, source: Int8Rows, row: number): void {
    const {buffer} = this.#kernels;
    new Int16Array(buffer, query * this.#width * 2, this.dimensions).set(source.numbers(row));
    new Float32Array(buffer, this.#queryScales, TILE_QUERIES)[query] = source.scale(row);
  }

  /**
   * The query's inner products with the rows from `start` up to the end of their block, in steps of one: they rank rows, but
   * are no cosines as the query's own scale is left out.
   */
  scan(start: number): Float32Array {
    const count = this.#untilBlockEnd(start, this.#size);
    const {buffer} = this.#kernels;
    this.#kernels.scan(
      0,
      this.#rowAt(start),
      this.#scaleAt(start),
      this.#scores,
      Math.ceil(count / 4) * 4,
      this.#width
    );
    return new Float32Array(buffer, this.#scores, count);
  }

  /**
   * The four tile queries' inner products with the rows from `start` to `end`, or to where their block ends before: number
   * 4 × i + q is of row `start + i` with query q.
   */
  tile(start: number, end: number): Float32Array {
    const count = this.#untilBlockEnd(start, end);
    const {buffer} = this.#kernels;
    this.#kernels.tile(
      0,
      this.#queryScales,
      this.#rowAt(start),
      this.#scaleAt(start),
      this.#scores,
      Math.ceil(count / 2) * 2,
      this.#width
    );
    return new Float32Array(buffer, this.#scores, count * TILE_QUERIES);
  }

  #untilBlockEnd(start: number, end: number): number {
    return Math.min(end, (Math.floor(start / BLOCK_ROWS) + 1) * BLOCK_ROWS) - start;
  }

  #scaleAt(row: number): number {
    const block = Math.floor(row / BLOCK_ROWS);
    return this.#firstBlock + block * this.#blockBytes + (row % BLOCK_ROWS) * FLOAT_BYTES;
  }

  #rowAt(row: number): number {
    const block = Math.floor(row / BLOCK_ROWS);
    const start = this.#firstBlock + block * this.#blockBytes + BLOCK_ROWS * FLOAT_BYTES;
    return start + (row % BLOCK_ROWS) * this.#width;
  }
}

/** Writes a vector as whole numbers from -levels to levels, and gives what they are to be multiplied with. */
function quantise(
  vectors: Float32Array,
  start: number,
  into: Int8Array | Int16Array,
  levels: number
): number {
  let largest = 0;
  for (let i = 0; i < into.length; ++i) largest = Math.max(largest, Math.abs(vectors[start + i]!));
  if (!(largest > 0 && largest < Infinity)) {
    into.fill(0);
    return 0;
  }
  const factor = levels / largest;
  for (let i = 0; i < into.length; ++i) into[i] = Math.round(vectors[start + i]! * factor);
  return Math.fround(largest / levels);
}
