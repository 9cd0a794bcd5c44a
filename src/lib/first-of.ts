/** The first `count` of the items in an order, without sorting them all; the same as sorting and cutting off. */
export function firstOf<T>(
  items: Iterable<T>,
  count: number,
  compare: (a: T, b: T) => number
): T[] {
  let first: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    first.push(item);
    if (first.length < 2 * count) continue;
    first = first.sort(compare).slice(0, count);
    last = first.at(-1);
  }
  return first.sort(compare).slice(0, count);
}
