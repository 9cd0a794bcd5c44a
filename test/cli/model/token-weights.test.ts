import {expect, test} from "vitest";
import type {EncodedSource} from "../../../src/cli/model/encode.ts";
import {countTokens, weighByFrequency} from "../../../src/cli/model/token-weights.ts";

test("weighByFrequency(table, counts) shortens a row by how frequent its token is", () => {
  const ids = Uint16Array.from({length: 1000}, (_, i) => (i < 4 ? 1 : 0));
  const counts = countTokens([{ids} as EncodedSource], 3);
  expect([...counts]).toEqual([996, 4, 0]);
  const table = Float32Array.of(1, 2, 1, 2, 1, 2);
  weighByFrequency(table, counts);
  // 0.004 / (0.004 + 0.996), then half, then whole
  expect([...table].map((value) => +value.toFixed(4))).toEqual([0.004, 0.008, 0.5, 1, 1, 2]);
});
