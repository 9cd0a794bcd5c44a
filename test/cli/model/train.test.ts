import {mkdtemp, rm, stat, truncate} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {Alike} from "../../../src/cli/model/alike.ts";
import {createCheckpoint} from "../../../src/cli/model/checkpoint.ts";
import {createTextTasks} from "../../../src/cli/model/text-tasks.ts";
import type {EncodedSource} from "../../../src/cli/model/encode.ts";
import {train} from "../../../src/cli/model/train.ts";
import type {TrainingOptions} from "../../../src/cli/model/train.ts";
import {Random} from "../../../src/lib/random.ts";

const TOKENS = 60;
const DOCUMENTS = 200;
const SPEC = {
  dimensions: 8,
  steps: 1100,
  batchSize: 32,
  scale: 10,
  rate: 0.03,
  warmUpSteps: 5,
  seed: "train"
};

/** Documents of two subjects in turn, whose words are the even and the odd tokens. */
function createSource(): EncodedSource {
  const random = new Random("source");
  const spans = (count: number, width: number): Uint32Array =>
    Uint32Array.from({length: count + 1}, (_, i) => i * width);
  const drawWord = (document: number): number =>
    2 * random.integer(0, TOKENS / 2 - 1) + (document % 2);
  return {
    name: "made",
    // a document has a title of a word and two paragraphs of two sentences of five
    ids: Uint16Array.from({length: DOCUMENTS * 20}, (_, i) => drawWord(Math.floor(i / 20))),
    sentences: spans(DOCUMENTS * 4, 5),
    paragraphs: spans(DOCUMENTS * 2, 2),
    documents: spans(DOCUMENTS, 2),
    titles: spans(DOCUMENTS, 1),
    titleIds: Uint16Array.from({length: DOCUMENTS}, (_, document) => drawWord(document))
  };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "train-"));
});
afterAll(() => rm(folder, {recursive: true}));

function run(options: TrainingOptions = {}): Promise<Float32Array> {
  const source = createSource();
  const input = {
    parts: {
      count: TOKENS,
      starts: Uint32Array.from({length: TOKENS + 1}, (_, i) => i),
      parts: Uint32Array.from({length: TOKENS}, (_, i) => i)
    },
    tasks: createTextTasks([source], new Map()),
    alike: new Alike([source], 0.5)
  };
  return train(input, SPEC, options);
}

test("training that is stopped and gone on from ends with the same rows, to the bit", async () => {
  const path = join(folder, "a/x.checkpoint");
  const whole = await run();
  const stopped = run({
    checkpoint: createCheckpoint(path, SPEC),
    onStep: ({step}) => {
      if (step === 700) throw new Error("stopped");
    }
  });
  await expect(stopped).rejects.toThrow("stopped");
  const resumed: number[] = [];
  const seen: number[] = [];
  const rest = await run({
    checkpoint: createCheckpoint(path, SPEC),
    onResume: (steps) => resumed.push(steps),
    onStep: ({step}) => void seen.push(step)
  });
  expect(resumed).toEqual([500]);
  expect(seen[0]).toBe(501);
  expect(rest).toEqual(whole);
});

test("a checkpoint of another training is not gone on from, and one cut short is told", async () => {
  const path = join(folder, "b.checkpoint");
  const rows = Float32Array.of(1, 2);
  const state = {steps: 7, rows, first: rows.map((x) => -x), second: rows.map((x) => x * x)};
  const checkpoint = createCheckpoint(path, {seed: "a"});
  expect(await checkpoint.read()).toBeNull();
  await checkpoint.write(state);
  expect(await checkpoint.read()).toEqual(state);
  expect(await createCheckpoint(path, {seed: "b"}).read()).toBeNull();
  await truncate(path, (await stat(path)).size - 4);
  await expect(checkpoint.read()).rejects.toThrow(`checkpoint incomplete: ${path}`);
});

test("documents alike come into one batch", () => {
  const source = createSource();
  const tables = new Random("table");
  // tokens of a subject point one way
  const table = Float32Array.from({length: TOKENS * 2}, (_, i) =>
    i % 2 === (i >> 1) % 2 ? 1 : tables.normal(0, 0.1)
  );
  const alike = new Alike([source], 1);
  const random = new Random("batch");
  alike.order(table, 2, random);
  const documents: number[] = [];
  const task = {
    name: "places",
    weight: 1,
    draw: () => null,
    drawAt({document}: {document: number}) {
      documents.push(document);
      return {left: [0], right: [1]};
    }
  };
  const draw = alike.enter(task, 32 * 40, random)!;
  for (let i = 0; i < 32 * 40; ++i) draw();
  const changes = documents.filter(
    (document, i) => i > 0 && document % 2 !== documents[i - 1]! % 2
  );
  // at random it would be every second one
  expect(changes.length).toBeLessThan(documents.length / 4);
  expect(new Set(documents).size).toBeGreaterThan(DOCUMENTS / 2);
});
