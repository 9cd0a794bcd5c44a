import {expect, test} from "vitest";
import type {Store} from "../../../../src/store/store.ts";
import {COMPUTE_HERE} from "../../../../src/workspace/compute/compute.ts";
import type {TopicView} from "../../../../src/workspace/topics/topic-view.ts";
import type {Topics} from "../../../../src/workspace/topics/topic-room.ts";
import {createTopics} from "../../../../src/workspace/topics/topics.ts";
import {BOOK, book, freshStore} from "../../store/fresh-store.ts";
import {openMeaning} from "../meaning/letters.ts";

const WORDS = {
  tea: ["tea", "leaf", "harvest", "garden"],
  boot: ["boot", "rubber", "blue", "brown"],
  ice: ["ice", "cold", "chill", "frozen cone"]
};

/** Books about three things, `count` of each, from a number on so that no two are alike. */
async function addBooks(store: Store, count: number, from = 0): Promise<void> {
  const drafts = Object.entries(WORDS).flatMap(([thing, words]) =>
    Array.from({length: count}, (_, i) =>
      book({
        title: `${thing} ${words[i % 4]} ${words[(i + from + 1) % 4]} ${from + i}`,
        year: 2000 + (i % 3)
      })
    )
  );
  await store.entries.addAll(drafts);
}

async function openTopics(): Promise<{store: Store; topics: Topics}> {
  const store = await freshStore(BOOK);
  await addBooks(store, 20);
  const topics = createTopics({store, meaning: openMeaning(store), compute: COMPUTE_HERE});
  return {store, topics};
}

/** Which texts are together, whatever the topics are called. */
function titlesOf(view: TopicView, id: string | null): string[] {
  return view.rowsOf(id).map((row) => view.texts.texts[row]!);
}

const SET = "ws.book";

test("topics(collection) finds what texts are about, the same each time, and a new run keeps names, pins and ids", async () => {
  const {store, topics} = await openTopics();
  const view = await topics(SET, {detail: 0.5, seed: 1});
  const fine = view.topics.filter(({id}) => view.topics.every(({parent}) => parent !== id));
  expect(fine.length).toBeGreaterThanOrEqual(3);
  for (const {id} of fine) {
    const things = titlesOf(view, id).map((title) => title.split(" ")[0]);
    expect(new Set(things).size).toBe(1);
  }
  expect(view.size).toBe(60);
  expect(view.unplaced).toBe(0);

  const [first] = fine;
  await topics.change(SET, first!.id, {name: "Mine", pinned: true});
  const former = new Set(titlesOf(view, first!.id));
  await addBooks(store, 3, 20);
  expect((await topics.open(SET))!.unplaced).toBe(9);
  expect(await topics.place(SET)).toBe(9);
  const placed = (await topics.open(SET))!;
  expect(placed.unplaced).toBe(0);
  expect(placed.topic(first!.id).size).toBeGreaterThan(former.size);

  await topics.run(SET);
  const again = (await topics.open(SET))!;
  expect(again.topic(first!.id)).toMatchObject({
    title: "Mine",
    pinned: true,
    colour: first!.colour
  });
  expect(again.topic(first!.id).former).toBe(placed.topic(first!.id).size);
  expect(titlesOf(again, first!.id)).toEqual(expect.arrayContaining([...former]));

  await topics.run(SET, {detail: 0});
  const coarse = (await topics.open(SET))!;
  const idAt = ({topics, places}: TopicView, row: number): string | undefined =>
    topics[places[row]!]?.id;
  const moved = again.places.filter((_, row) => idAt(again, row) !== idAt(coarse, row)).length;
  expect(coarse.set.moved).toBe(moved);
});

test("merge, move, join, split and ignore hold at once and after a run, and undo takes each back", async () => {
  const {store, topics} = await openTopics();
  const view = await topics(SET);
  const fine = view.topics.filter(({id}) => view.topics.every(({parent}) => parent !== id));
  const [a, b] = [
    fine[0]!,
    fine.find(
      (one) =>
        titlesOf(view, one.id)[0]!.slice(0, 3) !== titlesOf(view, fine[0]!.id)[0]!.slice(0, 3)
    )!
  ];
  const both = [...titlesOf(view, a.id), ...titlesOf(view, b.id)].sort();

  const merged = await topics.merge(SET, [a.id, b.id], a.id);
  expect(titlesOf((await topics.open(SET))!, a.id).sort()).toEqual(both);
  await expect(topics.merge(SET, [a.id], a.id)).rejects.toThrow(/merge needs two topics/);
  await topics.run(SET);
  expect(titlesOf((await topics.open(SET))!, a.id)).toEqual(expect.arrayContaining(both));
  const run = (await store.history.lastUndoable())!;
  await store.history.undo(run.group);
  await store.history.undo(merged!);
  expect((await topics.open(SET))!.topics).toEqual(view.topics);

  const row = view.rowsOf(a.id)[0]!;
  const end = view.texts.ends[row]!;
  const moved = await topics.move(SET, [end], b.id);
  expect(titlesOf((await topics.open(SET))!, b.id)).toContain(view.texts.texts[row]);
  await topics.move(SET, [end], null);
  expect((await topics.open(SET))!.rowsOf(null)).toContain(row);
  await topics.run(SET);
  expect((await topics.open(SET))!.rowsOf(null)).toContain(row);
  await expect(store.history.undo(moved!)).rejects.toThrow(/changed since/);

  const made = await topics.create(SET, "My own", [end]);
  const own = (await topics.open(SET))!.topics.find(({title}) => title === "My own");
  expect(own).toMatchObject({size: 1, parent: null});
  await store.history.undo(made!);

  const others = view
    .rowsOf(b.id)
    .slice(0, 2)
    .map((one) => view.texts.ends[one]!);
  await topics.join(SET, [end, ...others]);
  const joined = (await topics.open(SET))!;
  expect(joined.rowsOf(b.id)).toContain(row);
  await expect(topics.move(SET, [end], "t999")).rejects.toThrow("topic not found: ws.book/t999");
  expect(await topics.change(SET, b.id, {ignored: true})).not.toBeNull();
  expect(await topics.change(SET, b.id, {ignored: true})).toBeNull();
});

test("split(collection, topic) finds the parts of what was merged, and parts of a part beside it", async () => {
  const {topics} = await openTopics();
  const view = await topics(SET);
  const broad = view.topics.filter(({parent}) => parent === null);
  await topics.merge(
    SET,
    view.topics.map(({id}) => id),
    broad[0]!.id
  );
  const whole = (await topics.open(SET))!;
  expect(whole.topics).toHaveLength(1);
  await topics.split(SET, broad[0]!.id);
  const split = (await topics.open(SET))!;
  const parts = split.topics.filter(({parent}) => parent === broad[0]!.id);
  expect(parts.length).toBeGreaterThan(1);
  expect(split.topic(broad[0]!.id).size).toBe(whole.topic(broad[0]!.id).size);
  expect(parts.every(({keywords}) => keywords.length > 0)).toBe(true);
  const [part, other] = parts;
  await expect(topics.split(SET, part!.id)).rejects.toThrow(/cannot be split: .* are all alike/);
  await topics.merge(SET, [part!.id, other!.id], part!.id);
  const merged = titlesOf((await topics.open(SET))!, part!.id);
  await topics.split(SET, part!.id);
  const again = (await topics.open(SET))!;
  const siblings = again.topics.filter(({parent}) => parent === broad[0]!.id);
  expect(siblings.length).toBeGreaterThanOrEqual(parts.length);
  expect(again.topic(part!.id).size).toBeGreaterThan(0);
  expect(merged).toEqual(expect.arrayContaining(titlesOf(again, part!.id)));
  expect(split.course(parts[0]!.id)).toBeUndefined();
});
