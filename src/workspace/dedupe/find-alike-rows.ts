import type {QueryResult} from "../../model/query-result.ts";
import type {Compute} from "../compute/compute.ts";
import type {DuplicatePlan} from "./duplicate-plan.ts";
import {packLink} from "./packed-link.ts";
import {toRecords} from "./read-table.ts";
import type {Sides} from "./search-run.ts";
import {toLinkRun} from "./search-run.ts";
import type {SearchWork} from "./search-sources.ts";
import type {SourceRecords} from "./source-records.ts";

/** Below it a pair is rather two. */
const LIKELY = 0.5;

/** A new row that looks like one that is there. */
export interface AlikeRow {
  readonly probability: number;
  /** Values by column: of the row that is there, and of the new one. */
  readonly known: readonly string[];
  readonly fresh: readonly string[];
}

/** New rows that look like ones that are there, the surest first; each once, with the likeliest. */
export interface AlikeRows {
  /** Columns as people read them: those of the key that are not compared, then what is compared. */
  readonly columns: readonly string[];
  /** How many of the columns, from the first on, only name the rows. */
  readonly names: number;
  readonly rows: readonly AlikeRow[];
}

export interface AlikeSources {
  readonly compute: Compute;
  readonly guess: (sides: Sides) => DuplicatePlan;
  readonly known: SourceRecords;
}

/** Links rows that are about to come with those that are there. Rows that are the same, or of the same key, are no news. */
export async function findAlikeRows(
  {compute, guess, known}: AlikeSources,
  rows: QueryResult,
  {key, signal, ...work}: SearchWork & {readonly key: readonly string[]}
): Promise<AlikeRows> {
  const columns = await toRecords(rows, signal);
  const all = {source: known.source, ends: toNumbers(rows.numRows), columns};
  const names = key.length > 0 ? key : columns.map(({name}) => name);
  const there = new Set(known.ends.map((_, row) => toText(known, row, names)));
  const fresh = all.ends.flatMap((_, row) => (there.has(toText(all, row, names)) ? [] : [row]));
  const second = takeRows(all, fresh);
  const plan = guess({first: known, second});
  if (plan.columns.length === 0 || fresh.length === 0 || known.ends.length === 0)
    return {columns: [], names: 0, rows: []};
  const {input} = toLinkRun({first: known, second}, plan, []);
  const {a, b, probability, threshold} = await compute.run("link", packLink(input), {
    ...work,
    ...(signal && {signal})
  });
  const compared = plan.pairs.filter(({first}) => plan.columns.some(({name}) => name === first));
  const naming = key
    .filter((name) => known.columns.some((column) => column.name === name))
    .filter((name) => !compared.some(({first}) => first === name))
    .map((name) => ({first: name, second: name}));
  const shown = [...naming, ...compared];
  const found = new Map<number, AlikeRow>();
  for (const [i, chance] of probability.entries()) {
    if (chance < Math.max(LIKELY, threshold) || found.has(b[i]!)) continue;
    found.set(b[i]!, {
      probability: chance,
      known: shown.map((pair) => toValue(known, a[i]!, pair.first)),
      fresh: shown.map((pair) => toValue(second, b[i]!, pair.second))
    });
  }
  const labels = shown.map(({first}) => known.columns.find(({name}) => name === first)!.label);
  return {columns: labels, names: naming.length, rows: [...found.values()]};
}

function takeRows({columns, ...rest}: SourceRecords, rows: readonly number[]): SourceRecords {
  return {
    ...rest,
    ends: rows.map(String),
    columns: columns.map((one) => ({...one, values: rows.map((row) => one.values[row]!)}))
  };
}

function toText(records: SourceRecords, row: number, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => toValue(records, row, name)));
}

function toValue({columns}: SourceRecords, row: number, name: string): string {
  return columns.find((column) => column.name === name)?.values[row] ?? "";
}

function toNumbers(count: number): string[] {
  return Array.from({length: count}, (_, i) => String(i));
}
