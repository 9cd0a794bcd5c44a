import {toPlainText} from "../lib/text-fingerprint.ts";

/** Texts that say the same, as one: a topic is no larger for being copied. */
export interface CollapsedTexts {
  readonly count: number;
  /** Which of the different texts each text is; -1 where it has no vector. */
  readonly nodes: Int32Array;
  /** The first text of each. */
  readonly firsts: Int32Array;
  /** Their vectors, row by row. */
  readonly vectors: Float32Array;
}

/** Letters beyond these hardly tell long texts apart that begin alike. */
const MAX_CHARACTERS = 4000;

/** Texts are the same if they differ only in case, accents, marks, blanks and numbers. */
export function collapseTexts(
  texts: readonly string[],
  vectors: Float32Array,
  dimensions: number
): CollapsedTexts {
  const known = new Map<string, number>();
  const firsts: number[] = [];
  const nodes = Int32Array.from(texts, (text, row) => {
    if (!hasVector(vectors, dimensions, row)) return -1;
    const key = toPlainText(text.slice(0, MAX_CHARACTERS)).replace(/\d+/g, "0");
    let node = known.get(key);
    if (node === undefined) {
      known.set(key, (node = firsts.length));
      firsts.push(row);
    }
    return node;
  });
  const own = new Float32Array(firsts.length * dimensions);
  firsts.forEach((row, node) =>
    own.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), node * dimensions)
  );
  return {count: firsts.length, nodes, firsts: Int32Array.from(firsts), vectors: own};
}

function hasVector(vectors: Float32Array, dimensions: number, row: number): boolean {
  for (let i = row * dimensions; i < (row + 1) * dimensions; ++i) if (vectors[i] !== 0) return true;
  return false;
}
