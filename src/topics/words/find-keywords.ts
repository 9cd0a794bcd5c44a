import type {Keyword} from "../../model/topic.ts";
import {weighTerms} from "./class-tf-idf.ts";
import {joinPhrases} from "./join-phrases.ts";
import {createWordTable} from "./vocabulary.ts";

const KEYWORDS = 10;

/**
 * The words and phrases that tell each text from the others, best first; with `groups`, each group's number from 0 for each
 * text (-1 for none), those that tell each group from the others.
 */
export function findKeywords(
  texts: readonly string[],
  groups: ArrayLike<number> = texts.map((_, text) => text),
  top = KEYWORDS
): Keyword[][] {
  let count = 0;
  for (let text = 0; text < groups.length; ++text) count = Math.max(count, groups[text]! + 1);
  return weighTerms(joinPhrases(createWordTable(texts)), groups, count, top);
}
