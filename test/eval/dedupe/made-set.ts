import type {RawTable} from "../../../src/match/link/plan/column-facts.ts";
import type {Random} from "../../../src/lib/random.ts";

/** Records that were made, and what each of them is: two of one thing are one. */
export interface MadeTable extends RawTable {
  readonly things: readonly number[];
}

export interface MadeSet {
  readonly name: string;
  readonly first: MadeTable;
  readonly second?: MadeTable;
}

/** A row by its columns, and the thing that it tells of. */
export interface MadeRow {
  readonly thing: number;
  readonly values: Readonly<Record<string, string>>;
}

export function toMadeTable(rows: readonly MadeRow[]): MadeTable {
  const names = Object.keys(rows[0]?.values ?? {});
  return {
    things: rows.map(({thing}) => thing),
    columns: names.map((name) => ({name, values: rows.map(({values}) => values[name] ?? "")}))
  };
}

/** A text with one letter gone, doubled or changed for its neighbour. */
export function misspell(random: Random, text: string): string {
  if (text.length < 4) return text;
  const at = random.integer(1, text.length - 2);
  const [before, letter, next, after] = [
    text.slice(0, at),
    text[at]!,
    text[at + 1]!,
    text.slice(at + 2)
  ];
  return random.pick([
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${next}${letter}${after}`
  ]);
}

/** Words of syllables, all different. */
export function makeWords(random: Random, count: number, syllables: readonly string[]): string[] {
  const words = new Set<string>();
  while (words.size < count)
    words.add(Array.from({length: random.integer(2, 3)}, () => random.pick(syllables)).join(""));
  return [...words];
}
