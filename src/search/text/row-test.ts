import type {IndexParts} from "./index-parts.ts";
import type {Clause, Wanted} from "./text-query.ts";

/** Whether a row passes a clause that names no words. */
export type RowTest = (row: number) => boolean;

/** What a row must pass. */
export interface RowCheck {
  /** The facet of which it chooses values; undefined where it asks for something else. */
  readonly facet: string | undefined;
  readonly test: RowTest;
}

/** The facet of which a clause chooses values. */
export function toFacet({any, isExcluded}: Clause): string | undefined {
  const [first] = any;
  if (isExcluded || first?.kind !== "facet") return undefined;
  return any.every((wanted) => wanted.kind === "facet" && wanted.name === first.name)
    ? first.name
    : undefined;
}

/** The test for a clause of facets and times; text where a facet has no such value, which then narrows nothing. */
export function toRowTest(parts: IndexParts, {any, isExcluded}: Clause): RowTest | string {
  const tests: RowTest[] = [];
  for (const wanted of any) {
    const test = toOneTest(parts, wanted);
    if (typeof test === "string") return test;
    tests.push(test);
  }
  return (row) => tests.some((test) => test(row)) !== isExcluded;
}

function toOneTest(parts: IndexParts, wanted: Wanted): RowTest | string {
  if (wanted.kind === "time")
    return (row) => {
      const time = parts.documents[row]?.time ?? NaN;
      return time >= wanted.from && time < wanted.to;
    };
  if (wanted.kind === "words") return () => false;
  const values = toValueFlags(parts, wanted.name, wanted.value);
  return values
    ? (row) => parts.facets.hasAny(row, values)
    : `nothing has ${wanted.name} "${wanted.value}"`;
}

/** A 1 for each value of a facet that a text names; undefined where there is none. */
export function toValueFlags(
  {facets}: IndexParts,
  name: string,
  text: string
): Uint8Array | undefined {
  const found = facets.find(name, text);
  if (found.length === 0) return undefined;
  const flags = new Uint8Array(facets.size);
  for (const number of found) flags[number] = 1;
  return flags;
}
