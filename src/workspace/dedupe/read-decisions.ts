import type {SuggestionStatus} from "../../model/suggestion.ts";
import type {Store} from "../../store/store.ts";

/** What somebody said of two records, by their positions, the smaller one first. */
export interface Decision {
  readonly a: number;
  readonly b: number;
  readonly status: Exclude<SuggestionStatus, "open">;
}

const DECIDED = ["accepted", "rejected", "later"] as const;

/** What finds the record that an end stands for now; undefined where there is none. */
export type EndFinder = (end: string) => number | undefined;

/** What the ledger holds of records that are there, and the ends that it knows them by. */
export async function readDecisions(
  store: Store,
  findEnd: EndFinder
): Promise<{decisions: Decision[]; ends: ReadonlySet<string>}> {
  const decisions: Decision[] = [];
  const ends = new Set<string>();
  for (const status of DECIDED) {
    const {suggestions} = await store.suggestions.page({
      kind: "duplicate",
      status,
      limit: Infinity
    });
    for (const {ends: pair} of suggestions) {
      const [a, b] = pair.map(findEnd).sort((x, y) => (x ?? -1) - (y ?? -1));
      if (a === undefined || b === undefined || a === b) continue;
      decisions.push({a, b, status});
      for (const end of pair) ends.add(end);
    }
  }
  return {decisions, ends};
}

/**
 * Finds records by their ends; by what they were worth (`former`) where a changed file gave them other addresses.
 */
export function createEndFinder(
  ends: readonly string[],
  hashes: Float64Array,
  former: Readonly<Record<string, number>>
): EndFinder {
  const places = new Map(ends.map((end, i) => [end, i]));
  const byHash = new Map<number, number>();
  for (let i = ends.length - 1; i >= 0; --i) byHash.set(hashes[i]!, i);
  return (end) => {
    const place = places.get(end);
    if (place !== undefined || !Object.hasOwn(former, end)) return place;
    return byHash.get(former[end]!);
  };
}
