const PREFIX_LETTERS = 4;
const PREFIX_PART = 0.1;

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
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const taken = new Uint8Array(b.length);
  const matched: string[] = [];
  for (let i = 0; i < a.length; ++i) {
    const last = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; ++j) {
      if (taken[j] === 1 || a[i] !== b[j]) continue;
      taken[j] = 1;
      matched.push(a[i]!);
      break;
    }
  }
  if (matched.length === 0) return 0;
  const others = [...taken.keys()].filter((j) => taken[j] === 1).map((j) => b[j]!);
  const moved = matched.filter((letter, i) => letter !== others[i]).length / 2;
  const count = matched.length;
  return (count / a.length + count / b.length + (count - moved) / count) / 3;
}
