/** The plural of most English nouns; it can be changed where it is wrong. */
export function toPlural(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** The singular of most English plurals; a noun that is none stays as it is. */
export function toSingular(noun: string): string {
  if (/[^aeiou]ies$/i.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/i.test(noun)) return noun.slice(0, -2);
  return /[^su]s$/i.test(noun) ? noun.slice(0, -1) : noun;
}
