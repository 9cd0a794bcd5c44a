/** The texts of JSON values that stand one after the other, split where an object or a list ends; nothing is checked. */
export function splitJsonValues(text: string): string[] {
  const values: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; ++i) {
    const char = text.charCodeAt(i);
    if (char === 0x22) i = findQuote(text, i + 1);
    else if (char === 0x7b || char === 0x5b) ++depth;
    else if (char === 0x7d || char === 0x5d) {
      if (--depth > 0) continue;
      values.push(text.slice(start, i + 1));
      start = i + 1;
      depth = 0;
    }
  }
  if (text.slice(start).trim() !== "") values.push(text.slice(start));
  return values;
}

/** The place of the quote that ends a string which begins before `start`; the text's end where there is none. */
export function findQuote(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end >= 0) {
    let slashes = 0;
    while (end - 1 - slashes >= start && text.charCodeAt(end - 1 - slashes) === 0x5c) ++slashes;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
