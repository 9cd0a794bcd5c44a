import {expect, test} from "vitest";
import {toEntryType} from "../../../../src/model/entry-type.ts";
import type {Store} from "../../../../src/store/store.ts";
import type {EntryTypeaheadOptions, Typeahead} from "../../../../src/workspace/find/typeahead.ts";
import {createTypeahead} from "../../../../src/workspace/find/typeahead.ts";
import {BOOK, book, freshStore, openAgain} from "../../store/fresh-store.ts";

const FILM = toEntryType({
  name: "film",
  keyField: "code",
  schema: {
    type: "object",
    properties: {
      name: {type: "string"},
      code: {type: "string"},
      serial: {type: "string", "x-lakebook": {unique: true}}
    }
  }
});

/** Without a model. */
function open(store: Store): Typeahead {
  return createTypeahead(store, () => Promise.reject(new Error("model file missing")));
}

/** All lists of hits that come for a text, as titles. */
async function lists(
  typeahead: Typeahead,
  text: string,
  options?: EntryTypeaheadOptions
): Promise<string[][]> {
  const all: string[][] = [];
  for await (const hits of typeahead.find(text, options)) all.push(hits.map(({title}) => title));
  return all;
}

test("find(text) follows what is added, changed, removed and undone, here and in another tab", async () => {
  const store = await freshStore(BOOK);
  const other = await openAgain(store);
  const typeahead = open(store);
  await store.entries.add(book({title: "Lamp one"}));
  expect(await lists(typeahead, "lam")).toEqual([["Lamp one"]]);
  const two = await other.entries.add(book({title: "Lamp two"}));
  expect((await lists(typeahead, "lamp t"))[0]).toEqual(["Lamp two"]);
  await other.entries.update(two.id, {fields: {title: "Chair"}});
  expect(await lists(typeahead, "lamp t")).toEqual([[]]);
  const {group} = await store.entries.remove([two.id]);
  expect(await lists(typeahead, "chair")).toEqual([[]]);
  await store.history.undo(group!);
  expect(await lists(typeahead, "chair")).toEqual([["Chair"]]);
});

test("find(text) finds keys and tags too, marks what answers and tells titles apart", async () => {
  const store = await freshStore(FILM);
  const fields = {name: "Metropolis", code: "F-27", serial: "9911"};
  await store.entries.add({type: "film", fields, tags: ["silent"]});
  const typeahead = open(store);
  const find = async (text: string): Promise<unknown> => (await typeahead.find(text).next()).value;
  const hit = {title: "Metropolis", type: "film", hint: "F-27 · 9911", by: "letters"};
  expect(await find("metro")).toMatchObject([{...hit, marks: [[0, 5]]}]);
  for (const text of ["f-27", "9911", "silent"])
    expect(await find(text)).toMatchObject([{...hit, marks: []}]);
});

test("find(text, {types, among, limit}) offers only what may be chosen", async () => {
  const store = await freshStore(BOOK, FILM);
  const {ids} = await store.entries.addAll([
    book({title: "Box 1"}),
    book({title: "Box 2"}),
    {type: "film", fields: {name: "Box 3"}}
  ]);
  const typeahead = open(store);
  expect(await lists(typeahead, "box", {types: ["film"]})).toEqual([["Box 3"]]);
  expect(await lists(typeahead, "box", {among: new Set([ids[1]!])})).toEqual([["Box 2"]]);
  expect((await lists(typeahead, "box", {limit: 2}))[0]).toHaveLength(2);
});

test("pick(id) brings an entry up, after a reload too, and before anything is typed", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    ["a", "b", "c"].map((name) => book({title: `Box ${name}`}))
  );
  const typeahead = open(store);
  await typeahead.pick(ids[1]!);
  await typeahead.pick(ids[1]!);
  expect((await lists(typeahead, "box"))[0]![0]).toBe("Box b");
  const reloaded = open(await openAgain(store));
  expect((await lists(reloaded, ""))[0]![0]).toBe("Box b");
  expect(await store.picks.all()).toMatchObject([{id: ids[1], count: 2}]);
});

test("find(text) adds behind the letters' hits what means the same, never a hit twice, what is far or may not be", async () => {
  const store = await freshStore(BOOK, FILM);
  const {ids} = await store.entries.addAll([
    book({title: "Lamp"}),
    book({title: "Candle"}),
    book({title: "Spoon"}),
    {type: "film", fields: {name: "Torch"}}
  ]);
  const scores = [0.9, 0.8, 0.2, 0.7];
  const typeahead = createTypeahead(store, (_, {limit, accept}) =>
    Promise.resolve(
      ids
        .map((id, i) => ({id, score: scores[i]!}))
        .filter(({id}) => accept(id))
        .slice(0, limit)
    )
  );
  expect(await lists(typeahead, "lamp")).toEqual([["Lamp"], ["Lamp", "Candle", "Torch"]]);
  expect((await lists(typeahead, "lamp", {types: ["book"]})).at(-1)).toEqual(["Lamp", "Candle"]);
  expect(await lists(typeahead, "lamp", {limit: 1})).toEqual([["Lamp"]]);
  expect(await lists(typeahead, "la")).toEqual([["Lamp"]]);
});

test("find(text, {signal}) asks no model for what nobody waits for any more", async () => {
  const store = await freshStore(BOOK);
  await store.entries.add(book({title: "Lamp"}));
  let asked = 0;
  const typeahead = createTypeahead(store, () =>
    Promise.resolve([{id: String(++asked), score: 1}])
  );
  const stop = new AbortController();
  const found: number[] = [];
  for await (const hits of typeahead.find("lamp", {signal: stop.signal})) {
    found.push(hits.length);
    stop.abort();
  }
  expect(found).toEqual([1]);
  expect(asked).toBe(0);
  expect(await lists(typeahead, "lamp", {signal: stop.signal})).toEqual([]);
});
