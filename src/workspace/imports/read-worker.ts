import {connectEngine} from "../../lake/engine-port.ts";
import {toMessage} from "../../lib/errors.ts";
import {createKeptBytes, hashBlob} from "../../store/kept-bytes.ts";
import {readFileTables} from "./read-file.ts";
import type {ReaderAnswer, ReaderRequest, ReaderResults} from "./read-messages.ts";

/** Messages about progress are no more frequent than this. */
const PROGRESS_MS = 100;

const stops = new Map<number, AbortController>();

self.addEventListener("message", ({data}: MessageEvent<ReaderRequest>) => {
  const {id} = data;
  if (data.kind === "stop") {
    stops.get(id)?.abort();
    return;
  }
  const stop = new AbortController();
  stops.set(id, stop);
  void answer(data, stop.signal)
    .then(
      (result): ReaderAnswer => ({id, kind: "done", result}),
      (error: unknown): ReaderAnswer => ({
        id,
        kind: "failed",
        name: error instanceof Error ? error.name : "Error",
        message: toMessage(error)
      })
    )
    .then((answer) => {
      stops.delete(id);
      self.postMessage(answer);
    });
});

async function answer(
  request: Exclude<ReaderRequest, {kind: "stop"}>,
  signal: AbortSignal
): Promise<ReaderResults[keyof ReaderResults]> {
  const work = {signal, onProgress: toProgress(request.id)};
  switch (request.kind) {
    case "hash":
      return hashBlob(request.blob, work);
    case "keep":
      await createKeptBytes(request.folder).put(request.sha256, request.blob, work);
      return null;
    case "read":
      try {
        return await readFileTables(connectEngine(request.port), request.request, work);
      } finally {
        request.port.close();
      }
  }
}

function toProgress(id: number): (done: number) => void {
  let last = 0;
  return (done) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    self.postMessage({id, kind: "progress", done} satisfies ReaderAnswer);
  };
}
