import type {Keyword} from "../../model/topic.ts";
import type {TermTable} from "./join-phrases.ts";

/**
 * The terms that tell each group of texts from the others, best first, by class-based TF-IDF (Grootendorst: BERTopic, 2022):
 * how often in the group, times log(1 + mean size of a group / how often at all). Each text counts a term once, so that one
 * long text does not speak for all. `groups` gives each text's group from 0, -1 for none.
 */
export function weighTerms(
  {offsets, terms, spellings, wordsOf}: TermTable,
  groups: ArrayLike<number>,
  count: number,
  top: number
): Keyword[][] {
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
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, count);
  return counts.map((own, group) => {
    const weighed = [...own].map(([term, times]) => ({
      term,
      weight: Math.fround((times / sizes[group]!) * Math.log(1 + mean / totals[term]!))
    }));
    weighed.sort((a, b) => b.weight - a.weight || a.term - b.term);
    return pickVaried(weighed, wordsOf, top).map(({term, weight}) => ({
      term: spellings[term]!,
      weight
    }));
  });
}

/** The best, without those all of whose words have been named. */
function pickVaried<T extends {readonly term: number}>(
  ranked: readonly T[],
  wordsOf: readonly (readonly number[])[],
  top: number
): T[] {
  const named = new Set<number>();
  const picked: T[] = [];
  for (const item of ranked) {
    if (picked.length === top) break;
    const words = wordsOf[item.term]!;
    if (words.every((word) => named.has(word))) continue;
    for (const word of words) named.add(word);
    picked.push(item);
  }
  return picked;
}
