import type {Forces} from "./forces.ts";
import {createForces, readForce} from "./forces.ts";
import type {Edges} from "./fuzzy-set.ts";
import {listConnected} from "./fuzzy-set.ts";

export interface Descent {
  readonly epochs: number;
  readonly seed: number;
  /** The share of the way to go in the first epoch; it falls to none. */
  readonly rate: number;
  /** For each row how much of a move it makes, from 0 (it stays) to 1. */
  readonly mobility: Float32Array;
  readonly pause: () => Promise<void> | undefined;
  readonly onProgress: (epoch: number) => void;
}

/** Rows that are pushed away for each that is drawn near. */
const NEGATIVES = 5;
/** The longest move in one direction before the rate. */
const MAX_MOVE = 4;
/** Rows between two looks at the clock. */
const ROWS_AT_ONCE = 512;

/**
 * Moves `places` so that rows with an edge come near and others do not (stochastic gradient descent with negative sampling,
 * UMAP 2018, algorithm 5). An edge is followed the more often the heavier it is. One row after the other, so the same input
 * gives the same places.
 */
export async function descend(edges: Edges, places: Float32Array, descent: Descent): Promise<void> {
  const {epochs, rate, mobility, pause, onProgress} = descent;
  const walk = new Walk(edges, places, mobility, epochs, descent.seed);
  for (let epoch = 0; epoch < epochs; ++epoch) {
    for (let row = 0; row < edges.size; row += ROWS_AT_ONCE) {
      await pause();
      walk.move(row, Math.min(edges.size, row + ROWS_AT_ONCE), epoch, rate * (1 - epoch / epochs));
    }
    onProgress(epoch + 1);
  }
}

class Walk {
  readonly #edges: Edges;
  readonly #places: Float32Array;
  readonly #mobility: Float32Array;
  /** What may be pushed away: a row without edges lies somewhere by chance only. */
  readonly #connected: Int32Array;
  readonly #forces: Forces = createForces();
  /** For each edge the epochs between two times that it is followed, and when it is next. */
  readonly #periods: Float32Array;
  readonly #next: Float32Array;
  /** Of xorshift32 (Marsaglia 2003); never 0. */
  #state: number;

  constructor(
    edges: Edges,
    places: Float32Array,
    mobility: Float32Array,
    epochs: number,
    seed: number
  ) {
    this.#edges = edges;
    this.#places = places;
    this.#mobility = mobility;
    this.#connected = listConnected(edges);
    const heaviest = edges.weights.reduce((most, weight) => Math.max(most, weight), 0);
    // what would be followed less than once is not followed at all
    this.#periods = edges.weights.map((weight) =>
      weight * epochs < heaviest ? Infinity : heaviest / weight
    );
    this.#next = this.#periods.slice();
    this.#state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) | 1;
  }

  /** One epoch of the rows from `first` to `end`. */
  move(first: number, end: number, epoch: number, rate: number): void {
    const {starts, ends} = this.#edges;
    const {attraction, repulsion} = this.#forces;
    const places = this.#places;
    const connected = this.#connected;
    const mobility = this.#mobility;
    const [periods, next] = [this.#periods, this.#next];
    let state = this.#state;
    for (let row = first; row < end; ++row) {
      let [x, y] = [places[2 * row]!, places[2 * row + 1]!];
      const ownRate = rate * mobility[row]!;
      for (let i = starts[row]!; i < starts[row + 1]!; ++i) {
        if (next[i]! > epoch + 1) continue;
        next[i]! += periods[i]!;
        const other = ends[i]!;
        let dx = x - places[2 * other]!;
        let dy = y - places[2 * other + 1]!;
        let squared = dx * dx + dy * dy;
        if (squared > 0) {
          const force = readForce(attraction, squared);
          dx = clip(force * dx);
          dy = clip(force * dy);
          x += ownRate * dx;
          y += ownRate * dy;
          const otherRate = rate * mobility[other]!;
          places[2 * other]! -= otherRate * dx;
          places[2 * other + 1]! -= otherRate * dy;
        }
        for (let n = 0; n < NEGATIVES; ++n) {
          state ^= state << 13;
          state ^= state >>> 17;
          state ^= state << 5;
          const far = connected[Math.floor(((state >>> 0) * connected.length) / 2 ** 32)]!;
          dx = x - places[2 * far]!;
          dy = y - places[2 * far + 1]!;
          squared = dx * dx + dy * dy;
          if (far === row || !(squared > 0)) continue;
          const force = readForce(repulsion, squared);
          x += ownRate * clip(force * dx);
          y += ownRate * clip(force * dy);
        }
      }
      places[2 * row] = x;
      places[2 * row + 1] = y;
    }
    this.#state = state;
  }
}

function clip(move: number): number {
  return move > MAX_MOVE ? MAX_MOVE : move < -MAX_MOVE ? -MAX_MOVE : move;
}
