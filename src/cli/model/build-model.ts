import {readFile, stat} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {Random} from "../../lib/random.ts";
import {Alike} from "./alike.ts";
import {createCheckpoint} from "./checkpoint.ts";
import {readCorpus, toSourceName} from "./corpus.ts";
import {encodeSource} from "./encode.ts";
import type {EncodedSource} from "./encode.ts";
import {readLexicon} from "./lexicon.ts";
import type {Lexicon} from "./lexicon.ts";
import {createTextTasks} from "./pairs.ts";
import type {Progress} from "./progress.ts";
import {findNeighbours, retrofit} from "./retrofit.ts";
import {listIdeographs, listLetters} from "./scripts.ts";
import {createSenseTasks} from "./sense-pairs.ts";
import {findTokenParts} from "./token-parts.ts";
import {countTokens, weighTokens} from "./token-weights.ts";
import {SPECIAL_TOKENS, UNKNOWN_ID, createTokenizer} from "./tokenizer.ts";
import type {Tokenizer} from "./tokenizer.ts";
import {train} from "./train.ts";
import type {TrainingSpec} from "./train.ts";
import {fillUntaught} from "./untaught.ts";
import {chooseVocabulary} from "./vocabulary.ts";
import {countWords} from "./word-counts.ts";
import {createWordFamilies} from "./word-families.ts";
import type {WordFamilies} from "./word-families.ts";
import {toWords} from "./words.ts";

export interface ModelSpec extends TrainingSpec {
  /** Tokens in all. */
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
}

const CHECK_STEPS = 500;

/** Words and senses of our own, for what people keep about their lives and work: old text hardly knows it. */
const EVERYDAY_WORDS = fileURLToPath(new URL("./everyday-words.txt", import.meta.url));
const EVERYDAY_SENSES = fileURLToPath(new URL("./everyday.txt", import.meta.url));
const IRREGULAR_FORMS = fileURLToPath(new URL("./irregular-forms.txt", import.meta.url));

/** The everyday senses are few among WordNet's 117,000; this often they come up as if they were many. */
const EVERYDAY_REPEATS = 16;

const LEXICON_SOURCE = "wordnet";

/** From corpus files to a table of numbers: words, vocabulary, token ids, pairs, training. */
export async function buildModel(
  paths: readonly string[],
  spec: ModelSpec,
  {progress, threads, checkpoint, onCheck}: BuildOptions
): Promise<Model> {
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
    await readFile(IRREGULAR_FORMS, "utf8")
  );
  const {prose, lexicon} = await encodeAll(paths, {tokenizer, families, progress});
  const tokens = prose.reduce((sum, {ids}) => sum + ids.length, 0);
  progress.stage(`train on ${tokens} tokens and ${lexicon.senses.length} senses`);
  const kept =
    checkpoint === undefined
      ? undefined
      : createCheckpoint(checkpoint, {
          spec,
          tokens: tokenizer.tokens,
          sizes: await sizesOf([...paths, EVERYDAY_SENSES, IRREGULAR_FORMS])
        });
  const table = await train(
    {
      parts: findTokenParts(tokenizer.tokens, {families, counts}),
      tasks: [...createTextTasks(prose, lexicon.substitutes), ...createSenseTasks(lexicon.senses)],
      alike: new Alike(prose, spec.alikeShare)
    },
    spec,
    {
      ...(threads === undefined ? {} : {threads}),
      ...(kept === undefined ? {} : {checkpoint: kept}),
      onResume: (step) => progress.note(`goes on after step ${step}`),
      async onStep({step, task, loss, toTable}) {
        progress.update(step, spec.steps, `loss ${loss.toFixed(2)} (${task})`);
        if (onCheck && step % CHECK_STEPS === 0) progress.note(await onCheck(tokenizer, toTable()));
      }
    }
  );
  retrofit(table, findNeighbours(tokenizer.tokens, lexicon.substitutes));
  weighTokens(table, tokenizer.tokens, {
    counts: countTokens(prose, tokenizer.tokens.length),
    random: new Random(spec.seed).fork("numbers")
  });
  fillUntaught(table, tokenizer.tokens, findTaught(prose, lexicon));
  blank(table, spec.dimensions);
  return {tokenizer, table};
}

const isLexicon = (path: string): boolean => toSourceName(path) === LEXICON_SOURCE;

/** The single words of a lexicon. */
async function readLemmas(paths: readonly string[]): Promise<Set<string>> {
  const lemmas = new Set<string>();
  for (const path of paths)
    for await (const {title} of readCorpus(path))
      for (const lemma of title.split(", ")) lemmas.add(lemma.toLowerCase());
  return lemmas;
}

const sizesOf = (paths: readonly string[]): Promise<(readonly [string, number])[]> =>
  Promise.all(paths.map(async (path) => [toSourceName(path), (await stat(path)).size] as const));

/** The tokens that stand in the text or the lexicon. */
function findTaught(prose: readonly EncodedSource[], {senses}: Lexicon): Set<number> {
  const taught = new Set<number>();
  const add = (ids: Iterable<number>): void => {
    for (const id of ids) taught.add(id);
  };
  for (const {ids, titleIds} of prose) [ids, titleIds].forEach(add);
  for (const {lemmas, gloss, examples} of senses) [...lemmas, gloss, ...examples].forEach(add);
  return taught;
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
  for (const path of paths.filter((path) => !isLexicon(path))) {
    prose.push(await encodeSource(path, tokenizer));
    progress.update(prose.length, paths.length, toSourceName(path));
  }
  const everyday = new Array<string>(EVERYDAY_REPEATS).fill(EVERYDAY_SENSES);
  const lexicon = await readLexicon([...paths.filter(isLexicon), ...everyday], tokenizer, families);
  return {prose, lexicon};
}

async function readEverydayWords(): Promise<string[]> {
  const words = toWords(await readFile(EVERYDAY_WORDS, "utf8"));
  for await (const {title} of readCorpus(EVERYDAY_SENSES)) words.push(...toWords(title));
  return words.filter((word) => /[\p{L}\p{N}]{2}|\p{Extended_Pictographic}/u.test(word));
}

/** Special tokens mean nothing, but for the unknown one, which leaves unknown text with a vector. */
function blank(table: Float32Array, dimensions: number): void {
  for (let id = 0; id < SPECIAL_TOKENS.length; ++id)
    if (id !== UNKNOWN_ID) table.fill(0, id * dimensions, (id + 1) * dimensions);
}
