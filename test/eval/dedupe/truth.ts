import {createHash} from "node:crypto";
import type {FileTable} from "../../../src/cli/dedupe/input.ts";
import type {MadeTable} from "./made-set.ts";

/** Pairs of keys that are one. */
export type Truth = readonly (readonly [string, string])[];

/** Records, and which of them are one. */
export interface Collection {
  readonly name: string;
  readonly first: FileTable;
  readonly second?: FileTable;
  readonly truth: Truth;
}

/** All pairs within each list. */
export function toPairs<T>(clusters: readonly (readonly T[])[]): (readonly [T, T])[] {
  return clusters.flatMap((all) =>
    all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const))
  );
}

/** Pairs of keys that tell of one thing. */
export function toTwins(
  keys: readonly string[],
  toThing: (key: string, i: number) => string
): Truth {
  const groups = new Map<string, string[]>();
  for (const [i, key] of keys.entries()) {
    const thing = toThing(key, i);
    groups.set(thing, [...(groups.get(thing) ?? []), key]);
  }
  return toPairs([...groups.values()]);
}

export function toFileTable(name: string, {columns, things}: MadeTable): FileTable {
  return {path: name, keys: things.map((_, i) => String(i)), isNumbered: true, columns};
}

/**
 * A collection of one table in two halves, by the hash of the thing that a record tells of: what was chosen by one half can be
 * proved by the other.
 */
export function toHalves({name, first, truth}: Collection): Collection[] {
  const things = toThings(first.keys, truth);
  return ["a", "b"].map((half, side) => {
    const rows = [...first.keys.keys()].filter(
      (i) => (createHash("sha1").update(things.get(first.keys[i]!)!).digest()[0]! & 1) === side
    );
    const keys = rows.map((i) => first.keys[i]!);
    const own = new Set(keys);
    return {
      name: `${name}, half ${half}`,
      first: {
        ...first,
        keys,
        columns: first.columns.map((column) => ({
          ...column,
          values: rows.map((i) => column.values[i]!)
        }))
      },
      truth: truth.filter(([a, b]) => own.has(a) && own.has(b))
    };
  });
}

/** Of each key the first one, as text, of those that are one with it, through others too. */
function toThings(keys: readonly string[], truth: Truth): Map<string, string> {
  const things = new Map(keys.map((key) => [key, key]));
  for (const [a, b] of truth) {
    const [one, other] = [things.get(a), things.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    const [kept, gone] = one < other ? [one, other] : [other, one];
    for (const [key, thing] of things) if (thing === gone) things.set(key, kept);
  }
  return things;
}
