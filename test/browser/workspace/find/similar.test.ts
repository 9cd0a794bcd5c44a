import {expect, test} from "vitest";
import type {Embedder} from "../../../../src/embed/embedder.ts";
import type {Store} from "../../../../src/store/store.ts";
import type {Similar} from "../../../../src/workspace/find/similar.ts";
import {createSimilar} from "../../../../src/workspace/find/similar.ts";
import {BOOK, book, freshStore, openAgain} from "../../store/fresh-store.ts";
import {letters, openMeaning} from "../meaning/letters.ts";

function open(store: Store, embedder: Embedder = letters()): Similar {
  return createSimilar({store, meaning: openMeaning(store, {embedder})});
}

test("similar(id) gives the nearest entries with their scores, best first, itself not among them", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    ["aaa", "aab", "bbb", "ccc", "xyz"].map((title) => book({title}))
  );
  const finder = open(store);
  const found = await finder.similar(ids[0]!);
  expect(found.map(({entry, score}) => `${entry.title} ${score.toFixed(2)}`)).toEqual([
    "aab 0.89",
    "bbb 0.00",
    "ccc 0.00"
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
  const finder = open(store);
  await expect(finder.similar(ids[0]!)).rejects.toThrow(
    "nothing to compare: there is no text that the model can read"
  );
  await expect(finder.similar(ids[1]!)).rejects.toThrow("nothing to compare");
  await expect(finder.similar("nope")).rejects.toThrow("entry not found: nope");
  expect(await finder.similar(ids[2]!)).toEqual([]);
});

test("similar(id) embeds only what is new or changed, after a reload too, nothing after an edit back, and each model apart", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([book({title: "a"}), book({title: "b"})]);
  const embedder = letters();
  const first = open(store, embedder);
  await first.similar(ids[0]!);
  expect(embedder.asked.splice(0)).toEqual(["a", "b"]);
  await store.entries.update(ids[0]!, {fields: {title: "a", year: 7}});
  await first.similar(ids[0]!);
  expect(embedder.asked.splice(0)).toEqual([]);
  await store.entries.update(ids[0]!, {fields: {title: "ab"}});
  await store.entries.add(book({title: "c"}));
  await first.similar(ids[0]!);
  expect(embedder.asked.splice(0).sort()).toEqual(["ab", "c"]);
  await store.entries.update(ids[0]!, {fields: {title: "a"}});
  await first.similar(ids[0]!);
  expect(embedder.asked.splice(0)).toEqual([]);

  await open(await openAgain(store), embedder).similar(ids[0]!);
  expect(embedder.asked).toEqual([]);
  const other = letters("other");
  await open(store, other).similar(ids[0]!);
  expect(other.asked.sort()).toEqual(["a", "b", "c"]);
  expect(await store.vectors.countByModel()).toEqual(
    new Map([
      ["letters", 4],
      ["other", 3]
    ])
  );
});

test("similar(id) follows what is removed and undone", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(["a", "aa", "ab"].map((title) => book({title})));
  const finder = open(store);
  expect(await finder.similar(ids[0]!)).toHaveLength(2);
  const {group} = await store.entries.remove([ids[1]!]);
  expect((await finder.similar(ids[0]!)).map(({entry}) => entry.title)).toEqual(["ab"]);
  await store.history.undo(group!);
  expect((await finder.similar(ids[0]!)).map(({entry}) => entry.title)).toEqual(["aa", "ab"]);
});

test("similar(id, {signal, onProgress}) tells how far it is; what was computed before a stop is not computed again", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    Array.from({length: 600}, (_, i) => book({title: `a ${i}`}))
  );
  const embedder = letters();
  const finder = open(store, embedder);
  const stop = new AbortController();
  const seen: [number, number][] = [];
  const finding = finder.similar(ids[0]!, {
    signal: stop.signal,
    onProgress: (done, total) => {
      seen.push([done, total]);
      if (done > 0) stop.abort();
    }
  });
  await expect(finding).rejects.toMatchObject({name: "AbortError"});
  expect(seen[0]).toEqual([0, 600]);
  const kept = (await store.vectors.countByModel()).get("letters")!;
  expect(kept).toBe(seen.at(-1)![0]);
  embedder.asked.length = 0;
  await finder.similar(ids[0]!, {onProgress: (done, total) => seen.push([done, total])});
  expect(embedder.asked).toHaveLength(600 - kept);
  expect(seen.at(-1)).toEqual([600 - kept, 600 - kept]);
});

test("similar(id) twice at once embeds once, and a stop of the first does not stop the second", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([book({title: "a"}), book({title: "ab"})]);
  const embedder = letters();
  const finder = open(store, embedder);
  const stop = new AbortController();
  const first = finder.similar(ids[0]!, {signal: stop.signal, onProgress: () => stop.abort()});
  const second = finder.similar(ids[0]!);
  await expect(first).rejects.toMatchObject({name: "AbortError"});
  expect(await second).toHaveLength(1);
  expect(embedder.asked).toHaveLength(2);
});

test("similar(id) fails as the model fails, and works once the model does", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([book({title: "a"}), book({title: "ab"})]);
  const model = letters();
  let isBroken = true;
  const finder = open(store, {
    ...model,
    embed: (texts, options) =>
      isBroken ? Promise.reject(new Error("model file missing")) : model.embed(texts, options)
  });
  await expect(finder.similar(ids[0]!)).rejects.toThrow("model file missing");
  isBroken = false;
  expect(await finder.similar(ids[0]!)).toHaveLength(1);
});
