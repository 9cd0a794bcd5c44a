import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import {expect, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {Store} from "../../../src/store/store.ts";
import {createArchives} from "../../../src/workspace/archive/archives.ts";
import {freshStore} from "../store/fresh-store.ts";

const THING = toEntryType({
  name: "thing",
  schema: {type: "object", properties: {name: {type: "string"}, note: {type: "string"}}},
  keyField: "name"
});
const TOOL = toEntryType({
  name: "tool",
  extends: "thing",
  titleField: "name",
  schema: {type: "object", properties: {size: {type: "number"}, photo: {type: "object"}}}
});
const PART_OF = toEdgeKind({
  name: "part_of",
  schema: {type: "object", properties: {since: {type: "string"}}}
});
const ODD = {
  name: "Ünï 李 \u0000 \ud800 <img onerror=alert(1)>",
  note: "long ".repeat(50_000),
  size: -0,
  big: "9007199254740993",
  nested: {b: [1, {z: -0, a: null}], a: true},
  none: null
};

/** Every kind of record, with a history that was undone in part, and a slug that moved. */
async function fill(store: Store): Promise<void> {
  for (const type of [THING, TOOL]) await store.types.put(type);
  await store.kinds.put(PART_OF);
  const photo = await store.attachments.put(new File(["not a photo"], "photo.jpg"));
  const odd = await store.entries.add({type: "tool", fields: {...ODD, photo}, tags: ["a b", "ü"]});
  const {ids, group} = await store.entries.addAll([
    {type: "thing", fields: {name: "Box"}, source: {table: "t", file: "f", sha256: "s", row: 1}},
    {type: "thing", fields: {name: "Lid"}}
  ]);
  await store.edges.add({
    kind: "part_of",
    from: ids[1]!,
    to: ids[0]!,
    fields: {since: "2024-02-29"}
  });
  await store.entries.update(odd.id, {fields: {...ODD, name: "Renamed", photo}});
  const third = await store.entries.addAll([{type: "thing", fields: {name: "Gone"}}]);
  await store.history.undo(third.group!);
  expect(group).not.toBeNull();
  await store.settings.set("author", "Ada");
  await store.settings.set("here.secret", 1);
  await store.queries.add("select 1");
}

async function readAll(store: Store): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of store.archive.tables) {
    all[table] = [];
    for await (const rows of store.archive.scan(table)) all[table].push(...rows);
  }
  return all;
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

async function fillAndExport() {
  const store = await freshStore();
  await fill(store);
  const archives = createArchives(store);
  return {store, archives, file: await archives.export()};
}

test("an archive that is imported into an empty store gives the same records, history and bytes, and makes the same archive", async () => {
  const {store, archives, file} = await fillAndExport();
  const other = await freshStore();
  const archive = await createArchives(other).open(file.blob);
  expect(archive.count("entries")).toBe(3);
  expect((await archive.plan("merge")).counts.entries).toMatchObject({added: 3, refused: 0});
  expect(await other.entries.count()).toBe(0);
  const loaded = await archive.load("merge");
  expect(loaded).toMatchObject({refusals: [], leftOut: 0, group: null});
  const before = await readAll(store);
  expect(before.settings).toEqual([{key: "author", value: "Ada"}]);
  expect(await readAll(other)).toEqual(before);
  const moved = await other.entries.bySlug("tool", (before.slugs![0] as {slug: string}).slug);
  expect(moved).toMatchObject({title: "Renamed", fields: {size: -0}});
  expect(Object.is(moved!.fields.size, -0)).toBe(true);
  const {sha256} = moved!.fields.photo as {sha256: string};
  expect(await (await other.attachments.get(sha256))!.text()).toBe("not a photo");
  const again = await createArchives(other).export();
  expect(await bytesOf(again.blob)).toEqual(await bytesOf(file.blob));
  expect(await archives.lastBackup()).toMatchObject({entries: 3, bytes: file.blob.size});
  // what came with the archive is found by key, and its history can be undone
  expect(await other.entries.upsertAll([{type: "thing", fields: {name: "Box"}}])).toMatchObject({
    unchanged: 1
  });
  await other.history.undo((await other.history.lastUndoable())!.group);
});

test("ArchiveImport.load(merge) brings in what is new, keeps what was changed later here, refuses what would double a key, and can be undone", async () => {
  const {file} = await fillAndExport();
  const other = await freshStore(THING);
  const mine = await other.entries.add({type: "thing", fields: {name: "Box"}});
  const archives = createArchives(other);
  const first = await (await archives.open(file.blob)).load("merge");
  expect(first.counts.entries).toMatchObject({added: 2, refused: 1});
  expect(first.counts.edges).toMatchObject({added: 0, refused: 1});
  expect(first.refusals.map(({table, name}) => [table, name]).slice(0, 1)).toEqual([
    ["entries", "Box"]
  ]);
  expect(first.writes).toBeGreaterThan(5);
  const lid = (await other.entries.page({type: "thing", text: "Lid"})).entries[0]!;
  expect((await other.history.of("entries", lid.id)).map(({what}) => what)).toEqual([
    "Merge an archive",
    "Add 2 entries"
  ]);
  await other.entries.update(lid.id, {fields: {name: "Lid", note: "newer"}});
  const again = await archives.open(file.blob);
  const plan = await again.plan("merge");
  expect(plan.counts.entries).toMatchObject({added: 0, unchanged: 1, older: 1, refused: 1});
  expect(await again.load("merge")).toMatchObject({group: null, writes: 0, counts: plan.counts});
  expect((await other.entries.get(lid.id))!.fields.note).toBe("newer");
  await other.history.undo((await other.history.lastUndoable())!.group);
  await other.history.undo(first.group!);
  expect((await other.entries.page()).entries.map(({id}) => id)).toEqual([mine.id]);
});

test("ArchiveImport.load(replace) makes a backup, leaves only what is in the archive, and can be undone", async () => {
  const {store, file} = await fillAndExport();
  const other = await freshStore(THING, toEntryType({name: "car"}));
  const car = await other.entries.add({type: "car", fields: {title: "Mini"}});
  await other.entries.add({type: "thing", fields: {name: "Box"}});
  const archives = createArchives(other);
  let backup: Blob | undefined;
  const loaded = await (
    await archives.open(file.blob)
  ).load("replace", {
    onBackup: ({blob}) => void (backup = blob)
  });
  expect(loaded.counts.entries).toMatchObject({added: 3, removed: 2, refused: 0});
  const titles = async (one: Store) =>
    (await one.entries.page()).entries.map(({title}) => title).sort();
  expect(await titles(other)).toEqual(await titles(store));
  expect((await other.types.list()).map(({name}) => name)).toEqual(["thing", "tool"]);
  expect((await archives.open(backup!)).count("entries")).toBe(2);
  await other.history.undo(loaded.group!);
  expect(await other.entries.get(car.id)).toMatchObject({title: "Mini"});
  expect(await titles(other)).toEqual(["Box", "Mini"]);
});

test("Archives.open() refuses what is cut off, changed, of a newer Lakebook, or a bomb, in one sentence each; nothing is changed", async () => {
  const {file} = await fillAndExport();
  const other = await freshStore();
  const archives = createArchives(other);
  const bytes = await bytesOf(file.blob);
  const files = unzipSync(bytes);
  const entries = "records/entries.ndjson";
  const manifest = JSON.parse(strFromU8(files["manifest.json"]!)) as {version: number};
  const rezip = (changes: Record<string, Uint8Array>): Blob =>
    new Blob([zipSync({...files, ...changes})]);
  const flipped = bytes.slice();
  flipped[bytes.length >> 1]! ^= 1;
  const cases: [Blob, RegExp][] = [
    [new Blob([bytes.slice(0, -100)]), /^archive cannot be read: .*cut off/],
    [new Blob([flipped]), /cannot be read|is broken|does not fit/],
    [new Blob(["hello"]), /^archive cannot be read: .*it is no archive/],
    [new Blob([zipSync({"a.txt": strToU8("x")})]), /no archive of Lakebook/],
    [
      rezip({"manifest.json": strToU8(JSON.stringify({...manifest, version: 99}))}),
      /newer Lakebook: it has layout 99/
    ],
    [
      rezip({[entries]: strToU8(strFromU8(files[entries]!).replace("Renamed", "Other!!"))}),
      /checksum of records\/entries\.ndjson does not fit/
    ],
    [rezip({[entries]: strToU8("")}), /has 0 bytes, not/],
    [rezip({bomb: new Uint8Array(20 * 2 ** 20)}), /is a bomb/]
  ];
  for (const [blob, message] of cases) await expect(archives.open(blob)).rejects.toThrow(message);
  expect(await other.entries.count()).toBe(0);
  expect(await other.history.count()).toBe(0);
});

test("Archives stop when they are told to, and leave nothing", async () => {
  const {archives, file} = await fillAndExport();
  const stop = new AbortController();
  stop.abort();
  const {signal} = stop;
  await expect(archives.export({signal})).rejects.toMatchObject({name: "AbortError"});
  await expect(archives.open(file.blob, {signal})).rejects.toMatchObject({name: "AbortError"});
  const other = await freshStore();
  const archive = await createArchives(other).open(file.blob);
  const late = new AbortController();
  const loading = archive.load("merge", {
    signal: late.signal,
    onProgress: ({step}) => step === "load" && late.abort()
  });
  await expect(loading).rejects.toMatchObject({name: "AbortError"});
  expect([await other.entries.count(), await other.history.count()]).toEqual([0, 0]);
});
