import {toCost} from "./pace.ts";

/** Texts that lack a vector, each once, by its hash; they go in the order in which they came. */
export class WaitingTexts {
  readonly #texts = new Map<string, string>();
  #cost = 0;

  get size(): number {
    return this.#texts.size;
  }

  /** What embedding all of them costs (`toCost`). */
  get cost(): number {
    return this.#cost;
  }

  has(hash: string): boolean {
    return this.#texts.has(hash);
  }

  add(hash: string, text: string): void {
    if (this.#texts.has(hash)) return;
    this.#texts.set(hash, text);
    this.#cost += toCost(text);
  }

  delete(hash: string): void {
    const text = this.#texts.get(hash);
    if (text === undefined) return;
    this.#texts.delete(hash);
    this.#cost -= toCost(text);
  }

  /** Forgets what nobody has any more. */
  keepOnly(hashes: {has(hash: string): boolean}): void {
    for (const hash of this.#texts.keys()) if (!hashes.has(hash)) this.delete(hash);
  }

  /** The first that lack a vector, by hash and text; those that got one elsewhere go. */
  first(count: number, book: {has(hash: string): boolean}): (readonly [string, string])[] {
    const part: (readonly [string, string])[] = [];
    for (const [hash, text] of this.#texts) {
      if (part.length === count) break;
      if (book.has(hash)) this.delete(hash);
      else part.push([hash, text]);
    }
    return part;
  }
}
