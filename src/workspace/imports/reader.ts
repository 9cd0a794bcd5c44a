import {serveEngine} from "../../lake/engine-port.ts";
import type {BrowserLake} from "../../lake/wasm-lake.ts";
import {InputError, UnavailableError} from "../../lib/errors.ts";
import {Queue} from "../../lib/queue.ts";
import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import {toWorkerFailure} from "../../lib/worker-failure.ts";
import type {FileTables, ReadRequest, ReadWork} from "./file-tables.ts";
import type {ReaderAnswer, ReaderRequest, ReaderResults} from "./read-messages.ts";

/** How long the worker may take to heed a stop before it is ended. */
const STOP_GRACE_MS = 1000;
/** Schemas that file readers work in, by the beginning of their names (see `Stage`). */
const STAGE_PREFIX = "stage ";

type Question = ReaderRequest extends infer R
  ? R extends {kind: "stop"}
    ? never
    : Omit<R, "id">
  : never;

interface Pending {
  readonly kind: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((done: number) => void) | undefined;
}

/**
 * Reads files in a worker of its own, so that the page never blocks and dies of no file. One file is read after the other.
 * The worker starts with the first question.
 */
export class FileTablesReader {
  readonly #lake: BrowserLake;
  readonly #workerUrl: string;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #last = 0;
  readonly #queue = new Queue();

  constructor(lake: BrowserLake, workerUrl: string) {
    this.#lake = lake;
    this.#workerUrl = workerUrl;
  }

  /** Throws where the signal says so, where the engine is restarted, and `InputError` where `parse` names what is not there. */
  read(request: ReadRequest, work: ReadWork = {}): Promise<FileTables> {
    return this.#queue.run(() => this.#read(request, work));
  }

  hash(blob: Blob, work?: ReadWork): Promise<string> {
    return this.#ask<"hash">({kind: "hash", blob}, work);
  }

  /** Copies a file to where `folder` is in the browser's own file system. */
  async keep(
    {sha256, blob, folder}: {sha256: string; blob: Blob; folder: readonly string[]},
    work?: ReadWork
  ): Promise<void> {
    await this.#ask<"keep">({kind: "keep", sha256, blob, folder}, work);
  }

  /** Ends the worker and gives its memory back; the next question starts another one. */
  close(reason: Error = new UnavailableError("file reader closed")): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const {reject} of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  async #read(request: ReadRequest, work: ReadWork): Promise<FileTables> {
    work.signal?.throwIfAborted();
    const {port1, port2} = new MessageChannel();
    try {
      return await this.#lake.withFiles((files) => {
        serveEngine(files, port1);
        return this.#ask<"read">({kind: "read", request, port: port2}, work, [port2]);
      }, work.signal);
    } catch (error) {
      await this.#dropStages();
      throw error;
    } finally {
      port1.close();
    }
  }

  /** What a reader that was stopped could not clear away by itself. */
  async #dropStages(): Promise<void> {
    const found = await this.#lake.query(
      `SELECT schema_name FROM duckdb_schemas() WHERE database_name = 'memory' AND starts_with(schema_name, ${quoteText(STAGE_PREFIX)})`
    );
    for (const name of found.column("schema_name") as string[])
      await this.#lake.query(`DROP SCHEMA memory.${quoteIdentifier(name)} CASCADE`);
  }

  #ask<K extends keyof ReaderResults>(
    question: Question & {kind: K},
    {signal, onProgress}: ReadWork = {},
    transfer: Transferable[] = []
  ): Promise<ReaderResults[K]> {
    signal?.throwIfAborted();
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#last;
    return new Promise<ReaderResults[K]>((resolve, reject) => {
      const stop = (): void => {
        worker.postMessage({id, kind: "stop", reason: "stopped"} satisfies ReaderRequest);
        setTimeout(() => {
          if (this.#pending.has(id)) this.close();
        }, STOP_GRACE_MS);
      };
      const settled = (): void => signal?.removeEventListener("abort", stop);
      signal?.addEventListener("abort", stop, {once: true});
      this.#pending.set(id, {
        kind: question.kind,
        onProgress,
        resolve: (result) => {
          settled();
          resolve(result);
        },
        reject: (error) => {
          settled();
          reject((signal?.aborted ? signal.reason : error) as Error);
        }
      });
      worker.postMessage({id, ...question}, transfer);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#workerUrl, {type: "module", name: "lakebook-reader"});
    worker.addEventListener("message", ({data}: MessageEvent<ReaderAnswer>) => this.#hear(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      const reason = toWorkerFailure(event, this.#workerUrl);
      this.close(new UnavailableError(`file reader failed: ${reason}`));
    });
    return worker;
  }

  #hear(answer: ReaderAnswer): void {
    const pending = this.#pending.get(answer.id);
    if (!pending) return;
    if (answer.kind === "progress") return pending.onProgress?.(answer.done);
    this.#pending.delete(answer.id);
    if (answer.kind === "done") pending.resolve(answer.result as never);
    else pending.reject(toError(answer.name, answer.message));
  }
}

function toError(name: string, message: string): Error {
  if (name === "UnavailableError") return new UnavailableError(message);
  if (name === "InputError") return new InputError(message);
  return Object.assign(new Error(message), {name});
}
