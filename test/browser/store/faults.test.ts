import {expect, onTestFinished, test} from "vitest";
import {UnavailableError} from "../../../src/lib/errors.ts";
import {DATABASE_VERSION, Database} from "../../../src/store/database.ts";
import {openStore} from "../../../src/store/store.ts";
import {BOOK, book, deleteDatabase, freshName, freshStore, openAgain} from "./fresh-store.ts";

/** What IndexedDB calls the layout after ours. */
const NEWER_VERSION = 10 * (DATABASE_VERSION + 1);

test("openStore() where the browser has no IndexedDB says what and what to do", async () => {
  const refusing = {
    open() {
      throw new DOMException("The user denied permission to access the database.", "SecurityError");
    }
  } as unknown as IDBFactory;
  await expect(openStore({name: "x", indexedDB: refusing})).rejects.toThrow(UnavailableError);
  await expect(openStore({name: "x", indexedDB: refusing})).rejects.toThrow(
    /storage cannot be opened: the browser refuses to keep data here \(a private window.*open a normal window/
  );
});

test("openStore() where opening fails later, as in a private window, says so too", async () => {
  const failing = {
    open() {
      const request = new EventTarget() as IDBOpenDBRequest;
      Object.assign(request, {
        error: new DOMException(
          "A mutation operation was attempted on a database that did not allow mutations.",
          "InvalidStateError"
        )
      });
      setTimeout(() => {
        request.onerror?.(new Event("error"));
      });
      return request;
    }
  } as unknown as IDBFactory;
  await expect(openStore({name: "x", indexedDB: failing})).rejects.toThrow(
    "storage cannot be opened"
  );
});

test("openStore() of what a newer Lakebook wrote refuses and touches nothing", async () => {
  const name = freshName();
  const newer = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, NEWER_VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore("of the future");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
  newer.close();
  await expect(openStore({name})).rejects.toThrow(
    /storage is of a newer Lakebook: .* has layout 5, this page knows 4; reload/
  );
  const after = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  expect([after.version, [...after.objectStoreNames]]).toEqual([50, ["of the future"]]);
  after.close();
});

test("a store whose database is deleted in another tab says so, once and clearly", async () => {
  const reasons: string[] = [];
  const name = freshName();
  const store = await openStore({name, onLost: (reason) => reasons.push(reason)});
  await store.types.put(BOOK);
  await deleteDatabase(name);
  await expect.poll(() => reasons).toEqual(["it was deleted in another tab or by the browser"]);
  const adding = store.entries.add(book({title: "A"}));
  await expect(adding).rejects.toThrow(UnavailableError);
  await expect(adding).rejects.toThrow(
    "storage is closed: it was deleted in another tab or by the browser; reload this page"
  );
  await expect(store.entries.page({text: "a"})).rejects.toThrow("storage is closed");
  expect(store.lost).toBe("it was deleted in another tab or by the browser");
});

test("a store that another tab upgrades lets go at once", async () => {
  const store = await freshStore(BOOK);
  const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(store.name, NEWER_VERSION);
    request.onsuccess = () => resolve(request.result);
    request.onblocked = () => reject(new Error("blocked"));
    request.onerror = () => reject(request.error!);
  });
  upgraded.close();
  await expect(store.entries.count()).rejects.toThrow(
    "storage is closed: a newer Lakebook in another tab upgraded it; reload this page"
  );
});

test("a store after close() says that it is closed", async () => {
  const store = await freshStore();
  store.close();
  await expect(store.entries.count()).rejects.toThrow(
    "storage is closed: it was closed by this page"
  );
});

test("entries.addAll(drafts) in a worker that is killed midway leaves nothing", async () => {
  const store = await freshStore(BOOK);
  const worker = new Worker(new URL("./adding-worker.ts", import.meta.url), {type: "module"});
  onTestFinished(() => worker.terminate());
  const seen: unknown[] = [];
  await new Promise<void>((resolve, reject) => {
    worker.onerror = ({message}) => reject(new Error(message));
    worker.onmessage = ({data}: MessageEvent<number | string>) => {
      seen.push(data);
      if (data !== 5000) return;
      worker.terminate();
      resolve();
    };
    worker.postMessage({name: store.name, count: 20_000});
  });
  expect(seen).not.toContain("done");
  expect(await store.entries.count()).toBe(0);
  expect(await store.history.revision()).toBe(1);
  await store.entries.add(book({title: "Still usable"}));
});

test("entries.addAll(drafts) beyond the quota says that storage is full, and leaves nothing", async () => {
  const bucket = await openBucket(3_000_000);
  const store = await openStore({name: "full", indexedDB: bucket.indexedDB});
  onTestFinished(() => store.close());
  await store.types.put(BOOK);
  const before = await store.entries.add(book({title: "Before"}));
  const drafts = Array.from({length: 40}, (_, i) =>
    book({title: `Big ${i}`, note: noise(200_000)})
  );
  const adding = store.entries.addAll(drafts);
  await expect(adding).rejects.toThrow(UnavailableError);
  await expect(adding).rejects.toThrow(/^storage full: .*nothing was written/);
  expect((await store.entries.page()).entries).toEqual([before]);
});

test("transaction(what, work) beyond the quota takes back what it wrote before", async () => {
  const bucket = await openBucket(3_000_000);
  const store = await openStore({name: "full", indexedDB: bucket.indexedDB});
  onTestFinished(() => store.close());
  const writing = store.transaction("Too much", async (tx) => {
    await tx.types.putAll([BOOK]);
    for (let i = 0; i < 40; ++i) await tx.entries.add(book({title: `${i}`, note: noise(200_000)}));
  });
  await expect(writing).rejects.toThrow(/^storage full: .*nothing was written/);
  expect([await store.types.list(), await store.history.count()]).toEqual([[], 0]);
});

test("a store whose data the browser clears in the middle of a bulk add says so", async () => {
  const bucket = await openBucket(30_000_000);
  const store = await openStore({name: "cleared", indexedDB: bucket.indexedDB});
  await store.types.put(BOOK);
  const drafts = Array.from({length: 20_000}, (_, i) => book({title: `Book ${i}`}));
  let cleared: Promise<void> | undefined;
  const onProgress = (): void => {
    cleared ??= bucket.delete();
  };
  const adding = store.entries.addAll(drafts, {onProgress});
  await expect(adding).rejects.toThrow(UnavailableError);
  await expect(adding).rejects.toThrow(/^storage (failed: .*; nothing was written|is closed: )/);
  await cleared;
  await expect.poll(() => store.lost).toMatch("the browser closed it");
});

test("a store whose data the browser clears says so", async () => {
  const bucket = await openBucket(3_000_000);
  const store = await openStore({name: "cleared", indexedDB: bucket.indexedDB});
  await store.types.put(BOOK);
  await bucket.delete();
  await expect.poll(() => store.lost).toMatch("the browser closed it");
  await expect(store.entries.add(book({title: "A"}))).rejects.toThrow(
    "storage is closed: the browser closed it (site data was cleared, or the disk failed); reload this page"
  );
});

test("two tabs that edit one entry: the second gets a ConflictError with both versions, and nothing is lost", async () => {
  const here = await freshStore(BOOK);
  const there = await openAgain(here);
  const {id, revision} = await here.entries.add(book({title: "A"}));
  const theirs = await there.entries.update(id, {fields: {title: "Theirs"}}, {revision});
  const mine = here.entries.update(id, {fields: {title: "Mine"}, tags: ["x"]}, {revision});
  await expect(mine).rejects.toMatchObject({
    name: "ConflictError",
    message:
      'entry was changed elsewhere: "Theirs" (yours is based on revision 1, it is now at 2); compare the two and save again',
    mine: {fields: {title: "Mine"}, tags: ["x"]},
    theirs
  });
  expect(await here.entries.get(id)).toEqual(theirs);
  const saved = await here.entries.update(
    id,
    {fields: {title: "Mine"}},
    {revision: theirs.revision}
  );
  expect(saved.revision).toBe(3);
  // what somebody else has written just so is no conflict
  expect(await there.entries.update(id, {fields: {title: "Mine"}}, {revision: 1})).toEqual(saved);
});

test("two tabs that write at once lose nothing: numbers and slugs stay apart", async () => {
  const here = await freshStore(BOOK);
  const there = await openAgain(here);
  const adding = Array.from({length: 20}, (_, i) =>
    (i % 2 ? here : there).entries.add(book({title: "Same"}))
  );
  const entries = await Promise.all(adding);
  expect(new Set(entries.map(({slug}) => slug)).size).toBe(20);
  const changes = await here.history.since(1);
  expect(changes.map(({seq}) => seq)).toEqual(Array.from({length: 20}, (_, i) => i + 2));
});

test("store.live(querier) follows changes of this tab and of another, until it is stopped", async () => {
  const here = await freshStore(BOOK);
  const there = await openAgain(here);
  const seen: string[][] = [];
  const searched: number[] = [];
  const stop = here
    .live(async () => (await here.entries.page({type: "book"})).entries.map(({title}) => title))
    .subscribe((titles) => seen.push(titles));
  const stopSearch = here
    .live(async () => (await here.entries.page({text: "b"})).total)
    .subscribe((total) => searched.push(total));
  await expect.poll(() => seen).toEqual([[]]);
  await here.entries.add(book({title: "A"}));
  await expect.poll(() => seen.at(-1)).toEqual(["A"]);
  const {id} = await there.entries.add(book({title: "B"}));
  await expect.poll(() => seen.at(-1)).toEqual(["B", "A"]);
  await expect.poll(() => searched.at(-1)).toBe(1);
  await there.entries.update(id, {fields: {title: "B2"}});
  await expect.poll(() => seen.at(-1)).toEqual(["B2", "A"]);
  stop();
  stopSearch();
  const {length} = seen;
  await there.entries.add(book({title: "C"}));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen).toHaveLength(length);
});

test("store.live(querier) hands what goes wrong to its listener", async () => {
  const store = await freshStore();
  const failed = new Promise((resolve) => {
    store
      .live(() => store.entries.add({type: "nope", fields: {}}))
      .subscribe(() => undefined, resolve);
  });
  expect(await failed).toBeInstanceOf(Error);
});

test("the layout of the database is that of version 4", async () => {
  const {name} = await freshStore();
  const db = new Database(name);
  onTestFinished(() => db.close());
  await db.open();
  expect(db.verno).toBe(4);
  expect(
    db.tables.map(
      ({name, schema}) =>
        `${name}: ${[schema.primKey, ...schema.indexes].map(({src}) => src).join(", ")}`
    )
  ).toMatchInlineSnapshot(`
    [
      "entries: id, &[type+slug], [type+key], [source.sha256+source.row], [type+updated], *uniques, *merged",
      "slugs: [type+slug], id",
      "edges: id, [from+kind+to], to, kind",
      "types: name",
      "kinds: name",
      "groups: group, seq",
      "changes: seq, group, *keys",
      "settings: key",
      "queries: sql, at",
      "files: sha256",
      "recipes: id",
      "batches: id",
      "rejects: batch",
      "inPlace: target",
      "rawTables: name",
      "suggestions: id, [status+score], *ends",
      "views: id, type",
      "attachments: sha256",
      "picks: id",
      "textHeads: ++block, [model+count]",
      "textBodies: block",
      "topicSets: id",
      "topics: id, set",
      "topicMembers: id, [set+run]",
      "layouts: id",
      "matchJobs: id",
      "matchFindings: job",
    ]
  `);
});

interface Bucket {
  readonly indexedDB: IDBFactory;
  delete(): Promise<void>;
}

/** A part of the browser's storage with a quota of its own (Chromium's Storage Buckets). */
async function openBucket(quota: number): Promise<Bucket> {
  const {storageBuckets} = navigator as unknown as {
    storageBuckets: {
      open(name: string, options: {quota: number}): Promise<{indexedDB: IDBFactory}>;
      delete(name: string): Promise<void>;
    };
  };
  const name = `test-${crypto.randomUUID()}`;
  const {indexedDB} = await storageBuckets.open(name, {quota});
  onTestFinished(() => storageBuckets.delete(name));
  return {indexedDB, delete: () => storageBuckets.delete(name)};
}

/** Text that does not compress. */
function noise(length: number): string {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i += 65_536) crypto.getRandomValues(bytes.subarray(i, i + 65_536));
  return Array.from(bytes, (byte) => String.fromCharCode(32 + (byte % 95))).join("");
}
