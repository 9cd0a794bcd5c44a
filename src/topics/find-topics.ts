import {Random} from "../lib/random.ts";
import {findNeighbours} from "../lib/vectors/find-neighbours.ts";
import type {NeighbourGraph} from "../lib/vectors/neighbour-graph.ts";
import {toCentroids} from "./centroids.ts";
import {chooseGroups} from "./choose-groups.ts";
import {collapseTexts} from "./collapse-texts.ts";
import type {CollapsedTexts} from "./collapse-texts.ts";
import {continueGroups} from "./continue-groups.ts";
import {describeTopics} from "./describe-topics.ts";
import {findBroad} from "./find-broad.ts";
import {readFormer} from "./former-topics.ts";
import type {FormerTopics} from "./former-topics.ts";
import {joinNeighbours} from "./graph/join-neighbours.ts";
import {heedRules, joinTogether, toMajority, toNodeTopics} from "./heed-rules.ts";
import {matchTopics} from "./match-topics.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {placeTexts} from "./place-texts.ts";
import type {PlacedTexts} from "./place-texts.ts";
import {dropOutliers} from "./settle-nodes.ts";
import type {TopicInput, TopicResult, TopicWork} from "./topic-input.ts";

export type {PreviousTopics, TopicInput, TopicResult, TopicWork} from "./topic-input.ts";

/** Neighbours of each text that the graph of topics is made of. */
const NEIGHBOURS = 15;

/**
 * What texts are about: communities in the graph of nearest neighbours, named by the terms that tell them apart. The same
 * input gives the same topics, to the bit. With `previous`, topics keep their ids: the run starts from where each text was,
 * only what must move moves, and what people decided is heeded.
 */
export async function findTopics(input: TopicInput, work: TopicWork = {}): Promise<TopicResult> {
  const {keys, texts, vectors, dimensions, options, previous} = input;
  const nodes = collapseTexts(texts, vectors, dimensions);
  const graph = await toGraph(input, nodes, work);
  const space: NodeSpace = {count: nodes.count, vectors: nodes.vectors, dimensions, graph};
  const random = new Random(`topics/${options.seed}`);
  const former = previous && readFormer(keys, previous);
  const found = await groupNodes(input, nodes, space, former, random, work);
  const placed = placeGroups(input, nodes, space, found, former);
  const inNodes: Grouping = {
    groups: nodes.firsts.map((row) => placed.groups[row]!),
    count: placed.count
  };
  const broad = await findBroad(joinNeighbours(graph), inNodes, {
    random,
    parents: placed.parents,
    fixed: former?.split ?? new Set()
  });
  work.onProgress?.(0, 1, "Naming topics");
  return describeTopics(input, {nodes, space, placed, inNodes, broad, former});
}

async function groupNodes(
  {keys, options, previous}: TopicInput,
  nodes: CollapsedTexts,
  space: NodeSpace,
  former: FormerTopics | undefined,
  random: Random,
  {signal, onProgress}: TopicWork
): Promise<Grouping> {
  const topics = former && toNodeTopics(nodes.nodes, nodes.count, former.ofTexts);
  const isSameDetail = (previous?.options?.detail ?? options.detail) === options.detail;
  const minSize = toMinSize(nodes.count, options.detail);
  const tell = (done: number, total: number): void => onProgress?.(done, total, "Grouping texts");
  const found =
    former && isSameDetail && topics?.some((topic) => topic !== null)
      ? await continueGroups(space, {
          units: topics.map((topic) => (topic === null ? null : former.toUnit(topic))),
          minSize,
          random,
          signal,
          onProgress: tell
        })
      : await chooseGroups(space, {
          detail: options.detail,
          minSize,
          random,
          signal,
          onProgress: tell
        });
  if (!former || !topics) return {...found, groups: dropOutliers(space, found)};
  const heeded = await heedRules(space, found, former, topics, random);
  const nodeOf = new Map(keys.map((key, row) => [key, nodes.nodes[row]!]));
  const dropped = {...heeded, groups: dropOutliers(space, heeded)};
  return joinTogether(dropped, previous!.rules, nodeOf);
}

/** Groups of texts, with the topics of the last run that they are. */
function placeGroups(
  {keys, previous}: TopicInput,
  nodes: CollapsedTexts,
  {vectors, dimensions}: NodeSpace,
  {groups, count}: Grouping,
  former: FormerTopics | undefined
): PlacedTexts {
  const inTexts = nodes.nodes.map((node) => (node < 0 ? -1 : groups[node]!));
  if (!previous || !former) {
    const parents = new Array<null>(count).fill(null);
    return {groups: inTexts, count, ids: parents.map(() => undefined), parents};
  }
  const ids = matchTopics(
    {groups: inTexts, count},
    {
      ofTexts: former.ofTexts.map((topic) => (topic === null ? [] : [topic])),
      candidates: previous.topics.map(({id}) => (former.broad.has(id) ? null : id)),
      previous: previous.centroids,
      centroids: toCentroids(vectors, dimensions, groups, count),
      dimensions
    }
  );
  const known = new Map(previous.topics.map(({id, parent}) => [id, parent]));
  const units = toMajority({groups: inTexts, count}, former.ofTexts, former);
  const parents = ids.map((id, group) => {
    const unit = units[group]!;
    if (unit !== null && former.split.has(unit)) return unit;
    return id === undefined ? null : (known.get(id) ?? null);
  });
  return placeTexts(keys, {groups: inTexts, count, ids, parents}, former);
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
    onProgress: (done, total) => onProgress?.(done, total, "Finding neighbours")
  });
}

/** Fewer texts are no topic: 3 of 30, 4 of 300, 18 of 5,000, 79 of 100,000. */
function toMinSize(size: number, detail: number): number {
  return Math.max(3, Math.round((Math.sqrt(size) * (1.5 - detail)) / 4));
}
