import {pipeline} from "@huggingface/transformers";
import {expect, test} from "vitest";
import {meanPool} from "../../src/embed/mean-pool.ts";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import {MODELS_FOLDER} from "./installed-models.ts";

test("meanPool(hidden, dimensions, mask) is the direction of the mean over the tokens that count", () => {
  const hidden = Float32Array.of(1, 0, 0, 2, 9, 9, 0, 1, 9, 9, 9, 9);
  const mask = BigInt64Array.of(1n, 1n, 0n, 1n, 0n, 0n);
  const [a, b] = [1 / Math.sqrt(5), 2 / Math.sqrt(5)].map(Math.fround);
  expect([...meanPool(hidden, [2, 3, 2], mask)]).toEqual([a, b, 0, 1]);
});

test("meanPool(hidden, dimensions, mask) leaves zeros for a text without tokens", () => {
  expect([...meanPool(Float32Array.of(1, 2), [1, 1, 2], BigInt64Array.of(0n))]).toEqual([0, 0]);
});

test("embedder.embed(texts) gives what transformers.js gives by its own pooling", async () => {
  const texts = ["hello", "the samples in the third rack", "Größe, 中文 and 😀"];
  const path = `${MODELS_FOLDER}/builtin`;
  const ours = await openNodeEmbedder(path);
  const theirs = await pipeline("feature-extraction", path, {
    dtype: "fp32",
    local_files_only: true
  });
  const expected = await theirs(texts, {pooling: "mean", normalize: true});
  const vectors = await ours.embed(texts);
  const values = [...(expected.data as Float32Array)];
  values.forEach((value, i) => expect(vectors[i]).toBeCloseTo(value, 5));
  await Promise.all([ours.close(), theirs.dispose()]);
});
