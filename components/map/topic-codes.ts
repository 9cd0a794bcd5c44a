import type {TopicView} from "../../src/index.ts";
import type {ShownTopic} from "../topics-state.ts";
import {toTopicIds} from "../topics-state.ts";

type Topics = Pick<TopicView, "topics">;

/** The colours of a topic and of its parts, as `colourByTopic` numbers them. */
export function toTopicCodes({topics}: Topics, topic: ShownTopic): Set<number> {
  const ids = toTopicIds({topics}, topic);
  return new Set(topics.flatMap(({id}, i) => (ids.includes(id) ? [i + 1] : [])));
}

/** The id of the topic whose colours these are; undefined where they are of none, of several, or of a part and more. */
export function findTopicOf({topics}: Topics, codes: ReadonlySet<number>): string | undefined {
  return topics.find(({id}) => {
    const own = [...toTopicCodes({topics}, id)];
    return own.length === codes.size && own.every((code) => codes.has(code));
  })?.id;
}
