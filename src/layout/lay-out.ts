import {createPause} from "../lib/pause.ts";
import type {Descent} from "./descend.ts";
import {descend} from "./descend.ts";
import type {Edges} from "./fuzzy-set.ts";
import {listConnected, toFuzzySet} from "./fuzzy-set.ts";
import type {Layout, LayoutInput} from "./layout.ts";
import {placeNew} from "./place-new.ts";
import {startSpectrally} from "./spectral-start.ts";
import {clamp, fitIntoSquare, placeAtRim} from "./square.ts";

export interface LayoutWork {
  readonly signal?: AbortSignal;
  /** Rounds that are done, of how many; `step` names what is being done, for people. */
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}

/** More rounds for fewer rows, which need them and cost little: the numbers of the authors' programs. */
const EPOCHS: readonly (readonly [rows: number, epochs: number])[] = [
  [2500, 500],
  [5000, 400],
  [7500, 300],
  [Infinity, 200]
];
/** With former places there is less to do: fewer rounds, shorter moves, and old rows go a small part of each. */
const REFINE = {share: 0.25, rate: 0.3, mobility: 0.02} as const;
/**
 * Places for a neighbour graph in the plane by UMAP (McInnes, Healy and Melville, UMAP: Uniform Manifold Approximation and
 * Projection for Dimension Reduction, 2018). The same input gives the same places everywhere, to the bit. With `start`, rows
 * that had a place move little, and new ones go to their neighbours. Throws what `signal` was aborted with.
 */
export async function layOut(
  {graph, seed, start}: LayoutInput,
  {signal, onProgress}: LayoutWork = {}
): Promise<Layout> {
  const {size} = graph;
  if (start && start.length !== 2 * size)
    throw new RangeError(`places do not fit the rows: ${start.length} numbers, ${size} rows`);
  const pause = createPause(signal);
  const edges = toFuzzySet(graph);
  const isRefined = start?.some((value) => !Number.isNaN(value)) === true;
  const epochs = toEpochs(size, isRefined);
  onProgress?.(0, epochs, "finding a start");
  const work = {
    epochs,
    seed,
    pause,
    onProgress: (epoch: number) => onProgress?.(epoch, epochs, "laying out")
  };
  return isRefined ? refine(edges, start, work) : begin(edges, work);
}

type Work = Omit<Descent, "rate" | "mobility">;

function toEpochs(size: number, isRefined: boolean): number {
  const epochs = EPOCHS.find(([rows]) => size <= rows)![1];
  return isRefined ? Math.ceil(epochs * REFINE.share) : epochs;
}

async function begin(edges: Edges, work: Work): Promise<Layout> {
  const places = await startSpectrally(edges, work.seed, work.pause);
  await descend(edges, places, {...work, rate: 1, mobility: new Float32Array(edges.size).fill(1)});
  const connected = listConnected(edges);
  const isConnected = new Set(connected);
  return placeAtRim(fitIntoSquare(places, connected), (row) => !isConnected.has(row));
}

/** Keeps scale and middle of the former places, as old rows would all move otherwise. */
async function refine(edges: Edges, former: Layout, work: Work): Promise<Layout> {
  // half a place is none: i ^ 1 is the other half
  const start = former.map((value, i) => (Number.isNaN(former[i ^ 1]!) ? NaN : value));
  const isNew = (row: number): boolean => Number.isNaN(start[2 * row]!);
  const mobility = new Float32Array(edges.size);
  for (let row = 0; row < edges.size; ++row) mobility[row] = isNew(row) ? 1 : REFINE.mobility;
  const unit = measureEdges(edges, start);
  const places = placeNew(edges, start, work.seed).map((value) => value / unit);
  await descend(edges, places, {...work, rate: REFINE.rate, mobility});
  const isConnected = new Set(listConnected(edges));
  return placeAtRim(
    places.map((value) => clamp(value * unit)),
    (row) => isNew(row) && !isConnected.has(row)
  );
}

/**
 * The mean length of an edge between places that there are, by weight: before it was fitted into the square it was about 1
 * (0.5 to 1.3, as measured), whatever the number of rows.
 */
function measureEdges({size, starts, ends, weights}: Edges, places: Layout): number {
  let [sum, weight] = [0, 0];
  for (let row = 0; row < size; ++row)
    for (let i = starts[row]!; i < starts[row + 1]!; ++i) {
      const dx = places[2 * row]! - places[2 * ends[i]!]!;
      const dy = places[2 * row + 1]! - places[2 * ends[i]! + 1]!;
      const length = Math.sqrt(dx * dx + dy * dy);
      if (Number.isNaN(length)) continue;
      sum += weights[i]! * length;
      weight += weights[i]!;
    }
  return sum > 0 ? sum / weight : 1;
}
