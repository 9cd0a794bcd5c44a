import {UnavailableError} from "../lib/errors.ts";
import {toWorkerFailure} from "../lib/worker-failure.ts";
import {createBatchedEmbedder} from "./batched-embedder.ts";
import type {Embedder} from "./embedder.ts";
import type {
  EmbedRequest,
  EmbedResponse,
  ModelSource,
  RuntimeBuild,
  RuntimeSource
} from "./messages.ts";
import {MODEL_FILES} from "./model-files.ts";

export interface WorkerEmbedderOptions {
  /** URL of the bundled `src/embed/worker.ts`. */
  readonly workerUrl: string | URL;
  readonly model: ModelSource;
  readonly runtime: RuntimeSource;
}

type Unnumbered<T> = T extends {readonly id: number} ? Omit<T, "id"> : never;

/**
 * An embedder whose model runs in a worker of its own, so that the page never blocks. URLs may be relative to the page.
 * Rejects with an `UnavailableError` that names what is missing. `close` ends the worker and gives its memory back.
 */
export async function createWorkerEmbedder({
  workerUrl,
  model,
  runtime
}: WorkerEmbedderOptions): Promise<Embedder> {
  const worker = startWorker(workerUrl);
  try {
    const opened = await worker.ask({
      kind: "open",
      model: {name: model.name, files: toAbsoluteFiles(model)},
      runtime: toAbsoluteRuntime(runtime)
    });
    if (opened.kind !== "opened")
      throw new Error(`embedding worker answer unexpected: ${opened.kind}`);
    return createBatchedEmbedder(model.name, {
      dimensions: opened.dimensions,
      backend: opened.backend,
      maxBatchTexts: opened.maxBatchTexts,
      async extract(texts) {
        const extracted = await worker.ask({kind: "extract", texts});
        if (extracted.kind !== "extracted")
          throw new Error(`embedding worker answer unexpected: ${extracted.kind}`);
        return extracted.vectors;
      },
      close: () => Promise.resolve(worker.close("embedder closed"))
    });
  } catch (error) {
    worker.close("embedding worker not opened");
    throw error;
  }
}

interface Pending {
  readonly resolve: (response: EmbedResponse) => void;
  readonly reject: (error: Error) => void;
}

function startWorker(workerUrl: string | URL) {
  const worker = new Worker(workerUrl, {type: "module", name: "lakebook-embedder"});
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closed: string | null = null;

  worker.addEventListener("message", ({data}: MessageEvent<EmbedResponse>) => {
    const {resolve, reject} = pending.get(data.id)!;
    pending.delete(data.id);
    if (data.kind === "failed") reject(toError(data.name, data.message));
    else resolve(data);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    close(`embedding worker failed: ${toWorkerFailure(event, workerUrl)}`);
  });

  function close(reason: string): void {
    closed ??= reason;
    worker.terminate();
    for (const {reject} of pending.values()) reject(new UnavailableError(reason));
    pending.clear();
  }

  return {
    close,
    ask(request: Unnumbered<EmbedRequest>): Promise<EmbedResponse> {
      if (closed !== null) return Promise.reject(new UnavailableError(closed));
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, {resolve, reject});
        worker.postMessage({...request, id});
      });
    }
  };
}

function toError(name: string, message: string): Error {
  return name === "UnavailableError" ? new UnavailableError(message) : new Error(message);
}

/** A worker resolves relative URLs against its own script, so they are made absolute here. */
function toAbsolute(url: string): string {
  return new URL(url, location.href).href;
}

function toAbsoluteRuntime({pipeline, webgpu, ...build}: RuntimeSource): RuntimeSource {
  const toBuild = ({wasm, mjs}: RuntimeBuild): RuntimeBuild => ({
    wasm: toAbsolute(wasm),
    mjs: toAbsolute(mjs)
  });
  return {
    ...toBuild(build),
    pipeline: toAbsolute(pipeline),
    webgpu: webgpu && toBuild(webgpu)
  };
}

function toAbsoluteFiles({files}: ModelSource): ModelSource["files"] {
  return Object.fromEntries(
    MODEL_FILES.flatMap((file) => (files[file] ? [[file, toAbsolute(files[file])]] : []))
  );
}
