import {mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {buildModel} from "../../../src/cli/model/build-model.ts";
import type {Model, ModelSpec} from "../../../src/cli/model/build-model.ts";
import {listCorpus} from "../../../src/cli/model/corpus.ts";
import {createProgress} from "../../../src/cli/model/progress.ts";
import {writeModel} from "../../../src/cli/model/write-model.ts";
import {openNodeEmbedder} from "../../../src/embed/node-embedder.ts";
import {writeCorpus} from "./write-corpus.ts";

const SPEC: ModelSpec = {
  vocabularySize: 8000,
  alikeShare: 0.5,
  dimensions: 32,
  steps: 60,
  batchSize: 64,
  scale: 10,
  rate: 0.03,
  warmUpSteps: 5,
  seed: "test"
};

let folder: string;
const lines: string[] = [];

beforeAll(async () => {
  folder = await writeCorpus();
});
afterAll(() => rm(folder, {recursive: true}));

async function build(seed = "test"): Promise<Model> {
  const progress = createProgress((line) => lines.push(line));
  return buildModel(await listCorpus(folder), {...SPEC, seed}, {progress});
}

test("buildModel(paths, spec) gives the same model for the same seed, and another for another", async () => {
  const [one, two, other] = [await build(), await build(), await build("other")];
  expect(two.tokenizer.tokens).toEqual(one.tokenizer.tokens);
  expect(Buffer.compare(Buffer.from(two.table.buffer), Buffer.from(one.table.buffer))).toBe(0);
  expect(Buffer.compare(Buffer.from(other.table.buffer), Buffer.from(one.table.buffer))).not.toBe(
    0
  );
});

test("buildModel(paths, spec) tells its stages", () => {
  expect(lines.map((line) => line.replace(/^[\d.]+ s: |\d+/g, "").trim())).toContain("encode text");
});

test("buildModel(paths, spec) asks for the lexicon before it counts anything", async () => {
  const prose = (await listCorpus(folder)).filter((path) => path.includes("prose"));
  const heard: string[] = [];
  const progress = createProgress((line) => heard.push(line));
  await expect(buildModel(prose, SPEC, {progress})).rejects.toThrow(
    "lexicon missing: no wordnet.txt"
  );
  expect(heard).toEqual([]);
});

test("writeModel(folder, model) writes a model that puts words of one topic together", async () => {
  const out = join(folder, "models/tiny");
  await mkdir(out, {recursive: true});
  await writeModel(out, await build());
  const embedder = await openNodeEmbedder(out);
  const [spade, soil, soup] = await Promise.all(
    ["spade root", "water the soil", "stir the soup"].map((text) => embedder.embed([text]))
  );
  const dot = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  expect(dot(spade!, soil!)).toBeGreaterThan(dot(spade!, soup!) + 0.3);
  await embedder.close();
});
