import type {EmbeddingJob} from "./embedding-job.ts";

export interface WaitOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
  /** Tells how far the job is. */
  readonly tell: () => void;
}

/** The jobs that are to be done, those that somebody waits for first. */
export class JobLine {
  #jobs: EmbeddingJob[] = [];
  readonly #waiters = new Map<EmbeddingJob, Waiter>();

  get size(): number {
    return this.#jobs.length;
  }

  /** Distinct texts of all jobs, and what embedding them costs. */
  get left(): {count: number; cost: number} {
    return this.#jobs.reduce(
      ({count, cost}, {texts}) => ({count: count + texts.size, cost: cost + texts.cost}),
      {count: 0, cost: 0}
    );
  }

  get isAwaited(): boolean {
    return this.#waiters.size > 0;
  }

  get first(): EmbeddingJob | undefined {
    return this.#jobs[0];
  }

  /** The first that somebody waits for. */
  get awaited(): EmbeddingJob | undefined {
    return this.#jobs.find((job) => this.#waiters.has(job));
  }

  has(id: string): boolean {
    return this.#jobs.some((job) => job.id === id);
  }

  push(jobs: readonly EmbeddingJob[]): void {
    this.#jobs.push(...jobs);
  }

  /** Puts a job before all others; done when it is. */
  want(job: EmbeddingJob, {signal, onProgress}: WaitOptions): Promise<void> {
    const total = job.texts.size;
    return new Promise<void>((resolve, reject) => {
      const tell = (): void => onProgress?.(total - job.texts.size, total);
      this.#waiters.set(job, {resolve, reject, tell});
      signal?.addEventListener("abort", () => {
        this.#remove(job);
        this.#settle(job, signal.reason);
      });
      tell();
      this.#jobs = [job, ...this.#jobs];
    });
  }

  tell(job: EmbeddingJob): void {
    this.#waiters.get(job)?.tell();
  }

  async complete(job: EmbeddingJob): Promise<void> {
    this.#remove(job);
    await job.done();
    this.#settle(job);
  }

  /** Forgets a collection's jobs that nobody waits for. */
  drop(id: string): void {
    this.#jobs = this.#jobs.filter((job) => job.id !== id || this.#waiters.has(job));
  }

  /** Forgets all; who waits is told that it is done, or why it will not be. */
  clear(reason?: unknown): void {
    this.#jobs = [];
    for (const job of [...this.#waiters.keys()]) this.#settle(job, reason);
  }

  #remove(job: EmbeddingJob): void {
    this.#jobs = this.#jobs.filter((other) => other !== job);
  }

  #settle(job: EmbeddingJob, reason?: unknown): void {
    const waiter = this.#waiters.get(job);
    this.#waiters.delete(job);
    if (reason === undefined) waiter?.resolve();
    else waiter?.reject(reason);
  }
}
