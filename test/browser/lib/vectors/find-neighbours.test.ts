import {expect, test} from "vitest";
import {NEIGHBOUR_DIGEST, digestNeighbours} from "../../../lib/vectors/neighbour-digest.ts";

test("findNeighbours(vectors) gives the same graph in Chromium as in Node, to the bit", async () => {
  expect(await digestNeighbours()).toBe(NEIGHBOUR_DIGEST);
});
