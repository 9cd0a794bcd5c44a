import {UnavailableError, toMessage} from "../lib/errors.ts";
import type {openBrowserPipeline} from "./browser-pipeline.ts";
import type {Extractor} from "./extractor.ts";
import type {ModelSource, RuntimeSource} from "./messages.ts";
import {MODEL_FILES, toMissingFileError} from "./model-files.ts";
import type {ModelFile} from "./model-files.ts";
import {openModel} from "./open-model.ts";

/** Opens a model in a browser's worker from the given URLs and no others; a runtime is fetched only where it needs one. */
export async function openWorkerExtractor(
  model: ModelSource,
  runtime: RuntimeSource
): Promise<Extractor> {
  const files = await fetchModel(model);
  return openModel({name: model.name, where: whereOf(model), files}, async () => {
    const pipeline = await importPipeline(runtime.pipeline);
    return pipeline.openBrowserPipeline({name: model.name, files}, runtime);
  });
}

interface BrowserPipeline {
  readonly openBrowserPipeline: typeof openBrowserPipeline;
}

/** A file of its own, since it brings transformers.js, which a model that only looks words up does not need. */
async function importPipeline(url: string): Promise<BrowserPipeline> {
  try {
    return (await import(/* @vite-ignore */ url)) as BrowserPipeline;
  } catch (cause) {
    throw new UnavailableError(
      `embedding runtime missing: ${url}: ${toMessage(cause)}; build the site again`,
      {cause}
    );
  }
}

async function fetchModel({name, files}: ModelSource): Promise<Map<ModelFile, Uint8Array>> {
  const found = await Promise.all(
    MODEL_FILES.map(async (file) => {
      const url = files[file];
      if (!url) throw toMissingFileError(name, file, `data/models/${name} when the site was built`);
      const response = await fetch(url);
      if (!response.ok) throw toMissingFileError(name, file, `${url}: ${response.status}`);
      return [file, new Uint8Array(await response.arrayBuffer())] as const;
    })
  );
  return new Map(found);
}

function whereOf({files}: ModelSource): string {
  return String(files["onnx/model.onnx"]);
}
