import {Random} from "../../../src/lib/random.ts";
import type {LinkInput} from "../../../src/match/link/link-input.ts";
import {guessPlan} from "../../../src/match/link/guess-plan.ts";
import type {RawTable} from "../../../src/match/link/plan/column-facts.ts";

const SYLLABLES = "ka lo mi ter sen bau ver hol ring stein man ford ley wick ton ber".split(" ");
const STATES = ["nsw", "vic", "qld", "wa", "sa"];

export interface People {
  readonly table: RawTable;
  readonly keys: readonly string[];
}

/** People who are all different, and a share of them again with one or two slips: `p7` is `p7-again`. */
export function makePeople(count: number, again: number, seed = "people"): People {
  const random = new Random(seed);
  const makeWord = (): string =>
    Array.from({length: random.integer(2, 3)}, () => random.pick(SYLLABLES)).join("");
  const [given, family, towns] = [40, 120, 60].map((size) => Array.from({length: size}, makeWord));
  const people = Array.from({length: count}, () => [
    random.pick(given!),
    random.pick(family!),
    `${random.integer(1, 300)} ${random.pick(family!)} street`,
    random.pick(towns!),
    random.pick(STATES),
    `${random.integer(1930, 2005)}-${pad(random.integer(1, 12))}-${pad(random.integer(1, 28))}`
  ]);
  const twins = people.slice(0, Math.round(count * again)).map((person) => blur(random, person));
  const rows = [...people, ...twins];
  const names = ["given_name", "surname", "address", "town", "state", "born"];
  return {
    keys: rows.map((_, i) => (i < count ? `p${i}` : `p${i - count}-again`)),
    table: {
      columns: names.map((name, column) => ({name, values: rows.map((row) => row[column]!)}))
    }
  };
}

/** The same, living three and three together: they share surname, address, town and state, and far more pairs do than are one. */
export function makeHouseholds(count: number, again: number): People {
  const {table, keys} = makePeople(count, 0);
  const rows = keys.map((_, i) =>
    table.columns.map(({name, values}) =>
      name === "given_name" || name === "born" ? values[i]! : values[i - (i % 3)]!
    )
  );
  const random = new Random("households");
  const twins = rows.slice(0, Math.round(count * again)).map((person) => blur(random, person));
  return {
    keys: [...keys, ...twins.map((_, i) => `p${i}-again`)],
    table: {
      columns: table.columns.map(({name}, column) => ({
        name,
        values: [...rows, ...twins].map((row) => row[column]!)
      }))
    }
  };
}

/** What `link` takes, with a guessed plan. */
export function toLinkInput({table, keys}: People): LinkInput {
  const plan = guessPlan(table);
  return {first: {keys, columns: toColumns(table, plan)}, plan};
}

export function toColumns(table: RawTable, plan: LinkInput["plan"]): LinkInput["first"]["columns"] {
  return plan.columns.map(({name, kind}) => ({
    name,
    kind,
    values: table.columns.find((column) => column.name === name)!.values
  }));
}

function blur(random: Random, person: readonly string[]): string[] {
  const twin = [...person];
  for (const column of random.shuffle([0, 1, 2, 3, 5]).slice(0, random.integer(1, 2)))
    twin[column] = random.chance(0.2) ? "" : misspell(random, twin[column]!);
  return twin;
}

function misspell(random: Random, text: string): string {
  const at = random.integer(1, text.length - 1);
  return random.chance(0.5)
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + random.pick([..."aeioun"]) + text.slice(at + 1);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
