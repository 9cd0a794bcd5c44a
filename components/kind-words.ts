import type {Cardinality} from "../src/index.ts";

/** What a sentence about a kind of edge is made of. */
export interface KindWords {
  readonly label: string;
  readonly inverse: string;
  /** What stands at each end, one and many: "item", "items". */
  readonly from: readonly [one: string, many: string];
  readonly to: readonly [one: string, many: string];
}

/** Words that a verb in the third person goes before: "stored in" needs an "is", "holds" needs none. */
const PREPOSITION =
  /\b(in|on|at|of|to|by|with|from|for|after|before|under|over|near|than|as|inside|below|above)$/i;

/** How many there may be at each end, as an example: "An item is stored in one place; a place holds any number of items." */
export function describeCardinality(
  cardinality: Cardinality,
  {label, inverse, from, to}: KindWords
): string {
  const [first, second] = cardinality.split("-to-") as ["many" | "one", "many" | "one"];
  const toEnd = (count: "many" | "one", [one, many]: readonly [string, string]): string =>
    count === "one" ? `one ${one}` : `any number of ${many}`;
  const [out, back] = [toVerb(label), toVerb(inverse)];
  return `${capitalise(withArticle(from[0]))} ${out} ${toEnd(second, to)}; ${withArticle(to[0])} ${back} ${toEnd(first, from)}.`;
}

function toVerb(label: string): string {
  const words = label
    .trim()
    .toLowerCase()
    .replace(/ \(of\)$/, "");
  const [first = ""] = words.split(/\s+/);
  const isVerb = /s$/.test(first) || !PREPOSITION.test(words);
  return isVerb ? words : `is ${words}`;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
