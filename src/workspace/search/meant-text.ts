import {parseQuery} from "../../search/text/parse-query.ts";

const FACETS = new Set(["kind", "type", "in", "tag", "year"]);

/** What a query says in words, without what it narrows by and what it excludes: what a model is asked. */
export function toMeantText(text: string): string {
  const {clauses} = parseQuery(text, {
    isField: (name) => !FACETS.has(name),
    isFacet: (name) => FACETS.has(name),
    now: 0,
    isTyping: false
  });
  return clauses
    .filter(({isExcluded}) => !isExcluded)
    .flatMap(({any}) => any.flatMap((wanted) => (wanted.kind === "words" ? [wanted.typed] : [])))
    .join(" ");
}
