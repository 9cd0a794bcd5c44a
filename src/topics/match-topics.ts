import {dotRows} from "./centroids.ts";
import type {Grouping} from "./node-space.ts";

/** Topics without a text in common are one if their centroids are so near. */
const MIN_SIMILARITY = 0.85;

export interface MatchInput {
  /** The former topics of each text. */
  readonly ofTexts: readonly (readonly string[])[];
  /** The topics of the last run; null where one is out of question. */
  readonly candidates: readonly (string | null)[];
  /** Their centroids, row by row; null where they are of another model. */
  readonly previous: Float32Array | null;
  readonly centroids: Float32Array;
  readonly dimensions: number;
}

interface Pair {
  readonly topic: string;
  readonly group: number;
  readonly score: number;
}

/**
 * Which topic of the last run each group of texts is; undefined of a new one. A group and a topic can be one if they share
 * more than half of the texts of either that were there in both runs; those that share the most come first, so that the most
 * texts keep their topic. Groups and topics that share none are matched by their centroids.
 */
export function matchTopics({groups, count}: Grouping, input: MatchInput): (string | undefined)[] {
  const {ofTexts, candidates} = input;
  const known = new Set(candidates);
  const shared = new Map<string, Int32Array>();
  const inGroup = new Int32Array(count);
  const inTopic = new Map<string, number>();
  ofTexts.forEach((topics, row) => {
    for (const topic of topics) {
      if (!known.has(topic)) continue;
      inTopic.set(topic, (inTopic.get(topic) ?? 0) + 1);
      const group = groups[row]!;
      if (group < 0) continue;
      let counts = shared.get(topic);
      if (!counts) shared.set(topic, (counts = new Int32Array(count)));
      ++counts[group]!;
      ++inGroup[group]!;
    }
  });
  const pairs: Pair[] = [];
  for (const [topic, counts] of shared)
    counts.forEach((score, group) => {
      if (score * 2 > inGroup[group]! || score * 2 > inTopic.get(topic)!)
        if (score > 0) pairs.push({topic, group, score});
    });
  const near = findNear(count, input, (topic, group) => !inTopic.has(topic) && !inGroup[group]);
  return takeBest([...pairs.sort(compare), ...near.sort(compare)], count);
}

function findNear(
  count: number,
  {candidates, previous, centroids, dimensions}: MatchInput,
  isOpen: (topic: string, group: number) => boolean
): Pair[] {
  if (previous?.length !== candidates.length * dimensions) return [];
  const near: Pair[] = [];
  candidates.forEach((topic, at) => {
    for (let group = 0; group < count; ++group) {
      if (topic === null || !isOpen(topic, group)) continue;
      const score = dotRows(previous, at, centroids, group, dimensions);
      if (score >= MIN_SIMILARITY) near.push({topic, group, score});
    }
  });
  return near;
}

function takeBest(pairs: readonly Pair[], count: number): (string | undefined)[] {
  const matched = new Array<string | undefined>(count).fill(undefined);
  const taken = new Set<string>();
  for (const {topic, group} of pairs) {
    if (matched[group] !== undefined || taken.has(topic)) continue;
    matched[group] = topic;
    taken.add(topic);
  }
  return matched;
}

function compare(a: Pair, b: Pair): number {
  return b.score - a.score || a.group - b.group || (a.topic < b.topic ? -1 : 1);
}
