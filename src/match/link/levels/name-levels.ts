import {toMetaphone} from "../../../lib/metaphone.ts";
import {toJaroWinkler} from "../../jaro-winkler.ts";
import {toWords} from "../../words.ts";
import type {LinkColumn} from "../link-tables.ts";
import {createColumnComparer} from "./column-comparer.ts";
import type {Comparer, Level} from "./comparer.ts";
import {MISSING, numberLevels} from "./comparer.ts";
import {isOneSlip} from "./edits.ts";

const NEAR = 0.92;
const ALIKE = 0.84;
const MIN_SLIP_LETTERS = 3;

const LEVELS = [
  {name: "same", expected: 0.72},
  {name: "same words in another order", expected: 0.01},
  {name: "stands in another column", expected: 0.03},
  {name: "one letter differs", expected: 0.08},
  {name: "nearly the same", expected: 0.04},
  {name: "short form", expected: 0.02},
  {name: "sounds the same", expected: 0.02},
  {name: "alike", expected: 0.02},
  {name: "different", expected: 0.06},
  MISSING
] as const satisfies readonly Level[];
const [SAME, SORTED, SWAPPED, SLIP, CLOSE, SHORT, SOUND, LIKE, OTHER] = numberLevels(LEVELS);

interface Name {
  readonly plain: string;
  readonly words: readonly string[];
  /** The words in alphabetical order, without blanks. */
  readonly letters: string;
  sound?: string;
}

/** Names of people, places and things of a word or two. `siblings` are the other columns of names, where it may stand by mistake. */
export function compareNames(column: LinkColumn, siblings: readonly LinkColumn[]): Comparer {
  const names = column.texts.map(toName);
  const plainOf = (one: LinkColumn): readonly string[] =>
    one.texts.map((text) => toWords(text).join(" "));
  const others = siblings.map((one) => ({ids: one.ids, plains: plainOf(one)}));
  const {ids} = column;
  const isSwapped = (a: number, b: number): boolean =>
    others.some(({ids: theirs, plains}) => {
      const [x, y] = [theirs[a]!, theirs[b]!];
      // both, or one value that is the same would count twice
      return (
        x !== -1 &&
        y !== -1 &&
        names[ids[a]!]!.plain === plains[y] &&
        names[ids[b]!]!.plain === plains[x]
      );
    });
  return createColumnComparer(column, {
    levels: LEVELS,
    forms: names.map(({plain}) => plain),
    compare(x, y, a, b) {
      const level = compareTwo(names[x]!, names[y]!);
      return level > SLIP && others.length > 0 && isSwapped(a, b) ? SWAPPED : level;
    }
  });
}

function toName(text: string): Name {
  const words = toWords(text);
  return {plain: words.join(" "), words, letters: words.toSorted().join("")};
}

function compareTwo(a: Name, b: Name): number {
  if (a.plain === b.plain) return SAME;
  if (a.letters === b.letters) return SORTED;
  if (Math.min(a.plain.length, b.plain.length) >= MIN_SLIP_LETTERS && isOneSlip(a.plain, b.plain))
    return SLIP;
  const likeness = toJaroWinkler(a.plain, b.plain);
  if (likeness >= NEAR) return CLOSE;
  if (isShortForm(a.words, b.words) || isShortForm(b.words, a.words)) return SHORT;
  if (toSound(a) === toSound(b) && a.sound !== "") return SOUND;
  return likeness >= ALIKE ? LIKE : OTHER;
}

/** `J. Smith` of `John Smith`: each word is a word of the other, or begins one; at least one is whole, or there is but one. */
function isShortForm(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length) return false;
  let at = 0;
  let whole = 0;
  for (const word of short) {
    while (at < long.length && !long[at]!.startsWith(word)) ++at;
    if (at === long.length) return false;
    if (long[at++] === word) ++whole;
  }
  return whole > 0 || short.length === 1;
}

function toSound(name: Name): string {
  return (name.sound ??= name.words.map(toMetaphone).join(" "));
}
