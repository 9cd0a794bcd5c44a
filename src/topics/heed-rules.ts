import type {Random} from "../lib/random.ts";
import type {TopicRule} from "../model/topic.ts";
import type {FormerTopics} from "./former-topics.ts";
import {renumber} from "./graph/weighted-graph.ts";
import type {Grouping, NodeSpace} from "./node-space.ts";
import {splitGroup} from "./split-group.ts";

/** What each node was in the last run, by the first of its texts that was there; null for none. */
export function toNodeTopics(
  nodes: Int32Array,
  count: number,
  topics: readonly (string | null)[]
): (string | null)[] {
  const ofNodes = new Array<string | null>(count).fill(null);
  nodes.forEach((node, row) => {
    if (node >= 0) ofNodes[node] ??= topics[row]!;
  });
  return ofNodes;
}

/** Groups as people decided: topics that stay whole are whole, those that were split have parts, what is together is in one. */
export async function heedRules(
  space: NodeSpace,
  found: Grouping,
  former: FormerTopics,
  topics: readonly (string | null)[],
  random: Random
): Promise<Grouping> {
  const groups = found.groups.slice();
  const majority = toMajority(found, topics, former);
  let next = found.count;
  for (const topic of former.whole) {
    const own = new Set(majority.flatMap((unit, group) => (unit === topic ? [group] : [])));
    const first = own.values().next().value ?? -1;
    groups.forEach((group, node) => {
      if (own.has(group)) groups[node] = first;
    });
  }
  for (const topic of former.split) {
    const own = new Set(majority.flatMap((unit, group) => (unit === topic ? [group] : [])));
    const members = Array.from(groups.keys()).filter((node) => own.has(groups[node]!));
    if (members.length === 0) continue;
    const parts = await splitGroup(space, members, (node) => toPart(topics[node]!, topic), random);
    members.forEach((node, i) => (groups[node] = next + parts.groups[i]!));
    next += parts.count;
  }
  return renumber(groups);
}

/** Texts that belong together are where the most of them are. */
export function joinTogether(
  {groups}: Grouping,
  rules: readonly TopicRule[],
  nodeOf: ReadonlyMap<string, number>
): Grouping {
  const joined = groups.slice();
  for (const rule of rules) {
    if (rule.do !== "together") continue;
    const nodes = rule.ends.map((end) => nodeOf.get(end) ?? -1).filter((node) => node >= 0);
    const counts = new Map<number, number>();
    for (const node of nodes)
      if (joined[node]! >= 0) counts.set(joined[node]!, (counts.get(joined[node]!) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (best) for (const node of nodes) joined[node] = best[0];
  }
  return renumber(joined);
}

/** Of a group the unit (`toUnit`) that more than half of those in it come from; null where none does. */
export function toMajority(
  {groups, count}: Grouping,
  topics: readonly (string | null)[],
  former: FormerTopics
): (string | null)[] {
  const counts = Array.from({length: count}, () => new Map<string, number>());
  const totals = new Int32Array(count);
  groups.forEach((group, node) => {
    const topic = topics[node]!;
    if (group < 0 || topic === null) return;
    const unit = former.toUnit(topic);
    counts[group]!.set(unit, (counts[group]!.get(unit) ?? 0) + 1);
    ++totals[group]!;
  });
  return counts.map((own, group) => {
    for (const [unit, times] of own) if (times * 2 > totals[group]!) return unit;
    return null;
  });
}

/** Which part of a split topic a node was in; null where it was in none yet. */
function toPart(former: string | null, topic: string): string | null {
  return former === topic ? null : former;
}
