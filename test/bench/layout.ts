import {UMAP} from "umap-js";
import {layOut} from "../../src/layout/lay-out.ts";
import {Random} from "../../src/lib/random.ts";
import {findNeighbours} from "../../src/lib/vectors/find-neighbours.ts";
import type {NeighbourGraph} from "../../src/lib/vectors/neighbour-graph.ts";
import type {BenchCase} from "./case.ts";
import {DIMENSIONS, makeVectorSet} from "./vector-set.ts";

const ROWS = 10_000;
const NEIGHBOURS = 15;
/** What both do for so many rows. */
const EPOCHS = 200;
/** Rows whose neighbours are looked at. */
const SAMPLE = 500;

/** Neighbours and layout of 10,000 vectors against umap-js, and how many neighbours either keeps near. */
export const layoutBench: BenchCase = {
  name: "layout",
  async run() {
    const vectors = makeVectorSet(ROWS, 2);
    let start = performance.now();
    const graph = await findNeighbours(vectors, DIMENSIONS, {k: NEIGHBOURS});
    const neighboursTime = performance.now() - start;
    const layout = await layOut({graph, seed: 1});
    const ours = performance.now() - start;
    const random = new Random("umap-js");
    const rows = Array.from({length: ROWS}, (_, row) =>
      Array.from(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS))
    );
    start = performance.now();
    const umap = new UMAP({
      nEpochs: EPOCHS,
      nNeighbors: NEIGHBOURS,
      random: () => random.next()
    });
    const peerLayout = (await umap.fitAsync(rows)).flat();
    const peer = performance.now() - start;
    return [
      {
        what: `layout of ${ROWS.toLocaleString("en-US")} × ${DIMENSIONS}, against umap-js (neighbours alone take ${Math.round(neighboursTime)} ms)`,
        ours,
        peer,
        unit: "ms",
        goal: 1 / 4
      },
      {
        what: "neighbours lost of 1,000, against umap-js",
        ours: countLost(graph, layout),
        peer: countLost(graph, peerLayout),
        unit: "",
        goal: 1
      }
    ];
  }
};

/** Of 1,000 pairs of a row and one of its ten nearest, those where it is not among the thirty nearest in the plane. */
function countLost({k, neighbours}: NeighbourGraph, places: ArrayLike<number>): number {
  let lost = 0;
  for (let row = 0; row < ROWS; row += ROWS / SAMPLE) {
    const distances = Float64Array.from({length: ROWS}, (_, other) =>
      Math.hypot(
        places[2 * row]! - places[2 * other]!,
        places[2 * row + 1]! - places[2 * other + 1]!
      )
    );
    // the row itself is the nearest one
    const limit = distances.toSorted()[30]!;
    for (const other of neighbours.subarray(row * k, row * k + 10))
      if (distances[other]! > limit) ++lost;
  }
  return (lost / (SAMPLE * 10)) * 1000;
}
