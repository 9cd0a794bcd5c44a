import {foldText, toText} from "../../lib/text.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";

/** An entry that a text can name. */
export interface Named {
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

/** A title in a text: the words from one to another. */
export interface Mention {
  readonly named: Named;
  /** Places in the text. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/** A name that more entries have names none of them. */
const MAX_NAMESAKES = 3;
const MIN_NAME_LENGTH = 3;
/** A mention of one word is one only where the word is long: short ones are everywhere. */
const MIN_WORD_LENGTH = 6;
const MAX_WORDS = 10;

/** The entries by their titles and keys, to find them in texts. */
export class TitleIndex {
  /** By folded title or key. */
  readonly #names = new Map<string, Named[]>();
  /** By the folded words of titles that may be mentioned. */
  readonly #mentions = new Map<string, Named[]>();
  /** By first word: how many words such titles have, most first. */
  readonly #lengths = new Map<string, number[]>();
  /** By the first word of titles of several. */
  readonly #firsts = new Map<string, Named[]>();

  add(entry: Entry, type: EntryType | undefined): void {
    const {id, title} = entry;
    const named = {id, type: entry.type, title};
    const key = type?.keyField == null ? "" : toText(entry.fields[type.keyField]);
    for (const name of new Set([title, key].map(toName)))
      if (isName(name)) push(this.#names, name, named);
    const words = toWords(title).map(({word}) => word);
    if (words.length > 1) push(this.#firsts, words[0]!, named);
    if (!isMentionable(words)) return;
    push(this.#mentions, words.join(" "), named);
    const lengths = this.#lengths.get(words[0]!) ?? [];
    if (lengths.includes(words.length)) return;
    this.#lengths.set(
      words[0]!,
      [...lengths, words.length].sort((a, b) => b - a)
    );
  }

  /** The entries that a text as a whole names; none where too many have that name. */
  findNamed(text: string): readonly Named[] {
    return few(this.#names.get(toName(text)));
  }

  /** The entries whose title of several words begins with a name; none where too many do. */
  findFirst(name: string): readonly Named[] {
    return few(this.#firsts.get(toName(name)));
  }

  /** The titles that stand in a text as whole words, the longest at each place. */
  findMentions(text: string): Mention[] {
    const words = toWords(text);
    const mentions: Mention[] = [];
    for (let i = 0; i < words.length;) {
      const found = this.#findAt(words, i, mentions);
      i += Math.max(1, found);
    }
    return mentions;
  }

  /** Adds what stands at a word; gives how many words that are. */
  #findAt(words: readonly Word[], index: number, mentions: Mention[]): number {
    const lengths = this.#lengths.get(words[index]!.word) ?? [];
    for (const length of lengths) {
      if (index + length > words.length) continue;
      const run = words.slice(index, index + length);
      const found = few(this.#mentions.get(run.map(({word}) => word).join(" ")));
      if (found.length === 0) continue;
      const [start, end] = [run[0]!.start, run.at(-1)!.end];
      mentions.push(...found.map((named) => ({named, start, end, words: length})));
      return length;
    }
    return 0;
  }
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function toName(text: string): string {
  return foldText(text).replace(/\s+/g, " ").trim();
}

/** A number alone names nothing. */
function isName(name: string): boolean {
  return name.length >= MIN_NAME_LENGTH && /\p{L}/u.test(name);
}

function toWords(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({0: word, index}) => ({
    word: foldText(word),
    start: index,
    end: index + word.length
  }));
}

function isMentionable(words: readonly string[]): boolean {
  const [first = ""] = words;
  const isLong = words.length > 1 || (first.length >= MIN_WORD_LENGTH && /\p{L}/u.test(first));
  return isLong && words.length <= MAX_WORDS;
}

function few(named: readonly Named[] = []): readonly Named[] {
  return named.length > MAX_NAMESAKES ? [] : named;
}

function push(map: Map<string, Named[]>, key: string, named: Named): void {
  const all = map.get(key);
  if (!all) map.set(key, [named]);
  else if (all.length <= MAX_NAMESAKES) all.push(named);
}
