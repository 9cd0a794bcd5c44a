import type {BestLists} from "./best-lists.ts";

/** Numbers in groups: those of group g lie from `starts[g]` to `starts[g + 1]`. */
export interface Groups {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/**
 * Rows by the list that is the first of each, in the order of lists and then of rows; a list longer than `longest` becomes
 * several.
 */
export function groupByList(
  nearest: BestLists,
  lists: number,
  longest: number
): Groups & {
  /** For each list the first of its groups, and at the end how many groups there are. */
  readonly firstGroups: Int32Array;
} {
  const {starts, values} = group(lists, nearest.counts.length, (row, put) =>
    put(nearest.rows[row * nearest.width]!)
  );
  const cuts: number[] = [];
  const firstGroups = new Int32Array(lists + 1);
  for (let list = 0; list < lists; ++list) {
    firstGroups[list] = cuts.length;
    for (let at = starts[list]!; at < starts[list + 1]!; at += longest) cuts.push(at);
  }
  firstGroups[lists] = cuts.length;
  return {starts: Int32Array.of(...cuts, values.length), values, firstGroups};
}

/** For each group the rows that are to be compared with it: each row visits the groups of the lists nearest to it. */
export function groupVisitors(nearest: BestLists, firstGroups: Int32Array): Groups {
  const {width, counts, rows} = nearest;
  return group(firstGroups.at(-1)!, counts.length, (row, put) => {
    let left = width;
    for (let i = row * width; i < (row + 1) * width; ++i) {
      const last = firstGroups[rows[i]! + 1]!;
      for (let to = firstGroups[rows[i]!]!; to < last && left > 0; ++to, --left) put(to);
    }
  });
}

/** Groups the numbers below `size` by what `each` puts them into. */
function group(
  groups: number,
  size: number,
  each: (value: number, put: (group: number) => void) => void
): Groups {
  const starts = new Int32Array(groups + 1);
  for (let value = 0; value < size; ++value) each(value, (to) => void ++starts[to + 1]!);
  for (let i = 0; i < groups; ++i) starts[i + 1]! += starts[i]!;
  const values = new Int32Array(starts[groups]!);
  const ends = starts.slice();
  for (let value = 0; value < size; ++value)
    each(value, (to) => void (values[ends[to]!++] = value));
  return {starts, values};
}
