import {expect, test} from "vitest";
import {readStorageState, requestPersistence} from "../../../src/store/storage.ts";
import {freshStore, openAgain} from "./fresh-store.ts";

test("settings.set(key, value) is there again in another tab, and undefined forgets it", async () => {
  const store = await freshStore();
  await store.settings.set("density", {rows: "compact"});
  const other = await openAgain(store);
  expect(await other.settings.get("density")).toEqual({rows: "compact"});
  expect(await other.settings.get("missing", 7)).toBe(7);
  await other.settings.set("density", undefined);
  expect(await store.settings.get("density")).toBeUndefined();
  expect(await store.history.count()).toBe(0);
});

test("queries.add(sql) keeps each text once, newest first, the star with it", async () => {
  const store = await freshStore();
  await store.queries.add("select 1", {rows: 1, elapsedMs: 2});
  await store.queries.add("select 2", {error: "no"});
  await store.queries.star("select 1");
  await store.queries.add("  select 1\n", {rows: 3});
  await store.queries.add("  ");
  expect(await store.queries.recent()).toMatchObject([
    {sql: "select 1", rows: 3, starred: true, error: null},
    {sql: "select 2", rows: null, starred: false, error: "no"}
  ]);
  expect(await store.queries.recent(10, {starred: true})).toHaveLength(1);
  await store.queries.clear();
  expect((await store.queries.recent()).map(({sql}) => sql)).toEqual(["select 1"]);
  await store.queries.remove("select 1");
  expect(await store.queries.recent()).toEqual([]);
});

test("queries.add(sql) forgets all but the newest 200, and none with a star", async () => {
  const store = await freshStore();
  await store.queries.add("select 'star'");
  await store.queries.star("select 'star'");
  for (let i = 0; i < 210; ++i) await store.queries.add(`select ${i}`);
  const recent = await store.queries.recent(1000);
  expect(recent).toHaveLength(201);
  expect(recent[0]!.sql).toBe("select 209");
  expect(recent.at(-1)!.sql).toBe("select 'star'");
});

test("readStorageState() tells of room and persistence; without the browser's word nothing is promised", async () => {
  const {persisted, usage, quota} = await requestPersistence();
  expect(typeof persisted).toBe("boolean");
  expect(usage).toBeGreaterThanOrEqual(0);
  expect(quota).toBeGreaterThan(0);
  expect(await readStorageState({} as StorageManager)).toEqual({
    persisted: false,
    usage: null,
    quota: null
  });
});
