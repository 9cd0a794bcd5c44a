import {join} from "node:path";
import {expect, test} from "vitest";
import {createBatchedEmbedder} from "../../../src/embed/batched-embedder.ts";
import {checkModel} from "../../../src/embed/check/check-model.ts";
import {openNodeEmbedder} from "../../../src/embed/node-embedder.ts";
import {createFakeExtractor} from "../fake-extractor.ts";
import {MODELS_FOLDER} from "../installed-models.ts";

test("checkModel(embedder) gives the built-in model a score in English, and above one that counts letters", async () => {
  const builtin = await openNodeEmbedder(join(MODELS_FOLDER, "builtin"));
  const check = await checkModel(builtin);
  const letters = await checkModel(createBatchedEmbedder("letters", createFakeExtractor()));
  expect(check.parts.map(({label, pairs}) => `${label} ${pairs}`)).toEqual([
    "English 36",
    "Other Latin script 17",
    "Other scripts 16"
  ]);
  expect(check.parts[0]!.score).toBeGreaterThan(0.6);
  expect(check.all.score).toBeGreaterThan(letters.all.score + 0.3);
  expect(check.backend?.name).toBe("static");
  await builtin.close();
});

test("checkModel(embedder) is 0 for a model to which all texts are alike", async () => {
  const same = {
    ...createFakeExtractor(),
    extract: (texts: readonly string[]) =>
      Promise.resolve(Float32Array.from(texts.flatMap(() => [1, 0])))
  };
  expect((await checkModel(createBatchedEmbedder("same", same))).all.score).toBe(0);
});
