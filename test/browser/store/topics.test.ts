import {expect, test} from "vitest";
import type {Topic, TopicMember, TopicRecord, TopicSetRecord} from "../../../src/model/topic.ts";
import type {TopicState} from "../../../src/store/topics.ts";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {BOOK, book, freshName, freshStore, openAgain} from "./fresh-store.ts";
import {openStore} from "../../../src/store/store.ts";

const SET: TopicSetRecord = {
  id: "lake.messages",
  model: "builtin",
  options: {detail: 0.5, seed: 0},
  created: 1,
  updated: 1,
  size: 3,
  outliers: 1,
  rules: [],
  run: "",
  nextId: 3,
  gone: []
};

const toTopic = (id: string, rest: Partial<Topic> = {}): TopicRecord => ({
  id: `lake.messages/${id}`,
  set: "lake.messages",
  former: null,
  topic: {
    id,
    set: "lake.messages",
    label: `label of ${id}`,
    name: null,
    keywords: [{term: id, weight: 1}],
    parent: null,
    size: 1,
    colour: 0,
    pinned: false,
    ignored: false,
    typical: [],
    borderline: [],
    ...rest
  }
});

const STATE: TopicState = {set: SET, topics: [toTopic("t1", {size: 2}), toTopic("t2")]};
const MEMBERS: TopicMember[] = [
  {end: "a", topic: "t1", strength: 0.875},
  {end: "b", topic: "t2", strength: 0.5},
  {end: "c", topic: null, strength: 0}
];

const rename = (name: string) => (state: TopicState | undefined) => ({
  ...state!,
  topics: state!.topics.map((one) =>
    one.topic.id === "t1" ? {...one, topic: {...one.topic, name}} : one
  )
});

test("topics.write(what, set, change, members) is one write: undo takes back a name, then the run with its members, also in another tab", async () => {
  const store = await freshStore();
  const {topics, history} = store;
  await topics.write("Find topics", SET.id, () => STATE, MEMBERS);
  const first = (await topics.get(SET.id))!;
  expect(await topics.members(first.set)).toEqual(MEMBERS);
  expect(first.topics.map(({topic}) => topic.id)).toEqual(["t1", "t2"]);
  await topics.place(first.set, [{end: "d", topic: "t2", strength: 1}]);
  expect(await topics.members(first.set)).toHaveLength(4);

  const second = await topics.write(
    "Find topics",
    SET.id,
    (state) => ({set: state!.set, topics: [toTopic("t1", {size: 3})]}),
    MEMBERS.map((member) => ({...member, topic: "t1"}))
  );
  const named = await topics.write("Rename", SET.id, rename("Trips"));
  expect(await topics.write("Rename", SET.id, rename("Trips"))).toBeNull();
  await expect(history.undo(second!)).rejects.toThrow(/changed since: "Trips"/);

  const other = await openAgain(store);
  await other.history.undo(named!);
  await other.history.undo(second!);
  const back = (await topics.get(SET.id))!;
  expect(back.set.run).toBe(first.set.run);
  expect(back.topics).toEqual(first.topics);
  expect(await topics.members(back.set)).toHaveLength(4);

  await topics.remove(SET.id);
  expect(await topics.list()).toEqual([]);
  await expect(topics.remove(SET.id)).rejects.toThrow("topics not found: lake.messages");
});

test("topics.write(…) keeps the members of the last five runs and no more", async () => {
  const {topics} = await freshStore();
  const runs: TopicSetRecord[] = [];
  for (let i = 0; i < 7; ++i) {
    await topics.write("Find topics", SET.id, () => STATE, MEMBERS);
    runs.push((await topics.get(SET.id))!.set);
  }
  const kept = await Promise.all(runs.map((run) => topics.members(run)));
  expect(kept.map(({length}) => length)).toEqual([0, 0, 3, 3, 3, 3, 3]);
});

test("archive.load(source) brings topics with their members and the edges that end at them, which read as their names", async () => {
  const store = await freshStore(BOOK);
  await store.topics.write("Find topics", SET.id, () => STATE, MEMBERS);
  await store.topics.write("Rename", SET.id, rename("Trips"));
  await store.kinds.put(toEdgeKind({name: "about", fromTypes: ["book"], toTypes: ["topic"]}));
  const {id} = await store.entries.add(book({title: "Far away"}));
  await store.edges.add({kind: "about", from: id, to: "topic:lake.messages%2Ft1"});
  const target = await openStore({name: freshName()});
  await target.archive.load((table) => store.archive.scan(table), {mode: "merge"});
  expect(await target.topics.get(SET.id)).toEqual(await store.topics.get(SET.id));
  expect(await target.topics.members((await target.topics.get(SET.id))!.set)).toEqual(MEMBERS);
  const [edge] = (await target.edges.page({})).edges;
  expect(edge).toMatchObject({to: {title: "Trips"}});
  target.close();
});
