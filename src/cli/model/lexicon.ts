import {groupBy} from "../../lib/group-by.ts";
import {readCorpus, toSourceName} from "./corpus.ts";
import type {Tokenizer} from "./tokenizer.ts";
import type {WordFamilies} from "./word-families.ts";

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

/** The file of the corpus that is a lexicon, without its ending. */
export const LEXICON_SOURCE = "wordnet";

export function isLexicon(path: string): boolean {
  return toSourceName(path) === LEXICON_SOURCE;
}

/** The words and phrases of a lexicon. */
export async function readLemmas(paths: readonly string[]): Promise<Set<string>> {
  const lemmas = new Set<string>();
  for (const path of paths)
    for await (const {title} of readCorpus(path))
      for (const lemma of title.split(", ")) lemmas.add(lemma.toLowerCase());
  return lemmas;
}

/**
 * Reads files whose documents are senses: the title holds the words, separated by commas; the first paragraph the gloss,
 * perhaps led by the title and "is"; the others are examples.
 */
export async function readLexicon(
  paths: readonly string[],
  tokenizer: Tokenizer,
  families: WordFamilies
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
  return {senses, substitutes: findSubstitutes(senses, tokenizer.tokens, families)};
}

function findSubstitutes(
  senses: readonly Sense[],
  tokens: readonly string[],
  {baseOf}: WordFamilies
): Map<number, number[]> {
  const substitutes = new Map<number, Set<number>>();
  const linkAll = (ids: readonly number[]): void => {
    for (const id of ids) {
      const others = substitutes.get(id) ?? new Set();
      for (const other of ids) if (other !== id) others.add(other);
      if (others.size > 0) substitutes.set(id, others);
    }
  };
  for (const {lemmas} of senses)
    linkAll([...new Set(lemmas.flatMap((lemma) => (lemma.length === 1 ? lemma : [])))]);
  const forms = groupBy(tokens.keys(), (id) => baseOf(tokens[id]!));
  for (const [base, ids] of forms) if (base !== null) linkAll(ids);
  return new Map([...substitutes].map(([id, others]) => [id, [...others]]));
}
