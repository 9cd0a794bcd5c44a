import {toWords} from "../../words.ts";
import type {RawColumn} from "./column-facts.ts";
import type {PlannedColumn} from "./guess-blocking.ts";

/** Records that are looked at, spread over the table. */
const SAMPLE = 2000;
/** Part of the values that others must say already; the rest are slips. */
const MOST = 0.98;
/** Words of a value on average from which it is prose, in which the words of its title stand by nature. */
const PROSE_WORDS = 20;

/**
 * The columns that say only what others of the same record say: copies (`item` beside `name`), parts (`city` beside an
 * address with the city in it), and what is put together of others (a path of places and a name). What a pair shares is
 * weighed by column as if columns had nothing to do with each other, so each of them would count the same thing again.
 * The longest are left out first, since the shorter ones say apart what they say together. Prose repeats nothing.
 */
export function findRepeated(
  planned: readonly PlannedColumn[],
  columns: readonly RawColumn[]
): ReadonlySet<string> {
  const size = columns[0]?.values.length ?? 0;
  const step = Math.max(1, Math.floor(size / SAMPLE));
  const rows = Array.from({length: Math.ceil(size / step)}, (_, i) => i * step);
  const short = planned.filter(({words}) => words < PROSE_WORDS);
  const told = short.map(({name, kind, words}, place) => {
    const {values} = columns.find((column) => column.name === name)!;
    return {name, words, place, parts: rows.map((row) => toParts(values[row]!, kind))};
  });
  const repeated = new Set<string>();
  for (const {name, parts} of told.toSorted((a, b) => b.words - a.words || b.place - a.place)) {
    const others = told.filter((other) => other.name !== name && !repeated.has(other.name));
    if (isTold(parts, others)) repeated.add(name);
  }
  return repeated;
}

function isTold(
  parts: readonly (readonly string[])[],
  others: readonly {readonly parts: readonly (readonly string[])[]}[]
): boolean {
  const filled = [...parts.keys()].filter((row) => parts[row]!.length > 0);
  const already = filled.filter((row) => {
    const said = new Set(others.flatMap((other) => other.parts[row]!));
    return parts[row]!.every((part) => said.has(part));
  });
  return filled.length > 0 && already.length >= MOST * filled.length;
}

/** Words of a text; a day, a number or a code is one thing, and the same only within its kind. */
function toParts(value: string, kind: PlannedColumn["kind"]): string[] {
  if (kind === "date" || kind === "number" || kind === "code") {
    const text = value.trim().toLowerCase();
    return text === "" ? [] : [`${kind} ${text}`];
  }
  return toWords(value);
}
