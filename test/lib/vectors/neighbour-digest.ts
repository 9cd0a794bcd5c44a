import {Sha256} from "../../../src/lib/sha256.ts";
import {findNeighbours} from "../../../src/lib/vectors/find-neighbours.ts";
import {makeVectors} from "./make-vectors.ts";

/** What `digestNeighbours` gives wherever it runs. */
export const NEIGHBOUR_DIGEST = "47e1e6d48cfc6fc990588e504f5b0fbc7adc3922fb4ecf09c8303b9fb83c7e0b";

/** The checksum of two graphs, one by comparing all rows, one by lists. */
export async function digestNeighbours(): Promise<string> {
  const vectors = makeVectors(1500, 100, {withZeros: true});
  const graphs = await Promise.all(
    [2000, 1000].map((compareAllRows) => findNeighbours(vectors, 100, {k: 15}, {compareAllRows}))
  );
  const digest = new Sha256();
  for (const {neighbours, similarities} of graphs)
    digest.update(new Uint8Array(neighbours.buffer)).update(new Uint8Array(similarities.buffer));
  return digest.digest();
}
