import type {TextMap, TopicView} from "../../src/index.ts";
import type {MapLabel} from "./labels.ts";
import {toMedian} from "./labels.ts";

/** The names of topics, each in the middle of its texts, those of the most texts first. */
export function listTopicLabels(
  {rows, places}: Pick<TextMap, "rows" | "places">,
  {topics, places: topicOf}: Pick<TopicView, "topics" | "places">
): MapLabel[] {
  const indexOf = new Map(topics.map(({id}, i) => [id, i]));
  const members = topics.map((): number[] => []);
  rows.forEach((row, point) => {
    const own = topicOf[row]!;
    if (own < 0) return;
    members[own]!.push(point);
    const parent = topics[own]!.parent;
    const broad = parent === null ? undefined : indexOf.get(parent);
    if (broad !== undefined) members[broad]!.push(point);
  });
  return topics
    .map(({title, ignored}, i) => ({title, points: ignored ? [] : members[i]!}))
    .filter(({points}) => points.length > 0)
    .map(({title, points}) => ({text: title, count: points.length, ...toMedian(places, points)}))
    .sort((a, b) => b.count - a.count);
}
