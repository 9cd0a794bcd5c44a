/** A text of at most so many characters; where some are left out, it says so at its end. */
export function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}
