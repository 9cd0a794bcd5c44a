import type {Bags} from "./bags.ts";
import {createTableKernels} from "./table-kernels.ts";
import type {TableKernels} from "./table-kernels.ts";
import type {TokenParts} from "./token-parts.ts";

const BETA_1 = 0.9;
const BETA_2 = 0.99;
const EPSILON = 1e-8;

/** What a side of a batch holds at most. */
export interface BatchCapacity {
  readonly bags: number;
  readonly ids: number;
}

/** What training has learned and remembers, to go on from. */
export interface TrainerState {
  readonly steps: number;
  /** parts × dimensions, as are the other two. */
  readonly rows: Float32Array;
  /** Running averages of the gradient, and of its square. */
  readonly first: Float32Array;
  readonly second: Float32Array;
}

interface Side {
  readonly ids: Uint16Array;
  readonly starts: Uint32Array;
  readonly units: Float32Array;
  readonly lengths: Float32Array;
  readonly slopes: Float32Array;
}

/**
 * Rows of parts that learn from batches of two sides. A token's row is the sum of its parts' rows, and a bag's vector the mean of
 * its tokens' rows at length 1; slopes by those vectors go back the same way, to a step of Adam (Kingma & Ba 2015). Adam is lazy:
 * only parts that a batch has touched move, so that a step costs by the tokens of the batch and what is rare does not drift on
 * old momentum. All of it is float32 in WebAssembly's memory: the same bits everywhere, and a quarter of the time of plain
 * JavaScript.
 */
export class TableTrainer {
  readonly #width: number;
  readonly #capacity: BatchCapacity;
  readonly #kernels: TableKernels;
  readonly #partStarts: Uint32Array;
  readonly #parts: Uint32Array;
  readonly #table: Float32Array;
  readonly #tableGradient: Float32Array;
  readonly #state: Omit<TrainerState, "steps">;
  readonly #gradient: Float32Array;
  readonly #touchedTokens: Touched<Uint16Array>;
  readonly #touchedParts: Touched<Uint32Array>;
  readonly #sides: readonly [left: Side, right: Side];
  #bags: readonly [left: Bags, right: Bags] | undefined;
  #steps = 0;

  /** `dimensions` is a multiple of 4; all rows begin as zeros. */
  constructor({count, starts, parts}: TokenParts, dimensions: number, capacity: BatchCapacity) {
    if (dimensions % 4 !== 0)
      throw new Error(`dimensions invalid: ${dimensions}; give a multiple of 4`);
    this.#width = dimensions * Float32Array.BYTES_PER_ELEMENT;
    this.#capacity = capacity;
    this.#kernels = createTableKernels();
    const {take} = this.#kernels;
    const tokens = starts.length - 1;
    const createRows = (rows: number): Float32Array => take(Float32Array, rows * dimensions);
    this.#table = createRows(tokens);
    this.#tableGradient = createRows(tokens);
    this.#gradient = createRows(count);
    this.#state = {
      rows: createRows(count),
      first: createRows(count),
      second: createRows(count)
    };
    this.#partStarts = take(Uint32Array, starts.length);
    this.#partStarts.set(starts);
    this.#parts = take(Uint32Array, parts.length);
    this.#parts.set(parts);
    this.#touchedTokens = new Touched(take(Uint16Array, tokens));
    this.#touchedParts = new Touched(take(Uint32Array, count));
    const createSide = (): Side => ({
      ids: take(Uint16Array, capacity.ids),
      starts: take(Uint32Array, capacity.bags + 1),
      units: createRows(capacity.bags),
      lengths: take(Float32Array, capacity.bags),
      slopes: createRows(capacity.bags)
    });
    this.#sides = [createSide(), createSide()];
  }

  /** What has been learned; views, which training goes on to change. */
  get state(): TrainerState {
    return {steps: this.#steps, ...this.#state};
  }

  /** Goes on from the state of a trainer of the same shape. */
  restore({steps, rows, first, second}: TrainerState): void {
    this.#steps = steps;
    this.#state.rows.set(rows);
    this.#state.first.set(first);
    this.#state.second.set(second);
  }

  /** The rows of all tokens, tokens × dimensions; a view that the next call changes. */
  composeTable(): Float32Array {
    const tokens = this.#partStarts.length - 1;
    for (let token = 0; token < tokens; ++token) this.#touchedTokens.add(token);
    this.#compose();
    this.#touchedTokens.clear();
    return this.#table;
  }

  /** Unit vectors of both sides' bags, bags × dimensions each; views that hold until the next call. An empty bag has zeros. */
  toUnits(left: Bags, right: Bags): [left: Float32Array, right: Float32Array] {
    this.#touchedTokens.clear();
    for (const {ids} of [left, right]) for (const id of ids) this.#touchedTokens.add(id);
    this.#compose();
    this.#bags = [left, right];
    return [this.#toUnits(left, this.#sides[0]), this.#toUnits(right, this.#sides[1])];
  }

  /** A step of size `rate` against the slopes of the loss by the unit vectors that `toUnits` gave last. */
  step(slopes: readonly [left: Float32Array, right: Float32Array], rate: number): void {
    if (!this.#bags) throw new Error("batch missing: call toUnits before step");
    this.#bags.forEach((bags, i) => this.#spread(bags, this.#sides[i]!, slopes[i]!));
    this.#bags = undefined;
    this.#collect();
    const {rows, first, second} = this.#state;
    const steps = ++this.#steps;
    const rootCorrection = Math.sqrt(1 - BETA_2 ** steps);
    this.#kernels.adam(
      rows.byteOffset,
      this.#gradient.byteOffset,
      first.byteOffset,
      second.byteOffset,
      this.#width,
      this.#touchedParts.list.byteOffset,
      this.#touchedParts.count,
      BETA_1,
      BETA_2,
      (rate * rootCorrection) / (1 - BETA_1 ** steps),
      EPSILON * rootCorrection
    );
  }

  #compose(): void {
    this.#kernels.compose(
      this.#table.byteOffset,
      this.#state.rows.byteOffset,
      this.#width,
      this.#touchedTokens.list.byteOffset,
      this.#touchedTokens.count,
      this.#partStarts.byteOffset,
      this.#parts.byteOffset
    );
  }

  #toUnits({ids, starts}: Bags, side: Side): Float32Array {
    const count = starts.length - 1;
    if (count > this.#capacity.bags || ids.length > this.#capacity.ids)
      throw new RangeError(`batch too large: ${count} bags of ${ids.length} tokens`);
    side.ids.set(ids);
    side.starts.set(starts);
    this.#kernels.means(
      this.#table.byteOffset,
      this.#width,
      side.ids.byteOffset,
      side.starts.byteOffset,
      count,
      side.units.byteOffset,
      side.lengths.byteOffset
    );
    return side.units.subarray(0, (count * this.#width) / Float32Array.BYTES_PER_ELEMENT);
  }

  #spread({starts}: Bags, side: Side, slopes: Float32Array): void {
    side.slopes.set(slopes);
    this.#kernels.spread(
      this.#tableGradient.byteOffset,
      this.#width,
      side.ids.byteOffset,
      side.starts.byteOffset,
      starts.length - 1,
      side.units.byteOffset,
      side.lengths.byteOffset,
      side.slopes.byteOffset
    );
  }

  #collect(): void {
    this.#touchedParts.clear();
    for (const token of this.#touchedTokens)
      for (let i = this.#partStarts[token]!; i < this.#partStarts[token + 1]!; ++i)
        this.#touchedParts.add(this.#parts[i]!);
    this.#kernels.collect(
      this.#tableGradient.byteOffset,
      this.#gradient.byteOffset,
      this.#width,
      this.#touchedTokens.list.byteOffset,
      this.#touchedTokens.count,
      this.#partStarts.byteOffset,
      this.#parts.byteOffset
    );
  }
}

/** A set of small numbers, kept in the list that the kernels read. */
class Touched<T extends Uint16Array | Uint32Array> {
  readonly list: T;
  count = 0;
  readonly #marks: Uint8Array;

  /** `list` has room for every number there is. */
  constructor(list: T) {
    this.list = list;
    this.#marks = new Uint8Array(list.length);
  }

  add(value: number): void {
    if (this.#marks[value] === 1) return;
    this.#marks[value] = 1;
    this.list[this.count++] = value;
  }

  clear(): void {
    for (const value of this) this.#marks[value] = 0;
    this.count = 0;
  }

  [Symbol.iterator](): Iterator<number> {
    return this.list.subarray(0, this.count).values();
  }
}
