import type {Keyword} from "../../model/topic.ts";

/** So many keywords make a label, as long as no other topic has the same. */
const LABEL_TERMS = 3;

/** A label for each topic from its keywords, no two alike. Nothing to say gives "Topic" and a number. */
export function toLabels(keywords: readonly (readonly Keyword[])[]): string[] {
  const taken = new Set<string>();
  return keywords.map((list, i) => {
    const terms = list.map(({term}) => term);
    let label = terms.slice(0, LABEL_TERMS).join(", ") || `Topic ${i + 1}`;
    for (let more = LABEL_TERMS; taken.has(label) && more < terms.length; ++more)
      label = [...terms.slice(0, LABEL_TERMS), terms[more]!].join(", ");
    const base = label;
    for (let n = 2; taken.has(label); ++n) label = `${base} (${n})`;
    taken.add(label);
    return label;
  });
}
