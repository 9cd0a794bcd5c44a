import type {FormerTopics} from "./former-topics.ts";
import type {Grouping} from "./node-space.ts";

/** Groups of texts, and what they were in the last run. */
export interface PlacedTexts extends Grouping {
  /** Which topic each group is; undefined of a new one. */
  readonly ids: readonly (string | undefined)[];
  /** The broad topic that each was, or by a rule is, a part of; null for none. */
  readonly parents: readonly (string | null)[];
}

/**
 * Puts texts where people put them, and gives topics that must be kept but were not found their former texts back. Groups
 * that end empty are no more; topics that must be kept stay, empty if need be.
 */
export function placeTexts(
  keys: readonly string[],
  {groups, count, ids, parents}: PlacedTexts,
  former: FormerTopics
): PlacedTexts {
  const placed = groups.slice();
  const numbers = new Map<string, number>();
  ids.forEach((id, group) => id !== undefined && numbers.set(id, group));
  const names: (string | undefined)[] = [...ids];
  const found = new Set(numbers.keys());
  const toNumber = (topic: string): number => {
    let number = numbers.get(topic);
    if (number !== undefined) return number;
    numbers.set(topic, (number = names.length));
    names.push(topic);
    return number;
  };
  const sizes = new Int32Array(count);
  for (const group of groups) if (group >= 0) ++sizes[group]!;
  /** Of a topic with parts the largest, since texts are in the finest. */
  const toLargestPart = (topic: string): number =>
    parents.reduce(
      (best, parent, group) =>
        parent === topic && (best < 0 || sizes[group]! > sizes[best]!) ? group : best,
      -1
    );
  for (const topic of former.held) if (!former.broad.has(topic)) toNumber(topic);
  keys.forEach((key, row) => {
    const topic = former.moves.get(key);
    const own = former.ofTexts[row]!;
    if (topic === null) placed[row] = -1;
    else if (topic !== undefined)
      placed[row] = former.broad.has(topic) ? toLargestPart(topic) : toNumber(topic);
    else if (own !== null && !found.has(own) && former.held.has(own) && numbers.has(own))
      placed[row] = numbers.get(own)!;
  });
  const added = new Array<null>(names.length - parents.length).fill(null);
  return dropEmpty(
    {groups: placed, count: names.length, ids: names, parents: [...parents, ...added]},
    former
  );
}

function dropEmpty({groups, ids, parents}: PlacedTexts, {held}: FormerTopics): PlacedTexts {
  const used = new Set(groups);
  const kept = Array.from(ids.keys()).filter((group) => {
    const id = ids[group];
    return used.has(group) || (id !== undefined && held.has(id));
  });
  const numbers = new Map(kept.map((group, i) => [group, i]));
  return {
    groups: groups.map((group) => numbers.get(group) ?? -1),
    count: kept.length,
    ids: kept.map((group) => ids[group]),
    parents: kept.map((group) => parents[group]!)
  };
}
