import {stat} from "node:fs/promises";
import {UnavailableError} from "../../lib/errors.ts";
import {Random} from "../../lib/random.ts";
import {Alike} from "./alike.ts";
import {createCheckpoint} from "./checkpoint.ts";
import {toSourceName} from "./corpus.ts";
import {encodeSource} from "./encode.ts";
import type {EncodedSource} from "./encode.ts";
import {EVERYDAY_SENSES, readEverydayWords, readIrregularForms} from "./everyday.ts";
import {LEXICON_SOURCE, isLexicon, readLemmas, readLexicon} from "./lexicon.ts";
import {addNgrams, forgetLetters} from "./other-scripts.ts";
import type {Progress} from "./progress.ts";
import {describeTraining} from "./provenance.ts";
import type {Provenance} from "./provenance.ts";
import {findNeighbours, retrofit} from "./retrofit.ts";
import {listIdeographs, listLetters} from "./scripts.ts";
import {createSenseTasks} from "./sense-tasks.ts";
import {createTextTasks} from "./text-tasks.ts";
import {findTokenParts} from "./token-parts.ts";
import {countTokens, weighTokens} from "./token-weights.ts";
import {createTokenizer} from "./tokenizer.ts";
import type {Tokenizer} from "./tokenizer.ts";
import {train} from "./train.ts";
import type {TrainingSpec} from "./train.ts";
import {blankSpecial, fillUntaught, findTaught} from "./untaught.ts";
import {chooseVocabulary} from "./vocabulary.ts";
import {countWords} from "./word-counts.ts";
import {createWordFamilies} from "./word-families.ts";
import type {WordFamilies} from "./word-families.ts";

export interface ModelSpec extends TrainingSpec {
  /** Tokens that may be learned; n-grams of other scripts come on top. */
  readonly vocabularySize: number;
  /** Share of the batches of running text that are of documents alike. */
  readonly alikeShare: number;
}

export interface BuildOptions {
  readonly progress: Progress;
  /** Threads of the matrix products. */
  readonly threads?: number;
  /** A file to go on from, where another run was stopped. */
  readonly checkpoint?: string;
  /** Called now and then while training, with the table so far. */
  readonly onCheck?: (tokenizer: Tokenizer, table: Float32Array) => Promise<string>;
}

export interface Model {
  readonly tokenizer: Tokenizer;
  /** A row of numbers for each token. */
  readonly table: Float32Array;
  readonly provenance: Provenance;
}

const CHECK_STEPS = 500;

/** The everyday senses are few among WordNet's 117,000; this often they come up as if they were many. */
const EVERYDAY_REPEATS = 16;

/** From corpus files to a table of numbers: words, vocabulary, token ids, pairs, training. */
export async function buildModel(
  paths: readonly string[],
  spec: ModelSpec,
  {progress, threads = 1, checkpoint, onCheck}: BuildOptions
): Promise<Model> {
  if (!paths.some(isLexicon))
    throw new UnavailableError(
      `lexicon missing: no ${LEXICON_SOURCE}.txt or ${LEXICON_SOURCE}.txt.xz beside ${paths[0]}; a model without it knows no synonyms`
    );
  progress.stage("count words");
  const counts = await countWords(paths);
  progress.stage(`choose tokens among ${counts.size} words`);
  const tokenizer = createTokenizer(
    chooseVocabulary(counts, {
      size: spec.vocabularySize,
      letters: listLetters(),
      words: [...listIdeographs(), ...(await readEverydayWords())]
    })
  );
  const families = createWordFamilies(
    await readLemmas(paths.filter(isLexicon)),
    await readIrregularForms()
  );
  const {prose, lexicon} = await encodeAll(paths, {tokenizer, families, progress});
  const tokens = prose.reduce((sum, {ids}) => sum + ids.length, 0);
  progress.stage(`train on ${tokens} tokens and ${lexicon.senses.length} senses`);
  const input = {
    parts: findTokenParts(tokenizer.tokens, {families, counts}),
    tasks: [...createTextTasks(prose, lexicon.substitutes), ...createSenseTasks(lexicon.senses)],
    alike: new Alike(prose, spec.alikeShare)
  };
  const provenance = await describeTraining(paths, {spec, threads, tasks: input.tasks});
  const kept =
    checkpoint &&
    createCheckpoint(checkpoint, {
      provenance,
      tokens: tokenizer.tokens,
      parts: Buffer.from(input.parts.parts.buffer).toString("base64")
    });
  const table = await train(input, spec, {
    threads,
    ...(kept && {checkpoint: kept}),
    onResume: (step) => progress.note(`goes on after step ${step}`),
    async onStep({step, task, loss, toTable}) {
      progress.update(step, spec.steps, `loss ${loss.toFixed(2)} (${task})`);
      if (onCheck && step % CHECK_STEPS === 0) progress.note(await onCheck(tokenizer, toTable()));
    }
  });
  const random = new Random(spec.seed);
  retrofit(table, findNeighbours(tokenizer.tokens, lexicon.substitutes));
  weighTokens(table, tokenizer.tokens, {
    counts: countTokens(prose, tokenizer.tokens.length),
    random: random.fork("numbers")
  });
  const whole = addNgrams(tokenizer.tokens, table, random.fork("n-grams"));
  const taught = findTaught(prose, lexicon);
  forgetLetters(whole.tokens, whole.table, {taught, random: random.fork("letters")});
  fillUntaught(whole.table, whole.tokens, taught);
  blankSpecial(whole.table, spec.dimensions);
  return {tokenizer: createTokenizer(whole.tokens), table: whole.table, provenance};
}

async function encodeAll(
  paths: readonly string[],
  {
    tokenizer,
    families,
    progress
  }: {tokenizer: Tokenizer; families: WordFamilies; progress: Progress}
) {
  progress.stage("encode text");
  const prose: EncodedSource[] = [];
  const files = paths.filter((path) => !isLexicon(path));
  const sizes = await Promise.all(files.map(async (path) => (await stat(path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const [i, path] of files.entries()) {
    prose.push(await encodeSource(path, tokenizer));
    progress.update((done += sizes[i]!), total, `bytes, ${toSourceName(path)} read`);
  }
  const everyday = new Array<string>(EVERYDAY_REPEATS).fill(EVERYDAY_SENSES);
  const lexicon = await readLexicon([...paths.filter(isLexicon), ...everyday], tokenizer, families);
  return {prose, lexicon};
}
