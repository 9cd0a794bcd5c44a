/** The embedding worker: holds one model, answers one request at a time. Bundled into one file that a page starts by its URL. */
import type {Extractor} from "./extractor.ts";
import type {EmbedRequest, EmbedResponse} from "./messages.ts";
import {openWorkerExtractor} from "./worker-extractor.ts";

let extractor: Promise<Extractor> | null = null;

self.addEventListener("message", ({data}: MessageEvent<EmbedRequest>) => {
  void answer(data).then(
    (response) =>
      postMessage(response, {
        transfer: response.kind === "extracted" ? [response.vectors.buffer] : []
      }),
    (error: unknown) => postMessage(toFailure(data.id, error))
  );
});

async function answer(request: EmbedRequest): Promise<EmbedResponse> {
  const {id} = request;
  if (request.kind === "open") {
    extractor = openWorkerExtractor(request.model, request.runtime);
    const {dimensions, backend, maxBatchTexts} = await extractor;
    return {id, kind: "opened", dimensions, backend, maxBatchTexts};
  }
  if (!extractor) throw new Error("embedding worker not opened: send open first");
  return {id, kind: "extracted", vectors: await (await extractor).extract(request.texts)};
}

function toFailure(id: number, error: unknown): EmbedResponse {
  const {name, message} = error instanceof Error ? error : new Error(String(error));
  return {id, kind: "failed", name, message};
}
