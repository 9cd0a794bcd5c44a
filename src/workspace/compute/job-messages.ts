import type {JobInput, JobName, JobOutput} from "./jobs.ts";

/** What a page asks of a compute worker. Each worker does one job and is ended after it, which also is how it is stopped. */
export interface JobRequest<N extends JobName = JobName> {
  readonly name: N;
  readonly input: JobInput<N>;
}

export type JobAnswer<N extends JobName = JobName> =
  | {
      readonly kind: "progress";
      readonly done: number;
      readonly total: number;
      readonly step: string | undefined;
    }
  | {readonly kind: "done"; readonly output: JobOutput<N>}
  | {readonly kind: "failed"; readonly name: string; readonly message: string};
