import type {Keyword} from "../../model/topic.ts";
import type {TermTable} from "./join-phrases.ts";

/** A term tells a group from the others only if its share of the terms of the group is so many times that elsewhere. */
const MIN_LIFT = 1.5;

/**
 * The terms that tell each group of texts from the others, best first, by class-based TF-IDF (Grootendorst: BERTopic, 2022):
 * how often in the group, times log(1 + mean size of a group / how often at all). Each text counts a term once, so that one
 * long text does not speak for all. `groups` gives each text's group from 0, -1 for none.
 */
export function weighTerms(
  table: TermTable,
  groups: ArrayLike<number>,
  count: number,
  top: number
): Keyword[][] {
  const {offsets, terms, spellings, wordsOf} = table;
  const totals = new Float64Array(wordsOf.length);
  const sizes = new Float64Array(count);
  const counts = Array.from({length: count}, () => new Map<number, number>());
  const lastText = new Int32Array(wordsOf.length).fill(-1);
  for (let text = 0; text + 1 < offsets.length; ++text) {
    const group = groups[text]!;
    for (let at = offsets[text]!; at < offsets[text + 1]!; ++at) {
      const term = terms[at]!;
      if (lastText[term] === text) continue;
      lastText[term] = text;
      ++totals[term]!;
      if (group < 0) continue;
      ++sizes[group]!;
      counts[group]!.set(term, (counts[group]!.get(term) ?? 0) + 1);
    }
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const mean = total / Math.max(1, count);
  return counts.map((own, group) => {
    const size = sizes[group]!;
    const isTelling = ([term, times]: [number, number]): boolean =>
      times * (total - size) >= MIN_LIFT * (totals[term]! - times) * size;
    const weighed = [...own].filter(isTelling).map(([term, times]) => ({
      term,
      weight: Math.fround((times / size) * Math.log(1 + mean / totals[term]!))
    }));
    weighed.sort((a, b) => b.weight - a.weight || a.term - b.term);
    return pickVaried(weighed, table, top).map(({term, weight}) => ({
      term: spellings[term]!,
      weight
    }));
  });
}

/** The best, without those all of whose words, or forms of them, have been named. */
function pickVaried<T extends {readonly term: number}>(
  ranked: readonly T[],
  {wordsOf, folded}: TermTable,
  top: number
): T[] {
  const named = new Set<string>();
  const picked: T[] = [];
  for (const item of ranked) {
    if (picked.length === top) break;
    const words = wordsOf[item.term]!.map((word) => folded[word]!);
    if (words.every((word) => isNamed(word, named))) continue;
    for (const word of words) named.add(word);
    picked.push(item);
  }
  return picked;
}

/** Shorter beginnings of words say nothing of their sense. */
const MIN_STEM = 4;

/** Whether a word or one that goes on like it is among others: the shorter may differ in its last letter (`leave`, `leaving`). */
function isNamed(word: string, named: ReadonlySet<string>): boolean {
  if (named.has(word)) return true;
  for (const other of named) {
    const length = Math.min(word.length, other.length) - 1;
    if (length >= MIN_STEM && word.startsWith(other.slice(0, length))) return true;
  }
  return false;
}
