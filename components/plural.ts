/** Nouns with a plural of their own; the commonest among the names of tables. */
const IRREGULAR: readonly (readonly [one: string, many: string])[] = [
  ["person", "people"],
  ["child", "children"],
  ["woman", "women"],
  ["man", "men"]
];

/** The plural of most English nouns; it can be changed where it is wrong. */
export function toPlural(noun: string): string {
  const irregular = replaceEnd(noun, IRREGULAR);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** The singular of most English plurals; a noun that is none stays as it is. */
export function toSingular(noun: string): string {
  const irregular = replaceEnd(
    noun,
    IRREGULAR.map(([one, many]) => [many, one])
  );
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]ies$/i.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/i.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/i.test(noun) ? noun.slice(0, -1) : noun;
}

/** The noun with its last word replaced, in the case of its first letter; undefined where that word has no other form. */
function replaceEnd(
  noun: string,
  pairs: readonly (readonly [from: string, to: string])[]
): string | undefined {
  const word = /\p{L}+$/u.exec(noun)?.[0] ?? "";
  const to = pairs.find(([from]) => from === word.toLowerCase())?.[1];
  if (to === undefined) return undefined;
  const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
  const end = isCapital ? to.charAt(0).toUpperCase() + to.slice(1) : to;
  return noun.slice(0, noun.length - word.length) + end;
}
