import {toMessage} from "../../lib/errors.ts";
import type {Embedder} from "../../embed/embedder.ts";
import type {EmbeddingQueue, QueueState} from "./embedding-queue.ts";
import {Pace} from "./pace.ts";
import type {VectorShelf} from "./vector-shelf.ts";

/** Texts that lack a vector, of one collection. */
export interface EmbeddingJob {
  readonly id: string;
  readonly label: string;
  /** The texts by their hashes; those that are done go. */
  readonly texts: Map<string, string>;
  /**
   * Looks whether the collection has changed since its texts were read: gives the hashes that it has now, or undefined
   * where nothing has changed.
   */
  refresh(): Promise<ReadonlySet<string> | undefined>;
  /** Called when nothing is left of it. */
  done(): Promise<void>;
}

/** A job that somebody waits for. */
interface Waiter {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
  readonly total: number;
}

export interface EmbeddingGround {
  /** Apart for each store, so that two of them never wait for each other. */
  readonly lock: string;
  readonly shelf: VectorShelf;
  readonly embedder: () => Promise<Embedder>;
  /** The name of the model in use. */
  readonly model: () => string;
  /** The chosen collections that have texts without a vector. */
  readonly findJobs: () => Promise<readonly EmbeddingJob[]>;
  readonly readPaused: () => Promise<boolean>;
  readonly keepPaused: (isPaused: boolean) => Promise<void>;
}

const IDLE: QueueState = {
  status: "idle",
  what: "",
  done: 0,
  total: 0,
  rate: null,
  secondsLeft: null
};
/** Texts of the first batch; then so many that a batch takes about this long. */
const FIRST_BATCH = 32;
const MAX_BATCH = 2048;
const BATCH_MS = 700;

/** See `EmbeddingQueue`. One batch at a time over all tabs, and one tab at a time for what nobody waits for. */
export class EmbeddingWork implements EmbeddingQueue {
  readonly #ground: EmbeddingGround;
  readonly #listeners = new Set<(state: QueueState) => void>();
  /** What is to be done; what somebody waits for first. */
  #jobs: EmbeddingJob[] = [];
  readonly #waiters = new Map<EmbeddingJob, Waiter>();
  #state: QueueState = IDLE;
  #pace = new Pace();
  #batch = FIRST_BATCH;
  #isPaused: boolean | undefined;
  #isRunning = false;
  #isLooking = false;
  #isAskedAgain = false;
  #isClosed = false;
  #stop = new AbortController();

  constructor(ground: EmbeddingGround) {
    this.#ground = ground;
  }

  get state(): QueueState {
    return this.#state;
  }

  subscribe(listener: (state: QueueState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#isPaused) {
      this.#isPaused = false;
      void this.#ground.keepPaused(false);
    }
    void this.look();
  }

  pause(): void {
    this.#isPaused = true;
    void this.#ground.keepPaused(true);
    this.#tell();
  }

  cancel(): void {
    const reason = cancelled();
    this.#stop.abort(reason);
    this.#stop = new AbortController();
    for (const job of this.#jobs) this.#settle(job, reason);
    this.#jobs = [];
    this.#finish();
  }

  close(): void {
    this.#isClosed = true;
    this.cancel();
  }

  /** Gives up a collection's texts. */
  drop(id: string): void {
    this.#jobs = this.#jobs.filter((job) => job.id !== id || this.#waiters.has(job));
    this.#finish();
  }

  /** As `start`, but a pause stays one. */
  async look(): Promise<void> {
    if (this.#isLooking) return void (this.#isAskedAgain = true);
    this.#isLooking = true;
    try {
      do {
        this.#isAskedAgain = false;
        this.#isPaused ??= await this.#ground.readPaused();
        if (!this.#isPaused) await this.#lead();
      } while (this.#isAskedAgain);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isLooking = false;
    }
  }

  /** Embeds a job before all others; done when each of its texts has its vector. */
  want(
    job: EmbeddingJob,
    {signal, onProgress}: {signal?: AbortSignal; onProgress?: (done: number, total: number) => void}
  ): Promise<void> {
    signal?.throwIfAborted();
    const total = job.texts.size;
    return new Promise<void>((resolve, reject) => {
      this.#waiters.set(job, {resolve, reject, signal, onProgress, total});
      signal?.addEventListener("abort", () => {
        this.#jobs = this.#jobs.filter((other) => other !== job);
        this.#settle(job, signal.reason);
      });
      onProgress?.(0, total);
      this.#jobs = [job, ...this.#jobs];
      void this.#run();
    });
  }

  /** Looks for jobs and does them while no other tab does. */
  async #lead(): Promise<void> {
    const {lock} = this.#ground;
    const lead = async (): Promise<void> => {
      if (this.#isClosed || this.#isPaused) return;
      const known = new Set(this.#jobs.map(({id}) => id));
      const found = await this.#ground.findJobs();
      this.#jobs.push(...found.filter(({id, texts}) => texts.size > 0 && !known.has(id)));
      await this.#run();
    };
    const isLead = await navigator.locks.request(lock, {ifAvailable: true}, async (held) => {
      if (!held) return false;
      await lead();
      return true;
    });
    if (isLead) return;
    this.#set({...IDLE, status: "elsewhere"});
    await navigator.locks.request(lock, lead);
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let job = this.#next(); job && !this.#isClosed; job = this.#next()) {
        const one = job;
        await navigator.locks.request(`${this.#ground.lock} batch`, () => this.#embed(one));
      }
      this.#finish();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isRunning = false;
    }
  }

  #next(): EmbeddingJob | undefined {
    return (
      this.#jobs.find((job) => this.#waiters.has(job)) ??
      (this.#isPaused ? undefined : this.#jobs[0])
    );
  }

  /** Embeds one batch of a job. */
  async #embed(job: EmbeddingJob): Promise<void> {
    const {shelf, model} = this.#ground;
    const name = model();
    const book = await shelf.book(name);
    const part = takeBatch(job, this.#batch, book);
    if (part.length === 0) return this.#complete(job);
    this.#tell(job);
    const start = performance.now();
    const stop = this.#stop.signal;
    const embedded = await this.#compute(part, name, stop);
    if (!embedded) return this.#restart();
    const {vectors, dimensions} = embedded;
    const now = await job.refresh();
    if (now) for (const hash of job.texts.keys()) if (!now.has(hash)) job.texts.delete(hash);
    stop.throwIfAborted();
    const kept = part.map(([hash], i) => ({hash, i})).filter(({hash}) => job.texts.has(hash));
    const matrix = new Float32Array(kept.length * dimensions);
    kept.forEach(({i}, row) =>
      matrix.set(vectors.subarray(i * dimensions, (i + 1) * dimensions), row * dimensions)
    );
    await shelf.put(
      book,
      dimensions,
      kept.map(({hash}) => hash),
      matrix
    );
    for (const [hash] of part) job.texts.delete(hash);
    const elapsed = performance.now() - start;
    this.#pace.add(part, elapsed);
    this.#batch = toNextBatch(this.#batch, elapsed);
    const waiter = this.#waiters.get(job);
    waiter?.onProgress?.(waiter.total - job.texts.size, waiter.total);
    this.#tell(job);
    if (job.texts.size === 0) await this.#complete(job);
  }

  /** The vectors of texts; undefined where another model is in use by now, so that what this one gives is of no use. */
  async #compute(
    part: readonly (readonly [string, string])[],
    model: string,
    signal: AbortSignal
  ): Promise<{vectors: Float32Array; dimensions: number} | undefined> {
    try {
      const embedder = await this.#ground.embedder();
      const texts = part.map(([, text]) => text);
      const vectors = await embedder.embed(texts, {signal});
      return this.#ground.model() === model
        ? {vectors, dimensions: embedder.dimensions}
        : undefined;
    } catch (error) {
      // a model that is left is closed under its last batch
      if (this.#ground.model() !== model) return undefined;
      throw error;
    }
  }

  async #complete(job: EmbeddingJob): Promise<void> {
    this.#jobs = this.#jobs.filter((other) => other !== job);
    await job.done();
    this.#settle(job);
  }

  /** Looks anew for what lacks a vector; who waits asks again by himself. */
  #restart(): void {
    const waiting = [...this.#waiters.keys()];
    this.#jobs = [];
    this.#pace = new Pace();
    for (const job of waiting) this.#settle(job);
    void this.look();
  }

  #settle(job: EmbeddingJob, reason?: unknown): void {
    const waiter = this.#waiters.get(job);
    this.#waiters.delete(job);
    if (reason === undefined) waiter?.resolve();
    else waiter?.reject(reason);
  }

  #fail(error: unknown): void {
    const isStopped = error instanceof DOMException && error.name === "AbortError";
    for (const job of [...this.#waiters.keys()]) this.#settle(job, error);
    this.#jobs = [];
    this.#pace = new Pace();
    this.#set(
      isStopped ? IDLE : {...IDLE, status: "failed", failure: error, what: toMessage(error)}
    );
  }

  #finish(): void {
    if (this.#jobs.length > 0) return this.#tell();
    this.#pace = new Pace();
    this.#set(IDLE);
  }

  #tell(job: EmbeddingJob | undefined = this.#next() ?? this.#jobs[0]): void {
    if (!job) return this.#set(IDLE);
    const left = this.#jobs.flatMap(({texts}) => [...texts.values()]);
    const {rate, done} = this.#pace;
    this.#set({
      status: this.#isPaused && this.#waiters.size === 0 ? "paused" : "working",
      what: job.label,
      done,
      total: done + left.length,
      rate,
      secondsLeft: this.#pace.secondsFor(left)
    });
  }

  #set(state: QueueState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** The first texts that lack a vector; those that got one elsewhere go. */
function takeBatch(
  {texts}: EmbeddingJob,
  size: number,
  book: {has(hash: string): boolean}
): (readonly [string, string])[] {
  const part: (readonly [string, string])[] = [];
  for (const [hash, text] of texts) {
    if (part.length === size) break;
    if (book.has(hash)) texts.delete(hash);
    else part.push([hash, text]);
  }
  return part;
}

function cancelled(): DOMException {
  return new DOMException("embedding cancelled", "AbortError");
}

function toNextBatch(size: number, elapsed: number): number {
  if (elapsed < BATCH_MS / 2) return Math.min(MAX_BATCH, 2 * size);
  return elapsed > 2 * BATCH_MS ? Math.max(FIRST_BATCH, Math.ceil(size / 2)) : size;
}
