import {execFile} from "node:child_process";
import {mkdir, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {afterAll, beforeAll, expect, test} from "vitest";
import {OWN_TEXTS} from "../../../src/cli/model/everyday.ts";
import {writeCorpus} from "./write-corpus.ts";

const MAIN = fileURLToPath(new URL("../../../src/cli/model/main.ts", import.meta.url));

let corpus: string;
beforeAll(async () => {
  corpus = await writeCorpus();
});
afterAll(() => rm(corpus, {recursive: true}));

function trainModel(...args: string[]): Promise<{stdout: string; stderr: string}> {
  const work = ["--work", join(corpus, "work"), "--out", join(corpus, "models/tiny")];
  return promisify(execFile)(process.execPath, ["--import", "tsx", MAIN, ...work, ...args]);
}

test("model:train writes a model and scores it on the development set", async () => {
  const benchmarks = join(corpus, "eval");
  await mkdir(join(benchmarks, "stsb"), {recursive: true});
  await writeFile(
    join(benchmarks, "stsb/stsb-en-dev.csv"),
    "soil and seed,rose and root,4.5\npan and knife,sail and tide,0.5\noven and soup,salt and bread,4\n"
  );
  const {stdout, stderr} = await trainModel(
    ...["--corpus", corpus, "--eval", benchmarks],
    ...["--steps", "20", "--batch", "32", "--dimensions", "16", "--vocabulary", "8000"]
  );
  expect(JSON.parse(stdout)).toMatchObject({collection: "sts-dev", count: 3});
  expect(stderr).toContain("done");
  expect(await readdir(join(corpus, "models/tiny"))).toContain("tokenizer.json");
  const provenance: unknown = JSON.parse(
    await readFile(join(corpus, "models/tiny/training.json"), "utf8")
  );
  expect(provenance).toMatchObject({
    spec: {seed: "lakebook", steps: 20, vocabularySize: 8000},
    tasks: {title: expect.any(Number) as number},
    texts: [
      {file: "prose.txt", sha256: expect.stringMatching(/^[\da-f]{64}$/) as string, weight: 1},
      {file: "wordnet.txt"},
      ...OWN_TEXTS.map((path) => ({file: basename(path)}))
    ]
  });
});

test("model:train says what is missing before it begins", async () => {
  await expect(trainModel()).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("corpus missing: give --corpus DIR") as string
  });
  await expect(
    trainModel("--corpus", corpus, "--eval", join(corpus, "nowhere"))
  ).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("development set missing: no STS-B dev in") as string
  });
  await expect(trainModel("--corpus", corpus, "--steps", "many")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("option invalid: --steps many") as string
  });
});
