import {Random} from "../lib/random.ts";
import {findNeighbours} from "../lib/vectors/find-neighbours.ts";
import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import type {Topic, TopicMember, TopicOptions, TopicRule} from "../model/topic.ts";
import {toCentroids} from "./centroids.ts";
import {collapseTexts} from "./collapse-texts.ts";
import type {CollapsedTexts} from "./collapse-texts.ts";
import {describeTopics} from "./describe-topics.ts";
import {findBroad} from "./find-broad.ts";
import {findCommunities} from "./graph/find-communities.ts";
import {shareNeighbours} from "./graph/share-neighbours.ts";
import {settleNodes} from "./settle-nodes.ts";
import {startGroups} from "./start-groups.ts";

export interface TopicInput {
  /** The set's id, which each topic carries. */
  readonly set: string;
  /** What names each text from run to run: its end, or a line's id. */
  readonly keys: readonly string[];
  readonly texts: readonly string[];
  /** texts × dimensions numbers, of length 1; all zeros where a text has no vector. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** Computed if left out. */
  readonly graph?: NeighbourGraph;
  readonly options: TopicOptions;
  /** The last run, as it was given; absent of the first. */
  readonly previous?: PreviousTopics;
}

/** What a run needs to know of the last one. */
export interface PreviousTopics {
  readonly topics: readonly Topic[];
  readonly members: readonly TopicMember[];
  readonly rules: readonly TopicRule[];
  /** topics × dimensions numbers: the mean of each topic's vectors, of length 1; null where they are of another model. */
  readonly centroids: Float32Array | null;
  /** The next number that an id gets. */
  readonly nextId: number;
}

export interface TopicResult {
  /** Broad ones before their parts, the largest first. */
  readonly topics: readonly Topic[];
  /** One a text, in order. */
  readonly members: readonly TopicMember[];
  readonly centroids: Float32Array;
  readonly nextId: number;
}

export interface TopicWork {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}

/** Neighbours of each text that the graph of topics is made of. */
export const NEIGHBOURS = 15;
/** With each step of detail from 0 to 1 the resolution goes from a quarter to four times. */
const DETAIL_RANGE = 16;

/**
 * What texts are about: communities in the graph of nearest neighbours, named by the terms that tell them apart. The same
 * input gives the same topics, to the bit. With `previous`, topics keep their ids: the run starts from where each text was,
 * and only what must move moves.
 */
export async function findTopics(input: TopicInput, work: TopicWork = {}): Promise<TopicResult> {
  const {texts, vectors, dimensions, options, previous} = input;
  const nodes = collapseTexts(texts, vectors, dimensions);
  const graph = await toGraph(input, nodes, work);
  work.onProgress?.(0, 3, "topics");
  const random = new Random(`topics/${options.seed}`);
  const resolution = DETAIL_RANGE ** (options.detail - 0.5);
  const weighted = shareNeighbours(graph);
  const communities = await findCommunities(weighted, {
    resolution,
    random,
    signal: work.signal,
    ...(previous && {initial: startGroups(nodes, graph, toFormerTopics(input, previous))})
  });
  const minSize = toMinSize(nodes.count, options.detail);
  const {groups, count} = settleNodes(nodes.vectors, dimensions, graph, communities, minSize);
  const broad = await findBroad(weighted, groups, count, resolution, random.fork("broad"));
  work.onProgress?.(1, 3, "keywords");
  const centroids = toCentroids(nodes.vectors, dimensions, groups, count);
  const result = describeTopics(input, nodes, {groups, count, broad, centroids});
  work.onProgress?.(3, 3, "keywords");
  return result;
}

async function toGraph(
  {texts, dimensions, graph}: TopicInput,
  nodes: CollapsedTexts,
  {signal, onProgress}: TopicWork
): Promise<NeighbourGraph> {
  if (graph && nodes.count === texts.length) return graph;
  return findNeighbours(nodes.vectors, dimensions, {
    k: NEIGHBOURS,
    ...(signal && {signal}),
    onProgress: (done, total) => onProgress?.(done, total, "neighbours")
  });
}

function toFormerTopics({keys}: TopicInput, {members}: PreviousTopics): (string | null)[] {
  const topics = new Map(members.map(({end, topic}) => [end, topic]));
  return keys.map((key) => topics.get(key) ?? null);
}

/** Fewer texts are no topic: 3 of 30, 5 of 300, 15 of 5,000, 50 of 100,000. */
function toMinSize(size: number, detail: number): number {
  return Math.max(2, Math.round(Math.sqrt(size) * 0.25 * (1.5 - detail)));
}
