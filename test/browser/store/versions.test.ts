import {expect, onTestFinished, test} from "vitest";
import version1 from "../../fixtures/stores/version-1.json";
import {DATABASE_VERSION} from "../../../src/store/database.ts";
import {openStore} from "../../../src/store/store.ts";
import {dumpDatabase, loadDatabase} from "./database-dump.ts";
import {book, freshName} from "./fresh-store.ts";

test("openStore() of layout 1 brings all of it to the newest one", async () => {
  const name = freshName();
  await loadDatabase(name, version1);
  const store = await openStore({name});
  onTestFinished(() => store.close());
  const {entries} = await store.entries.page({sort: {by: "title"}, limit: 10});
  expect(entries.map(({title, slug, tags}) => [title, slug, tags])).toEqual([
    ["A Room of One's Own", "a-room-of-one-s-own", ["essay"]],
    ["Orlando: A Biography", "orlando-a-biography", []]
  ]);
  expect((await store.entries.bySlug("book", "orlando"))?.id).toBe(entries[1]!.id);
  expect(await store.edges.count()).toBe(1);
  expect((await store.vectors.load("builtin")).vectors).toEqual(Float32Array.of(0.5, 1));
  expect(await store.settings.get("density")).toEqual({rows: "compact"});
  expect(await store.batches.list()).toEqual([]);
  expect((await store.history.recent()).map(({what}) => what)).toContain("Import 2 books");
  await store.history.undo((await store.history.lastUndoable())!.group);
  expect((await store.entries.get(entries[1]!.id))?.title).toBe("Orlando");
  await store.entries.add(book({title: "The Waves"}));
});

test("the dump of an older layout holds each of its stores as it was", async () => {
  const name = freshName();
  await loadDatabase(name, version1);
  expect(await dumpDatabase(name)).toEqual(version1);
  const stores = version1.stores.map(({name, records}) => `${name} ${records.length}`);
  expect(stores).toHaveLength(11);
  expect(stores.filter((text) => text.endsWith(" 0"))).toEqual([]);
  expect(version1.version).toBe(10);
  expect(DATABASE_VERSION).toBe(3);
});
