import {layOut} from "../../layout/lay-out.ts";
import {findNeighbours} from "../../lib/vectors/find-neighbours.ts";
import type {NeighbourGraph} from "../../lib/vectors/neighbour-graph.ts";
import {findFacts} from "../../topics/facts/find-facts.ts";
import {findTagWords} from "../../topics/facts/find-tag-words.ts";
import {findTopics} from "../../topics/find-topics.ts";
import {runEstimate, runExplain, runLink} from "../dedupe/link-job.ts";

export interface JobWork {
  readonly signal?: AbortSignal;
  /** `step` names what is being done, for people. */
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}

/** Long work without a page: what goes in and comes out can be copied between threads. */
type Job<Input, Output> = (input: Input, work: JobWork) => Promise<Output>;

/** What a page has done in a worker; Node calls the same functions. */
export const JOBS = {
  neighbours: (({vectors, dimensions, k}, work) =>
    findNeighbours(vectors, dimensions, {k, ...work})) satisfies Job<
    {vectors: Float32Array; dimensions: number; k: number},
    NeighbourGraph
  >,
  layout: layOut,
  topics: findTopics,
  tagWords: findTagWords,
  facts: findFacts,
  link: runLink,
  estimateLink: runEstimate,
  explainLink: runExplain
};

export type JobName = keyof typeof JOBS;
export type JobInput<N extends JobName> = Parameters<(typeof JOBS)[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<(typeof JOBS)[N]>>;
