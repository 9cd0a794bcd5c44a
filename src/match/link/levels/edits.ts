/**
 * Whether one text becomes the other by one slip: a letter more, less or another one, or two that changed places (the
 * distance of F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964, of 1).
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) [a, b] = [b, a];
  const longer = b.length - a.length;
  if (longer > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) ++start;
  let end = 0;
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) ++end;
  const rest = a.length - start - end;
  if (longer === 1) return rest === 0;
  return rest === 1 || (rest === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]);
}

/** Whether all letters of the shorter come in the longer, in order, from the same first one: `st` of `street`. */
export function isShortFor(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) ++at;
  return at === short.length;
}
