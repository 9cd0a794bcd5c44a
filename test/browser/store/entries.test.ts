import {expect, test} from "vitest";
import {toEntryType} from "../../../src/model/entry-type.ts";
import {BOOK, book, freshStore} from "./fresh-store.ts";

test("entries.add(draft) gives id, title, slug, times and the first revision", async () => {
  const store = await freshStore(BOOK);
  const entry = await store.entries.add(
    book({title: "A Room", year: 1929}, {tags: [" essay ", "essay", ""]})
  );
  expect(entry).toMatchObject({
    type: "book",
    title: "A Room",
    slug: "a-room",
    fields: {title: "A Room", year: 1929},
    tags: ["essay"],
    source: null,
    revision: 1
  });
  expect(entry.created).toBe(entry.updated);
  expect(await store.entries.get(entry.id)).toEqual(entry);
  expect(await store.entries.bySlug("book", "a-room")).toEqual(entry);
  expect(await store.entries.count()).toBe(1);
  expect(await store.entries.countByType()).toEqual(new Map([["book", 1]]));
});

test("entries.add(draft) of a type that is not there names those there are", async () => {
  const store = await freshStore(BOOK);
  await expect(store.entries.add({type: "film", fields: {}})).rejects.toThrow(
    'entry type not found: "film" (there are: book)'
  );
  expect(await store.history.revision()).toBe(1);
});

test("entries.add(draft) keeps text as text", async () => {
  const store = await freshStore(BOOK);
  const title = '<img src=x onerror="alert(1)"> \u202e {{x}} 中文 🧊';
  const entry = await store.entries.add(book({title, note: "a\nb"}));
  expect(entry.title).toBe(title);
  expect((await store.entries.get(entry.id))?.fields).toEqual({title, note: "a\nb"});
  expect(entry.slug).toMatch(/^[\p{L}\p{N}-]+$/u);
});

test("entries.add(draft) makes a title of one line of what there is", async () => {
  const store = await freshStore(BOOK);
  expect((await store.entries.add(book({title: " a \n\t b "}))).title).toBe("a b");
  expect((await store.entries.add(book({title: "", year: 3, note: "from a note"}))).title).toBe(
    "from a note"
  );
  expect((await store.entries.add(book({year: 3}))).title).toBe("Untitled book");
  const long = await store.entries.add(book({title: "x".repeat(1_000_000)}));
  expect(long.title).toHaveLength(300);
  expect((long.fields.title as string).length).toBe(1_000_000);
});

test("entries.add(draft) keeps only what JSON can hold", async () => {
  const store = await freshStore(BOOK);
  const fields = {
    a: undefined,
    b: new Date(0),
    c: 12n,
    d: NaN,
    e: [1, {f: null}],
    __proto__: {x: 1}
  };
  const entry = await store.entries.add(book(fields));
  expect(entry.fields).toEqual({
    b: "1970-01-01T00:00:00.000Z",
    c: "12",
    d: null,
    e: [1, {f: null}]
  });
  await expect(store.entries.add(book({f: () => 1}))).rejects.toThrow(
    "field value cannot be kept: f is a function"
  );
});

test("entries.addAll(drafts) gives every entry a slug of its own", async () => {
  const store = await freshStore(BOOK, toEntryType({name: "film"}));
  await store.entries.addAll([book({title: "Box"}), book({title: "Box"}), book({title: "Box 2"})]);
  await store.entries.addAll([book({title: "Box"}), book({title: "!!!"}), book({title: "???"})]);
  await store.entries.add({type: "film", fields: {title: "Box"}});
  const {entries} = await store.entries.page({sort: {by: "created"}, limit: 100});
  expect(entries.map(({type, slug}) => `${type}/${slug}`).sort()).toEqual(
    [
      "book/box",
      "book/box-2",
      "book/box-2-2",
      "book/box-3",
      "book/book",
      "book/book-2",
      "film/box"
    ].sort()
  );
});

test("entries.addAll(drafts) writes thousands of equal titles without looking each up", async () => {
  const store = await freshStore(BOOK);
  const drafts = Array.from({length: 2500}, () => book({title: "Same"}));
  await store.entries.addAll(drafts);
  const {ids} = await store.entries.addAll(drafts.slice(0, 3));
  const last = await store.entries.getAll(ids);
  expect(last.map(({slug}) => slug)).toEqual(["same-2501", "same-2502", "same-2503"]);
});

test("entries.addAll(drafts, {signal}) that is stopped midway leaves nothing", async () => {
  const store = await freshStore(BOOK);
  const stop = new AbortController();
  const seen: number[] = [];
  const drafts = Array.from({length: 5000}, (_, i) => book({title: `Book ${i}`}));
  const adding = store.entries.addAll(drafts, {
    signal: stop.signal,
    onProgress: (done) => {
      seen.push(done);
      if (done === 3000) stop.abort();
    }
  });
  await expect(adding).rejects.toMatchObject({name: "AbortError"});
  expect(seen).toEqual([1000, 2000, 3000]);
  expect(await store.entries.count()).toBe(0);
  expect(await store.history.revision()).toBe(1);
});

test("entries.addAll([]) leaves no trace", async () => {
  const store = await freshStore(BOOK);
  expect(await store.entries.addAll([])).toEqual({ids: [], group: null});
  expect(await store.history.count()).toBe(1);
});

test("entries.update(id, patch) changes, counts the revision up and moves the slug; the old address still works", async () => {
  const store = await freshStore(BOOK);
  const first = await store.entries.add(book({title: "One"}));
  const second = await store.entries.update(first.id, {fields: {title: "Two"}, tags: ["x"]});
  expect(second).toMatchObject({title: "Two", slug: "two", tags: ["x"], revision: 2});
  expect((await store.entries.bySlug("book", "one"))?.id).toBe(first.id);
  const other = await store.entries.add(book({title: "One"}));
  expect(other.slug).toBe("one-2");
  const third = await store.entries.update(first.id, {fields: {title: "One"}});
  expect(third.slug).toBe("one");
  expect((await store.entries.bySlug("book", "two"))?.id).toBe(first.id);
});

test("entries.update(id, patch) with nothing new writes nothing", async () => {
  const store = await freshStore(BOOK);
  const entry = await store.entries.add(book({title: "One", year: 1}));
  expect(await store.entries.update(entry.id, {fields: {year: 1, title: "One"}})).toEqual(entry);
  expect(await store.history.revision()).toBe(2);
});

test("entries.update(id) of what is not there says so", async () => {
  const store = await freshStore(BOOK);
  await expect(store.entries.update("nope", {tags: []})).rejects.toThrow("entry not found: nope");
});

test("entries.remove(ids) takes edges with it, and passes over what is not there", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put({
    name: "cites",
    label: "cites",
    inverse: "cited by",
    symmetric: false,
    fromTypes: [],
    toTypes: []
  });
  const {ids} = await store.entries.addAll([
    book({title: "A"}),
    book({title: "B"}),
    book({title: "C"})
  ]);
  await store.edges.addAll([
    {kind: "cites", from: ids[0]!, to: ids[1]!},
    {kind: "cites", from: ids[2]!, to: ids[0]!},
    {kind: "cites", from: ids[1]!, to: ids[2]!}
  ]);
  expect(await store.entries.remove([ids[0]!, "nope", ids[0]!])).toMatchObject({
    entries: 1,
    edges: 2
  });
  expect(await store.edges.count()).toBe(1);
  expect(await store.entries.remove(["nope"])).toEqual({entries: 0, edges: 0, group: null});
});

test("entries of a type whose title field changes get other titles, and keep their old addresses", async () => {
  const store = await freshStore(BOOK);
  const {id} = await store.entries.add(book({title: "One", isbn: "978-3"}));
  await store.types.put({...BOOK, titleField: "isbn"});
  expect(await store.entries.get(id)).toMatchObject({title: "978-3", slug: "978-3", revision: 2});
  expect((await store.entries.bySlug("book", "one"))?.id).toBe(id);
});
