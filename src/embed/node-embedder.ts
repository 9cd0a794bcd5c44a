import {readFile, stat} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {UnavailableError} from "../lib/errors.ts";
import {createBatchedEmbedder} from "./batched-embedder.ts";
import type {Embedder} from "./embedder.ts";
import type {Extractor} from "./extractor.ts";
import {MODEL_FILES, toMissingFileError} from "./model-files.ts";
import type {ModelFile} from "./model-files.ts";
import {listModels} from "./models.ts";
import {openModel} from "./open-model.ts";

/** Opens the model in a folder such as `data/models/builtin`, in this thread. Rejects with an `UnavailableError`. */
export async function openNodeEmbedder(folder: string): Promise<Embedder> {
  const path = resolve(folder);
  const model = basename(path);
  if (!(await isThere(path))) throw await toNotFoundError(model, path);
  const files = new Map(
    await Promise.all(
      MODEL_FILES.map(async (file) => [file, await readModelFile(model, path, file)] as const)
    )
  );
  const extractor = await openModel({name: model, where: path, files}, () => openRuntime(path));
  return createBatchedEmbedder(model, extractor);
}

async function readModelFile(model: string, path: string, file: ModelFile): Promise<Uint8Array> {
  try {
    return await readFile(join(path, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw toMissingFileError(model, file, path);
    throw error;
  }
}

/** The runtime is loaded for the models that need it only. */
async function openRuntime(path: string): Promise<Extractor> {
  const {openNodePipeline} = await import("./node-pipeline.ts");
  return openNodePipeline(path);
}

async function toNotFoundError(model: string, path: string): Promise<UnavailableError> {
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
