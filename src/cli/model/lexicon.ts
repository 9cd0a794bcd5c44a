import {readCorpus} from "./corpus.ts";
import type {Tokenizer} from "./tokenizer.ts";

/** One meaning: the words for it, what it is, and how it is used, as token ids. */
export interface Sense {
  readonly lemmas: readonly (readonly number[])[];
  readonly gloss: readonly number[];
  readonly examples: readonly (readonly number[])[];
}

export interface Lexicon {
  readonly senses: readonly Sense[];
  /** For a token that is a whole word: tokens that can stand for it, synonyms and inflections. */
  readonly substitutes: ReadonlyMap<number, readonly number[]>;
}

/**
 * Reads files whose documents are senses: the title holds the words, separated by commas; the first paragraph the gloss,
 * perhaps led by the title and "is"; the others are examples.
 */
export async function readLexicon(
  paths: readonly string[],
  tokenizer: Tokenizer
): Promise<Lexicon> {
  const senses: Sense[] = [];
  for (const path of paths)
    for await (const {title, paragraphs} of readCorpus(path)) {
      const [gloss = "", ...examples] = paragraphs;
      const lead = `${title} is `;
      senses.push({
        lemmas: title.split(", ").map((lemma) => tokenizer.encode(lemma)),
        gloss: tokenizer.encode(gloss.startsWith(lead) ? gloss.slice(lead.length) : gloss),
        examples: examples.map((example) => tokenizer.encode(example))
      });
    }
  return {senses, substitutes: findSubstitutes(senses, tokenizer.tokens)};
}

const INFLECTIONS: readonly (readonly [RegExp, string])[] = [
  [/$/, "s"],
  [/$/, "es"],
  [/$/, "ed"],
  [/$/, "ing"],
  [/e$/, "ed"],
  [/e$/, "ing"],
  [/y$/, "ies"],
  [/y$/, "ied"]
];

function findSubstitutes(
  senses: readonly Sense[],
  tokens: readonly string[]
): Map<number, number[]> {
  const substitutes = new Map<number, Set<number>>();
  const link = (a: number, b: number): void => {
    if (a === b) return;
    if (!substitutes.has(a)) substitutes.set(a, new Set());
    substitutes.get(a)!.add(b);
  };
  for (const {lemmas} of senses) {
    const words = lemmas.flatMap((lemma) => (lemma.length === 1 ? lemma : []));
    for (const a of words) for (const b of words) link(a, b);
  }
  const ids = new Map(tokens.map((token, id) => [token, id]));
  for (const [token, id] of ids) {
    if (!/^[a-z]{3,}$/.test(token)) continue;
    for (const [ending, replacement] of INFLECTIONS) {
      const inflected = ending.test(token)
        ? ids.get(token.replace(ending, replacement))
        : undefined;
      if (inflected === undefined) continue;
      link(id, inflected);
      link(inflected, id);
    }
  }
  return new Map([...substitutes].map(([id, others]) => [id, [...others]]));
}
