/** The compute worker: does one job. Bundled into one file that a page starts by its URL. */
import {toMessage} from "../../lib/errors.ts";
import type {JobAnswer, JobRequest} from "./job-messages.ts";
import type {JobWork} from "./jobs.ts";
import {JOBS} from "./jobs.ts";

/** Messages about progress within a step are no more frequent than this. */
const PROGRESS_MS = 100;

self.addEventListener("message", ({data}: MessageEvent<JobRequest>) => {
  void work(data).then(tell, (error: unknown) =>
    tell({
      kind: "failed",
      name: error instanceof Error ? error.name : "Error",
      message: toMessage(error)
    })
  );
});

async function work({name, input}: JobRequest): Promise<JobAnswer> {
  const job = JOBS[name] as (input: unknown, work: JobWork) => Promise<never>;
  return {kind: "done", output: await job(input, {onProgress: toProgress()})};
}

function toProgress(): NonNullable<JobWork["onProgress"]> {
  let last = 0;
  let lastStep: string | undefined;
  return (done, total, step) => {
    const now = performance.now();
    if (step === lastStep && now - last < PROGRESS_MS) return;
    [last, lastStep] = [now, step];
    tell({kind: "progress", done, total, step});
  };
}

function tell(answer: JobAnswer): void {
  self.postMessage(answer);
}
