import type {WordTable} from "./vocabulary.ts";

/** Terms of texts: words that say something, and phrases of two or three words. */
export interface TermTable {
  /** The terms of text `t`, each as often as it occurs, stand from `offsets[t]` to `offsets[t + 1]`. */
  readonly offsets: Int32Array;
  readonly terms: Int32Array;
  /** The words of each term. */
  readonly wordsOf: readonly (readonly number[])[];
  readonly spellings: readonly string[];
  /** Of each word, not term: by what it is known. */
  readonly folded: readonly string[];
}

/** A phrase occurs so often at least. */
const MIN_COUNT = 3;
/** How much more often than by chance two words follow each other, from -1 (never) to 1 (always). */
const MIN_ASSOCIATION = 0.35;
/** The same where a stop word stands between them. */
const MIN_BRIDGED_ASSOCIATION = 0.5;

/**
 * Joins words that follow each other far more often than by chance, by normalised pointwise mutual information (Bouma:
 * Normalized (pointwise) mutual information in collocation extraction, 2009), twice over, so that phrases have up to three
 * words (Mikolov et al.: Distributed representations of words and phrases, 2013).
 */
export function joinPhrases(table: WordTable): TermTable {
  const {isStop, isPlain, spellings, folded} = table;
  const wordsOf: number[][] = spellings.map((_, word) => [word]);
  let tokens = bridgeStopWords(table, wordsOf);
  for (let pass = 0; pass < 2; ++pass) tokens = joinPairs(tokens, wordsOf, isStop);
  const offsets = new Int32Array(table.offsets.length);
  const terms: number[] = [];
  const saysNothing = wordsOf.map((words) => words.every((word) => isPlain[word]));
  for (let text = 0; text + 1 < table.offsets.length; ++text) {
    for (let at = table.offsets[text]!; at < table.offsets[text + 1]!; ++at)
      if (tokens[at]! >= 0 && !saysNothing[tokens[at]!]) terms.push(tokens[at]!);
    offsets[text + 1] = terms.length;
  }
  return {
    offsets,
    terms: Int32Array.from(terms),
    wordsOf,
    folded,
    spellings: wordsOf.map((words) => words.map((word) => spellings[word]!).join(" "))
  };
}

/** Joins two words around a stop word (`bank of america`); each other stop word parts phrases (-1). */
function bridgeStopWords({words, isStop, isPlain}: WordTable, wordsOf: number[][]): Int32Array {
  const size = wordsOf.length;
  const tokens = words.map((word) => (word >= 0 && isStop[word] ? -1 : word));
  const isSubject = (word: number | undefined): boolean =>
    word !== undefined && word >= 0 && !isStop[word] && !isPlain[word];
  const isBridge = (at: number): boolean =>
    words[at]! >= 0 &&
    isStop[words[at]!] === true &&
    isSubject(words[at - 1]) &&
    isSubject(words[at + 1]) &&
    words[at - 1] !== words[at + 1];
  const counts = new Float64Array(size);
  const pairs = new Map<number, Map<number, number>>();
  let total = 0;
  words.forEach((word, at) => {
    if (isSubject(word)) {
      ++counts[word]!;
      ++total;
    }
    if (!isBridge(at)) return;
    const key = words[at - 1]! * size + words[at + 1]!;
    let between = pairs.get(key);
    if (!between) pairs.set(key, (between = new Map<number, number>()));
    between.set(word, (between.get(word) ?? 0) + 1);
  });
  const phrases = new Map<string, number>();
  for (const [key, between] of pairs)
    for (const [stop, count] of between) {
      if (count < MIN_COUNT) continue;
      const [first, second] = [Math.floor(key / size), key % size];
      const association = associate(counts[first]!, counts[second]!, count, total);
      if (association < MIN_BRIDGED_ASSOCIATION) continue;
      phrases.set(`${key} ${stop}`, wordsOf.length);
      wordsOf.push([first, stop, second]);
    }
  for (let at = 1; at + 1 < words.length; ++at) {
    if (!isBridge(at) || tokens[at - 1]! < 0) continue;
    const key = words[at - 1]! * size + words[at + 1]!;
    const phrase = phrases.get(`${key} ${words[at]!}`);
    if (phrase === undefined) continue;
    tokens[at - 1] = phrase;
    tokens[at] = tokens[at + 1] = JOINED;
  }
  return tokens;
}

/** -2 stands where the second part of a phrase was, so that places stay. */
const JOINED = -2;
/** Stop words not counted. */
const MAX_WORDS = 3;

function joinPairs(
  tokens: Int32Array,
  wordsOf: number[][],
  isStop: readonly boolean[]
): Int32Array {
  const lengths = wordsOf.map((words) => words.filter((word) => !isStop[word]).length);
  const size = wordsOf.length;
  const counts = new Float64Array(size);
  const pairs = new Map<number, number>();
  let total = 0;
  eachPair(tokens, (first, second) => {
    if (first >= 0) {
      ++counts[first]!;
      ++total;
    }
    if (first < 0 || second < 0 || first === second) return;
    if (lengths[first]! + lengths[second]! > MAX_WORDS) return;
    const key = first * size + second;
    pairs.set(key, (pairs.get(key) ?? 0) + 1);
  });
  const phrases = new Map<number, number>();
  for (const [key, count] of pairs) {
    if (count < MIN_COUNT) continue;
    const first = Math.floor(key / size);
    const second = key % size;
    if (associate(counts[first]!, counts[second]!, count, total) < MIN_ASSOCIATION) continue;
    phrases.set(key, wordsOf.length);
    wordsOf.push([...wordsOf[first]!, ...wordsOf[second]!]);
  }
  const joined = tokens.slice();
  for (let at = 0; at < joined.length; ++at) {
    const first = joined[at]!;
    if (first < 0) continue;
    const next = nextPlace(joined, at);
    const phrase = next < joined.length ? phrases.get(first * size + joined[next]!) : undefined;
    if (phrase === undefined || joined[next]! < 0) continue;
    joined[at] = phrase;
    joined[next] = JOINED;
  }
  return joined;
}

function eachPair(tokens: Int32Array, tell: (first: number, second: number) => void): void {
  for (let at = 0; at < tokens.length; ++at) {
    if (tokens[at] === JOINED) continue;
    const next = nextPlace(tokens, at);
    tell(tokens[at]!, next < tokens.length ? tokens[next]! : -1);
  }
}

function nextPlace(tokens: Int32Array, at: number): number {
  let next = at + 1;
  while (next < tokens.length && tokens[next] === JOINED) ++next;
  return next;
}

function associate(first: number, second: number, both: number, total: number): number {
  return Math.log((both * total) / (first * second)) / Math.log(total / both);
}
