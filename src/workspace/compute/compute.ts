import {InputError, UnavailableError} from "../../lib/errors.ts";
import {toWorkerFailure} from "../../lib/worker-failure.ts";
import type {JobAnswer, JobRequest} from "./job-messages.ts";
import type {JobInput, JobName, JobOutput, JobWork} from "./jobs.ts";
import {JOBS} from "./jobs.ts";

/** Does long work where it blocks nobody. */
export interface Compute {
  /** The signal ends it at once. Throws what the job throws, and `UnavailableError` where no worker can be started. */
  run<N extends JobName>(name: N, input: JobInput<N>, work?: JobWork): Promise<JobOutput<N>>;
}

/** Each job in a worker of its own, whose memory goes with it. `workerUrl` is the bundled `worker.ts`. */
export function createWorkerCompute(workerUrl: string): Compute {
  return {
    run: <N extends JobName>(
      name: N,
      input: JobInput<N>,
      {signal, onProgress}: JobWork = {}
    ): Promise<JobOutput<N>> => {
      signal?.throwIfAborted();
      const worker = new Worker(workerUrl, {type: "module", name: `lakebook-${name}`});
      const ended = new AbortController();
      return new Promise<JobOutput<N>>((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason as Error), {
          signal: ended.signal
        });
        worker.addEventListener("message", ({data}: MessageEvent<JobAnswer<N>>) => {
          if (data.kind === "progress") onProgress?.(data.done, data.total, data.step);
          else if (data.kind === "done") resolve(data.output);
          else reject(toError(data.name, data.message));
        });
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          reject(
            new UnavailableError(`worker failed (${name}): ${toWorkerFailure(event, workerUrl)}`)
          );
        });
        worker.postMessage({name, input} satisfies JobRequest<N>);
      }).finally(() => {
        worker.terminate();
        ended.abort();
      });
    }
  };
}

/** In this thread: Node, and tests. */
export const COMPUTE_HERE: Compute = {
  run: <N extends JobName>(name: N, input: JobInput<N>, work: JobWork = {}) =>
    (JOBS[name] as (input: JobInput<N>, work: JobWork) => Promise<JobOutput<N>>)(input, work)
};

function toError(name: string, message: string): Error {
  if (name === "UnavailableError") return new UnavailableError(message);
  if (name === "InputError") return new InputError(message);
  return Object.assign(new Error(message), {name});
}
