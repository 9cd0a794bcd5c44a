import {expect, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {BOOK, book, freshStore} from "./fresh-store.ts";

const CITES = toEdgeKind({name: "cites"});

test("transaction(what, work) does all in one write, which one undo takes back", async () => {
  const store = await freshStore();
  const {result, group} = await store.transaction("Set up a library", async (tx) => {
    await tx.types.putAll([{...BOOK, keyField: "isbn"}]);
    await tx.kinds.put(CITES);
    const [a, b] = [
      await tx.entries.add(book({title: "Same"})),
      await tx.entries.add(book({title: "Same"}))
    ];
    const {ids} = await tx.entries.upsertAll([book({isbn: "1", title: "C"})]);
    const edge = await tx.edges.add({kind: "cites", from: a.id, to: b.id});
    await tx.edges.update(edge.id, {to: ids[0]!});
    await tx.entries.update(a.id, {fields: {title: "A"}}, {revision: 1});
    await tx.entries.remove([b.id]);
    return {a: await tx.entries.get(a.id), c: await tx.entries.bySlug("book", "c")};
  });
  expect(result).toMatchObject({a: {title: "A", revision: 2}, c: {title: "C"}});
  expect(await store.edges.scan()).toMatchObject([{from: result.a!.id, to: result.c!.id}]);
  expect((await store.history.recent()).map(({what}) => what)).toEqual(["Set up a library"]);
  await store.history.undo(group!);
  expect(await store.types.list()).toEqual([]);
  expect(await store.kinds.list()).toEqual([]);
});

test("transaction(what, work) leaves nothing where work throws, or catches what a call threw", async () => {
  const store = await freshStore(BOOK);
  await expect(
    store.transaction("x", async (tx) => {
      await tx.entries.add(book({title: "A"}));
      throw new RangeError("mine");
    })
  ).rejects.toThrow(new RangeError("mine"));
  await expect(
    store.transaction("x", async (tx) => {
      await tx.entries.add(book({title: "A"}));
      await tx.entries.add({type: "film", fields: {}}).catch(() => undefined);
      await tx.entries.add(book({title: "B"})).catch(() => undefined);
    })
  ).rejects.toThrow('entry type not found: "film"');
  expect(await store.entries.count()).toBe(0);
  expect(await store.history.revision()).toBe(1);
});

function waitForMessage(): Promise<unknown> {
  const {port1, port2} = new MessageChannel();
  port2.postMessage(0);
  return new Promise((resolve) => (port1.onmessage = resolve));
}

test.each<[what: string, wait: () => Promise<unknown>]>([
  ["a timer", () => new Promise((resolve) => setTimeout(resolve, 20))],
  ["a file", () => new Blob(["x"]).text()],
  ["a message, which is back before the database answers", waitForMessage]
])("transaction(what, work) that waits for %s is taken back, and says why", async (_, wait) => {
  const store = await freshStore(BOOK);
  let late: Promise<unknown> | undefined;
  await expect(
    store.transaction("x", async (tx) => {
      await tx.entries.add(book({title: "A"}));
      await wait();
      late = tx.entries.add(book({title: "B"}));
      await late;
    })
  ).rejects.toThrow("transaction waits for something else than itself");
  await expect.poll(() => late !== undefined).toBe(true);
  await expect(late).rejects.toThrow("transaction waits for something else");
  expect(await store.entries.count()).toBe(0);
  expect((await store.entries.add(book({title: "C"}))).title).toBe("C");
});

test.each<[what: string, wait: () => Promise<unknown>]>([
  ["a timer", () => new Promise((resolve) => setTimeout(resolve, 20))],
  ["a file", () => new Blob(["x"]).text()],
  ["a message", waitForMessage]
])(
  "transaction(what, work) that waits for %s before its end is told whether all of it was written, or nothing",
  async (_, wait) => {
    const store = await freshStore(BOOK);
    const told = await store
      .transaction("x", async (tx) => {
        await tx.entries.add(book({title: "A"}));
        await wait();
      })
      .then(() => "written", String);
    expect(told).toMatch(/^written$|transaction waits for something else than itself/);
    const isWritten = !told.endsWith("Nothing was written");
    expect(await store.entries.count()).toBe(isWritten ? 1 : 0);
    expect(await store.history.revision()).toBeGreaterThan(isWritten ? 1 : 0);
  }
);

test("transaction(what, work) refuses two calls at once, and one that is not awaited", async () => {
  const store = await freshStore(BOOK);
  const add = (title: string) => book({title});
  await expect(
    store.transaction("x", (tx) =>
      Promise.all([tx.entries.add(add("A")), tx.entries.add(add("B"))])
    )
  ).rejects.toThrow("transaction is busy: await each call before the next");
  await expect(
    store.transaction("x", (tx) => {
      tx.entries.add(add("A")).catch(() => undefined);
      return Promise.resolve();
    })
  ).rejects.toThrow("transaction is busy: await each call");
  expect(await store.entries.count()).toBe(0);
});

test("transaction(what, work) refuses the store's own writes inside, and calls after its end", async () => {
  const store = await freshStore(BOOK);
  await expect(
    store.transaction("x", async (tx) => {
      await tx.entries.add(book({title: "A"}));
      await store.entries.add(book({title: "B"}));
    })
  ).rejects.toThrow("write inside of a transaction: only what the transaction itself gives");
  const {result} = await store.transaction("x", (tx) => Promise.resolve(tx));
  await expect(result.entries.get("x")).rejects.toThrow("transaction is over");
  expect(await store.entries.count()).toBe(0);
});

test("transaction(what, work) may compute for long between its calls, and make thousands of them", async () => {
  const store = await freshStore(BOOK);
  const {group} = await store.transaction("Many", async (tx) => {
    for (let i = 0; i < 300; ++i) {
      for (let n = 0; n < 10; ++n) await Promise.resolve();
      await tx.entries.add(book({title: `T ${i}`}));
    }
  });
  expect(await store.history.get(group!)).toMatchObject({added: 300});
});
