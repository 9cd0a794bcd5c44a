import {expect, test} from "vitest";
import {quantise} from "../../../src/lib/quantised.ts";
import type {Store} from "../../../src/store/store.ts";
import type {TextVectorBatch} from "../../../src/store/text-vectors.ts";
import {freshStore} from "./fresh-store.ts";

/** Vectors of two numbers by which their hashes are told. */
function batch(...hashes: readonly number[]): TextVectorBatch {
  const vectors = Float32Array.from(hashes.flatMap((hash) => [1, (hash % 127) / 127]));
  return {hashes: hashes.map((hash) => `h${hash}`), ...quantise(vectors, 2)};
}

/** The second number of each vector, as it lies there, by hash. */
async function readAll({vectors}: Store, model = "m"): Promise<Map<string, number>> {
  const codes = new Map<string, number>();
  await vectors.read(model, 0, (block) =>
    block.hashes.forEach((hash, row) => codes.set(hash, block.codes[2 * row + 1]!))
  );
  return codes;
}

test("vectors.put(model, batch) keeps vectors by text, apart for each model; read(model, since) gives what is new", async () => {
  const store = await freshStore();
  await store.vectors.put("m", batch(1, 2));
  await store.vectors.put("n", batch(9));
  await store.vectors.put("m", batch());
  expect(await readAll(store)).toEqual(
    new Map([
      ["h1", 1],
      ["h2", 2]
    ])
  );
  const last = await store.vectors.read("m", 0, () => undefined);
  await store.vectors.put("m", batch(3));
  const news: string[] = [];
  await store.vectors.read("m", last, ({hashes}) => news.push(...hashes));
  expect(news).toEqual(["h3"]);
  expect(await store.vectors.countByModel()).toEqual(
    new Map([
      ["m", 3],
      ["n", 1]
    ])
  );
  await store.vectors.clear("m");
  expect(await store.vectors.countByModel()).toEqual(new Map([["n", 1]]));
});

test("vectors.put(model, batch) of another length starts the model anew, and refuses what does not fit", async () => {
  const store = await freshStore();
  await store.vectors.put("m", batch(1));
  await store.vectors.put("m", {hashes: ["x"], ...quantise(Float32Array.of(1, 2, 3), 3)});
  expect((await store.vectors.countByModel()).get("m")).toBe(1);
  await expect(
    store.vectors.put("m", {hashes: ["x", "y"], ...quantise(Float32Array.of(1, 2, 3), 3)})
  ).rejects.toThrow("vector length mismatch: 3 numbers for 2 texts, not 6");
});

test("vectors hold each text once after many small writes, some of them twice, and sweep(model, wanted) forgets the rest", async () => {
  const store = await freshStore();
  const want = new Map<string, number>();
  for (let round = 0; round < 60; ++round) {
    const hashes = Array.from({length: 20}, (_, i) => (round * 13 + i * 7) % 500);
    for (const hash of hashes) want.set(`h${hash}`, hash % 127);
    await store.vectors.put("m", batch(...hashes));
  }
  expect(await readAll(store)).toEqual(want);
  const kept = new Set([...want.keys()].filter((_, i) => i % 3 === 0));
  await store.vectors.sweep("m", kept);
  const left = await readAll(store);
  expect([...left.keys()].sort()).toEqual([...kept].sort());
  for (const [hash, code] of left) expect(code).toBe(want.get(hash));
});
