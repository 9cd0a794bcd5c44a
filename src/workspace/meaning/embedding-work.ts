import {toMessage} from "../../lib/errors.ts";
import type {EmbeddingQueue, QueueState} from "./embedding-queue.ts";
import type {EmbeddingGround, EmbeddingJob} from "./embedding-job.ts";
import {embedPart} from "./embed-part.ts";
import type {WaitOptions} from "./job-line.ts";
import {JobLine} from "./job-line.ts";
import {Pace} from "./pace.ts";

const IDLE: QueueState = {
  status: "idle",
  what: "",
  done: 0,
  total: 0,
  rate: null,
  secondsLeft: null
};
const PAUSED: QueueState = {...IDLE, status: "paused"};
/** Texts of the first batch; then so many that a batch takes about this long. */
const FIRST_BATCH = 32;
const MAX_BATCH = 2048;
const BATCH_MS = 700;

/** See `EmbeddingQueue`. One batch at a time over all tabs, and one tab at a time for what nobody waits for. */
export class EmbeddingWork implements EmbeddingQueue {
  readonly #ground: EmbeddingGround;
  readonly #listeners = new Set<(state: QueueState) => void>();
  readonly #line = new JobLine();
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
      this.#keepPaused(false);
      this.#tell();
    }
    void this.look();
  }

  pause(): void {
    this.#keepPaused(true);
    this.#tell();
  }

  /** A pause that cannot be kept lasts for as long as the page does. */
  #keepPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.#ground.keepPaused(isPaused).catch((error: unknown) => this.#fail(error));
  }

  cancel(): void {
    const reason = cancelled();
    this.#stop.abort(reason);
    this.#stop = new AbortController();
    this.#line.clear(reason);
    this.#finish();
  }

  close(): void {
    this.#isClosed = true;
    this.cancel();
  }

  /** Gives up a collection's texts. */
  drop(id: string): void {
    this.#line.drop(id);
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
        if (this.#isPaused) this.#tell();
        else await this.#lead();
      } while (this.#isAskedAgain);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isLooking = false;
    }
  }

  /** Embeds a job before all others; done when each of its texts has its vector. */
  want(job: EmbeddingJob, options: WaitOptions): Promise<void> {
    options.signal?.throwIfAborted();
    const wanted = this.#line.want(job, options);
    void this.#run();
    return wanted;
  }

  /** Looks for jobs and does them while no other tab does. */
  async #lead(): Promise<void> {
    const {lock} = this.#ground;
    const lead = async (): Promise<void> => {
      if (this.#isClosed || this.#isPaused) return;
      const found = await this.#ground.findJobs();
      this.#line.push(found.filter(({id, texts}) => texts.size > 0 && !this.#line.has(id)));
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
    return this.#line.awaited ?? (this.#isPaused ? undefined : this.#line.first);
  }

  /** Embeds one batch of a job. */
  async #embed(job: EmbeddingJob): Promise<void> {
    const {shelf, model} = this.#ground;
    const book = await shelf.book(model());
    const part = job.texts.first(this.#batch, book);
    if (part.length === 0) return this.#line.complete(job);
    this.#tell(job);
    const start = performance.now();
    if (!(await embedPart(this.#ground, {job, part, book}, this.#stop.signal)))
      return this.#restart();
    const elapsed = performance.now() - start;
    this.#pace.add(part, elapsed);
    this.#batch = toNextBatch(this.#batch, elapsed);
    this.#line.tell(job);
    this.#tell(job);
    if (job.texts.size === 0) await this.#line.complete(job);
  }

  /** Looks anew for what lacks a vector; who waits asks again by himself. */
  #restart(): void {
    this.#pace = new Pace();
    this.#line.clear();
    void this.look();
  }

  #fail(error: unknown): void {
    const isStopped = error instanceof DOMException && error.name === "AbortError";
    this.#line.clear(error);
    this.#pace = new Pace();
    this.#set(
      isStopped ? this.#rest : {...IDLE, status: "failed", failure: error, what: toMessage(error)}
    );
  }

  #finish(): void {
    if (this.#line.size > 0) return this.#tell();
    this.#pace = new Pace();
    this.#set(this.#rest);
  }

  /** The state where nothing is in the queue: a pause must be seen, or nobody would end it. */
  get #rest(): QueueState {
    return this.#isPaused ? PAUSED : IDLE;
  }

  #tell(job: EmbeddingJob | undefined = this.#next() ?? this.#line.first): void {
    if (!job) return this.#set(this.#rest);
    const {count, cost} = this.#line.left;
    const {rate, done} = this.#pace;
    this.#set({
      status: this.#isPaused && !this.#line.isAwaited ? "paused" : "working",
      what: job.label,
      done,
      total: done + count,
      rate,
      secondsLeft: this.#pace.secondsFor(cost)
    });
  }

  #set(state: QueueState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

function cancelled(): DOMException {
  return new DOMException("embedding cancelled", "AbortError");
}

function toNextBatch(size: number, elapsed: number): number {
  if (elapsed < BATCH_MS / 2) return Math.min(MAX_BATCH, 2 * size);
  return elapsed > 2 * BATCH_MS ? Math.max(FIRST_BATCH, Math.ceil(size / 2)) : size;
}
