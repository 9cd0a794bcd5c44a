/** The phrases of a text between bars; line breaks inside a phrase are blanks. */
export function listOf(text: string): readonly string[] {
  return text.split("|").map((phrase) => phrase.replace(/\s+/g, " ").trim());
}

/** The words of a text between blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
