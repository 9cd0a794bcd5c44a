import {toSourceName} from "../corpus.ts";
import {SENTENCE_END} from "../encode.ts";
import {SentenceSearch, isTelling, readTexts} from "./sentence-search.ts";
import type {Benchmarks} from "./scores.ts";
import {ShingleSearch} from "./shingle-search.ts";

/** What of a set of texts stands in the corpus. */
export interface LeakReport {
  readonly set: string;
  /** Different texts. */
  readonly texts: number;
  /** Their different sentences that are long enough to prove something. */
  readonly sentences: number;
  /** Those that stand in the corpus as a sentence or paragraph, but for case and marks. */
  readonly found: readonly Leak[];
  /** Texts of 8 words or more. */
  readonly longTexts: number;
  /** Those that have 8 words in a row in common with the corpus. */
  readonly shared: number;
  /** Those that have the most in common. */
  readonly worst: readonly (Leak & {readonly share: number})[];
}

interface Leak {
  readonly text: string;
  readonly source: string;
}

export type TextSets = ReadonlyMap<string, readonly string[]>;

const WORST = 3;

/** All texts by name of the set. */
export function toTextSets({rated, labelled, judged}: Benchmarks): TextSets {
  return new Map<string, readonly string[]>([
    ...Array.from(rated, ([name, pairs]) => [name, pairs.flatMap(({texts}) => texts)] as const),
    ...labelled.map(({name, texts}) => [name, texts] as const),
    ...judged.flatMap(({name, documents, queries}) => [
      [`${name} texts`, documents.map(({text}) => text)] as const,
      [`${name} queries`, queries.map(({text}) => text)] as const
    ])
  ]);
}

/** Looks through the corpus once for all sets; `onFile` hears of each file before it is read. */
export async function reportLeaks(
  paths: readonly string[],
  sets: TextSets,
  onFile?: (path: string) => void
): Promise<LeakReport[]> {
  const distinct = Array.from(sets, ([set, texts]) => ({set, texts: [...new Set(texts)]}));
  const all = distinct.flatMap(({texts}) => texts);
  const sentences = new SentenceSearch(all.flatMap(toSentences));
  const shingles = new ShingleSearch(all);
  for (const path of paths) {
    onFile?.(path);
    const source = toSourceName(path);
    for await (const text of readTexts(path)) {
      sentences.look(text, source);
      shingles.look(text, source);
    }
  }
  return distinct.map(({set, texts}) => {
    const own = [...new Set(texts.flatMap(toSentences).filter(isTelling))];
    const told = texts.flatMap((text) => {
      const found = shingles.tell(text);
      return found ? [{text, source: "", ...found}] : [];
    });
    const shared = told.filter(({share}) => share > 0).sort((a, b) => b.share - a.share);
    return {
      set,
      texts: texts.length,
      sentences: own.length,
      found: own.flatMap((text) => {
        const source = sentences.found.get(text);
        return source === undefined ? [] : [{text, source}];
      }),
      longTexts: told.length,
      shared: shared.length,
      worst: shared.slice(0, WORST)
    };
  });
}

/** The text as a whole, and the sentences of its lines. */
function toSentences(text: string): string[] {
  const lines = text.split(/\n+/);
  return [text, ...lines.flatMap((line) => line.split(SENTENCE_END))].map((part) => part.trim());
}
