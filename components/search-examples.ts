import type {SearchAnswer, SearchHit} from "../src/index.ts";
import {toClause} from "./search-clauses.ts";

/** A query to begin with, and what it finds. */
export interface SearchExample {
  readonly text: string;
  readonly what: string;
}

const MIN_LETTERS = 5;

/** Queries over what is there, from its newest texts and their facets. */
export function toSearchExamples({hits, facets}: SearchAnswer): SearchExample[] {
  const most = (name: string): string | undefined =>
    facets.find((facet) => facet.name === name)?.values[0]?.value;
  const [place, type, tag, year] = ["in", "type", "tag", "year"].map(most);
  const examples: SearchExample[] = [];
  const word = findWord(hits);
  const other = findWord(hits.filter(({from}) => from === place));
  if (word !== undefined) examples.push({text: word, what: "a word, in all its forms"});
  if (other !== undefined && place !== undefined)
    examples.push({text: `${other} ${toClause("in", place)}`, what: `a word in ${place}`});
  if (type !== undefined) examples.push({text: toClause("type", type), what: "entries of a type"});
  if (tag !== undefined) examples.push({text: toClause("tag", tag), what: "what has a tag"});
  if (year !== undefined && place !== undefined)
    examples.push({
      text: `${toClause("in", place)} after:${year}`,
      what: "texts from a day on, the newest first"
    });
  return examples;
}

/** The first long word of what was found. */
function findWord(hits: readonly SearchHit[]): string | undefined {
  return hits
    .flatMap(({title, snippet}) => `${title.text} ${snippet.text}`.match(/\p{L}+/gu) ?? [])
    .find(({length}) => length >= MIN_LETTERS)
    ?.toLowerCase();
}
