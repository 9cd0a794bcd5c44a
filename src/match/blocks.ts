import type {BlockKeys} from "./block-keys.ts";
import {toBlockKeys, toSearchKeys} from "./block-keys.ts";
import type {MatchRecord} from "./match-record.ts";

/** Records to compare one with, at most: of words and pieces the rarest go first. */
const MAX_CANDIDATES = 600;
/** What is in more records than this tells nothing. */
const MAX_BLOCK = 300;

/** Which records share a key, a word or a piece of a title, without comparing all with all. */
export class Blocks {
  readonly #blocks = new Map<string, string[]>();
  readonly #keysOf = new Map<string, BlockKeys>();

  put(record: MatchRecord): void {
    this.remove(record.id);
    const keys = toBlockKeys(record);
    this.#keysOf.set(record.id, keys);
    for (const key of flatten(keys)) {
      const block = this.#blocks.get(key);
      if (block) block.push(record.id);
      else this.#blocks.set(key, [record.id]);
    }
  }

  remove(id: string): void {
    const keys = this.#keysOf.get(id);
    if (!keys) return;
    this.#keysOf.delete(id);
    for (const key of flatten(keys)) {
      const block = this.#blocks.get(key)!;
      // the order within a block means nothing
      block[block.indexOf(id)] = block.at(-1)!;
      block.pop();
      if (block.length === 0) this.#blocks.delete(key);
    }
  }

  /** Ids of records that may be twins of one. */
  find(record: MatchRecord): Set<string> {
    const {keys, words, pieces} = toSearchKeys(record);
    const found = new Set(keys.flatMap((key) => this.#blocks.get(key) ?? []));
    const blocks = [...new Set([...words, ...pieces])]
      .map((key) => this.#blocks.get(key) ?? [])
      .filter(({length}) => length <= MAX_BLOCK)
      .sort((a, b) => a.length - b.length);
    for (const block of blocks) {
      if (found.size >= MAX_CANDIDATES) break;
      for (const id of block) found.add(id);
    }
    return found;
  }
}

function flatten({keys, words, pieces}: BlockKeys): string[] {
  return [...keys, ...words, ...pieces];
}
