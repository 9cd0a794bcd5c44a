import type {PreviousTopics} from "./find-topics.ts";
import {dotRows} from "./centroids.ts";

/** Topics without a text in common are one if their centroids are so near. */
const MIN_SIMILARITY = 0.85;

/**
 * Which topic of the last run each group is; undefined of a new one. A group and a topic belong together if they share more
 * than half of the texts of either that were there in both runs; those that share the most texts come first, so that the most
 * texts keep their topic. Groups that share none are matched by their centroids.
 */
export function matchTopics(
  keys: readonly string[],
  groups: ArrayLike<number>,
  count: number,
  centroids: Float32Array,
  dimensions: number,
  previous: PreviousTopics,
  candidates: ReadonlySet<string>
): (string | undefined)[] {
  const before = toTopicsOf(previous, candidates);
  const shared = new Map<string, number[]>();
  const inGroup = new Array<number>(count).fill(0);
  const inTopic = new Map<string, number>();
  keys.forEach((key, row) => {
    for (const topic of before.get(key) ?? []) {
      inTopic.set(topic, (inTopic.get(topic) ?? 0) + 1);
      const group = groups[row]!;
      if (group < 0) continue;
      let counts = shared.get(topic);
      if (!counts) shared.set(topic, (counts = new Array<number>(count).fill(0)));
      ++counts[group]!;
      ++inGroup[group]!;
    }
  });
  const pairs: {topic: string; group: number; shared: number}[] = [];
  for (const [topic, counts] of shared)
    counts.forEach((both, group) => {
      if (both * 2 > inGroup[group]! || both * 2 > inTopic.get(topic)!)
        pairs.push({topic, group, shared: both});
    });
  pairs.sort((a, b) => b.shared - a.shared || a.group - b.group || compare(a.topic, b.topic));
  const matched = new Array<string | undefined>(count).fill(undefined);
  const taken = new Set<string>();
  const take = (topic: string, group: number): void => {
    if (matched[group] !== undefined || taken.has(topic)) return;
    matched[group] = topic;
    taken.add(topic);
  };
  for (const {topic, group} of pairs) take(topic, group);
  if (previous.centroids?.length === previous.topics.length * dimensions) {
    const near = [];
    for (const [at, {id}] of previous.topics.entries()) {
      if (!candidates.has(id) || inTopic.has(id)) continue;
      for (let group = 0; group < count; ++group) {
        const score = dotRows(previous.centroids, at, centroids, group, dimensions);
        if (inGroup[group] === 0 && score >= MIN_SIMILARITY) near.push({topic: id, group, score});
      }
    }
    near.sort((a, b) => b.score - a.score || a.group - b.group || compare(a.topic, b.topic));
    for (const {topic, group} of near) take(topic, group);
  }
  return matched;
}

/** The topics of each text, its own and the broader ones, as far as they are candidates. */
function toTopicsOf(
  {topics, members}: PreviousTopics,
  candidates: ReadonlySet<string>
): Map<string, string[]> {
  const parents = new Map(topics.map(({id, parent}) => [id, parent]));
  const lines = new Map<string, string[]>();
  const toLine = (topic: string): string[] => {
    let line = lines.get(topic);
    if (line) return line;
    line = [];
    for (let id: string | null = topic; id !== null; id = parents.get(id) ?? null)
      if (candidates.has(id)) line.push(id);
    lines.set(topic, line);
    return line;
  };
  return new Map(
    members.flatMap(({end, topic}) => (topic === null ? [] : [[end, toLine(topic)] as const]))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
