import {expect, onTestFinished, test} from "vitest";
import type {Embedder} from "../../../../src/embed/embedder.ts";
import type {Store} from "../../../../src/store/store.ts";
import {toLayoutId} from "../../../../src/model/text-layout.ts";
import type {QueueState} from "../../../../src/workspace/meaning/embedding-queue.ts";
import {BOOK, book, freshStore, openAgain} from "../../store/fresh-store.ts";
import {letters, openMeaning} from "./letters.ts";

async function freshBooks(count: number): Promise<{store: Store; ids: string[]}> {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    Array.from({length: count}, (_, i) => book({title: `a ${i}`}))
  );
  return {store, ids};
}

async function countVectors({vectors}: Store, model = "letters"): Promise<number> {
  return (await vectors.countByModel()).get(model) ?? 0;
}

/** A model that does before each answer what the test says. */
function heldLetters(before: (texts: readonly string[]) => unknown): Embedder & {asked: string[]} {
  const model = letters();
  return {
    ...model,
    async embed(texts, options) {
      await before(texts);
      return model.embed(texts, options);
    }
  };
}

test("queue.start() embeds what is chosen, tells how far it is, and is done when nothing has changed", async () => {
  const {store} = await freshBooks(200);
  const embedder = letters();
  const {queue} = openMeaning(store, {embedder});
  const seen: QueueState[] = [];
  queue.subscribe((state) => seen.push(state));
  queue.start();
  await expect.poll(() => countVectors(store)).toBe(200);
  await expect.poll(() => queue.state.status).toBe("idle");
  const working = seen.filter(({status}) => status === "working");
  expect(working[0]).toMatchObject({what: "Books", done: 0, total: 200, rate: null});
  const last = working.at(-1)!;
  expect(last).toMatchObject({done: 200, total: 200, secondsLeft: 0});
  expect(last.rate).toBeGreaterThan(0);
  embedder.asked.length = 0;
  const {queue: again} = openMeaning(await openAgain(store), {embedder});
  again.start();
  await store.entries.add(book({title: "b"}));
  again.start();
  await expect.poll(() => countVectors(store)).toBe(201);
  expect(embedder.asked).toEqual(["b"]);
});

test("a tab that is killed in the middle keeps what it had, and the one that waits goes on", async () => {
  const {store} = await freshBooks(400);
  const worker = new Worker(new URL("./embedding-worker.ts", import.meta.url), {type: "module"});
  onTestFinished(() => worker.terminate());
  const embedder = letters();
  const {queue} = openMeaning(store, {embedder});
  let isHeard = false;
  await new Promise<void>((resolve, reject) => {
    worker.onerror = ({message}) => reject(new Error(message));
    worker.onmessage = ({data: done}: MessageEvent<number>) => {
      if (done === 0 || isHeard) return;
      isHeard = true;
      queue.start();
      const stop = queue.subscribe(({status}) => {
        if (status !== "elsewhere") return;
        worker.terminate();
        queueMicrotask(() => stop());
        resolve();
      });
    };
    worker.postMessage(store.name);
  });
  const kept = await countVectors(store);
  expect(kept).toBeGreaterThan(0);
  await expect.poll(() => countVectors(store)).toBe(400);
  expect(embedder.asked.length).toBeLessThanOrEqual(400 - kept);
  expect(embedder.asked.length).toBeGreaterThan(0);
});

test("a text that changes while it is embedded leaves no vector behind, and one that comes is embedded", async () => {
  const {store, ids} = await freshBooks(3);
  let isFirst = true;
  const embedder = heldLetters(async () => {
    if (isFirst) await store.entries.update(ids[0]!, {fields: {title: "b"}});
    isFirst = false;
  });
  const {queue} = openMeaning(store, {embedder});
  queue.start();
  await expect.poll(() => countVectors(store)).toBe(2);
  await expect.poll(() => queue.state.status).toBe("idle");
  queue.start();
  await expect.poll(() => countVectors(store)).toBe(3);
  expect(embedder.asked.sort()).toEqual(["a 0", "a 1", "a 2", "b"]);
});

test("a model that is left in the middle leaves nothing of its batch, and the other embeds all", async () => {
  const {store} = await freshBooks(40);
  const other = letters("other");
  let isOther = false;
  const switched = openMeaning(store, {
    model: () => (isOther ? "other" : "letters"),
    open: () =>
      Promise.resolve(
        isOther
          ? other
          : heldLetters(() => {
              isOther = true;
            })
      )
  });
  const {vectors} = await switched.embedded("ws.book");
  expect(vectors).toHaveLength(120);
  expect(await countVectors(store)).toBe(0);
  expect(await countVectors(store, "other")).toBe(40);
});

test("pause() embeds only what somebody waits for, after a reload too; cancel() gives up the rest", async () => {
  const {store} = await freshBooks(300);
  const embedder = letters();
  openMeaning(store, {embedder}).queue.pause();
  await expect.poll(() => store.settings.get("here.meaning.paused")).toBe(true);
  const meaning = openMeaning(await openAgain(store), {embedder});
  await meaning.choose("ws.book", {time: "created"});
  await expect.poll(() => meaning.queue.state).toMatchObject({status: "paused", total: 0});
  expect(await countVectors(store)).toBe(0);
  const {vectors} = await meaning.embedded("ws.book");
  expect([vectors.length, await countVectors(store)]).toEqual([900, 300]);
  await expect.poll(() => meaning.queue.state.status).toBe("paused");
  meaning.queue.start();
  expect(meaning.queue.state.status).toBe("idle");
  let batches = 0;
  const {store: others} = await freshBooks(300);
  const slow = openMeaning(others, {
    embedder: heldLetters(() => {
      if (++batches === 2) slow.queue.cancel();
    })
  });
  slow.queue.start();
  await expect.poll(() => batches).toBe(2);
  await expect.poll(() => slow.queue.state.status).toBe("idle");
  expect(batches).toBe(2);
});

test("two stores embed side by side, and a failure is told and tried again", async () => {
  const one = await freshBooks(5);
  const two = await freshBooks(6);
  let isBroken = true;
  const broken = openMeaning(one.store, {
    embedder: heldLetters(() => {
      if (isBroken) throw new Error("model file missing");
    })
  });
  const whole = openMeaning(two.store);
  broken.queue.start();
  whole.queue.start();
  await expect.poll(() => countVectors(two.store)).toBe(6);
  await expect.poll(() => broken.queue.state).toMatchObject({status: "failed"});
  expect(String(broken.queue.state.failure)).toContain("model file missing");
  isBroken = false;
  broken.queue.start();
  await expect.poll(() => countVectors(one.store)).toBe(5);
});

test("vectors of texts that nobody has any more are swept away once they are most of what is kept", async () => {
  const {store, ids} = await freshBooks(1100);
  const {queue} = openMeaning(store);
  for (const [round, letter] of ["a", "b", "c"].entries()) {
    if (round > 0)
      await store.entries.changeAll(ids, ({fields}) => ({
        ...fields,
        title: `${letter} ${String(fields.title)}`
      }));
    queue.start();
    await expect.poll(() => countVectors(store)).toBe(1100 * (round + 1));
    await expect.poll(() => queue.state.status).toBe("idle");
  }
  queue.start();
  await expect.poll(() => countVectors(store)).toBe(1100);
});

test("vectors and maps of weights that were replaced are never used, and go when the new ones are there", async () => {
  const {store, ids} = await freshBooks(3);
  await openMeaning(store, {model: () => "letters"}).embedded("ws.book");
  await openMeaning(store, {model: () => "letters@1"}).embedded("ws.book");
  await openMeaning(store, {model: () => "other@1"}).embedded("ws.book");
  const layout = {hashes: [], places: new Float32Array(), updated: 0};
  for (const model of ["letters@1", "letters@2"])
    await store.layouts.put({id: toLayoutId("ws.book", model), ...layout});
  const embedder = letters();
  const meaning = openMeaning(store, {
    embedder,
    model: () => "letters@2",
    isReplaced: (model) => model === "letters" || model === "letters@1"
  });
  expect(await meaning.embedded("ws.book")).toMatchObject({model: "letters@2", ends: ids});
  expect(embedder.asked).toHaveLength(3);
  meaning.queue.start();
  await expect
    .poll(async () => [...(await store.vectors.countByModel())])
    .toEqual([
      ["letters@2", 3],
      ["other@1", 3]
    ]);
  await expect.poll(() => store.layouts.get(toLayoutId("ws.book", "letters@1"))).toBeUndefined();
  expect(await store.layouts.get(toLayoutId("ws.book", "letters@2"))).toBeDefined();
});
