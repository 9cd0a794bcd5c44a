import {createUuid} from "../lib/uuid.ts";
import type {TopicMember, TopicMembersBlock, TopicSetRecord} from "../model/topic.ts";

/** Texts in one record: IndexedDB costs by the record. */
const BLOCK_SIZE = 8192;
/** A strength is told to three decimals. */
const STRENGTH_UNITS = 1000;

/** Members as the database and archives keep them. */
export function toBlocks(
  {id: set, run}: Pick<TopicSetRecord, "id" | "run">,
  members: readonly TopicMember[]
): TopicMembersBlock[] {
  const blocks: TopicMembersBlock[] = [];
  for (let from = 0; from < members.length; from += BLOCK_SIZE) {
    const part = members.slice(from, from + BLOCK_SIZE);
    const topics = [...new Set(part.flatMap(({topic}) => topic ?? []))];
    const places = new Map(topics.map((topic, i) => [topic, i]));
    blocks.push({
      // blocks sort in the order of their making
      id: createUuid(Date.now(), blocks.length),
      set,
      run,
      ends: part.map(({end}) => end),
      topics,
      places: part.map(({topic}) => (topic === null ? -1 : places.get(topic)!)),
      strengths: part.map(({strength}) => Math.round(strength * STRENGTH_UNITS))
    });
  }
  return blocks;
}

/** The members of blocks in order; of a text that is there twice the later place counts. */
export function fromBlocks(blocks: readonly TopicMembersBlock[]): TopicMember[] {
  const members = new Map<string, TopicMember>();
  for (const {ends, topics, places, strengths} of blocks)
    ends.forEach((end, i) =>
      members.set(end, {
        end,
        topic: topics[places[i]!] ?? null,
        strength: strengths[i]! / STRENGTH_UNITS
      })
    );
  return [...members.values()];
}
