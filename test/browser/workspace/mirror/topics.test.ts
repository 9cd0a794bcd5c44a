import {afterAll, beforeAll, expect, test} from "vitest";
import type {Lake} from "../../../../src/lake/lake.ts";
import {openWasmLake} from "../../../../src/lake/wasm-lake.ts";
import {toEndText} from "../../../../src/model/end.ts";
import type {Topic, TopicRecord} from "../../../../src/model/topic.ts";
import {createMirror} from "../../../../src/workspace/mirror/mirror.ts";
import {SMALL_LAKE} from "../../components/lake.ts";
import {ENGINE} from "../../lake/engine.ts";
import {BOOK, book, freshStore} from "../../store/fresh-store.ts";

let lake: Lake;
beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
  await lake.query(SMALL_LAKE);
});
afterAll(() => lake.close());

const toRecord = (id: string, rest: Partial<Topic>): TopicRecord => ({
  id: `lake.people/${id}`,
  set: "lake.people",
  former: 1,
  topic: {
    id,
    set: "lake.people",
    label: `label ${id}`,
    name: null,
    keywords: [{term: "tea", weight: 1}],
    parent: null,
    size: 9,
    colour: 3,
    pinned: false,
    ignored: false,
    typical: [],
    borderline: [],
    ...rest
  }
});

test("ws.topics and ws.topic_members join rows of the lake by row_id and entries by entry_id, as rules leave them", async () => {
  const store = await freshStore(BOOK);
  const {id} = await store.entries.add(book({title: "Tea"}));
  const hash = await lake.query("select sha256('people.csv') as hash");
  const sha256 = hash.value(0, 0) as string;
  const toEnd = (row: number): string => toEndText({kind: "row", table: "people", sha256, row});
  const mirror = createMirror(lake, store, (end) => (end === id ? 0.5 : null));
  await mirror.sync("from ws.topics");
  expect((await lake.query("from ws.topics")).numRows).toBe(0);
  await store.topics.write(
    "Find topics",
    "lake.people",
    () => ({
      set: {
        id: "lake.people",
        model: "m",
        options: {detail: 0.5, seed: 0},
        created: 1,
        updated: 1,
        size: 4,
        outliers: 1,
        rules: [
          {do: "merge", topics: ["t1", "t9"], into: "t1"},
          {do: "move", end: toEnd(7), topic: "t2"}
        ],
        run: "",
        nextId: 10,
        gone: []
      },
      topics: [toRecord("t1", {name: "Mine"}), toRecord("t2", {parent: "t1"})]
    }),
    [
      {end: toEnd(5), topic: "t1", strength: 0.5},
      {end: toEnd(6), topic: "t9", strength: 1},
      {end: toEnd(7), topic: null, strength: 0},
      {end: id, topic: null, strength: 0}
    ]
  );
  await mirror.sync("select * from ws.topic_members");
  const joined = await lake.query(
    "select p.name, m.topic, m.title from lake.people p join ws.topic_members m on m.collection = 'lake.people' and m.row_id = p.rowid order by p.id"
  );
  expect(joined.toArray()).toMatchObject([
    {name: "Person 5", topic: "t1", title: "Mine"},
    {name: "Person 6", topic: "t1", title: "Mine"},
    {name: "Person 7", topic: "t2", title: "label t2"}
  ]);
  const entries = await lake.query(
    "select title, sentiment from ws.topic_members where entry_id is not null"
  );
  expect(entries.toArray()).toMatchObject([{title: null, sentiment: 0.5}]);
  await store.topics.place((await store.topics.get("lake.people"))!.set, [
    {end: toEnd(8), topic: "t2", strength: 1}
  ]);
  await mirror.sync("from ws.topics");
  const sizes = await lake.query(
    "select title, size::int as size, former_size::int as former from ws.topics"
  );
  expect(sizes.toArray()).toMatchObject([
    {title: "Mine", size: 4, former: 1},
    {title: "label t2", size: 2, former: 1}
  ]);
});
