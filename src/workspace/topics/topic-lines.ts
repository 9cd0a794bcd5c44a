import type {Topic, WordChange} from "../../model/topic.ts";
import {toTopicTitle} from "../../model/topic.ts";
import type {TopicState} from "../../store/topics.ts";

/** A topic among others, as it stands now. */
export interface TopicLine extends Topic {
  /** The name that people gave it, else the label. */
  readonly title: string;
  /** 0 of a broad topic, 1 of a part of one. */
  readonly depth: number;
  /** Its size in the run before; null where that did not have it. */
  readonly former: number | null;
  /** Keywords that came and went with the last run. */
  readonly words: WordChange | undefined;
}

/** The topics, broad ones by size, each before its parts; `finest` says of each text which topic it is in. */
export function toTopicLines(
  {topics}: TopicState,
  finest: readonly (string | null | undefined)[]
): TopicLine[] {
  const own = new Map<string, number>();
  for (const id of finest) if (id) own.set(id, (own.get(id) ?? 0) + 1);
  const parents = new Map(topics.map(({topic}) => [topic.id, topic.parent]));
  const sizes = new Map(own);
  for (const [id, count] of own) {
    const parent = parents.get(id);
    if (parent) sizes.set(parent, (sizes.get(parent) ?? 0) + count);
  }
  const lines = topics.map(({topic, former, words}): TopicLine => ({
    ...topic,
    title: toTopicTitle(topic),
    depth: topic.parent === null ? 0 : 1,
    former,
    words,
    size: sizes.get(topic.id) ?? 0
  }));
  const bySize = (a: TopicLine, b: TopicLine): number =>
    b.size - a.size || toNumber(a) - toNumber(b);
  return lines
    .filter(({parent}) => parent === null)
    .sort(bySize)
    .flatMap((broad) => [broad, ...lines.filter(({parent}) => parent === broad.id).sort(bySize)]);
}

function toNumber({id}: TopicLine): number {
  return Number(id.slice(1));
}
