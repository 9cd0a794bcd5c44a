import type {TopicRule} from "../model/topic.ts";
import type {PreviousTopics} from "./topic-input.ts";

/** What the last run, and what people decided since, say of the texts of this one. */
export interface FormerTopics {
  /** Each text's former topic, merged ones as what they were merged into; null for none. */
  readonly ofTexts: readonly (string | null)[];
  /** What a topic's texts are held together as: a topic that was split for its parts, each other for itself. */
  toUnit(topic: string): string;
  /** Topics that stay whole: what they were split into by a run is theirs. */
  readonly whole: ReadonlySet<string>;
  /** Topics with parts, and those that somebody split. */
  readonly broad: ReadonlySet<string>;
  readonly split: ReadonlySet<string>;
  /** Topics that are kept though a run finds nothing like them. */
  readonly held: ReadonlySet<string>;
  /** Where people put single texts: a topic, or none. */
  readonly moves: ReadonlyMap<string, string | null>;
}

export function readFormer(keys: readonly string[], previous: PreviousTopics): FormerTopics {
  const {topics, members, rules} = previous;
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const follow = createFollow(rules, known);
  const split = new Set(rules.flatMap((rule) => (rule.do === "split" ? follow(rule.topic) : [])));
  const broad = new Set([...topics.flatMap(({parent}) => parent ?? []), ...split]);
  const moves = new Map<string, string | null>();
  for (const rule of rules)
    if (rule.do === "move") moves.set(rule.end, rule.topic === null ? null : follow(rule.topic));
  for (const [key, topic] of moves) if (topic !== null && !known.has(topic)) moves.delete(key);
  const merged = rules.flatMap((rule) => (rule.do === "merge" ? follow(rule.into) : []));
  const kept = topics.filter(({pinned, ignored}) => pinned || ignored).map(({id}) => follow(id));
  const ignored = topics.filter((topic) => topic.ignored).map(({id}) => id);
  const places = new Map(members.map(({end, topic}) => [end, topic]));
  return {
    ofTexts: keys.map((key) => {
      const topic = moves.has(key) ? moves.get(key)! : (places.get(key) ?? null);
      return topic === null ? null : follow(topic);
    }),
    toUnit: (topic) => {
      const parent = known.get(topic)?.parent ?? null;
      return parent !== null && split.has(parent) ? parent : topic;
    },
    whole: new Set([...merged, ...ignored].filter((id) => !broad.has(id))),
    broad,
    split,
    held: new Set([...kept, ...split].filter((id) => known.has(id))),
    moves
  };
}

/** What a topic is after all merges; one that merges with what is not there stays itself. */
function createFollow(
  rules: readonly TopicRule[],
  known: ReadonlyMap<string, unknown>
): (topic: string) => string {
  const into = new Map<string, string>();
  for (const rule of rules) {
    if (rule.do !== "merge" || !known.has(rule.into)) continue;
    for (const [from, to] of into) if (rule.topics.includes(to)) into.set(from, rule.into);
    for (const topic of rule.topics) if (topic !== rule.into) into.set(topic, rule.into);
    into.delete(rule.into);
  }
  return (topic) => into.get(topic) ?? topic;
}
