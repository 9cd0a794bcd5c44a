import type {Keyword, Topic, TopicMember} from "../model/topic.ts";
import {toCentroids} from "./centroids.ts";
import type {CollapsedTexts} from "./collapse-texts.ts";
import type {TopicInput, TopicResult} from "./find-topics.ts";
import {matchTopics} from "./match-topics.ts";
import {rankMembers} from "./rank-members.ts";
import type {MemberRanks} from "./rank-members.ts";
import {weighTerms} from "./words/class-tf-idf.ts";
import {joinPhrases} from "./words/join-phrases.ts";
import {toLabels} from "./words/to-labels.ts";
import {createWordTable} from "./words/vocabulary.ts";

const KEYWORDS = 10;

/** What a run found: each node's group (-1 of an outlier), each group's broad one (-1 for none). */
export interface FoundGroups {
  readonly groups: Int32Array;
  readonly count: number;
  readonly broad: Int32Array;
  readonly centroids: Float32Array;
}

/** Groups of one level, as texts, words and former topics show them. */
interface Level {
  /** Each text's group; -1 for none. */
  readonly groups: Int32Array;
  readonly count: number;
  readonly centroids: Float32Array;
  readonly keywords: readonly (readonly Keyword[])[];
  readonly former: readonly (string | undefined)[];
  readonly ranks: MemberRanks;
}

/** Names groups, gives each its former topic, and lists members. */
export function describeTopics(
  input: TopicInput,
  nodes: CollapsedTexts,
  {groups, count, broad, centroids}: FoundGroups
): TopicResult {
  const {previous, keys, texts, dimensions} = input;
  const terms = joinPhrases(createWordTable(texts));
  const parentIds = new Set(previous?.topics.flatMap(({parent}) => parent ?? []));
  const toLevel = (own: Int32Array, size: number, means: Float32Array, isBroad: boolean): Level => {
    const inTexts = nodes.nodes.map((node) => (node < 0 ? -1 : own[node]!));
    const candidates = previous?.topics.filter(({id}) => parentIds.has(id) === isBroad) ?? [];
    return {
      groups: inTexts,
      count: size,
      centroids: means,
      keywords: weighTerms(terms, inTexts, size, KEYWORDS),
      former: previous
        ? matchTopics(
            keys,
            inTexts,
            size,
            means,
            dimensions,
            previous,
            new Set(candidates.map(({id}) => id))
          )
        : new Array<undefined>(size).fill(undefined),
      ranks: rankMembers(nodes, dimensions, own, means, size)
    };
  };
  const fine = toLevel(groups, count, centroids, false);
  const broadNodes = groups.map((group) => (group < 0 ? -1 : broad[group]!));
  const broadCount = broad.reduce((most, group) => Math.max(most, group + 1), 0);
  const coarse = toLevel(
    broadNodes,
    broadCount,
    toCentroids(nodes.vectors, dimensions, broadNodes, broadCount),
    true
  );
  return assemble(input, nodes, fine, coarse, broad);
}

function assemble(
  {set, keys, dimensions, previous}: TopicInput,
  nodes: CollapsedTexts,
  fine: Level,
  coarse: Level,
  broad: Int32Array
): TopicResult {
  let nextId = previous?.nextId ?? 1;
  const toIds = ({former}: Level): string[] => former.map((id) => id ?? `t${nextId++}`);
  const broadSizes = countTexts(coarse);
  const used = Array.from({length: coarse.count}, (_, i) => i).filter((i) => broadSizes[i]! > 0);
  const coarseIds = toIds({...coarse, former: used.map((i) => coarse.former[i])});
  const fineIds = toIds(fine);
  const labels = toLabels([...used.map((i) => coarse.keywords[i]!), ...fine.keywords]);
  const former = new Map(previous?.topics.map((topic) => [topic.id, topic]));
  const toEnds = (list: readonly number[]): string[] =>
    list.map((node) => keys[nodes.firsts[node]!]!);
  const rows: {topic: Topic; centroid: Float32Array; isBroad: boolean}[] = [];
  const add = (level: Level, group: number, id: string, label: string, parent: string | null) => {
    const old = former.get(id);
    rows.push({
      isBroad: level === coarse,
      centroid: level.centroids.subarray(group * dimensions, (group + 1) * dimensions),
      topic: {
        id,
        set,
        label,
        name: old?.name ?? null,
        keywords: level.keywords[group]!,
        parent,
        size: countTexts(level)[group]!,
        colour: old?.colour ?? toNumber(id),
        pinned: old?.pinned ?? false,
        ignored: old?.ignored ?? false,
        typical: toEnds(level.ranks.typical[group]!),
        borderline: toEnds(level.ranks.borderline[group]!)
      }
    });
  };
  used.forEach((group, i) => add(coarse, group, coarseIds[i]!, labels[i]!, null));
  fineIds.forEach((id, group) => {
    const parent = broad[group]! < 0 ? null : coarseIds[used.indexOf(broad[group]!)]!;
    add(fine, group, id, labels[used.length + group]!, parent);
  });
  rows.sort(
    (a, b) =>
      Number(b.isBroad) - Number(a.isBroad) ||
      b.topic.size - a.topic.size ||
      toNumber(a.topic.id) - toNumber(b.topic.id)
  );
  const centroids = new Float32Array(rows.length * dimensions);
  rows.forEach(({centroid}, i) => centroids.set(centroid, i * dimensions));
  const members = keys.map((end, row): TopicMember => {
    const group = fine.groups[row]!;
    if (group < 0) return {end, topic: null, strength: 0};
    return {end, topic: fineIds[group]!, strength: fine.ranks.strengths[nodes.nodes[row]!]!};
  });
  return {topics: rows.map(({topic}) => topic), members, centroids, nextId};
}

function countTexts({groups, count}: Level): Int32Array {
  const sizes = new Int32Array(count);
  for (const group of groups) if (group >= 0) ++sizes[group]!;
  return sizes;
}

/** The number in `t12`. */
function toNumber(id: string): number {
  return Number(id.slice(1));
}
