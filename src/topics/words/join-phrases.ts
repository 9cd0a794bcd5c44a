import type {WordTable} from "./vocabulary.ts";

/** Terms of texts: words that say something, and phrases of two or three words. */
export interface TermTable {
  /** The terms of text `t`, each as often as it occurs, stand from `offsets[t]` to `offsets[t + 1]`. */
  readonly offsets: Int32Array;
  readonly terms: Int32Array;
  /** The words of each term. */
  readonly wordsOf: readonly (readonly number[])[];
  readonly spellings: readonly string[];
}

/** A phrase occurs so often at least. */
const MIN_COUNT = 3;
/** How much more often than by chance two words follow each other, from -1 (never) to 1 (always). */
const MIN_ASSOCIATION = 0.35;

/**
 * Joins words that follow each other far more often than by chance, by normalised pointwise mutual information (Bouma:
 * Normalized (pointwise) mutual information in collocation extraction, 2009), twice over, so that phrases have up to three
 * words (Mikolov et al.: Distributed representations of words and phrases, 2013).
 */
export function joinPhrases(table: WordTable): TermTable {
  const {isStop, spellings} = table;
  const wordsOf: number[][] = spellings.map((_, word) => [word]);
  let tokens: Int32Array = table.words.map((word) => (word >= 0 && isStop[word] ? -1 : word));
  for (let pass = 0; pass < 2; ++pass) tokens = joinPairs(tokens, wordsOf);
  const offsets = new Int32Array(table.offsets.length);
  const terms: number[] = [];
  for (let text = 0; text + 1 < table.offsets.length; ++text) {
    for (let at = table.offsets[text]!; at < table.offsets[text + 1]!; ++at)
      if (tokens[at]! >= 0) terms.push(tokens[at]!);
    offsets[text + 1] = terms.length;
  }
  return {
    offsets,
    terms: Int32Array.from(terms),
    wordsOf,
    spellings: wordsOf.map((words) => words.map((word) => spellings[word]!).join(" "))
  };
}

/** -2 stands where the second part of a phrase was, so that places stay. */
const JOINED = -2;
const MAX_WORDS = 3;

function joinPairs(tokens: Int32Array, wordsOf: number[][]): Int32Array {
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
    if (wordsOf[first]!.length + wordsOf[second]!.length > MAX_WORDS) return;
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
