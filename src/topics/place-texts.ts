import type {FormerTopics} from "./former-topics.ts";
import type {Grouping} from "./node-space.ts";

/** Each text's group, and which topic of the last run each group is; undefined of a new one. */
export interface PlacedTexts extends Grouping {
  readonly ids: readonly (string | undefined)[];
}

/**
 * Puts texts where people put them, and gives topics that must be kept but were not found their former texts back. Groups
 * that end empty are no more; topics that must be kept stay, empty if need be.
 */
export function placeTexts(
  keys: readonly string[],
  {groups, count, ids}: PlacedTexts,
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
  for (const topic of former.held) if (!former.broad.has(topic)) toNumber(topic);
  keys.forEach((key, row) => {
    const topic = former.moves.get(key);
    const own = former.ofTexts[row]!;
    if (topic !== undefined) placed[row] = topic === null ? -1 : toNumber(topic);
    else if (own !== null && !found.has(own) && former.held.has(own) && numbers.has(own))
      placed[row] = numbers.get(own)!;
  });
  return dropEmpty({groups: placed, count: Math.max(count, names.length), ids: names}, former);
}

function dropEmpty({groups, ids}: PlacedTexts, {held}: FormerTopics): PlacedTexts {
  const used = new Set(groups);
  const kept = Array.from(ids.keys()).filter((group) => {
    const id = ids[group];
    return used.has(group) || (id !== undefined && held.has(id));
  });
  const numbers = new Map(kept.map((group, i) => [group, i]));
  return {
    groups: groups.map((group) => numbers.get(group) ?? -1),
    count: kept.length,
    ids: kept.map((group) => ids[group])
  };
}
