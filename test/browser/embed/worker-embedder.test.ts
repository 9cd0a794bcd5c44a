import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Embedder} from "../../../src/embed/embedder.ts";
import type {Backend} from "../../../src/embed/backend.ts";
import type {ModelSource} from "../../../src/embed/messages.ts";
import {nearest} from "../../../src/embed/nearest.ts";
import {hasVector, vectorAt} from "../../../src/embed/vectors.ts";
import {createWorkerEmbedder} from "../../../src/embed/worker-embedder.ts";
import {UnavailableError} from "../../../src/lib/errors.ts";
import {FETCHES_CHANNEL, builtin, runtime, tiny, workerUrl} from "./model-urls.ts";
import expected from "./node-vectors.json";

describe("createWorkerEmbedder(options)", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await createWorkerEmbedder({workerUrl, model: builtin, runtime});
  });
  afterAll(() => embedder.close());

  test("embedder.embed(texts) gives the vectors that Node gives, to 1e-4", async () => {
    const vectors = await embedder.embed(expected.map(({text}) => text));
    expected.forEach(({vector}, row) => {
      const ours = vectorAt(vectors, embedder.dimensions, row);
      expect(ours).toHaveLength(512);
      const theirs = vector.split(" ").map(Number);
      const largest = Math.max(...theirs.map((value, i) => Math.abs(value - ours[i]!)));
      expect(largest).toBeLessThan(1e-4);
    });
  });

  test("embedder.embed(texts) finds the sentence that means much the same", async () => {
    const query = await embedder.embed(["unpaid invoices"]);
    const vectors = await embedder.embed([
      "the freezer is full",
      "bills not paid yet",
      "an evening run"
    ]);
    expect(nearest(query, vectors)[0]!.row).toBe(1);
  });

  test("embedder.embed(texts) gives zeros for blank text, and never NaN", async () => {
    const vectors = await embedder.embed(["", " \n", "😀", "中文"]);
    expect(vectors.some(Number.isNaN)).toBe(false);
    const found = [0, 1, 2, 3].map((row) => hasVector(vectors, embedder.dimensions, row));
    expect(found).toEqual([false, false, true, true]);
  });

  test("embedder.embed(texts) leaves the page free while it works", async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const texts = Array.from(
      {length: 3000},
      (_, i) => `note ${i}: the samples in rack ${i % 7} were moved`
    );
    await embedder.embed(texts);
    clearInterval(timer);
    expect(longest).toBeLessThan(500);
  });

  test("embedder.embed(texts, {signal, onProgress}) tells how far it is and stops when asked", async () => {
    const controller = new AbortController();
    const texts = Array.from({length: 2000}, (_, i) => `text number ${i}`);
    const seen: number[] = [];
    const embedding = embedder.embed(texts, {
      signal: controller.signal,
      onProgress(done) {
        seen.push(done);
        if (done >= 300) controller.abort();
      }
    });
    await expect(embedding).rejects.toThrow(expect.objectContaining({name: "AbortError"}) as Error);
    expect(seen.at(-1)).toBeLessThan(2000);
    expect(await embedder.embed(["still there"])).toHaveLength(512);
  });

  test("embedder.embed(texts) answers two callers at a time, each with its own", async () => {
    const [one, two] = await Promise.all([
      embedder.embed(["hello"]),
      embedder.embed(["world", "hello"])
    ]);
    expect([...one]).toEqual([...vectorAt(two, 512, 1)]);
  });
});

/** What a worker fetches while it opens a model and embeds with it. */
async function fetchedBy(model: ModelSource): Promise<{fetched: string[]; backend: Backend}> {
  const channel = new BroadcastChannel(FETCHES_CHANNEL);
  const fetched: string[] = [];
  channel.addEventListener("message", ({data}: MessageEvent<string>) => fetched.push(data));
  const embedder = await createWorkerEmbedder({workerUrl, model, runtime});
  await embedder.embed(["hello"]);
  await embedder.close();
  channel.close();
  return {fetched: fetched.sort(), backend: embedder.backend!};
}

const toSorted = (urls: readonly string[]): string[] =>
  urls.map((url) => new URL(url, location.href).href).sort();

test("createWorkerEmbedder(options) fetches a model that looks words up, once, and no runtime", async () => {
  const {fetched, backend} = await fetchedBy(builtin);
  expect(fetched).toEqual(toSorted(Object.values(builtin.files)));
  expect(backend.name).toBe("static");
});

test("createWorkerEmbedder(options) fetches the runtime for a model that needs it, and nothing else", async () => {
  const {fetched, backend} = await fetchedBy(tiny);
  expect(fetched).toEqual(toSorted([...Object.values(tiny.files), runtime.wasm, runtime.mjs]));
  expect(backend.name).toBe(crossOriginIsolated ? "wasm-threads" : "wasm");
  expect(backend.why).toContain("WebGPU");
});

test("embedder.embed(texts) reads all of a text that is longer than the model takes", async () => {
  const embedder = await createWorkerEmbedder({workerUrl, model: tiny, runtime});
  const vectors = await embedder.embed(["a", `${"a ".repeat(50)}${"? ".repeat(250)}`]);
  [0.6, 0.8, 0.8944, 0.4472].forEach((value, i) => expect(vectors[i]).toBeCloseTo(value, 4));
  await embedder.close();
});

test("embedder.close() ends the worker; later calls of embed reject", async () => {
  const embedder = await createWorkerEmbedder({workerUrl, model: builtin, runtime});
  const pending = embedder.embed(Array.from({length: 500}, (_, i) => `text ${i}`));
  await embedder.close();
  await expect(pending).rejects.toThrow("embedder closed");
  await expect(embedder.embed(["hello"])).rejects.toThrow("embedder closed");
});

describe("what cannot be opened is one clear UnavailableError", () => {
  const fails = async (
    options: Partial<Parameters<typeof createWorkerEmbedder>[0]>
  ): Promise<Error> =>
    createWorkerEmbedder({workerUrl, model: builtin, runtime, ...options}).then(
      () => Promise.reject(new Error("opened")),
      (error: Error) => error
    );
  const without = (file: string, url?: string) => ({
    name: "builtin",
    files: {...builtin.files, [file]: url}
  });

  test("no address for a file", async () => {
    const error = await fails({model: without("tokenizer.json")});
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).toContain('"builtin" lacks tokenizer.json');
  });

  test("an address where no file is", async () => {
    const error = await fails({model: without("onnx/model.onnx", "/@fs/none/model.onnx")});
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).toContain('"builtin" lacks onnx/model.onnx');
  });

  test("a file that is something else", async () => {
    const error = await fails({model: without("onnx/model.onnx", builtin.files["config.json"])});
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).toContain('embedding model unreadable: "builtin"');
  });

  test("no runtime", async () => {
    const error = await fails({model: tiny, runtime: {...runtime, wasm: "/@fs/none/ort.wasm"}});
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).toContain("embedding runtime missing");
  });

  test("no worker", async () => {
    const error = await fails({workerUrl: "/@fs/none/worker.js"});
    expect(error).toBeInstanceOf(UnavailableError);
    expect(error.message).toContain("embedding worker failed");
  });
});
