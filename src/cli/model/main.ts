import {rm} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {UnavailableError, toMessage} from "../../lib/errors.ts";
import {toBagMeans} from "./bag-means.ts";
import {toBags} from "./bags.ts";
import {buildModel} from "./build-model.ts";
import type {ModelSpec} from "./build-model.ts";
import {listCorpus} from "./corpus.ts";
import {openEvalModel} from "./eval/eval-model.ts";
import {evaluatePairs} from "./eval/rated-pairs.ts";
import type {RatedPair} from "./eval/rated-pairs.ts";
import {readRatedSets, scoreRated} from "./eval/scores.ts";
import {createProgress} from "./progress.ts";
import type {Tokenizer} from "./tokenizer.ts";
import {writeModel} from "./write-model.ts";

/** Ids are 16 bits, and n-grams of other scripts come on top. */
const MAX_VOCABULARY = 64_000;

/** The set that is watched while training. */
const DEVELOPMENT = "sts-dev";

const usage = `npm run model:train -- --corpus DIR [--out DIR] [--eval DIR] [options]

Trains the built-in embedding model from openly licensed text and writes its folder. A run that was stopped is gone on from when
it is called again. npm run eval compares models, and looks for texts of benchmarks in the corpus.

  --corpus DIR      text to learn from: .txt and .txt.xz files, "= title" and a paragraph a line; wordnet.txt holds senses, the
                    words of each as its title
  --out DIR         folder of the model; data/models/builtin if left out
  --eval DIR        folder of benchmarks, as for npm run eval: STS-B dev is watched while training and scored at the end, as a
                    JSON line; nothing is learned from it, and test sets are for npm run eval alone
  --work DIR        where a run keeps its state every few minutes, to be gone on from; .lakebook/model if left out
  --steps N         batches to learn from (6000)
  --batch N         pairs in a batch (2048)
  --dimensions N    numbers in a vector, a multiple of 4 (512)
  --vocabulary N    tokens, besides n-grams of other scripts (33500)
  --alike N         percent of the batches of running text that are of documents alike (25)
  --threads N       threads of the matrix products; another number rounds otherwise (1)
  --seed TEXT       the same seed gives the same model on the same machine (lakebook)
`;

const OPTIONS = {
  corpus: {type: "string"},
  out: {type: "string", default: "data/models/builtin"},
  eval: {type: "string"},
  work: {type: "string", default: ".lakebook/model"},
  steps: {type: "string", default: "6000"},
  batch: {type: "string", default: "2048"},
  dimensions: {type: "string", default: "512"},
  vocabulary: {type: "string", default: "33500"},
  alike: {type: "string", default: "25"},
  threads: {type: "string", default: "1"},
  seed: {type: "string", default: "lakebook"},
  help: {type: "boolean", default: false}
} as const;

async function main(args: string[]): Promise<number> {
  let options;
  try {
    options = parseArgs({args, options: OPTIONS}).values;
  } catch (error) {
    process.stderr.write(`${toMessage(error)}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (!options.corpus) {
    process.stderr.write(`corpus missing: give --corpus DIR\n\n${usage}`);
    return 2;
  }
  try {
    const development =
      options.eval === undefined ? undefined : await readDevelopment(options.eval);
    const progress = createProgress((line) => process.stderr.write(line));
    const paths = await listCorpus(options.corpus);
    const spec = toSpec(options);
    const checkpoint = join(options.work, `${options.seed.replaceAll(/[^\w-]/g, "_")}.checkpoint`);
    const model = await buildModel(paths, spec, {
      progress,
      threads: toCount("threads", options.threads),
      checkpoint,
      onCheck: createCheck(development, spec.dimensions)
    });
    progress.stage(`write ${options.out}`);
    await writeModel(options.out, model);
    await rm(checkpoint, {force: true});
    if (development) {
      progress.stage("score");
      const written = await openEvalModel(options.out);
      const figure = await scoreRated(DEVELOPMENT, development, written);
      process.stdout.write(`${JSON.stringify(figure)}\n`);
    }
    progress.stage("done");
    return 0;
  } catch (error) {
    process.stderr.write(`${toMessage(error)}\n`);
    return 1;
  }
}

async function readDevelopment(folder: string): Promise<readonly RatedPair[]> {
  const pairs = (await readRatedSets(folder)).get(DEVELOPMENT);
  if (!pairs) throw new UnavailableError(`development set missing: no STS-B dev in ${folder}`);
  return pairs;
}

function toSpec(
  options: Readonly<
    Record<"steps" | "batch" | "dimensions" | "vocabulary" | "alike" | "seed", string>
  >
): ModelSpec {
  return {
    dimensions: toCount("dimensions", options.dimensions, {step: 4}),
    steps: toCount("steps", options.steps),
    batchSize: toCount("batch", options.batch),
    vocabularySize: toCount("vocabulary", options.vocabulary, {most: MAX_VOCABULARY}),
    alikeShare: toCount("alike", options.alike, {least: 0, most: 100}) / 100,
    scale: 18,
    rate: 0.03,
    warmUpSteps: 50,
    seed: options.seed
  };
}

function toCount(
  name: string,
  text: string,
  {least = 1, most = Infinity, step = 1}: {least?: number; most?: number; step?: number} = {}
): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < least || count > most || count % step !== 0) {
    const limits = `from ${least}${most < Infinity ? ` to ${most}` : ""}`;
    const multiple = step > 1 ? `, a multiple of ${step}` : "";
    throw new Error(`option invalid: --${name} ${text}; give a whole number ${limits}${multiple}`);
  }
  return count;
}

/** While training, the development set tells whether it goes well. */
function createCheck(pairs: readonly RatedPair[] | undefined, dimensions: number) {
  return async (tokenizer: Tokenizer, table: Float32Array): Promise<string> => {
    if (!pairs) return "no development set";
    const score = await evaluatePairs(pairs, (texts) =>
      toBagMeans(table, dimensions, toBags(texts.map(tokenizer.encode)))
    );
    return `${DEVELOPMENT} ${score.toFixed(4)}, before retrofitting and weights`;
  };
}

process.exitCode = await main(process.argv.slice(2));
