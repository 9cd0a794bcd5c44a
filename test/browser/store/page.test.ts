import {expect, test} from "vitest";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {Store} from "../../../src/store/store.ts";
import {BOOK, book, freshStore, openAgain} from "./fresh-store.ts";

const FILM = toEntryType({name: "film"});

async function shelf(): Promise<Store> {
  const store = await freshStore(BOOK, FILM);
  for (const [title, year] of [
    ["Box 10", 3],
    ["Box 2", 1],
    ["Crème brûlée", null],
    ["abc", 2]
  ] as const)
    await store.entries.add(
      book({title, year, note: `note of ${title}`}, {tags: year === 1 ? ["old"] : []})
    );
  await store.entries.add({type: "film", fields: {title: "The Box"}});
  return store;
}

async function titles(
  store: Store,
  query: Parameters<Store["entries"]["page"]>[0]
): Promise<string[]> {
  return (await store.entries.page(query)).entries.map(({title}) => title);
}

test("entries.page() of an empty store is empty", async () => {
  const store = await freshStore();
  expect(await store.entries.page()).toEqual({entries: [], total: 0});
  expect(await store.entries.page({text: "x"})).toEqual({entries: [], total: 0});
  expect(await store.entries.suggest("x")).toEqual([]);
});

test("entries.page({type, offset, limit}) pages through, newest first", async () => {
  const store = await shelf();
  expect(await titles(store, {})).toEqual(["The Box", "abc", "Crème brûlée", "Box 2", "Box 10"]);
  expect(await titles(store, {type: "book", offset: 1, limit: 2})).toEqual([
    "Crème brûlée",
    "Box 2"
  ]);
  expect((await store.entries.page({type: "book", limit: 1})).total).toBe(4);
  expect(await titles(store, {sort: {by: "updated"}, limit: 1})).toEqual(["Box 10"]);
});

test("entries.page({text}) finds every word in title, fields and tags, whatever case and accents", async () => {
  const store = await shelf();
  expect(await titles(store, {text: "BOX"})).toEqual(["Box 2", "Box 10", "The Box"]);
  expect(await titles(store, {text: "box note"})).toEqual(["Box 2", "Box 10"]);
  expect(await titles(store, {text: "creme BRULEE"})).toEqual(["Crème brûlée"]);
  expect(await titles(store, {text: "old"})).toEqual(["Box 2"]);
  expect(await titles(store, {text: "box", type: "film"})).toEqual(["The Box"]);
  expect(await titles(store, {tag: "old"})).toEqual(["Box 2"]);
  expect(await titles(store, {text: "%_<'"})).toEqual([]);
});

test("entries.page({sort}) orders by title as people count, and by a field with what is missing last", async () => {
  const store = await shelf();
  expect(await titles(store, {type: "book", sort: {by: "title"}})).toEqual([
    "abc",
    "Box 2",
    "Box 10",
    "Crème brûlée"
  ]);
  expect(await titles(store, {sort: {by: "created"}})).toEqual([
    "Box 10",
    "Box 2",
    "Crème brûlée",
    "abc",
    "The Box"
  ]);
  const byYear = {type: "book", sort: {by: {field: "year"}, descending: true}};
  expect(await titles(store, byYear)).toEqual(["Box 10", "abc", "Box 2", "Crème brûlée"]);
  expect(await titles(store, {type: "book", sort: {by: {field: "year"}}, limit: 2})).toEqual([
    "Box 2",
    "abc"
  ]);
});

test("entries.page({text}) follows edits and removals, in another tab too", async () => {
  const store = await shelf();
  const other = await openAgain(store);
  expect(await titles(other, {text: "box 2"})).toEqual(["Box 2"]);
  const {id} = (await store.entries.bySlug("book", "box-2"))!;
  await store.entries.update(id, {fields: {title: "Crate"}});
  expect(await titles(other, {text: "box 2"})).toEqual([]);
  expect(await titles(other, {text: "crate"})).toEqual(["Crate"]);
  await store.entries.remove([id]);
  expect(await titles(other, {text: "crate"})).toEqual([]);
});

test("entries.suggest(text) puts titles that start so before words, and words before anything", async () => {
  const store = await shelf();
  await store.entries.add(book({title: "Sandbox"}));
  await store.entries.add(book({title: "Other", note: "in a box"}));
  const suggest = async (...args: Parameters<Store["entries"]["suggest"]>): Promise<string[]> =>
    (await store.entries.suggest(...args)).map(({title}) => title);
  expect(await suggest("box")).toEqual(["Box 2", "Box 10", "The Box", "Sandbox", "Other"]);
  expect(await suggest("box", {types: ["film"]})).toEqual(["The Box"]);
  expect(await suggest("box", {limit: 1})).toEqual(["Box 2"]);
  expect(await suggest("")).toHaveLength(7);
});
