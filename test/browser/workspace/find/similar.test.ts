import {expect, test} from "vitest";
import type {Embedder} from "../../../../src/embed/embedder.ts";
import {createSimilar} from "../../../../src/workspace/find/similar.ts";
import {BOOK, book, freshStore, openAgain} from "../../store/fresh-store.ts";

/** A model of three numbers: how much of each of three letters there is in a text. Remembers what it was asked. */
function letters(model = "letters"): Embedder & {asked: string[]} {
  const asked: string[] = [];
  return {
    model,
    dimensions: 3,
    asked,
    async embed(texts, {signal, onProgress} = {}) {
      const vectors = new Float32Array(texts.length * 3);
      for (const [i, text] of texts.entries()) {
        signal?.throwIfAborted();
        asked.push(text);
        const counts = ["a", "b", "c"].map((letter) => text.split(letter).length - 1);
        const length = Math.hypot(...counts);
        if (length > 0)
          vectors.set(
            counts.map((count) => count / length),
            3 * i
          );
        onProgress?.(i + 1, texts.length);
        await Promise.resolve();
      }
      return vectors;
    },
    close: () => Promise.resolve()
  };
}

test("similar(id) gives the nearest entries with their scores, best first, itself not among them", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    ["aaa", "aab", "bbb", "ccc", "xyz"].map((title) => book({title}))
  );
  const embedder = letters();
  const finder = createSimilar({store, embedder: () => Promise.resolve(embedder)});
  const found = await finder.similar(ids[0]!);
  expect(found.map(({entry, score}) => `${entry.title} ${score.toFixed(3)}`)).toEqual([
    "aab 0.894",
    "bbb 0.000",
    "ccc 0.000"
  ]);
  expect(await finder.similar(ids[1]!, {limit: 1})).toMatchObject([{entry: {title: "aaa"}}]);
});

test("similar(id) of an entry that has no text, or is not there, says so", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([
    book({year: 1}),
    book({title: "xyz"}),
    book({title: "abc"})
  ]);
  const finder = createSimilar({store, embedder: () => Promise.resolve(letters())});
  await expect(finder.similar(ids[0]!)).rejects.toThrow(
    'nothing to compare: "Untitled book" has no text that the model can read'
  );
  await expect(finder.similar(ids[1]!)).rejects.toThrow("nothing to compare");
  await expect(finder.similar("nope")).rejects.toThrow("entry not found: nope");
  expect(await finder.similar(ids[2]!)).toEqual([]);
});

test("sync() embeds only what is new or changed, after a reload too, and each model apart", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([book({title: "a"}), book({title: "b"})]);
  const embedder = letters();
  const first = createSimilar({store, embedder: () => Promise.resolve(embedder)});
  await first.sync();
  expect(embedder.asked.splice(0)).toEqual(["a", "b"]);
  await store.entries.update(ids[0]!, {fields: {title: "a", year: 7}});
  await first.sync();
  expect(embedder.asked.splice(0)).toEqual([]);
  await store.entries.update(ids[0]!, {fields: {title: "ab"}});
  await store.entries.add(book({title: "c"}));
  await first.sync();
  expect(embedder.asked.splice(0).sort()).toEqual(["ab", "c"]);

  const reloaded = createSimilar({
    store: await openAgain(store),
    embedder: () => Promise.resolve(embedder)
  });
  await reloaded.sync();
  expect(embedder.asked).toEqual([]);
  const other = letters("other");
  await createSimilar({store, embedder: () => Promise.resolve(other)}).sync();
  expect(other.asked.sort()).toEqual(["ab", "b", "c"]);
  expect(await store.vectors.countByModel()).toEqual(
    new Map([
      ["letters", 3],
      ["other", 3]
    ])
  );
});

test("sync() forgets entries that are no more, in a reload too; undo brings them back", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([
    book({title: "a"}),
    book({title: "aa"}),
    book({title: "ab"})
  ]);
  const embedder = letters();
  const finder = createSimilar({store, embedder: () => Promise.resolve(embedder)});
  expect(await finder.similar(ids[0]!)).toHaveLength(2);
  const {group} = await store.entries.remove([ids[1]!]);
  expect((await finder.similar(ids[0]!)).map(({entry}) => entry.title)).toEqual(["ab"]);
  expect(await store.vectors.countByModel()).toEqual(new Map([["letters", 2]]));
  await store.history.undo(group!);
  expect((await finder.similar(ids[0]!)).map(({entry}) => entry.title)).toEqual(["aa", "ab"]);
  await store.entries.remove([ids[2]!]);
  const reloaded = createSimilar({
    store: await openAgain(store),
    embedder: () => Promise.resolve(embedder)
  });
  await reloaded.sync();
  expect([...(await store.vectors.load("letters")).ids].sort()).toEqual([ids[0], ids[1]].sort());
});

test("sync({signal, onProgress}) tells how far it is; what was computed before a stop is not computed again", async () => {
  const store = await freshStore(BOOK);
  await store.entries.addAll(Array.from({length: 1200}, (_, i) => book({title: `a ${i}`})));
  const embedder = letters();
  const finder = createSimilar({store, embedder: () => Promise.resolve(embedder)});
  const stop = new AbortController();
  const seen: string[] = [];
  const syncing = finder.sync({
    signal: stop.signal,
    onProgress: (done, total) => {
      seen.push(`${done}/${total}`);
      if (done === 700) stop.abort();
    }
  });
  await expect(syncing).rejects.toMatchObject({name: "AbortError"});
  expect(seen[0]).toBe("0/1200");
  expect(seen.at(-1)).toBe("700/1200");
  expect(await store.vectors.countByModel()).toEqual(new Map([["letters", 512]]));
  embedder.asked.length = 0;
  await finder.sync({onProgress: (done, total) => seen.push(`${done}/${total}`)});
  expect(embedder.asked).toHaveLength(688);
  expect(seen.at(-1)).toBe("688/688");
});

test("similar(id) twice at once embeds once, and a stop of the first does not stop the second", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([book({title: "a"}), book({title: "ab"})]);
  const embedder = letters();
  const finder = createSimilar({store, embedder: () => Promise.resolve(embedder)});
  const stop = new AbortController();
  const first = finder.similar(ids[0]!, {signal: stop.signal, onProgress: () => stop.abort()});
  const second = finder.similar(ids[0]!);
  await expect(first).rejects.toMatchObject({name: "AbortError"});
  expect(await second).toHaveLength(1);
});

test("similar(id) fails as the model fails, and works once the model does", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([book({title: "a"}), book({title: "ab"})]);
  let isBroken = true;
  const finder = createSimilar({
    store,
    embedder: () =>
      isBroken ? Promise.reject(new Error("model file missing")) : Promise.resolve(letters())
  });
  await expect(finder.similar(ids[0]!)).rejects.toThrow("model file missing");
  isBroken = false;
  expect(await finder.similar(ids[0]!)).toHaveLength(1);
});
