const PREFIX_LETTERS = 4;
const PREFIX_PART = 0.1;

/** Marks of letters that are taken already; grown as texts are longer, so that a comparison allocates nothing. */
let takenOfA = new Uint8Array(64);
let takenOfB = new Uint8Array(64);

/**
 * How alike two texts are, from 0 to 1 (M. A. Jaro 1989, with W. E. Winkler's reward for a common beginning, "String
 * Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage", 1990).
 */
export function toJaroWinkler(a: string, b: string): number {
  const jaro = toJaro(a, b);
  let prefix = 0;
  while (prefix < PREFIX_LETTERS && prefix < a.length && a[prefix] === b[prefix]) ++prefix;
  return jaro + prefix * PREFIX_PART * (1 - jaro);
}

function toJaro(a: string, b: string): number {
  if (a === b) return a === "" ? 0 : 1;
  const count = takeCommon(a, b);
  if (count === 0) return 0;
  const moved = countMoved(a, b) / 2;
  return (count / a.length + count / b.length + (count - moved) / count) / 3;
}

/** Marks letters that both have close to the same place; gives how many. */
function takeCommon(a: string, b: string): number {
  if (takenOfA.length < a.length) takenOfA = new Uint8Array(2 * a.length);
  if (takenOfB.length < b.length) takenOfB = new Uint8Array(2 * b.length);
  takenOfA.fill(0, 0, a.length);
  takenOfB.fill(0, 0, b.length);
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  let count = 0;
  for (let i = 0; i < a.length; ++i) {
    const last = Math.min(b.length - 1, i + reach);
    const letter = a.charCodeAt(i);
    for (let j = Math.max(0, i - reach); j <= last; ++j) {
      if (takenOfB[j] === 1 || letter !== b.charCodeAt(j)) continue;
      takenOfA[i] = takenOfB[j] = 1;
      ++count;
      break;
    }
  }
  return count;
}

function countMoved(a: string, b: string): number {
  let moved = 0;
  for (let i = 0, j = 0; i < a.length; ++i) {
    if (takenOfA[i] === 0) continue;
    while (takenOfB[j] === 0) ++j;
    if (a.charCodeAt(i) !== b.charCodeAt(j++)) ++moved;
  }
  return moved;
}
