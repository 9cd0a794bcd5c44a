import type {Keyword, Topic, TopicMember} from "../model/topic.ts";
import type {CollapsedTexts} from "./collapse-texts.ts";
import type {TopicInput, TopicResult} from "./topic-input.ts";
import type {FormerTopics} from "./former-topics.ts";
import {matchTopics} from "./match-topics.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import type {PlacedTexts} from "./place-texts.ts";
import {rankMembers} from "./rank-members.ts";
import type {MemberRanks} from "./rank-members.ts";
import {weighTerms} from "./words/class-tf-idf.ts";
import {joinPhrases} from "./words/join-phrases.ts";
import type {TermTable} from "./words/join-phrases.ts";
import {toLabels} from "./words/to-labels.ts";
import {createWordTable} from "./words/vocabulary.ts";

const KEYWORDS = 10;

/** What a run found. */
export interface FoundTopics {
  readonly nodes: CollapsedTexts;
  readonly space: NodeSpace;
  readonly placed: PlacedTexts;
  /** The same groups, of nodes. */
  readonly inNodes: Grouping;
  /** Each group's broad group; -1 for none. */
  readonly broad: Grouping;
  readonly former: FormerTopics | undefined;
}

/** Groups of one level, with the words and the texts that stand for them. */
interface Level {
  readonly ids: readonly string[];
  readonly sizes: Int32Array;
  readonly keywords: readonly (readonly Keyword[])[];
  readonly ranks: MemberRanks;
}

/** Names groups, gives new ones their ids, and lists members. */
export function describeTopics(input: TopicInput, found: FoundTopics): TopicResult {
  const {set, keys, texts, dimensions, previous} = input;
  const {nodes, space, placed, inNodes, broad} = found;
  const terms = joinPhrases(createWordTable(texts));
  let nextId = previous?.nextId ?? 1;
  const toIds = (former: readonly (string | undefined)[]): string[] =>
    former.map((id) => id ?? `t${nextId++}`);
  const toBroad = ({groups}: Grouping): Int32Array =>
    groups.map((group) => (group < 0 ? -1 : broad.groups[group]!));
  const inBroad = {groups: toBroad(placed), count: broad.count};
  const coarseRanks = rankMembers(space, {groups: toBroad(inNodes), count: broad.count});
  const coarse = toLevel(
    toIds(matchBroad(input, found, inBroad, coarseRanks.centroids)),
    inBroad,
    terms,
    coarseRanks
  );
  const fine = toLevel(toIds(placed.ids), placed, terms, rankMembers(space, inNodes));
  const labels = toLabels([...coarse.keywords, ...fine.keywords]);
  const known = new Map(previous?.topics.map((topic, at) => [topic.id, {topic, at}]));
  const toEnds = (list: readonly number[]): string[] =>
    list.map((node) => keys[nodes.firsts[node]!]!);
  const rows: {topic: Topic; centroid: Float32Array; isBroad: boolean}[] = [];
  const add = (level: Level, group: number, parent: string | null): void => {
    const id = level.ids[group]!;
    const old = known.get(id)?.topic;
    const isEmpty = level.sizes[group] === 0 && old !== undefined;
    const label = labels[(level === fine ? coarse.ids.length : 0) + group]!;
    rows.push({
      isBroad: level === coarse,
      centroid: level.ranks.centroids.subarray(group * dimensions, (group + 1) * dimensions),
      topic: {
        id,
        set,
        label: isEmpty ? old.label : label,
        name: old?.name ?? null,
        keywords: isEmpty ? old.keywords : level.keywords[group]!,
        parent,
        size: level.sizes[group]!,
        colour: old?.colour ?? toNumber(id),
        pinned: old?.pinned ?? false,
        ignored: old?.ignored ?? false,
        typical: toEnds(level.ranks.typical[group]!),
        borderline: toEnds(level.ranks.borderline[group]!)
      }
    });
  };
  coarse.ids.forEach((_, group) => add(coarse, group, null));
  fine.ids.forEach((_, group) => add(fine, group, coarse.ids[broad.groups[group]!] ?? null));
  rows.sort(
    (a, b) =>
      Number(b.isBroad) - Number(a.isBroad) ||
      b.topic.size - a.topic.size ||
      toNumber(a.topic.id) - toNumber(b.topic.id)
  );
  const centroids = new Float32Array(rows.length * dimensions);
  rows.forEach(({topic, centroid}, i) => {
    const at = known.get(topic.id)?.at ?? 0;
    const kept = previous?.centroids?.subarray(at * dimensions, (at + 1) * dimensions);
    // a topic that is kept without texts is what it was
    centroids.set(topic.size === 0 && kept ? kept : centroid, i * dimensions);
  });
  const members = keys.map((end, row): TopicMember => {
    const group = placed.groups[row]!;
    if (group < 0) return {end, topic: null, strength: 0};
    const node = nodes.nodes[row]!;
    const isMoved = found.former?.moves.has(end) === true || node < 0;
    return {end, topic: fine.ids[group]!, strength: isMoved ? 1 : fine.ranks.strengths[node]!};
  });
  return {topics: rows.map(({topic}) => topic), members, centroids, nextId};
}

function toLevel(
  ids: readonly string[],
  grouping: Grouping,
  terms: TermTable,
  ranks: MemberRanks
): Level {
  const sizes = new Int32Array(grouping.count);
  for (const group of grouping.groups) if (group >= 0) ++sizes[group]!;
  return {
    ids,
    sizes,
    keywords: weighTerms(terms, grouping.groups, grouping.count, KEYWORDS),
    ranks
  };
}

/** Which broad topic of the last run each broad group is. */
function matchBroad(
  {previous, dimensions}: TopicInput,
  {placed, broad, former}: FoundTopics,
  grouping: Grouping,
  centroids: Float32Array
): (string | undefined)[] {
  if (!previous || !former) return new Array<undefined>(grouping.count).fill(undefined);
  const parents = new Map(previous.topics.map(({id, parent}) => [id, parent]));
  const matched = matchTopics(grouping, {
    ofTexts: former.ofTexts.map((topic) => {
      const parent = topic === null ? null : (parents.get(topic) ?? null);
      return [topic, parent].filter((id) => id !== null && former.broad.has(id)) as string[];
    }),
    candidates: previous.topics.map(({id}) => (former.broad.has(id) ? id : null)),
    previous: previous.centroids,
    centroids,
    dimensions
  });
  // a topic that somebody split is above its parts, however few of its texts are left
  placed.parents.forEach((parent, group) => {
    const own = broad.groups[group]!;
    if (parent === null || own < 0 || !former.split.has(parent)) return;
    matched.forEach((other, i) => other === parent && (matched[i] = undefined));
    matched[own] = parent;
  });
  return matched;
}

/** The number in `t12`. */
function toNumber(id: string): number {
  return Number(id.slice(1));
}
