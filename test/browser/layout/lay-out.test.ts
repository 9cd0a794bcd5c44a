import {expect, test} from "vitest";
import {createWorkerCompute} from "../../../src/workspace/compute/compute.ts";
import {findNeighbours} from "../../../src/lib/vectors/find-neighbours.ts";
import {LAYOUT_DIGEST, digestLayouts} from "../../layout/layout-digest.ts";
import {makeVectors} from "../../lib/vectors/make-vectors.ts";
import {layOut} from "../../../src/layout/lay-out.ts";
import {COMPUTE_URL} from "../worker-urls.ts";

test("layOut(graph) gives the same places in Chromium as in Node, to the bit", async () => {
  expect(await digestLayouts()).toBe(LAYOUT_DIGEST);
});

test("the compute worker finds neighbours and lays them out as the functions do", async () => {
  const compute = createWorkerCompute(COMPUTE_URL);
  const vectors = makeVectors(100, 32);
  const graph = await compute.run("neighbours", {vectors, dimensions: 32, k: 5});
  expect(graph).toEqual(await findNeighbours(vectors, 32, {k: 5}));
  expect(await compute.run("layout", {graph, seed: 7})).toEqual(await layOut({graph, seed: 7}));
});
