import {foldText} from "./fold-text.ts";

/** Words in a row that two texts seldom have in common by chance. */
const SHINGLE_WORDS = 8;

/** Bits of a table that tells of most runs of words at once that nobody looks for them. */
const FILTER_BITS = 24;

/** Looks for shingles of 8 words (A. Broder, "On the Resemblance and Containment of Documents", 1997) in texts. */
export class ShingleSearch {
  readonly #filter = new Uint8Array(2 ** FILTER_BITS / 8);
  readonly #wanted = new Set<number>();
  /** Where each shingle that was found was found first. */
  readonly #found = new Map<number, string>();

  constructor(texts: Iterable<string>) {
    for (const text of texts)
      for (const shingle of toShingles(text)) {
        this.#wanted.add(shingle);
        this.#filter[toBit(shingle) >>> 3]! |= 1 << (toBit(shingle) & 7);
      }
  }

  look(text: string, source: string): void {
    for (const shingle of toShingles(text)) {
      const bit = toBit(shingle);
      if ((this.#filter[bit >>> 3]! & (1 << (bit & 7))) === 0) continue;
      if (this.#wanted.has(shingle) && !this.#found.has(shingle)) this.#found.set(shingle, source);
    }
  }

  /** What part of a text's shingles was found, and where the first of them; undefined where it has none. */
  tell(text: string): {readonly share: number; readonly source?: string} | undefined {
    const shingles = [...toShingles(text)];
    if (shingles.length === 0) return undefined;
    const sources = shingles.flatMap((shingle) => this.#found.get(shingle) ?? []);
    const [source] = sources;
    return {share: sources.length / shingles.length, ...(source !== undefined && {source})};
  }
}

/** A number of 53 bits for each run of 8 words. */
function* toShingles(text: string): Generator<number> {
  const hashes = foldText(text).split(" ").map(toHash);
  for (let at = 0; at + SHINGLE_WORDS <= hashes.length; ++at) {
    let high = 0;
    let low = 0;
    for (let i = at; i < at + SHINGLE_WORDS; ++i) {
      high = (Math.imul(high, 0x01000193) + hashes[i]!) | 0;
      low = Math.imul(low ^ hashes[i]!, 0x85ebca6b);
      low ^= low >>> 15;
    }
    yield (high >>> 0) * 2 ** 21 + (low >>> 11);
  }
}

/** FNV-1a, 32 bits. */
function toHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; ++i) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

function toBit(shingle: number): number {
  return Math.floor(shingle / 2 ** (53 - FILTER_BITS));
}
