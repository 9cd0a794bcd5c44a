import {pipeline} from "@huggingface/transformers";
import type {FeatureExtractionPipeline, Tensor} from "@huggingface/transformers";
import {UnavailableError, toMessage} from "../lib/errors.ts";
import type {Extractor} from "./extractor.ts";
import {meanPool} from "./mean-pool.ts";

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
  try {
    const pipe = await pipeline("feature-extraction", path, {
      device,
      dtype: "fp32",
      local_files_only: true
    });
    const probe = await run(pipe, ["a"]);
    return {
      dimensions: probe.length,
      extract: (texts) => run(pipe, texts),
      close: () => pipe.dispose()
    };
  } catch (cause) {
    throw new UnavailableError(
      `embedding model unreadable: "${model}" at ${path}: ${toMessage(cause)}`,
      {cause}
    );
  }
}

async function run(
  pipe: FeatureExtractionPipeline,
  texts: readonly string[]
): Promise<Float32Array> {
  const inputs = pipe.tokenizer([...texts], {padding: true, truncation: true}) as ModelInputs;
  const outputs = (await pipe.model(inputs)) as Record<string, Tensor>;
  const hidden = outputs.last_hidden_state ?? outputs.token_embeddings;
  if (hidden?.dims.length !== 3)
    throw new Error(
      `model output unexpected: ${Object.keys(outputs).join(", ")} hold no vector for each token`
    );
  return meanPool(
    hidden.data as Float32Array,
    hidden.dims as [number, number, number],
    inputs.attention_mask.data as BigInt64Array
  );
}

interface ModelInputs {
  readonly attention_mask: Tensor;
}
