import {InputError} from "../../lib/errors.ts";
import type {EmbeddedTexts} from "../../model/text-collection.ts";
import type {TopicMember, TopicOptions} from "../../model/topic.ts";
import type {TopicState} from "../../store/topics.ts";
import type {TopicInput, TopicResult} from "../../topics/find-topics.ts";
import {toMembers} from "./run-topics.ts";
import {addTopic, findTopic, nameTopics, putTopic, withRules} from "./topic-edits.ts";
import type {TopicView} from "./topic-view.ts";

/** The texts of a topic alone, to be grouped by themselves. */
export function toSplitInput(
  texts: EmbeddedTexts,
  view: TopicView,
  id: string,
  options: TopicOptions
): TopicInput {
  const {dimensions, vectors} = texts;
  const rows = view.rowsOf(id).sort((a, b) => a - b);
  const own = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) =>
    own.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions)
  );
  return {
    set: view.set.id,
    keys: rows.map((row) => texts.ends[row]!),
    texts: rows.map((row) => texts.texts[row]!),
    vectors: own,
    dimensions,
    options
  };
}

/** How many parts were found. */
export function countBroad({topics}: TopicResult): number {
  return topics.filter(({parent}) => parent === null).length;
}

/**
 * The set with the parts of a topic, which stand below it, or beside it where it is a part itself; what is in no part
 * stays where it was. Throws `InputError` where the texts make no two groups.
 */
export function splitTopic(
  state: TopicState,
  view: TopicView,
  id: string,
  found: TopicResult
): {state: TopicState; members: TopicMember[]} {
  const {topic} = findTopic(state, id);
  const broad = found.topics.filter(({parent}) => parent === null);
  if (broad.length < 2)
    throw new InputError(
      `topic cannot be split: the texts of ${nameTopics(state, [id])} are all alike`
    );
  let next = withRules(state, {do: "split", topic: id});
  const idOf = new Map<string, string>();
  for (const [i, part] of broad.entries()) {
    const {label, keywords, typical, borderline} = part;
    const words = {label, keywords, typical, borderline};
    // a part has no parts of its own: the largest of what it splits into is what it is from now on
    if (i === 0 && topic.parent !== null) {
      next = putTopic(next, {...topic, ...words});
      idOf.set(part.id, id);
    } else {
      const added = addTopic(next, {...words, parent: topic.parent ?? id});
      next = added.state;
      idOf.set(part.id, added.id);
    }
  }
  for (const {id: fine, parent} of found.topics)
    if (parent !== null) idOf.set(fine, idOf.get(parent)!);
  const partOf = new Map(found.members.map((member) => [member.end, member]));
  const members = toMembers(view).map((member) => {
    const part = partOf.get(member.end);
    const to = part?.topic == null ? undefined : idOf.get(part.topic);
    return to === undefined ? member : {...member, topic: to, strength: part!.strength};
  });
  return {state: next, members};
}
