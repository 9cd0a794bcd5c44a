import type {LinkInput} from "./link-input.ts";
import type {MatchLabel} from "./match-table.ts";

/** What somebody said of a pair, by positions: those of the second table after those of the first. */
export interface Labelled {
  readonly a: number;
  readonly b: number;
  readonly isMatch: boolean;
}

/** Labels by positions, in order; those of records that are gone are left out. */
export function toLabelled({
  first,
  second,
  labels = []
}: Pick<LinkInput, "first" | "second" | "labels">): Labelled[] {
  if (labels.length === 0) return [];
  const firsts = new Map(first.keys.map((key, i) => [key, i]));
  const seconds = second && new Map(second.keys.map((key, i) => [key, first.keys.length + i]));
  const toPlaces = ({a, b, isMatch}: MatchLabel): Labelled[] => {
    const [x, y] = [firsts.get(a), (seconds ?? firsts).get(b)];
    if (x === undefined || y === undefined || x === y) return [];
    return [{a: Math.min(x, y), b: Math.max(x, y), isMatch}];
  };
  return labels.flatMap(toPlaces).sort((x, y) => x.a - y.a || x.b - y.b);
}
