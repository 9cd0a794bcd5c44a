import {expect, test} from "vitest";
import {hasVector} from "../../../../src/embed/vectors.ts";
import {toEntryType} from "../../../../src/model/entry-type.ts";
import type {Meaning} from "../../../../src/workspace/meaning/meaning.ts";
import {BOOK, book, freshStore} from "../../store/fresh-store.ts";
import {letters, openMeaning} from "./letters.ts";

const NOVEL = toEntryType({name: "novel", extends: "book", titleField: "title"});

/** When the queue has nothing left to do. */
async function settle({queue}: Meaning): Promise<void> {
  queue.start();
  await expect.poll(() => queue.state.status).toBe("idle");
}

test("collections() has each type with entries, its own and those that extend it, and embeds each text once", async () => {
  const store = await freshStore(BOOK, NOVEL);
  await store.entries.addAll([
    book({title: "aa", note: "aab"}),
    {type: "novel", fields: {title: "bb"}},
    {type: "novel", fields: {title: "bb"}}
  ]);
  const embedder = letters();
  const meaning = openMeaning(store, {embedder});
  await settle(meaning);
  await expect
    .poll(async () => await meaning.collections())
    .toMatchObject([
      {
        collection: {id: "ws.book", label: "Books", of: "entries"},
        isChosen: true,
        rows: 3,
        texts: 2,
        embedded: 2
      },
      {collection: {id: "ws.novel", of: "entries"}, isChosen: true, rows: 2, texts: 1, embedded: 1}
    ]);
  expect(embedder.asked.sort()).toEqual(["aa\naab", "bb"]);
});

test("embedded(id) gives a vector for each text, zeros for what says nothing, and never NaN", async () => {
  const store = await freshStore(BOOK);
  const texts = ["", "  ", "😀", "שלום a", "b".repeat(2 ** 20), "ccc", "ccc"];
  await store.entries.addAll(texts.map((note, i) => book({title: `${i}`, note})));
  const meaning = openMeaning(store);
  await meaning.choose("ws.book", {columns: ["note"]});
  const {vectors, dimensions, hashes, ends, model} = await meaning.embedded("ws.book");
  expect([dimensions, ends.length, model]).toEqual([3, 7, "letters"]);
  expect(hashes.map((hash) => hash !== "")).toEqual([false, false, true, true, true, true, true]);
  expect(hashes[5]).toBe(hashes[6]);
  const has = hashes.map((_, row) => hasVector(vectors, dimensions, row));
  expect(has).toEqual([false, false, false, true, true, true, true]);
  expect(vectors.some(Number.isNaN)).toBe(false);
});

test("a thousand texts that are all equal are embedded once, and each of them is near to the others", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    Array.from({length: 1000}, () => book({title: "the same"}))
  );
  const embedder = letters();
  const meaning = openMeaning(store, {embedder});
  const {vectors} = await meaning.embedded("ws.book");
  expect(embedder.asked).toEqual(["the same"]);
  expect(new Set(vectors.filter((_, i) => i % 3 === 0)).size).toBe(1);
  const near = await meaning.similar(ids[0]!, {limit: 5});
  expect(near.map(({score}) => score.toFixed(3))).toEqual(Array(5).fill("1.000"));
  expect(new Set(near.map(({end}) => end)).size).toBe(5);
  expect(near.some(({end}) => end === ids[0])).toBe(false);
});
