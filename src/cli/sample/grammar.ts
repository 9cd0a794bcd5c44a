import type {Random} from "../../lib/random.ts";

/** Lists of words and phrases by name; a phrase may hold slots and choices itself. */
export type Words = Readonly<Record<string, readonly string[]>>;

const INNERMOST = /\{([^{}]*)\}/;
const RANGE = /^(\d+)-(\d+)$/;

/**
 * Says templates in words: `{dish}` is one of the list `dish`, `{a|b}` is a or b, `{3-8}` is a number.
 * A speaker remembers: `{dish}` stays the same dish for its life, and `{dish2}` is another one.
 */
export class Speaker {
  private readonly random: Random;
  private readonly words: Words;
  private readonly bound: Map<string, string>;

  constructor(random: Random, words: Words, bound: Readonly<Record<string, string>> = {}) {
    this.random = random;
    this.words = words;
    this.bound = new Map(Object.entries(bound));
  }

  /** The template with every slot and choice filled; throws at a slot that has no list. */
  say(template: string): string {
    let text = template;
    for (let match = INNERMOST.exec(text); match; match = INNERMOST.exec(text)) {
      const before = text.slice(0, match.index);
      text = before + this.fill(match[1]!) + text.slice(match.index + match[0].length);
    }
    return text.replace(/ {2,}/g, " ").trim();
  }

  private fill(slot: string): string {
    if (slot.includes("|")) return this.random.pick(slot.split("|"));
    const range = RANGE.exec(slot);
    if (range) return String(this.random.integer(Number(range[1]), Number(range[2])));
    const known = this.bound.get(slot);
    if (known !== undefined) return known;
    const text = this.say(this.random.pick(this.unused(slot.replace(/\d$/, ""))));
    this.bound.set(slot, text);
    return text;
  }

  private unused(name: string): readonly string[] {
    const list = this.words[name];
    if (!list) throw new Error(`unknown slot: {${name}}`);
    const taken = new Set(this.bound.values());
    const fresh = list.filter((phrase) => !taken.has(phrase));
    return fresh.length > 0 ? fresh : list;
  }
}

/** A text with its first letter in upper case. */
export function toSentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
