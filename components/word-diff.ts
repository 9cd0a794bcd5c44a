/** A piece of two texts: in both, only in the former, or only in the new one. */
export interface DiffPart {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Comparing costs the words of one text times those of the other; above this the texts stand one after the other. */
const MAX_CELLS = 250_000;

/** How two texts differ, by words; spaces belong to the word before them. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [a, b] = [toWords(before), toWords(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) ++start;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    ++end;
  const middle = diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joinParts([
    ...a.slice(0, start).map(toSame),
    ...middle,
    ...a.slice(a.length - end).map(toSame)
  ]);
}

function toWords(text: string): string[] {
  return text.match(/\s*\S+\s*|\s+/g) ?? [];
}

const toSame = (text: string): DiffPart => ({kind: "same", text});
const toGone = (text: string): DiffPart => ({kind: "gone", text});
const toNew = (text: string): DiffPart => ({kind: "new", text});

/** By the longest sequence of words that both texts have. */
function diffMiddle(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length * b.length > MAX_CELLS) return [...a.map(toGone), ...b.map(toNew)];
  const width = b.length + 1;
  // at [i, j]: how many words the rests of both texts, from i and j on, have in common
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; --i)
    for (let j = b.length - 1; j >= 0; --j)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push(toSame(a[i]!));
      ++i;
      ++j;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
      parts.push(toGone(a[i++]!));
    else parts.push(toNew(b[j++]!));
  }
  return [...parts, ...a.slice(i).map(toGone), ...b.slice(j).map(toNew)];
}

function joinParts(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind)
      joined[joined.length - 1] = {...last, text: last.text + part.text};
    else joined.push(part);
  }
  return joined;
}
