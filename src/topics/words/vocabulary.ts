import {LANGUAGES, toStopWords} from "../../lib/stop-words.ts";
import {foldText} from "../../lib/text.ts";
import {PLAIN_WORDS} from "./plain-words.ts";
import {splitWords} from "./split-words.ts";

/** Texts as rows of word numbers; -1 stands where a phrase cannot go on. */
export interface WordTable {
  /** The words of text `t` stand from `offsets[t]` to `offsets[t + 1]`. */
  readonly offsets: Int32Array;
  readonly words: Int32Array;
  /** Each word by which it is known (`foldText`), and how it is written most often. */
  readonly folded: readonly string[];
  readonly spellings: readonly string[];
  /** Whether a word says nothing, or names no subject unless it stands in a phrase. */
  readonly isStop: readonly boolean[];
  readonly isPlain: readonly boolean[];
}

/** A language is spoken here if so many of all words are its common ones, beside those of the commonest language. */
const MIN_STOP_SHARE = 0.25;
const MIN_CHARACTERS = 2;

/** Reads texts into numbers; singular and plural are one word where both occur. */
export function createWordTable(texts: readonly string[]): WordTable {
  const numbers = new Map<string, number>();
  const folded: string[] = [];
  const forms: Map<string, number>[] = [];
  const offsets = new Int32Array(texts.length + 1);
  const words: number[] = [];
  texts.forEach((text, row) => {
    for (const word of splitWords(text)) {
      if (word === "") {
        words.push(-1);
        continue;
      }
      const key = foldText(word).replace(/'s?$/, "");
      let number = numbers.get(key);
      if (number === undefined) {
        numbers.set(key, (number = numbers.size));
        folded.push(key);
        forms.push(new Map());
      }
      const counts = forms[number]!;
      counts.set(word, (counts.get(word) ?? 0) + 1);
      words.push(number);
    }
    words.push(-1);
    offsets[row + 1] = words.length;
  });
  const totals = forms.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const stops = findStopWords(folded, totals);
  const bases = folded.map((word, number) => {
    if (stops.has(word)) return number;
    const base = toSingulars(word).map((form) => numbers.get(form));
    return base.find((other) => other !== undefined && !stops.has(folded[other]!)) ?? number;
  });
  return {
    offsets,
    words: Int32Array.from(words, (number) => (number < 0 ? -1 : bases[number]!)),
    folded,
    spellings: spellWords(forms, totals, bases),
    isStop: folded.map((word) => isStopWord(word, stops)),
    isPlain: folded.map((word) => PLAIN_WORDS.has(word))
  };
}

/** Contractions of stop words are some too: `i'm`, `can't`. */
function isStopWord(word: string, stops: ReadonlySet<string>): boolean {
  return word.split("'").every((part) => stops.has(part) || part.length < MIN_CHARACTERS);
}

/** What a plural may be the plural of (Harman: How effective is suffixing?, 1991); a form counts only if it occurs. */
function toSingulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return [];
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/(?:ch|sh|x|z|ss|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return [word.slice(0, -1)];
}

/** The stop words of all languages that these words are of. */
function findStopWords(folded: readonly string[], totals: readonly number[]): Set<string> {
  const shares = LANGUAGES.map((language) => {
    const stops = toStopWords(language);
    return folded.reduce((sum, word, i) => (stops.has(word) ? sum + totals[i]! : sum), 0);
  });
  const most = Math.max(...shares);
  const found = new Set<string>();
  LANGUAGES.forEach((language, i) => {
    if (shares[i]! === 0 || shares[i]! < most * (1 - MIN_STOP_SHARE)) return;
    for (const word of toStopWords(language)) found.add(word);
  });
  return found;
}

/** Of a word and its plural the one that is written more often, in the case that is the most common. */
function spellWords(
  forms: readonly ReadonlyMap<string, number>[],
  totals: readonly number[],
  bases: readonly number[]
): string[] {
  const chosen = Int32Array.from(bases);
  bases.forEach((base, number) => {
    const best = chosen[base]!;
    if (number !== base && totals[number]! > totals[best]!) chosen[base] = number;
  });
  return bases.map((base) => toCommonest(forms[chosen[base]!]!));
}

function toCommonest(counts: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [form, count] of counts) {
    if (count < most || (count === most && form <= best)) continue;
    best = form;
    most = count;
  }
  return best.replace(/'s?$/, "");
}
