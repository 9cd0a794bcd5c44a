import {UnavailableError} from "../../lib/errors.ts";
import {toWorkerFailure} from "../../lib/worker-failure.ts";
import type {EngineAnswer, EngineQuery} from "./search-engine.ts";
import {SearchEngine} from "./search-engine.ts";
import type {SearchItem} from "./search-item.ts";
import type {SearchReply, SearchRequest} from "./search-messages.ts";

/** The way to an engine, wherever it runs. */
export interface SearchLink {
  /** Done when they are found: who has many waits before each thousand, and queries are answered in between. */
  put(items: readonly SearchItem[]): Promise<void>;
  /** Takes away what has the ids (`toItemId`). */
  remove(ids: readonly string[]): void;
  /** Answers in the order of what was put before. Rejects with the signal's reason. */
  find(query: EngineQuery, signal?: AbortSignal): Promise<EngineAnswer>;
  close(): void;
}

/** Somebody who waits for the worker. */
interface Turn {
  readonly resolve: (answer: EngineAnswer | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** In a worker of its own, started by the URL of the bundled `worker.ts` when it is first needed. */
export function openSearchWorker(url: string): SearchLink {
  const waiting = new Map<number, Turn>();
  let tickets = 0;
  let failure: UnavailableError | undefined;
  const worker = new Worker(url, {type: "module", name: "lakebook-search"});
  const tell = (request: SearchRequest): void => worker.postMessage(request);
  worker.addEventListener("message", ({data}: MessageEvent<SearchReply>) => {
    const turn = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    if (data.kind === "failed") turn?.reject(new Error(data.message));
    else turn?.resolve(data.kind === "found" ? data.answer : undefined);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    failure = new UnavailableError(
      `worker failed (search): ${toWorkerFailure(event, url)}; reload this page`
    );
    for (const {reject} of waiting.values()) reject(failure);
    waiting.clear();
  });

  // who asks a worker that is gone would wait for ever
  const throwIfFailed = (): void => {
    if (failure) throw failure;
  };
  return {
    async put(items) {
      throwIfFailed();
      const ticket = ++tickets;
      return new Promise<void>((resolve, reject) => {
        waiting.set(ticket, {resolve: () => resolve(), reject});
        tell({kind: "put", ticket, items});
      });
    },
    remove: (ids) => tell({kind: "remove", ids}),
    async find(query, signal) {
      signal?.throwIfAborted();
      throwIfFailed();
      const ticket = ++tickets;
      const ended = new AbortController();
      return new Promise<EngineAnswer>((resolve, reject) => {
        waiting.set(ticket, {resolve: (answer) => resolve(answer!), reject});
        const forget = (): void => {
          waiting.delete(ticket);
          tell({kind: "forget", ticket});
          reject(signal?.reason as Error);
        };
        signal?.addEventListener("abort", forget, {signal: ended.signal});
        tell({kind: "find", ticket, query});
      }).finally(() => ended.abort());
    },
    close: () => worker.terminate()
  };
}

/** In this thread: Node, and tests. */
export function openSearchHere(): SearchLink {
  const engine = new SearchEngine();
  return {
    put: (items) => Promise.resolve(engine.put(items)),
    remove: (ids) => engine.remove(ids),
    find: (query) => Promise.resolve(engine.find(query)),
    close: () => undefined
  };
}
