import {Random} from "./random.ts";

/** Some of a list in its order, drawn without repeats; the same for the same list and seed. */
export function drawSample<T>(items: readonly T[], count: number, seed: string): T[] {
  if (items.length <= count) return [...items];
  const random = new Random(seed);
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(random.integer(0, items.length - 1));
  return [...drawn].sort((a, b) => a - b).map((i) => items[i]!);
}
