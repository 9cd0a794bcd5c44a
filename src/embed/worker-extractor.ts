import {env} from "@huggingface/transformers";
import {UnavailableError} from "../lib/errors.ts";
import type {Extractor} from "./extractor.ts";
import type {ModelSource, RuntimeSource} from "./messages.ts";
import {MODEL_FILES, toMissingFileError} from "./model-files.ts";
import {openPipelineExtractor} from "./pipeline-extractor.ts";

/** More hardly help a small model. */
const MAX_THREADS = 4;

/**
 * Opens a model in a browser's worker from the given URLs and no others: transformers.js is handed the files and can fetch
 * nothing by itself. Its settings are global, so a worker opens one model.
 */
export async function openWorkerExtractor(
  model: ModelSource,
  runtime: RuntimeSource
): Promise<Extractor> {
  const [files] = await Promise.all([fetchModel(model), prepareRuntime(runtime)]);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.useCustomCache = true;
  env.customCache = {
    // "/" keeps tokenizer_config.json from being taken for config.json
    match: (request) => {
      const file = MODEL_FILES.find((name) => request.endsWith(`/${name}`));
      return Promise.resolve(file && new Response(files.get(file)));
    },
    put: () => Promise.resolve()
  };
  env.fetch = () => Promise.resolve(new Response(null, {status: 404}));
  return openPipelineExtractor({model: model.name, path: model.name, device: "wasm"});
}

async function fetchModel({name, files}: ModelSource): Promise<Map<string, ArrayBuffer>> {
  const found = await Promise.all(
    MODEL_FILES.map(async (file) => {
      const url = files[file];
      if (!url) throw toMissingFileError(name, file, "no address given");
      const response = await fetch(url);
      if (!response.ok) throw toMissingFileError(name, file, `${url}: ${response.status}`);
      return [file, await response.arrayBuffer()] as const;
    })
  );
  return new Map(found);
}

/** The runtime is fetched here rather than by itself, so that a wrong address or media type is one clear error. */
async function prepareRuntime({wasm, mjs}: RuntimeSource): Promise<void> {
  const [binary, script] = await Promise.all([fetchRuntime(wasm), fetchRuntime(mjs)]);
  const settings = env.backends.onnx.wasm!;
  // threads need shared memory, which a page has only where its server isolates it
  settings.numThreads = self.crossOriginIsolated
    ? Math.min(MAX_THREADS, navigator.hardwareConcurrency)
    : 1;
  settings.wasmBinary = await binary.arrayBuffer();
  const module = new Blob([await script.text()], {type: "text/javascript"});
  settings.wasmPaths = {wasm, mjs: URL.createObjectURL(module)};
}

async function fetchRuntime(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok)
    throw new UnavailableError(
      `embedding runtime missing: ${url}: ${response.status}; build the site again`
    );
  return response;
}
