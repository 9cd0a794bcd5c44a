import {expect, test} from "vitest";
import {createBatchedEmbedder} from "../../src/embed/batched-embedder.ts";
import {hasVector, vectorAt} from "../../src/embed/vectors.ts";
import {createFakeExtractor} from "./fake-extractor.ts";

test("embedder.embed(texts) gives a row of length 1 for each text, in their order", async () => {
  const embedder = createBatchedEmbedder("fake", createFakeExtractor());
  const vectors = await embedder.embed(["aaaa bbb", "a", "b"]);
  expect([...vectors]).toEqual([0.8, 0.6, 1, 0, 0, 1].map(Math.fround));
});

test("embedder.embed(texts) embeds the same text once", async () => {
  const extractor = createFakeExtractor();
  const vectors = await createBatchedEmbedder("fake", extractor).embed(["a", "b", "a", "a"]);
  expect(extractor.calls.flat().sort()).toEqual(["a", "b"]);
  expect([...vectors]).toEqual([1, 0, 0, 1, 1, 0, 1, 0]);
});

test("embedder.embed(texts) leaves zeros, never NaN, where a text is blank or has no token", async () => {
  const vectors = await createBatchedEmbedder("fake", createFakeExtractor()).embed([
    "",
    " \n\t",
    "?",
    "a"
  ]);
  expect([...vectors]).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
  expect([0, 1, 2, 3].map((row) => hasVector(vectors, 2, row))).toEqual([
    false,
    false,
    false,
    true
  ]);
});

test("embedder.embed([]) gives no rows", async () => {
  expect(await createBatchedEmbedder("fake", createFakeExtractor()).embed([])).toHaveLength(0);
});

test("embedder.embed(texts) takes a long text as the mean of its pieces, the last as much as the first", async () => {
  const extractor = createFakeExtractor();
  const text = "a ".repeat(50_000) + "b ".repeat(50_000);
  const vector = vectorAt(await createBatchedEmbedder("fake", extractor).embed([text]), 2, 0);
  expect(Math.max(...extractor.calls.flat().map((piece) => piece.length))).toBeLessThanOrEqual(
    8192
  );
  expect(vector[0]).toBeCloseTo(Math.SQRT1_2, 2);
  expect(vector[1]).toBeCloseTo(Math.SQRT1_2, 2);
});

test("embedder.embed(texts, {onProgress}) counts every text, copies and blanks included, up to the total", async () => {
  const texts = [...Array.from({length: 300}, (_, i) => `a${"b".repeat(i)}`), "a", "a", ""];
  const seen: [number, number][] = [];
  await createBatchedEmbedder("fake", createFakeExtractor()).embed(texts, {
    onProgress: (done, total) => seen.push([done, total])
  });
  expect(seen[0]).toEqual([1, 303]);
  expect(seen.at(-1)).toEqual([303, 303]);
  expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
  expect(seen.length).toBeGreaterThan(3);
});

test("embedder.embed(texts, {signal}) rejects at once with the signal's reason, and asks the model no more", async () => {
  const extractor = createFakeExtractor();
  const controller = new AbortController();
  const texts = Array.from({length: 300}, (_, i) => `a${"b".repeat(i)}`);
  const embedding = createBatchedEmbedder("fake", extractor).embed(texts, {
    signal: controller.signal,
    onProgress: (done) => done > 0 && controller.abort()
  });
  await expect(embedding).rejects.toThrow(expect.objectContaining({name: "AbortError"}) as Error);
  expect(extractor.calls).toHaveLength(1);
});

test("embedder.embed(texts, {signal}) does not wait for a model that hangs", async () => {
  const hanging = {...createFakeExtractor(), extract: () => new Promise<Float32Array>(() => {})};
  const embedding = createBatchedEmbedder("fake", hanging).embed(["a"], {
    signal: AbortSignal.timeout(20)
  });
  await expect(embedding).rejects.toThrow(expect.objectContaining({name: "TimeoutError"}) as Error);
});

test("embedder.embed(texts) passes on what the model throws", async () => {
  const broken = {
    ...createFakeExtractor(),
    extract: () => Promise.reject(new Error("out of memory"))
  };
  await expect(createBatchedEmbedder("fake", broken).embed(["a"])).rejects.toThrow("out of memory");
});

test("embedder.close() frees the model once; later calls of embed reject", async () => {
  const extractor = createFakeExtractor();
  const embedder = createBatchedEmbedder("fake", extractor);
  await embedder.close();
  await embedder.close();
  expect(extractor.isClosed()).toBe(true);
  await expect(embedder.embed(["a"])).rejects.toThrow('embedder closed: "fake"');
});
