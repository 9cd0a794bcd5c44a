import {dot} from "../../../lib/vectors/dot.ts";
import {toWords} from "../words.ts";

/** How alike two texts are, by their places: more is more alike, 0 where they have nothing in common. */
export type Likeness = (a: number, b: number) => number;

/** Reads texts, to compare them with each other. */
export type ToLikeness = (texts: readonly string[]) => Promise<Likeness> | Likeness;

/** Texts → rows of length 1, one after the other. */
export type Embed = (texts: string[]) => Promise<Float32Array> | Float32Array;

/** Cosines of vectors. */
export function toCosines(embed: Embed): ToLikeness {
  return async (texts) => {
    const vectors = await embed([...texts]);
    const size = vectors.length / texts.length;
    return (a, b) => dot(vectors, a * size, vectors, b * size, size);
  };
}

/** The floor: how many of two texts' distinct words they share (P. Jaccard, "The Distribution of the Flora in the Alpine Zone", 1912). */
export const toOverlaps = (texts: readonly string[]): Likeness => {
  const ids = new Map<string, number>();
  const toId = (word: string): number => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  const rows = texts.map((text) => Uint32Array.from(new Set(toWords(text).map(toId))).sort());
  return (a, b) => {
    const shared = countShared(rows[a]!, rows[b]!);
    return shared === 0 ? 0 : shared / (rows[a]!.length + rows[b]!.length - shared);
  };
};

/** Both ascending. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) ++count;
    if (x <= y) ++i;
    if (y <= x) ++j;
  }
  return count;
}
