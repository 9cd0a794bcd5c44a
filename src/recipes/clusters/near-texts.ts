import {distance} from "fastest-levenshtein";

/** Letters for each that may differ: of four letters one, of eight two; short words are unlike soon. */
const LETTERS_PER_EDIT = 4;

/** Two texts that are near, by their places in the list. */
export type Pair = readonly [number, number];

export interface NearOptions {
  /** The most letters that may differ (Levenshtein). */
  readonly radius: number;
  /** The most pairs to measure. */
  readonly maxCandidates: number;
  /** Called for each text: gives the page a turn, or nothing when it is not yet time. */
  readonly pause: () => Promise<void> | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Pairs of texts within an edit distance, found without comparing all: a text cut into one piece more than there may be
 * edits shares a piece with each text that is near, close to the same place (Li, Deng, Wang, Feng: "Pass-Join: A
 * Partition-based Method for Similarity Joins", PVLDB 5(3), 2011). None is missed unless `maxCandidates` is reached,
 * which the answer tells. Texts whose digits differ are not near: `Room 1` is no misspelt `Room 2`.
 */
export async function findNearTexts(
  texts: readonly string[],
  {radius, maxCandidates, pause, onProgress}: NearOptions
): Promise<{pairs: Pair[]; isComplete: boolean}> {
  const order = texts.map((_, i) => i).sort((a, b) => texts[a]!.length - texts[b]!.length || a - b);
  const digits = texts.map((text) => text.replace(/\D+/g, ""));
  const index = new PieceIndex(radius + 1);
  const seenBy = new Int32Array(texts.length).fill(-1);
  const pairs: Pair[] = [];
  let candidates = 0;
  for (const [done, i] of order.entries()) {
    const text = texts[i]!;
    const edits = Math.min(radius, Math.floor(text.length / LETTERS_PER_EDIT));
    for (const others of index.find(text, edits)) {
      for (const j of others) {
        if (seenBy[j] === i || digits[i] !== digits[j]) continue;
        seenBy[j] = i;
        if (++candidates > maxCandidates) return {pairs, isComplete: false};
        if (distance(text, texts[j]!) <= edits) pairs.push([j, i]);
      }
      const turn = pause();
      if (turn) {
        onProgress?.(done);
        await turn;
      }
    }
    index.add(text, i);
  }
  return {pairs, isComplete: true};
}

/** Texts by their length and by the pieces that they are cut into. */
class PieceIndex {
  readonly #pieces: number;
  /** By length, then by the piece's number, then by the piece. */
  readonly #lists = new Map<number, Map<string, number[]>[]>();

  constructor(pieces: number) {
    this.#pieces = pieces;
  }

  add(text: string, i: number): void {
    const cuts = this.#cut(text.length);
    let maps = this.#lists.get(text.length);
    if (!maps) {
      maps = cuts.map(() => new Map<string, number[]>());
      this.#lists.set(text.length, maps);
    }
    for (const [n, {start, length}] of cuts.entries()) {
      const piece = text.slice(start, start + length);
      const list = maps[n]!.get(piece);
      if (list) list.push(i);
      else maps[n]!.set(piece, [i]);
    }
  }

  /** Lists of texts no longer than this one that share a piece with it, where `edits` leave it. */
  *find(text: string, edits: number): Generator<readonly number[]> {
    for (let length = text.length - edits; length <= text.length; ++length) {
      const maps = this.#lists.get(length);
      if (!maps) continue;
      const longer = text.length - length;
      for (const [n, cut] of this.#cut(length).entries()) {
        const first = Math.max(0, cut.start - ((edits - longer) >> 1));
        const last = Math.min(text.length - cut.length, cut.start + ((edits + longer) >> 1));
        for (let start = first; start <= last; ++start) {
          const list = maps[n]!.get(text.slice(start, start + cut.length));
          if (list) yield list;
        }
      }
    }
  }

  /** Even pieces, the longer ones last; none is empty. */
  #cut(length: number): {start: number; length: number}[] {
    const count = Math.min(this.#pieces, length);
    const short = Math.floor(length / count);
    const shorts = count - (length % count);
    return Array.from({length: count}, (_, n) => ({
      start: n * short + Math.max(0, n - shorts),
      length: n < shorts ? short : short + 1
    }));
  }
}
