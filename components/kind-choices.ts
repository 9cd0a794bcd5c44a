import type {EdgeKind, EntryType} from "../src/index.ts";
import {findFamily} from "../src/index.ts";

/** A kind of edge, read from an entry's own end. */
export interface KindChoice {
  /** For a select: the kind's name and which end the entry is. */
  readonly value: string;
  readonly kind: EdgeKind;
  /** `out`: the entry is the first end. */
  readonly direction: "out" | "in";
  readonly label: string;
  /** The types that may stand at the other end; none named: any. */
  readonly otherTypes: readonly string[];
}

/** The ways in which an entry of a type can be joined to another; a kind for a type is for those that extend it too. */
export function toKindChoices(
  kinds: readonly EdgeKind[],
  type: string,
  types: readonly EntryType[]
): KindChoice[] {
  return kinds.flatMap((kind) => {
    const out: KindChoice = {
      value: `out ${kind.name}`,
      kind,
      direction: "out",
      label: kind.label,
      otherTypes: withFamilies(kind.toTypes, types)
    };
    const into: KindChoice = {
      value: `in ${kind.name}`,
      kind,
      direction: "in",
      label: kind.inverse,
      otherTypes: withFamilies(kind.fromTypes, types)
    };
    const choices = kind.symmetric ? [out] : [out, into];
    return choices.filter(({direction}) => {
      const mine = withFamilies(direction === "out" ? kind.fromTypes : kind.toTypes, types);
      return mine.length === 0 || mine.includes(type);
    });
  });
}

/** The types of these names and all that extend them. */
export function withFamilies(names: readonly string[], types: readonly EntryType[]): string[] {
  const byName = new Map(types.map((one) => [one.name, one]));
  return [...new Set(names.flatMap((name) => findFamily(name, byName)))];
}

/** The types in which the other end can be made on the spot. */
export function toOtherTypes(
  choice: KindChoice | undefined,
  types: readonly EntryType[]
): EntryType[] {
  const allowed = choice?.otherTypes ?? [];
  return types.filter(
    ({name, abstract}) => !abstract && (allowed.length === 0 || allowed.includes(name))
  );
}
