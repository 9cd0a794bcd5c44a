import {pipeline} from "@huggingface/transformers";
import {createBatchedEmbedder} from "../../src/embed/batched-embedder.ts";
import type {Embedder} from "../../src/embed/embedder.ts";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import {openNodePipeline} from "../../src/embed/node-pipeline.ts";
import type {BenchCase} from "./case.ts";
import {median} from "./case.ts";
import {readSampleTexts} from "./sample-texts.ts";

const MODEL = "data/models/builtin";
const RUNS = 3;

/**
 * All texts of the sample, repeats included, as the queue embeds them, against a plain loop over transformers.js' pipeline:
 * with the look-up, and through the same runtime as the loop, which shows what batches and finding repeats are worth.
 */
export const embedQueue: BenchCase = {
  name: "embed-queue",
  async run() {
    const texts = await readSampleTexts();
    const fast = await openNodeEmbedder(MODEL);
    const same = createBatchedEmbedder("onnx", await openNodePipeline(MODEL));
    const loop = await pipeline("feature-extraction", MODEL, {
      dtype: "fp32",
      local_files_only: true
    });
    const times: Record<"fast" | "same" | "loop", number[]> = {fast: [], same: [], loop: []};
    const embedAll = (embedder: Embedder) => () => embedder.embed(texts);
    const runs = {
      fast: embedAll(fast),
      same: embedAll(same),
      loop: async () => {
        for (const text of texts) await loop(text, {pooling: "mean", normalize: true});
      }
    };
    for (let run = 0; run < RUNS; ++run)
      for (const name of ["fast", "same", "loop"] as const) {
        const start = performance.now();
        await runs[name]();
        times[name].push(performance.now() - start);
      }
    await Promise.all([fast.close(), same.close(), loop.dispose()]);
    const what = `${texts.length.toLocaleString("en")} texts of the sample with repeats, against a loop over the pipeline`;
    const peer = median(times.loop);
    return [
      {what, ours: median(times.fast), peer, unit: "ms", goal: 0.5},
      {
        what: `${what}, both through ONNX Runtime`,
        ours: median(times.same),
        peer,
        unit: "ms",
        goal: 0.5
      }
    ];
  }
};
