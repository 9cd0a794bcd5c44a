import config from "../../../data/models/builtin/config.json?url";
import onnx from "../../../data/models/builtin/onnx/model.onnx?url";
import tokenizer from "../../../data/models/builtin/tokenizer.json?url";
import tokenizerConfig from "../../../data/models/builtin/tokenizer_config.json?url";
import script from "../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.mjs?raw";
import wasm from "../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm?url";
import {NEEDS_RUNTIME, toTinyModel, toTinyOnnx} from "../../embed/tiny-model.ts";
import type {ModelSource, RuntimeSource} from "../../../src/embed/messages.ts";

export const builtin: ModelSource = {
  name: "builtin",
  files: {
    "config.json": config,
    "tokenizer.json": tokenizer,
    "tokenizer_config.json": tokenizerConfig,
    "onnx/model.onnx": onnx
  }
};

/** A model of our own that our look-up cannot do. */
export const tiny = toSource("tiny", toTinyModel({"onnx/model.onnx": toTinyOnnx(NEEDS_RUNTIME)}));

/** The files of a model, each at an address. */
export function toSource(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>
): ModelSource {
  const urls = Object.entries(files).map(([file, content]) => [
    file,
    URL.createObjectURL(new Blob([content as BlobPart]))
  ]);
  return {name, files: Object.fromEntries(urls) as ModelSource["files"]};
}

function toModule(script: string): string {
  return URL.createObjectURL(new Blob([script], {type: "text/javascript"}));
}

/** Vitest would rewrite the script if it were served. */
export const runtime: RuntimeSource = {
  wasm,
  mjs: toModule(script),
  pipeline: new URL("../../../src/embed/browser-pipeline.ts", import.meta.url).href
};

/** Carries the address of each thing that a worker fetches. */
export const FETCHES_CHANNEL = "lakebook-test-fetches";

/**
 * Runs before the worker's own script. Vitest rewrites each `import()` to go through a function that it defines in pages but
 * not in workers; and a page does not see what its workers fetch.
 */
const shim = toModule(`
  globalThis.__vitest_browser_runner__ = {wrapDynamicImport: (load) => load()};
  const channel = new BroadcastChannel("${FETCHES_CHANNEL}");
  const fetch = globalThis.fetch;
  globalThis.fetch = (input, options) => {
    channel.postMessage(input instanceof Request ? input.url : String(input));
    return fetch(input, options);
  };
`);
const worker = new URL("../../../src/embed/worker.ts", import.meta.url);

export const workerUrl = toModule(`import "${shim}"; import "${worker.href}";`);
