/** ONNX Runtime in a browser's worker. Bundled into a file of its own, which is fetched when a model needs it. */
import {env} from "@huggingface/transformers";
import {chooseBackend, findGraphicsCard} from "./choose-backend.ts";
import type {Extractor} from "./extractor.ts";
import type {RuntimeBuild, RuntimeSource} from "./messages.ts";
import {MODEL_FILES} from "./model-files.ts";
import type {ModelFile} from "./model-files.ts";
import {openPipelineExtractor} from "./pipeline-extractor.ts";
import {fetchRuntime} from "./fetch-runtime.ts";

/** More hardly help a small model. */
const MAX_THREADS = 4;

/**
 * Opens a model whose files are at hand: transformers.js is handed them and can fetch nothing by itself. Its settings are
 * global, so a worker opens one model. Where there is a graphics card, both it and the processor are tried.
 */
export async function openBrowserPipeline(
  {name, files}: {readonly name: string; readonly files: ReadonlyMap<ModelFile, Uint8Array>},
  runtime: RuntimeSource
): Promise<Extractor> {
  const card = await findGraphicsCard(runtime.webgpu !== undefined);
  await prepareRuntime(card.isThere && runtime.webgpu ? runtime.webgpu : runtime);
  handOver(files);
  return chooseBackend({
    threads: env.backends.onnx.wasm!.numThreads ?? 1,
    card,
    open: (device) => openPipelineExtractor({path: name, device})
  });
}

function handOver(files: ReadonlyMap<ModelFile, Uint8Array>): void {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.useCustomCache = true;
  env.customCache = {
    // "/" keeps tokenizer_config.json from being taken for config.json
    match: (request) => {
      const file = MODEL_FILES.find((name) => request.endsWith(`/${name}`));
      return Promise.resolve(file && new Response(files.get(file) as BodyInit));
    },
    put: () => Promise.resolve()
  };
  env.fetch = () => Promise.resolve(new Response(null, {status: 404}));
}

/** The runtime is fetched here rather than by itself, so that a wrong address or media type is one clear error. */
async function prepareRuntime({wasm, mjs}: RuntimeBuild): Promise<void> {
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
