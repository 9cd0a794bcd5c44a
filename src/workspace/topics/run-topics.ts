import {omit} from "../../lib/omit.ts";
import type {EmbeddedTexts} from "../../model/text-collection.ts";
import type {TopicMember, TopicOptions, TopicRecord} from "../../model/topic.ts";
import {toTopicEnd, toTopicTitle} from "../../model/topic.ts";
import type {TopicState} from "../../store/topics.ts";
import {compareRuns} from "../../topics/compare-runs.ts";
import type {PreviousTopics, TopicInput, TopicResult} from "../../topics/find-topics.ts";
import {toTopicCentroids} from "./centroids.ts";
import type {TopicView} from "./topic-view.ts";

/** What a run is given: all texts, and what is known of them from before. */
export function toTopicInput(
  texts: EmbeddedTexts,
  options: TopicOptions,
  view: TopicView | undefined
): TopicInput {
  const previous = view && toPrevious(texts, view);
  return {
    set: texts.collection.id,
    keys: texts.ends,
    texts: texts.texts,
    vectors: texts.vectors,
    dimensions: texts.dimensions,
    options,
    ...(previous && {previous})
  };
}

/** What a run found, as it is kept. */
export function toTopicState(
  {collection, model, hashes}: Pick<EmbeddedTexts, "collection" | "model" | "hashes">,
  options: TopicOptions,
  {topics, members, nextId}: TopicResult,
  view: TopicView | undefined
): {state: TopicState; members: TopicMember[]} {
  const {id} = collection;
  const drift =
    view && compareRuns({topics: view.topics, members: toMembers(view)}, {topics, members});
  const changes = new Map(drift?.changes.map((change) => [change.id, change]));
  const ids = new Set(topics.map((topic) => topic.id));
  const records = topics.map((topic): TopicRecord => {
    const {from = null, gained = [], lost = []} = changes.get(topic.id) ?? {};
    return {
      id: toTopicEnd({set: id, id: topic.id}),
      set: id,
      topic,
      former: from,
      ...(gained.length + lost.length > 0 && {words: {gained, lost}})
    };
  });
  const written = members.filter((_, row) => hashes[row] !== "");
  const gone = (view?.topics ?? [])
    .filter((topic) => !ids.has(topic.id) && !topic.ignored)
    .map((topic) => ({label: toTopicTitle(topic), size: topic.size}));
  const now = Date.now();
  return {
    members: written,
    state: {
      topics: records,
      set: {
        id,
        model,
        options,
        created: view?.set.created ?? now,
        updated: now,
        size: written.length,
        outliers: written.filter(({topic}) => topic === null).length,
        rules: view?.set.rules ?? [],
        run: view?.set.run ?? "",
        nextId,
        gone,
        ...(drift && {moved: drift.moves.length})
      }
    }
  };
}

function toPrevious(texts: EmbeddedTexts, view: TopicView): PreviousTopics {
  return {
    topics: view.topics.map((line) => omit(line, ["title", "depth", "former", "words"])),
    members: toMembers(view),
    rules: view.set.rules,
    centroids:
      view.set.model === texts.model ? toTopicCentroids(texts, view.places, view.topics) : null,
    nextId: view.set.nextId
  };
}

/** Where each text that was looked at is now. */
export function toMembers({texts, places, strengths, topics}: TopicView): TopicMember[] {
  return texts.ends.flatMap((end, row): TopicMember[] => {
    const place = places[row]!;
    // what came since, and what has no words, was not looked at
    if (place < -1) return [];
    return [{end, topic: topics[place]?.id ?? null, strength: strengths[row]!}];
  });
}
