import {expect, onTestFinished, test} from "vitest";
import version1 from "../../fixtures/stores/version-1.json";
import version2 from "../../fixtures/stores/version-2.json";
import version3 from "../../fixtures/stores/version-3.json";
import {UniqueError} from "../../../src/store/unique-error.ts";
import {DATABASE_VERSION} from "../../../src/store/database.ts";
import type {Store} from "../../../src/store/store.ts";
import {openStore} from "../../../src/store/store.ts";
import type {DatabaseDump} from "./database-dump.ts";
import {dumpDatabase, loadDatabase} from "./database-dump.ts";
import {book, freshName} from "./fresh-store.ts";

async function openDump(dump: DatabaseDump): Promise<Store> {
  const name = freshName();
  await loadDatabase(name, dump);
  const store = await openStore({name});
  onTestFinished(() => store.close());
  return store;
}

test.each([
  [1, version1, "Import 2 books"],
  [2, version2, "Import 3 books"],
  [3, version3, "Import 3 books"]
])("openStore() of layout %i brings all of it to the newest one", async (_, dump, imported) => {
  const store = await openDump(dump);
  const {entries} = await store.entries.page({sort: {by: "title"}, limit: 10});
  expect(entries.map(({title, slug, tags}) => [title, slug, tags])).toEqual([
    ["A Room of One's Own", "a-room-of-one-s-own", ["essay"]],
    ["Orlando: A Biography", "orlando-a-biography", []]
  ]);
  expect((await store.entries.bySlug("book", "orlando"))?.id).toBe(entries[1]!.id);
  expect(await store.edges.count()).toBe(1);
  // vectors were by entry before layout 4: they are computed again
  expect((await store.vectors.countByModel()).size).toBe(0);
  expect(await store.settings.get("density")).toEqual({rows: "compact"});
  expect((await store.history.recent()).map(({what}) => what)).toContain(imported);
  expect((await store.history.of("entries", entries[1]!.id)).at(-1)).toMatchObject({
    before: null,
    after: {title: "Orlando"},
    who: ""
  });
  const revision = await store.history.revision();
  await store.history.undo((await store.history.lastUndoable())!.group);
  expect((await store.entries.get(entries[1]!.id))?.title).toBe("Orlando");
  expect(await store.history.revision()).toBe(revision + 1);
  await store.entries.add(book({title: "The Waves"}));
  expect((await store.suggestions.page()).total).toBe(0);
});

test("openStore() of layout 2 keeps what was imported, its trash and its keys", async () => {
  const store = await openDump(version2);
  expect(await store.batches.list()).toMatchObject([{target: "books", counts: {added: 1}}]);
  expect(await store.batches.inPlace()).toMatchObject([{target: "log"}]);
  expect((await store.recipes.list()).map(({name}) => name)).toEqual(["Books"]);
  const {entries, total} = await store.history.removed();
  expect([total, entries[0]?.entry.title]).toEqual([1, "Flush"]);
  expect(await store.history.restore([entries[0]!.entry.id])).toMatchObject({edges: 0});
  const again = await store.entries.upsertAll([book({isbn: "2", title: "Orlando", year: 1928})]);
  expect(again).toMatchObject({added: 0, unchanged: 1});
});

test("openStore() of layout 3 keeps its suggestions, views, attachments, picks and what is unique", async () => {
  const store = await openDump(version3);
  expect(await store.suggestions.page({status: "rejected"})).toMatchObject({
    suggestions: [{kind: "duplicate", score: 0.7}]
  });
  expect(await store.views.list()).toMatchObject([{name: "Old books", type: "book"}]);
  expect(await store.picks.all()).toMatchObject([{count: 1}]);
  await expect(store.entries.add(book({title: "Flush", isbn: "1"}))).rejects.toThrow(UniqueError);
});

test.each([
  [1, version1, 11],
  [2, version2, 17],
  [3, version3, 21]
])("the dump of layout %i holds each of its stores as it was", async (version, dump, count) => {
  const name = freshName();
  await loadDatabase(name, dump);
  expect(await dumpDatabase(name)).toEqual(dump);
  const stores = dump.stores.map(({name, records}) => `${name} ${records.length}`);
  expect(stores).toHaveLength(count);
  expect(stores.filter((text) => text.endsWith(" 0"))).toEqual([]);
  expect(dump.version).toBe(10 * version);
  expect(DATABASE_VERSION).toBe(4);
});
