import {markWords, toSnippet} from "../../search/text/snippet.ts";
import type {MatchedTerm, TextHit} from "../../search/text/text-document.ts";
import type {SearchItem} from "./search-item.ts";
import type {HitPlace, HitReason, MarkedText, SearchHit} from "./search.ts";

const TITLE_CHARACTERS = 100;
/** Places of hits that say the same that are told. */
const MAX_PLACES = 50;

/** A hit as it is shown. Of items that say the same the first stands for the others. */
export function toHit(
  [item, ...others]: readonly [SearchItem, ...SearchItem[]],
  {
    score,
    alike,
    hit,
    cosine
  }: {
    score: number;
    alike: number;
    /** What the words found; undefined where meaning alone did. */
    hit: TextHit | undefined;
    cosine: number | undefined;
  }
): SearchHit {
  const {kind, title, texts} = item;
  const terms = hit?.terms ?? [];
  const words = new Set(terms.flatMap(({word}) => word.split(" ")));
  const text = Object.values(texts).join(" · ");
  return {
    kind,
    ...toPlace(item),
    title: toMarkedTitle(title === "" ? text : title, words),
    snippet: title === "" ? {text: "", marks: []} : toSnippet(text, words),
    score,
    why: [
      ...(terms.length > 0 ? [toWordsReason(terms)] : []),
      ...(cosine === undefined ? [] : [{by: "meaning" as const, score: cosine}])
    ],
    alike,
    others: others.slice(0, MAX_PLACES).map(toPlace)
  };
}

function toPlace({end, from, time}: SearchItem): HitPlace {
  return {end, from, time: Number.isNaN(time) ? null : time};
}

function toMarkedTitle(title: string, words: ReadonlySet<string>): MarkedText {
  return title.length > TITLE_CHARACTERS
    ? toSnippet(title, words, TITLE_CHARACTERS)
    : {text: title, marks: markWords(title, words)};
}

function toWordsReason(terms: readonly MatchedTerm[]): HitReason {
  return {
    by: "words",
    words: [...new Set(terms.map(({word}) => word))],
    score: terms.reduce((sum, {score}) => sum + score, 0)
  };
}
