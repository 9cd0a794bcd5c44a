import {pipeline} from "@huggingface/transformers";
import type {FeatureExtractionPipeline} from "@huggingface/transformers";
import {UnavailableError} from "../lib/errors.ts";
import type {Extractor} from "./extractor.ts";

export interface PipelineOptions {
  /** The model's name, for messages. */
  readonly model: string;
  /** What transformers.js looks the files up by: a folder in Node, the name in a browser. */
  readonly path: string;
  readonly device: "cpu" | "wasm";
}

/** Opens a model through transformers.js, whose global `env` must be set before. Vectors are means over tokens, of length 1. */
export async function openPipelineExtractor({
  model,
  path,
  device
}: PipelineOptions): Promise<Extractor> {
  const pipe = await pipeline("feature-extraction", path, {
    device,
    dtype: "fp32",
    local_files_only: true
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnavailableError(`embedding model unreadable: "${model}" at ${path}: ${reason}`, {
      cause
    });
  });
  const probe = await run(pipe, ["a"]);
  return {
    dimensions: probe.length,
    extract: (texts) => run(pipe, texts),
    close: () => pipe.dispose()
  };
}

async function run(
  pipe: FeatureExtractionPipeline,
  texts: readonly string[]
): Promise<Float32Array> {
  const tensor = await pipe([...texts], {pooling: "mean", normalize: true});
  return tensor.data as Float32Array;
}
