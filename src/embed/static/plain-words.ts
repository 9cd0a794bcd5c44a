import type {CutWord} from "./word-piece.ts";
import {MAX_REMEMBERED, MAX_REMEMBERED_CHARS} from "./word-piece.ts";

/** What a character of a text does; what is above is a letter or digit, and the character that it counts as. */
const BLANK = 0;
const MARK = 1;
const ODD = 2;

/** Places for words, of which at most half are taken. */
const SLOTS = 2 * MAX_REMEMBERED;

/** FNV-1a (Fowler, Noll and Vo, 1991), 32 bits. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/**
 * Cuts texts of printable ASCII, as most are, into BERT's words and these into tokens in one walk: a word that was met before
 * is found by its letters where it stands, so that no string is made of it.
 */
export class PlainWords {
  readonly #cut: CutWord;
  readonly #lowerCases: boolean;
  readonly #roles: Uint8Array;
  readonly #marks = new Map<number, readonly number[]>();
  /** 1 + the place of a word in the lists below; 0 where there is none. */
  readonly #slots = new Int32Array(SLOTS);
  #words: string[] = [];
  #pieces: (readonly number[])[] = [];

  constructor(cut: CutWord, lowerCases: boolean) {
    this.#cut = cut;
    this.#lowerCases = lowerCases;
    this.#roles = toRoles(lowerCases);
  }

  /** Adds the ids of the text's tokens to `ids`; false, and nothing is added, where the text has other characters. */
  encode(text: string, ids: number[]): boolean {
    const roles = this.#roles;
    const {length} = ids;
    let start = -1;
    let hash = HASH_START;
    for (let i = 0; i <= text.length; ++i) {
      const code = i < text.length ? text.charCodeAt(i) : 32;
      const role = code < 128 ? roles[code]! : ODD;
      if (role > ODD) {
        if (start < 0) start = i;
        hash = Math.imul(hash ^ role, HASH_FACTOR);
        continue;
      }
      if (role === ODD) {
        ids.length = length;
        return false;
      }
      if (start >= 0) {
        for (const id of this.#find(text, start, i, hash)) ids.push(id);
        start = -1;
        hash = HASH_START;
      }
      if (role === MARK) for (const id of this.#findMark(code)) ids.push(id);
    }
    return true;
  }

  #find(text: string, start: number, end: number, hash: number): readonly number[] {
    if (end - start > MAX_REMEMBERED_CHARS) return this.#cut(this.#toWord(text, start, end));
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (let entry: number; (entry = this.#slots[slot]!) > 0; slot = (slot + 1) & (SLOTS - 1))
      if (this.#isAt(this.#words[entry - 1]!, text, start, end)) return this.#pieces[entry - 1]!;
    const word = this.#toWord(text, start, end);
    const pieces = this.#cut(word);
    if (this.#words.length === MAX_REMEMBERED) {
      this.#slots.fill(0);
      this.#words = [];
      this.#pieces = [];
    }
    this.#pieces.push(pieces);
    this.#slots[slot] = this.#words.push(word);
    return pieces;
  }

  #isAt(word: string, text: string, start: number, end: number): boolean {
    if (word.length !== end - start) return false;
    for (let i = start; i < end; ++i)
      if (this.#roles[text.charCodeAt(i)] !== word.charCodeAt(i - start)) return false;
    return true;
  }

  #toWord(text: string, start: number, end: number): string {
    const word = text.slice(start, end);
    return this.#lowerCases ? word.toLowerCase() : word;
  }

  #findMark(code: number): readonly number[] {
    let pieces = this.#marks.get(code);
    if (!pieces) this.#marks.set(code, (pieces = this.#cut(String.fromCharCode(code))));
    return pieces;
  }
}

function toRoles(lowerCases: boolean): Uint8Array {
  return Uint8Array.from({length: 128}, (_, code) => {
    const char = String.fromCharCode(code);
    if (/[ \t\n\r]/.test(char)) return BLANK;
    if (/[0-9A-Za-z]/.test(char)) return (lowerCases ? char.toLowerCase() : char).charCodeAt(0);
    return code > 32 && code < 127 ? MARK : ODD;
  });
}
