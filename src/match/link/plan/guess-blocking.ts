import type {BlockingRule, MatchKind} from "../match-table.ts";
import type {ColumnFacts} from "./column-facts.ts";

/** Pairs of a rule, for each record, up to which it is worth its time. */
const MAX_PAIRS_PER_RECORD = 6;
const CHEAP_PAIRS = 50_000;
const MAX_RULES = 16;
/** Each column is part of so many rules, so that one that is wrong in two columns is found by a third. */
const RULES_PER_COLUMN = 3;

type By = BlockingRule["by"];

/** How one column brings records together, the strictest first. */
const ALONE: Readonly<Record<MatchKind, readonly By[]>> = {
  name: ["phonetic"],
  text: ["word"],
  code: ["exact"],
  date: ["exact"],
  place: ["fingerprint"],
  number: [],
  category: []
};

export interface PlannedColumn extends ColumnFacts {
  readonly kind: MatchKind;
}

/**
 * Rules that together miss little and compare little: each telling column alone, and two columns together where one
 * alone would bring too many. Chances that two agree are measured, those of two columns multiplied.
 */
export function guessBlocking(columns: readonly PlannedColumn[], records: number): BlockingRule[] {
  const total = (records * (records - 1)) / 2;
  const limit = Math.max(CHEAP_PAIRS, MAX_PAIRS_PER_RECORD * records) / Math.max(1, total);
  const rules: BlockingRule[] = [];
  const uses = new Map<string, number>();
  const add = (by: By, ...names: string[]): void => {
    rules.push({by, columns: names});
    for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  };
  const telling = columns
    .filter(({kind, filled}) => ALONE[kind].length > 0 && filled >= records / 10)
    .sort((a, b) => a.repeats - b.repeats);
  for (const {name, kind, repeats, words} of telling) {
    if (kind === "text" || words > 1.8) add("word", name);
    else if (repeats <= limit) for (const by of ALONE[kind]) add(by, name);
  }
  for (const [a, b] of toPairs(telling)) {
    if (rules.length >= MAX_RULES) break;
    if (a.repeats * b.repeats > limit || isCovered(a, b, uses)) continue;
    const isName = a.kind === "name" || b.kind === "name";
    add(isName ? "phonetic" : "prefix", a.name, b.name);
  }
  const [only] = telling;
  if (rules.length < 3 && only)
    for (const by of ["prefix", "ngram", "word"] as const)
      if (!rules.some((rule) => rule.by === by)) add(by, only.name);
  return rules;
}

function isCovered(a: PlannedColumn, b: PlannedColumn, uses: ReadonlyMap<string, number>): boolean {
  return [a, b].every(({name}) => (uses.get(name) ?? 0) >= RULES_PER_COLUMN);
}

function toPairs<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));
}
