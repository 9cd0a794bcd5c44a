import {toPlainText} from "../../lib/text-fingerprint.ts";
import type {ColumnPair, SourceColumn, SourceRecords} from "./source-records.ts";

/** Values of a column that are looked at. */
const MAX_VALUES = 2000;
/** The share of values that two columns have in common, of the fewer ones, from which they are taken for the same. */
const MIN_SHARED = 0.1;

/**
 * Which column of one source is compared with which of the other: first those of the same name, then those that share
 * the most values. Within one source each with itself.
 */
export function pairColumns(first: SourceRecords, second?: SourceRecords): ColumnPair[] {
  if (!second) return first.columns.map(({name}) => ({first: name, second: name}));
  const pairs = new Map<string, string>();
  const free = new Map(second.columns.map((column) => [column.name, column]));
  const take = (one: string, other: string): void => {
    pairs.set(one, other);
    free.delete(other);
  };
  for (const {name, label} of first.columns) {
    const same = [...free.values()].find(
      (column) => isSameName(column.name, name) || isSameName(column.label, label)
    );
    if (same) take(name, same.name);
  }
  const rest = first.columns
    .filter(({name}) => !pairs.has(name))
    .flatMap((column) =>
      [...free.values()].map((other) => ({column, other, shared: toShared(column, other)}))
    )
    .filter(({shared}) => shared >= MIN_SHARED)
    .sort((a, b) => b.shared - a.shared);
  for (const {column, other} of rest)
    if (!pairs.has(column.name) && free.has(other.name)) take(column.name, other.name);
  return first.columns.flatMap(({name}) => {
    const other = pairs.get(name);
    return other === undefined ? [] : [{first: name, second: other}];
  });
}

function isSameName(a: string, b: string): boolean {
  const toPlain = (name: string): string => toPlainText(name.replaceAll("_", " "));
  return toPlain(a).replaceAll(" ", "") === toPlain(b).replaceAll(" ", "");
}

function toShared(a: SourceColumn, b: SourceColumn): number {
  const [some, others] = [toValues(a), toValues(b)];
  let shared = 0;
  for (const value of some) if (others.has(value)) ++shared;
  return shared / Math.max(1, Math.min(some.size, others.size));
}

function toValues({values}: SourceColumn): Set<string> {
  const step = Math.max(1, Math.floor(values.length / MAX_VALUES));
  const found = new Set<string>();
  for (let i = 0; i < values.length; i += step) {
    const plain = toPlainText(values[i]!);
    if (plain !== "") found.add(plain);
  }
  return found;
}
