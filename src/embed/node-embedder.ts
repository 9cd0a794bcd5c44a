import {stat} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {env} from "@huggingface/transformers";
import {UnavailableError} from "../lib/errors.ts";
import {createBatchedEmbedder} from "./batched-embedder.ts";
import type {Embedder} from "./embedder.ts";
import {MODEL_FILES, toMissingFileError} from "./model-files.ts";
import {listModels} from "./models.ts";
import {openPipelineExtractor} from "./pipeline-extractor.ts";

/** Opens the model in a folder such as `data/models/builtin`, in this thread. Rejects with an `UnavailableError`. */
export async function openNodeEmbedder(folder: string): Promise<Embedder> {
  const path = resolve(folder);
  const model = basename(path);
  if (!(await isThere(path))) throw await toNoUnavailableError(model, path);
  for (const file of MODEL_FILES)
    if (!(await isThere(join(path, file)))) throw toMissingFileError(model, file, path);
  env.allowRemoteModels = false;
  env.useFSCache = false;
  return createBatchedEmbedder(model, await openPipelineExtractor({model, path, device: "cpu"}));
}

async function toNoUnavailableError(model: string, path: string): Promise<UnavailableError> {
  const others = await listModels(resolve(path, ".."));
  const known = others.map(({name}) => name).join(", ") || "none";
  return new UnavailableError(
    `embedding model not found: "${model}" in ${resolve(path, "..")} (there are: ${known})`
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  );
}
