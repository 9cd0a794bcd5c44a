import {Tensor, pipeline} from "@huggingface/transformers";
import type {FeatureExtractionPipeline} from "@huggingface/transformers";
import type {Extractor} from "./extractor.ts";
import {poolWindows} from "./pool-windows.ts";
import {findTokenFrame, toMaxTokens, toWindows} from "./token-frame.ts";

export interface PipelineOptions {
  /** What transformers.js looks the files up by: a folder in Node, the name in a browser. */
  readonly path: string;
  readonly device: "cpu" | "wasm" | "webgpu";
}

/** Opens a model through transformers.js, whose global `env` must be set before. Vectors are means over tokens, of length 1. */
export async function openPipelineExtractor({path, device}: PipelineOptions): Promise<Extractor> {
  const pipe = await pipeline("feature-extraction", path, {
    device,
    dtype: "fp32",
    local_files_only: true
  });
  const cut = createCutter(pipe);
  const extract = async (texts: readonly string[]): Promise<Float32Array> => {
    const windows = texts.flatMap((text, owner) => cut(text).map((ids) => ({ids, owner})));
    const padding = pipe.tokenizer.pad_token_id ?? 0;
    const inputs = toInputs(
      windows.map(({ids}) => ids),
      padding
    );
    const hidden = findHidden((await pipe.model(inputs)) as Record<string, Tensor>);
    return poolWindows(hidden, inputs.attention_mask.data as BigInt64Array, {
      texts: texts.length,
      owners: windows.map(({owner}) => owner)
    });
  };
  const probe = await extract(["a"]);
  return {dimensions: probe.length, extract, close: () => pipe.dispose()};
}

/** Cuts a text into as many runs of tokens as the model needs to read it all. */
function createCutter(pipe: FeatureExtractionPipeline): (text: string) => (readonly number[])[] {
  const {tokenizer} = pipe;
  const encode = (text: string, isFramed: boolean): readonly number[] =>
    tokenizer.encode(text, {add_special_tokens: isFramed});
  const frame = findTokenFrame(encode);
  const maxTokens = toMaxTokens(tokenizer.model_max_length);
  return (text) => toWindows(encode(text, true), frame, maxTokens);
}

interface ModelInputs extends Record<string, Tensor> {
  readonly input_ids: Tensor;
  readonly attention_mask: Tensor;
}

function toInputs(windows: readonly (readonly number[])[], padding: number): ModelInputs {
  const length = windows.reduce((max, ids) => Math.max(max, ids.length), 0);
  const shape = [windows.length, length];
  const ids = new BigInt64Array(windows.length * length).fill(BigInt(padding));
  const mask = new BigInt64Array(windows.length * length);
  windows.forEach((window, row) =>
    window.forEach((id, i) => {
      ids[row * length + i] = BigInt(id);
      mask[row * length + i] = 1n;
    })
  );
  return {
    input_ids: new Tensor("int64", ids, shape),
    attention_mask: new Tensor("int64", mask, shape)
  };
}

interface Hidden {
  readonly data: Float32Array;
  /** Windows × tokens × dimensions. */
  readonly shape: readonly [number, number, number];
}

function findHidden(outputs: Readonly<Record<string, Tensor>>): Hidden {
  const hidden = outputs.last_hidden_state ?? outputs.token_embeddings;
  if (hidden?.dims.length !== 3)
    throw new Error(
      `model output unexpected: ${Object.keys(outputs).join(", ")} hold no vector for each token`
    );
  return {data: hidden.data as Float32Array, shape: hidden.dims as [number, number, number]};
}
