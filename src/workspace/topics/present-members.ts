import type {TopicMember, TopicRule} from "../../model/topic.ts";

/**
 * Where each text is now, by its end: where the run put it, and what people did since (merged topics, texts that were
 * moved). A topic of `ids` is there; a text of one that is no more is in none.
 */
export function toPresentMembers(
  rules: readonly TopicRule[],
  ids: ReadonlySet<string>,
  members: readonly TopicMember[]
): ReadonlyMap<string, TopicMember> {
  const into = new Map<string, string>();
  const moved = new Map<string, string | null>();
  for (const rule of rules) {
    if (rule.do === "merge")
      for (const id of rule.topics) if (id !== rule.into) into.set(id, rule.into);
    if (rule.do === "move") moved.set(rule.end, rule.topic);
  }
  const resolve = (id: string | null): string | null => {
    // as many steps as there are topics: what was merged in a circle ends nowhere
    for (let step = 0; id !== null && !ids.has(id) && step <= into.size; ++step)
      id = into.get(id) ?? null;
    return id !== null && ids.has(id) ? id : null;
  };
  const present = new Map(
    members.map((member) => [member.end, {...member, topic: resolve(member.topic)}])
  );
  for (const [end, topic] of moved) {
    const target = resolve(topic);
    if (topic === null || target !== null)
      present.set(end, {end, topic: target, strength: target === null ? 0 : 1});
  }
  return present;
}
