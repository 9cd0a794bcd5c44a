import {layOut} from "../../src/layout/lay-out.ts";
import {Sha256} from "../../src/lib/sha256.ts";
import {findNeighbours} from "../../src/lib/vectors/find-neighbours.ts";
import {makeVectors} from "../lib/vectors/make-vectors.ts";

/** What `digestLayouts` gives wherever it runs. */
export const LAYOUT_DIGEST = "882f41cedacc62466814c711603c8a387cbaca9771b3456966c878c8b6290cdf";

/** The checksum of a layout from nothing and of one that goes on from it. */
export async function digestLayouts(): Promise<string> {
  const graph = await findNeighbours(makeVectors(300, 32, {withZeros: true}), 32, {k: 15});
  const first = await layOut({graph, seed: 1});
  const start = first.map((place, i) => (i % 9 < 2 ? NaN : place));
  const second = await layOut({graph, seed: 1, start});
  return new Sha256()
    .update(new Uint8Array(first.buffer))
    .update(new Uint8Array(second.buffer))
    .digest();
}
