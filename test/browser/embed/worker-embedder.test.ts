import {expect, test} from "vitest";
import {createWorkerEmbedder} from "../../../src/embed/worker-embedder.ts";
import {builtin, runtime, workerUrl} from "./model-urls.ts";

test("createWorkerEmbedder(options) embeds", async () => {
  const embedder = await createWorkerEmbedder({workerUrl, model: builtin, runtime});
  const vectors = await embedder.embed(["hello world", ""]);
  expect(vectors.length).toBe(2 * embedder.dimensions);
  console.log([...vectors.slice(0, 4)]);
  await embedder.close();
});
