import {InputError} from "../../lib/errors.ts";
import type {TopicMember, TopicOptions} from "../../model/topic.ts";
import type {Store} from "../../store/store.ts";
import type {TopicState} from "../../store/topics.ts";
import type {TopicResult} from "../../topics/find-topics.ts";
import type {Compute} from "../compute/compute.ts";
import type {Meaning} from "../meaning/meaning.ts";
import {placeNewTexts} from "./place-new-texts.ts";
import {Sentiments} from "./sentiments.ts";
import {toTopicInput, toTopicState} from "./run-topics.ts";
import {countBroad, splitTopic, toSplitInput} from "./split-topic.ts";
import type {TopicPatch} from "./topic-edits.ts";
import {
  addTopic,
  joinTexts,
  mergeTopics,
  moveTexts,
  nameTopics,
  patchTopic
} from "./topic-edits.ts";
import type {TopicRoom, Topics} from "./topic-room.ts";
import type {TopicWork} from "./topic-work.ts";
import {TopicView} from "./topic-view.ts";

/** What a topic is called that people made of texts that were in none. */
const NEW_LABEL = "New topic";
/** Details that a topic is split by where that of the run finds no parts. */
const CLOSER = [0.75, 1];
const DEFAULT_OPTIONS: TopicOptions = {detail: 0.5, seed: 0};

export interface TopicGround {
  readonly store: Store;
  readonly meaning: Meaning;
  readonly compute: Compute;
}

export function createTopics({store, meaning, compute}: TopicGround): Topics {
  const kept = store.topics;
  const sentiments = new Sentiments();

  const open = async (id: string, {signal}: TopicWork = {}): Promise<TopicView | undefined> => {
    const state = await kept.get(id);
    if (!state) return undefined;
    const texts = await meaning.texts(id, {...(signal && {signal})});
    return new TopicView(state, await kept.members(state.set), texts);
  };

  const openOrThrow = async (id: string, work?: TopicWork): Promise<TopicView> => {
    const view = await open(id, work);
    if (!view) throw toMissing(id);
    return view;
  };

  const readVectors = (id: string, {signal, onProgress}: TopicWork) =>
    meaning.embedded(id, {
      ...(signal && {signal}),
      onProgress: (done, total) => onProgress?.(done, total, "Embedding the texts")
    });

  const group = (
    input: Parameters<typeof compute.run<"topics">>[1],
    {signal, onProgress}: TopicWork
  ) =>
    compute.run("topics", input, {
      ...(signal && {signal}),
      onProgress: (done, total, step = "Grouping the texts") => onProgress?.(done, total, step)
    });

  const edit = async (
    id: string,
    toWhat: (state: TopicState) => string,
    change: (state: TopicState) => TopicState,
    members?: readonly TopicMember[]
  ): Promise<string | null> => {
    const state = await kept.get(id);
    if (!state) throw toMissing(id);
    return kept.write(toWhat(state), id, (now) => change(now ?? state), members);
  };

  const run: TopicRoom["run"] = async (id, {detail, seed, ...work} = {}) => {
    const texts = await readVectors(id, work);
    const view = await open(id, work);
    const options = {
      ...(view?.set.options ?? DEFAULT_OPTIONS),
      ...(detail !== undefined && {detail}),
      ...(seed !== undefined && {seed})
    };
    const found = await group(toTopicInput(texts, options, view), work);
    const {state, members} = toTopicState(texts, options, found, view);
    return kept.write(`Find topics of ${texts.collection.label}`, id, () => state, members);
  };

  const room: TopicRoom = {
    async collections() {
      const states = new Map((await kept.sets()).map((set) => [set.id, set]));
      return (await meaning.collections()).map((state) => ({
        ...state,
        topics: states.get(state.collection.id)
      }));
    },
    follow: (id) => store.live(() => kept.get(id)),
    open,
    run,

    async place(id, work = {}) {
      const texts = await readVectors(id, work);
      const members = placeNewTexts(texts, await openOrThrow(id, work));
      if (members.length > 0) await kept.place((await kept.get(id))!.set, members);
      return members.length;
    },

    change: (id, topic, patch) =>
      edit(
        id,
        (state) => `${toVerb(patch)} topic ${nameTopics(state, [topic])}`,
        (state) => patchTopic(state, topic, patch)
      ),

    merge: (id, topics, into) =>
      edit(
        id,
        (state) => `Merge topics ${nameTopics(state, [...new Set([into, ...topics])])}`,
        (state) => mergeTopics(state, topics, into)
      ),

    async split(id, topic, work = {}) {
      const texts = await readVectors(id, work);
      const view = await openOrThrow(id, work);
      const findParts = (detail: number): Promise<TopicResult> =>
        group(toSplitInput(texts, view, topic, {...view.set.options, detail}), work);
      let found = await findParts(view.set.options.detail);
      // texts that are nearly alike come apart only where one looks closer
      for (const detail of CLOSER)
        if (countBroad(found) < 2 && detail > view.set.options.detail)
          found = await findParts(detail);
      const state = await kept.get(id);
      const split = splitTopic(state!, view, topic, found);
      return edit(
        id,
        () => `Split topic ${nameTopics(state!, [topic])}`,
        () => split.state,
        split.members
      );
    },

    move: (id, ends, topic) =>
      edit(
        id,
        (state) =>
          `Move ${countTexts(ends)} ${topic === null ? "out of the topics" : `to topic ${nameTopics(state, [topic])}`}`,
        (state) => moveTexts(state, ends, topic)
      ),

    async join(id, ends) {
      const target = toCommonTopic(await openOrThrow(id), ends);
      return edit(
        id,
        () => `Keep ${countTexts(ends)} together`,
        (state) => {
          if (target !== undefined) return joinTexts(state, ends, target);
          const added = addTopic(state, {label: NEW_LABEL, keywords: []});
          return joinTexts(added.state, ends, added.id);
        }
      );
    },

    create: (id, name, ends) =>
      edit(
        id,
        () => `Make topic "${name}" of ${countTexts(ends)}`,
        (state) => {
          const added = addTopic(state, {label: name, keywords: []});
          return moveTexts(added.state, ends, added.id);
        }
      ),

    remove: (id) => kept.remove(id),

    sentiments: (texts, work) => sentiments.read(texts, work),
    sentimentOf: (end) => sentiments.of(end),

    async prepare(sql) {
      if (!/topic_members/i.test(sql) || !/sentiment/i.test(sql)) return;
      for (const {id} of await kept.sets()) await sentiments.read(await meaning.texts(id));
    }
  };

  const openOrRun = async (
    id: string,
    options: Partial<TopicOptions> & TopicWork = {}
  ): Promise<TopicView> => {
    if (!(await kept.get(id))) await run(id, options);
    return openOrThrow(id, options);
  };
  return Object.assign(openOrRun, room);
}

function toMissing(id: string): InputError {
  return new InputError(`topics not found: ${id}; find them first`);
}

/** The topic that most of these texts are in, the first of those that are equal; undefined where none is in one. */
function toCommonTopic(
  {texts, places, topics}: TopicView,
  ends: readonly string[]
): string | undefined {
  const wanted = new Set(ends);
  const counts = new Map<number, number>();
  texts.ends.forEach((end, row) => {
    const place = places[row]!;
    if (wanted.has(end) && place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  });
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  return best && topics[best[0]]!.id;
}

function toVerb({name, pinned, ignored}: TopicPatch): string {
  if (name !== undefined) return "Rename";
  if (pinned !== undefined) return pinned ? "Pin" : "Unpin";
  if (ignored !== undefined) return ignored ? "Ignore" : "Show";
  return "Colour";
}

function countTexts({length}: readonly string[]): string {
  return length === 1 ? "1 text" : `${length} texts`;
}
