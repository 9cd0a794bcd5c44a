import {expect, test} from "vitest";
import type {VectorItem} from "../../../src/store/vectors.ts";
import {freshStore} from "./fresh-store.ts";

function item(id: string, value: number, hash = `h${value}`): VectorItem {
  return {id, hash, vector: Float32Array.of(value, value + 0.5)};
}

test("vectors.putAll(model, dimensions, items) and load(model) give one matrix, by model", async () => {
  const store = await freshStore();
  await store.vectors.putAll("m", 2, [item("a", 1), item("b", 2)]);
  await store.vectors.putAll("n", 2, [item("a", 9)]);
  await store.vectors.putAll("m", 2, []);
  expect(await store.vectors.load("m")).toEqual({
    dimensions: 2,
    ids: ["a", "b"],
    hashes: ["h1", "h2"],
    vectors: Float32Array.of(1, 1.5, 2, 2.5)
  });
  expect(await store.vectors.countByModel()).toEqual(
    new Map([
      ["m", 2],
      ["n", 1]
    ])
  );
  expect(await store.vectors.load("none")).toEqual({
    dimensions: 0,
    ids: [],
    hashes: [],
    vectors: new Float32Array(0)
  });
});

test("vectors.putAll(model, dimensions, items) takes the place of those that were there; remove(ids) forgets them", async () => {
  const store = await freshStore();
  await store.vectors.putAll("m", 2, [item("a", 1), item("b", 2)]);
  await store.vectors.putAll("m", 2, [item("a", 3)]);
  await store.vectors.remove(["b", "nope"]);
  expect(await store.vectors.load("m")).toMatchObject({ids: ["a"], hashes: ["h3"]});
  await store.vectors.putAll("m", 2, [item("b", 4)]);
  expect(await store.vectors.load("m")).toMatchObject({ids: ["a", "b"], hashes: ["h3", "h4"]});
  await store.vectors.clear("m");
  expect((await store.vectors.load("m")).ids).toEqual([]);
});

test("vectors.putAll(model, dimensions, items) of another length starts the model anew, and refuses a wrong one", async () => {
  const store = await freshStore();
  await store.vectors.putAll("m", 2, [item("a", 1)]);
  await store.vectors.putAll("m", 1, [{id: "b", hash: "h", vector: Float32Array.of(5)}]);
  expect(await store.vectors.load("m")).toMatchObject({dimensions: 1, ids: ["b"]});
  await expect(store.vectors.putAll("m", 3, [item("c", 1)])).rejects.toThrow(
    "vector length mismatch: 2 numbers for c, not 3"
  );
});

test("vectors hold what was last put after hundreds of small and big writes", async () => {
  const store = await freshStore();
  const want = new Map<string, number>();
  let seed = 1;
  const random = (n: number): number => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 150; ++round) {
    if (random(5) === 0) {
      const ids = Array.from({length: random(30)}, () => `e${random(4000)}`);
      for (const id of ids) want.delete(id);
      await store.vectors.remove(ids);
    } else {
      const length = round % 40 === 0 ? 3000 : random(60);
      const items = Array.from({length}, () => item(`e${random(4000)}`, random(1e6)));
      for (const {id, vector} of items) want.set(id, vector[0]!);
      await store.vectors.putAll("m", 2, items);
    }
  }
  const {ids, vectors, hashes} = await store.vectors.load("m");
  const got = new Map(ids.map((id, i) => [id, vectors[2 * i]!]));
  expect(got.size).toBe(want.size);
  for (const [id, value] of want) expect(got.get(id)).toBe(value);
  ids.forEach((_, i) => expect(hashes[i]).toBe(`h${vectors[2 * i]}`));
  expect(await store.vectors.countByModel()).toEqual(new Map([["m", want.size]]));
});
