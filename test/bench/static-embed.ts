import {createBatchedEmbedder} from "../../src/embed/batched-embedder.ts";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import {openNodePipeline} from "../../src/embed/node-pipeline.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";
import {readSampleTexts} from "./sample-texts.ts";

const MODEL = "data/models/builtin";
const RUNS = 5;

/** The built-in model by our look-up, against the same model through ONNX Runtime; batches, pieces and pooling are the same. */
export const staticEmbed: BenchCase = {
  name: "static-embed",
  async run() {
    const texts = [...new Set(await readSampleTexts())];
    const ours = await openNodeEmbedder(MODEL);
    const peer = createBatchedEmbedder("onnx", await openNodePipeline(MODEL));
    const times: {ours: number[]; peer: number[]} = {ours: [], peer: []};
    // the first run of both compiles
    await Promise.all([ours.embed(texts), peer.embed(texts)]);
    for (let run = 0; run < RUNS; ++run)
      for (const [name, embedder] of [
        ["ours", ours],
        ["peer", peer]
      ] as const) {
        const start = performance.now();
        await embedder.embed(texts);
        times[name].push(performance.now() - start);
      }
    await Promise.all([ours.close(), peer.close()]);
    const what = `${texts.length.toLocaleString("en")} texts of the sample, look-up against ONNX Runtime`;
    return [{what, ours: median(times.ours), peer: median(times.peer), unit: "ms", goal: 0.2}];
  }
};
