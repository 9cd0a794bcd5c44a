import {isSame} from "../lib/same.ts";
import type {Fields} from "./entry.ts";

/** One of two things that are to become one. */
export interface MergeSide {
  readonly title: string;
  readonly fields: Fields;
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly updated: number;
}

/** Whose value a field gets: the kept one's, the other's, or both, where they can stand together. */
export type SideChoice = "kept" | "other" | "both";

/** What decides all fields at once; `complete` is the side with more fields filled. */
export type MergeRule = "newest" | "longest" | "complete" | "both";

/** A field in which two things differ. */
export interface MergeField {
  readonly name: string;
  readonly kept: unknown;
  readonly other: unknown;
  /** Both values as one; undefined where that makes no sense. */
  readonly both: unknown;
}

/** The fields in which two things differ. */
export function findDifferences(kept: MergeSide, other: MergeSide): MergeField[] {
  const names = [...new Set([...Object.keys(kept.fields), ...Object.keys(other.fields)])];
  return names.flatMap((name) => {
    const [mine, theirs] = [getOwn(kept.fields, name), getOwn(other.fields, name)];
    return isSame(mine, theirs) || (isEmpty(mine) && isEmpty(theirs))
      ? []
      : [{name, kept: mine, other: theirs, both: toBoth(mine, theirs)}];
  });
}

/** What a rule says of each field in which two things differ, by its name. A value is always better than none. */
export function chooseAll(
  kept: MergeSide,
  other: MergeSide,
  rule: MergeRule
): Map<string, SideChoice> {
  const isOtherBetter =
    rule === "complete" ? countFilled(other) > countFilled(kept) : other.updated > kept.updated;
  const choose = (field: MergeField): SideChoice => {
    if (isEmpty(field.other)) return "kept";
    if (isEmpty(field.kept)) return "other";
    if (rule === "both" && field.both !== undefined) return "both";
    if (rule === "longest") return toLength(field.other) > toLength(field.kept) ? "other" : "kept";
    return isOtherBetter ? "other" : "kept";
  };
  return new Map(findDifferences(kept, other).map((field) => [field.name, choose(field)]));
}

/** The kept one's fields with what was chosen. */
export function toMerged(
  kept: MergeSide,
  fields: readonly MergeField[],
  choices: ReadonlyMap<string, SideChoice>
): Fields {
  const merged = new Map(Object.entries(kept.fields));
  for (const field of fields) {
    const value = field[choices.get(field.name) ?? "kept"];
    if (value === undefined) merged.delete(field.name);
    else merged.set(field.name, value);
  }
  return Object.fromEntries(merged);
}

function countFilled({fields}: MergeSide): number {
  return Object.values(fields).filter((value) => !isEmpty(value)).length;
}

function getOwn(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function toBoth(a: unknown, b: unknown): unknown {
  if (isEmpty(a) || isEmpty(b)) return undefined;
  if (Array.isArray(a) && Array.isArray(b)) {
    const [items, others]: [unknown[], unknown[]] = [a, b];
    return [...items, ...others.filter((item) => !items.some((one) => isSame(one, item)))];
  }
  if (typeof a !== "string" || typeof b !== "string") return undefined;
  const isLong = a.includes("\n") || b.includes("\n");
  return `${a}${isLong ? "\n\n" : "; "}${b}`;
}

function toLength(value: unknown): number {
  return typeof value === "string" ? value.length : JSON.stringify(value).length;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
