import {expect, test} from "vitest";
import type {RowSource} from "../../../src/model/entry.ts";
import {BOOK, book, freshStore} from "./fresh-store.ts";

const KEYED = {...BOOK, keyField: "isbn"};

function source(row: number, sha256 = "a".repeat(64)): RowSource {
  return {table: "books", file: "books.csv", sha256, row};
}

test("entries.upsertAll(drafts) of a keyed type adds once, changes what is new and leaves the rest", async () => {
  const store = await freshStore(KEYED);
  const drafts = [book({title: "A", isbn: "1"}), book({title: "B", isbn: "2"})];
  expect(await store.entries.upsertAll(drafts)).toMatchObject({added: 2, changed: 0, unchanged: 0});
  expect(await store.entries.upsertAll(drafts)).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 2,
    group: null
  });
  const third = await store.entries.upsertAll([
    drafts[0]!,
    book({title: "B!", isbn: "2"}),
    book({title: "C", isbn: "3"})
  ]);
  expect(third).toMatchObject({added: 1, changed: 1, unchanged: 1});
  expect(await store.entries.count()).toBe(3);
  expect((await store.entries.get(third.ids[1]!))?.title).toBe("B!");
});

test("entries.upsertAll(drafts) takes a number and its text for one key", async () => {
  const store = await freshStore(KEYED);
  await store.entries.upsertAll([book({isbn: 7, title: "A"})]);
  expect(await store.entries.upsertAll([book({isbn: "7", title: "A"})])).toMatchObject({
    added: 0,
    changed: 1
  });
});

test("entries.upsertAll(drafts) without a key knows a thing by its source row, not by its file's name", async () => {
  const store = await freshStore(BOOK);
  await store.entries.upsertAll([
    book({title: "A"}, {source: source(0)}),
    book({title: "A"}, {source: source(1)})
  ]);
  const renamed = {...source(0), file: "elsewhere/books.csv"};
  expect(await store.entries.upsertAll([book({title: "A"}, {source: renamed})])).toMatchObject({
    unchanged: 1
  });
  expect(
    await store.entries.upsertAll([book({title: "A"}, {source: source(0, "b")})])
  ).toMatchObject({added: 1});
  expect(await store.entries.count()).toBe(3);
});

test("entries.upsertAll(drafts) without key and source knows a thing by all its fields", async () => {
  const store = await freshStore(BOOK);
  const drafts = [
    book({title: "A", year: 1}),
    book({year: 1, title: "A"}),
    book({title: "A", year: 2})
  ];
  expect(await store.entries.upsertAll(drafts)).toMatchObject({added: 2, unchanged: 1});
  expect(await store.entries.upsertAll(drafts)).toMatchObject({added: 0, unchanged: 3});
});

test("entries.upsertAll(drafts) with the same key twice in one go makes one entry of the last", async () => {
  const store = await freshStore(KEYED);
  const {ids, ...counts} = await store.entries.upsertAll([
    book({isbn: "1", title: "A"}),
    book({isbn: "1", title: "B", year: 2})
  ]);
  expect(counts).toMatchObject({added: 1, changed: 1, unchanged: 0});
  expect(new Set(ids).size).toBe(1);
  expect(await store.entries.get(ids[0]!)).toMatchObject({
    title: "B",
    slug: "b",
    fields: {isbn: "1", title: "B", year: 2}
  });
  expect(await store.entries.count()).toBe(1);
});

test("entries.upsertAll(drafts) leaves what a person changed by hand, unless the import has something new for it", async () => {
  const store = await freshStore(KEYED);
  const draft = book({isbn: "1", title: "A", year: 1});
  const {ids} = await store.entries.upsertAll([draft]);
  const id = ids[0]!;
  await store.entries.update(id, {
    fields: {isbn: "1", title: "By hand", year: 1, note: "mine"},
    tags: ["mine"]
  });
  expect(await store.entries.upsertAll([draft])).toMatchObject({unchanged: 1});
  expect((await store.entries.get(id))?.title).toBe("By hand");
  expect(await store.entries.upsertAll([book({isbn: "1", title: "A", year: 2})])).toMatchObject({
    changed: 1
  });
  expect(await store.entries.get(id)).toMatchObject({
    fields: {isbn: "1", title: "By hand", year: 2, note: "mine"},
    tags: ["mine"]
  });
  expect(
    await store.entries.upsertAll([book({isbn: "1", title: "Better", year: 2})])
  ).toMatchObject({changed: 1});
  expect((await store.entries.get(id))?.fields).toEqual({
    isbn: "1",
    title: "Better",
    year: 2,
    note: "mine"
  });
});

test("entries.upsertAll(drafts) finds the row of an entry whose key was changed by hand", async () => {
  const store = await freshStore(KEYED);
  const draft = book({isbn: "1", title: "A"}, {source: source(0)});
  const {ids} = await store.entries.upsertAll([draft]);
  await store.entries.update(ids[0]!, {fields: {isbn: "one", title: "A"}});
  expect(await store.entries.upsertAll([draft])).toMatchObject({added: 0, unchanged: 1});
});

test("entries.upsertAll(drafts, {types}) makes type and entries in one write, which one undo takes back", async () => {
  const store = await freshStore();
  const {group} = await store.entries.upsertAll([book({title: "A"})], {
    types: [BOOK],
    what: "Keep 1 row as Books"
  });
  expect(await store.types.get("book")).toMatchObject({version: 1});
  expect((await store.history.recent()).map(({what}) => what)).toEqual(["Keep 1 row as Books"]);
  await store.history.undo(group!);
  expect(await store.types.list()).toEqual([]);
  expect(await store.entries.count()).toBe(0);
});

test("entries.upsertAll(drafts) puts thousands across chunks without doubling any", async () => {
  const store = await freshStore(KEYED);
  const drafts = Array.from({length: 2500}, (_, i) =>
    book({isbn: i % 1250, title: `Book ${i % 1250}`})
  );
  expect(await store.entries.upsertAll(drafts)).toMatchObject({added: 1250, unchanged: 1250});
  expect(await store.entries.upsertAll(drafts)).toMatchObject({added: 0, unchanged: 2500});
});

test("types.put(type) with another key field finds entries by their new keys", async () => {
  const store = await freshStore(BOOK);
  await store.entries.addAll([book({title: "A", isbn: "1"}), book({title: "B", isbn: "2"})]);
  await store.types.put(KEYED);
  expect(await store.entries.upsertAll([book({title: "A+", isbn: "1"})])).toMatchObject({
    changed: 1
  });
  await store.types.put({...BOOK, keyField: "title"});
  expect(await store.entries.upsertAll([book({title: "B", isbn: "9"})])).toMatchObject({
    changed: 1
  });
});
