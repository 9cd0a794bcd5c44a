import type {EdgeKind, EntryType, FieldHints} from "../src/index.ts";
import {findFamily} from "../src/index.ts";

/** The edges that a field stands for. */
export type EdgeHint = NonNullable<FieldHints["edge"]>;

/** An entry that a field refers to. */
export interface Reference {
  /** Its id; "" for one that is made when the form is saved. */
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** The edge that says so; undefined until it is saved. */
  readonly edgeId?: string;
}

/** What each field refers to, by its name. */
export type References = Readonly<Record<string, readonly Reference[]>>;

/** The types that the other end may have, with those that extend them; undefined where it may be any. */
export function toOtherTypeNames(
  {direction}: EdgeHint,
  kind: EdgeKind | undefined,
  types: ReadonlyMap<string, EntryType>
): string[] | undefined {
  const named = (direction === "out" ? kind?.toTypes : kind?.fromTypes) ?? [];
  if (named.length === 0) return undefined;
  return [...new Set(named.flatMap((name) => findFamily(name, types)))];
}
