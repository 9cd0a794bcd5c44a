import type {EmbeddedTexts} from "../../model/text-collection.ts";
import type {TopicMember} from "../../model/topic.ts";
import {dotRows} from "../../topics/centroids.ts";
import {toTopicCentroids} from "./centroids.ts";
import type {TopicView} from "./topic-view.ts";
import {UNPLACED} from "./topic-view.ts";

/** A new text is placed where it is at least as near as all but this share of those that are there. */
const FAR_SHARE = 0.1;

/**
 * Places for the texts that came after the run: each goes to the topic whose centre is the nearest, unless it lies
 * farther from it than nearly all texts that are there; then it is in none.
 */
export function placeNewTexts(texts: EmbeddedTexts, view: TopicView): TopicMember[] {
  const {places, topics} = view;
  const {vectors, dimensions} = texts;
  const centroids = toTopicCentroids(texts, places, topics);
  const floors = toFloors(texts, view, centroids);
  // a text goes where it is finest: a broad topic with parts takes only what is nearest to none of them
  const open = topics.flatMap(({ignored}, topic) => (ignored ? [] : [topic]));
  const members: TopicMember[] = [];
  places.forEach((place, row) => {
    if (place !== UNPLACED) return;
    let best = -1;
    let strength = -Infinity;
    for (const topic of open) {
      const similarity = dotRows(vectors, row, centroids, topic, dimensions);
      if (similarity < floors[topic]! || similarity <= strength) continue;
      best = topic;
      strength = similarity;
    }
    members.push({
      end: texts.ends[row]!,
      topic: topics[best]?.id ?? null,
      strength: best < 0 ? 0 : Math.max(0, Math.min(1, strength))
    });
  });
  return members;
}

/** The similarity that nearly all texts of a topic have to its centre; of one without texts no text is near enough. */
function toFloors(
  {vectors, dimensions}: EmbeddedTexts,
  {places, topics}: TopicView,
  centroids: Float32Array
): number[] {
  const similarities = topics.map((): number[] => []);
  places.forEach((place, row) => {
    if (place >= 0) similarities[place]!.push(dotRows(vectors, row, centroids, place, dimensions));
  });
  return similarities.map((list) => {
    const sorted = list.sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length * FAR_SHARE)] ?? Infinity;
  });
}
