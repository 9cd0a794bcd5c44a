import {InputError} from "../../lib/errors.ts";
import type {Topic, TopicRecord, TopicRule} from "../../model/topic.ts";
import {toTopicEnd, toTopicTitle} from "../../model/topic.ts";
import type {TopicState} from "../../store/topics.ts";

/** Keywords of a topic that was merged. */
const MAX_KEYWORDS = 10;

/** What somebody may set on a topic. */
export type TopicPatch = Partial<Pick<Topic, "name" | "colour" | "pinned" | "ignored">>;

/** Throws `InputError` where the topic is not there. */
export function findTopic({set, topics}: TopicState, id: string): TopicRecord {
  const found = topics.find(({topic}) => topic.id === id);
  if (!found) throw new InputError(`topic not found: ${toTopicEnd({set: set.id, id})}`);
  return found;
}

/** An empty name gives the label back. */
export function patchTopic(state: TopicState, id: string, patch: TopicPatch): TopicState {
  const {topic} = findTopic(state, id);
  const name = patch.name === undefined ? topic.name : patch.name?.trim() || null;
  return putTopic(state, {...topic, ...patch, name: name === topic.label ? null : name});
}

/** The topics become one, which keeps its id, name and colour; parts of those that end are its parts. */
export function mergeTopics(state: TopicState, ids: readonly string[], into: string): TopicState {
  const kept = findTopic(state, into).topic;
  const others = [...new Set(ids)].filter((id) => id !== into);
  if (others.length === 0) throw new InputError("merge needs two topics: choose another one");
  const ended = others.map((id) => findTopic(state, id).topic);
  const gone = new Set(others);
  const parent = kept.parent !== null && gone.has(kept.parent) ? null : kept.parent;
  const keywords = [...kept.keywords, ...ended.flatMap((topic) => topic.keywords)]
    .sort((a, b) => b.weight - a.weight)
    .filter(({term}, i, all) => all.findIndex((one) => one.term === term) === i)
    .slice(0, MAX_KEYWORDS);
  const merged: Topic = {
    ...kept,
    parent,
    keywords,
    pinned: kept.pinned || ended.some(({pinned}) => pinned)
  };
  // a part has no parts: those of a topic that was merged into one stand beside it
  const home = parent ?? into;
  const topics = state.topics
    .filter(({topic}) => !gone.has(topic.id))
    .map((one) =>
      one.topic.parent !== null && gone.has(one.topic.parent)
        ? {...one, topic: {...one.topic, parent: home}}
        : one
    );
  return putTopic(
    withRules({...state, topics}, {do: "merge", topics: [into, ...others], into}),
    merged
  );
}

/** The texts are in this topic (null: in none) from now on. */
export function moveTexts(
  state: TopicState,
  ends: readonly string[],
  topic: string | null
): TopicState {
  if (topic !== null) findTopic(state, topic);
  const moved = new Set(ends);
  const rules = state.set.rules.filter((rule) => rule.do !== "move" || !moved.has(rule.end));
  const moves = Array.from(moved, (end): TopicRule => ({do: "move", end, topic}));
  return withRules({...state, set: {...state.set, rules}}, ...moves);
}

/** The texts belong together: in each run to come, and in this topic from now on. */
export function joinTexts(state: TopicState, ends: readonly string[], topic: string): TopicState {
  if (new Set(ends).size < 2)
    throw new InputError("nothing to keep together: choose two texts or more");
  return moveTexts(withRules(state, {do: "together", ends: [...new Set(ends)]}), ends, topic);
}

/** A new topic, without texts yet; `id` is its id. */
export function addTopic(
  state: TopicState,
  draft: Pick<Topic, "label" | "keywords"> & Partial<Topic>
): {state: TopicState; id: string} {
  const {set} = state;
  const id = `t${set.nextId}`;
  const topic: Topic = {
    name: null,
    parent: null,
    size: 0,
    colour: toFreeColour(state),
    pinned: false,
    ignored: false,
    typical: [],
    borderline: [],
    ...draft,
    id,
    set: set.id
  };
  const record = {id: toTopicEnd(topic), set: set.id, topic, former: null};
  return {
    state: {set: {...set, nextId: set.nextId + 1}, topics: [...state.topics, record]},
    id
  };
}

/** What was done, for the history: `Merge "Trips" and 2 others`. */
export function nameTopics(state: TopicState, ids: readonly string[]): string {
  const [first, ...others] = ids.map((id) => `"${toTopicTitle(findTopic(state, id).topic)}"`);
  return others.length === 0
    ? `${first}`
    : `${first} and ${others.length === 1 ? others[0] : `${others.length} others`}`;
}

export function withRules({set, topics}: TopicState, ...rules: readonly TopicRule[]): TopicState {
  return {set: {...set, rules: [...set.rules, ...rules]}, topics};
}

/** The set with this state of one of its topics. */
export function putTopic(state: TopicState, topic: Topic): TopicState {
  return {
    ...state,
    topics: state.topics.map((one) => (one.topic.id === topic.id ? {...one, topic} : one))
  };
}

/** The least number that no topic has. */
function toFreeColour({topics}: TopicState): number {
  const taken = new Set(topics.map(({topic}) => topic.colour));
  let colour = 0;
  while (taken.has(colour)) ++colour;
  return colour;
}
