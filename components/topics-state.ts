import type {TopicLine, TopicView} from "../src/index.ts";
import {quoteIdentifier, quoteText} from "../src/index.ts";
import {readPageQuery} from "./page-query.ts";

/** The id of a topic, or `OUTLIERS` for what is in none. */
export type ShownTopic = string;

/** How the address names the texts that are in no topic. */
export const OUTLIERS = "none";

/** What the topics page shows, as its address says it. */
export interface TopicsState {
  readonly collection: string | undefined;
  readonly topic: ShownTopic | undefined;
}

export function readTopicsState(): TopicsState {
  return {collection: readPageQuery("of"), topic: readPageQuery("topic")};
}

/** How a topic changed since the last run, in a word; "" where it hardly did. */
export function toDrift(
  {former, size}: Pick<TopicLine, "former" | "size">,
  isFirst: boolean
): string {
  if (isFirst) return "";
  if (former === null) return "new";
  const change = size - former;
  // less than a tenth is noise
  if (Math.abs(change) < Math.max(2, former / 10)) return "";
  return change > 0 ? `+${change}` : `−${-change}`;
}

/** Which keywords of a topic the last run changed, in words. */
export function toWordDrift({words}: Pick<TopicLine, "words">): string {
  if (!words) return "";
  const {gained, lost} = words;
  return [
    ...(gained.length > 0 ? [`new words: ${gained.join(", ")}`] : []),
    ...(lost.length > 0 ? [`no longer: ${lost.join(", ")}`] : [])
  ].join("; ");
}

/** The texts of a topic as SQL: rows of its table or entries, so that they can be kept, charted and joined. */
export function toTopicSql({set, texts}: TopicView, topics: readonly string[]): string {
  const [schema = "", ...rest] = set.id.split(".");
  const relation = `${schema}.${quoteIdentifier(rest.join("."))}`;
  const chosen =
    topics.length === 0 ? "topic is null" : `topic in (${topics.map(quoteText).join(", ")})`;
  const members = (column: string): string =>
    `(select ${column} from ws.topic_members\n  where collection = ${quoteText(set.id)} and ${chosen})`;
  if (texts.collection.of === "entries")
    return `select * from ${relation}\nwhere id in ${members("entry_id")}`;
  if (schema === "lake") return `select * from ${relation}\nwhere rowid in ${members("row_id")}`;
  return `select * from ws.topic_members\nwhere collection = ${quoteText(set.id)} and ${chosen}`;
}

/** The ids of a topic and of its parts; none for the outliers. */
export function toTopicIds({topics}: Pick<TopicView, "topics">, topic: ShownTopic): string[] {
  if (topic === OUTLIERS) return [];
  return topics.filter(({id, parent}) => id === topic || parent === topic).map(({id}) => id);
}
