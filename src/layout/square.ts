import type {Layout} from "./layout.ts";

/** Rows at the rim are kept apart from the others by this much. */
const MARGIN = 0.08;

/** Moves and scales places, both axes alike, so that those of `rows` reach from -1 to 1, or less where others go to the rim. */
export function fitIntoSquare(places: Float32Array, rows: Int32Array): Layout {
  const [left, right] = findRange(places, rows, 0);
  const [bottom, top] = findRange(places, rows, 1);
  const reach = Math.max(right - left, top - bottom) / 2;
  const isAll = 2 * rows.length === places.length;
  const scale = reach > 0 ? (isAll ? 1 : 1 - MARGIN) / reach : 0;
  const middle = [(left + right) / 2, (bottom + top) / 2];
  return places.map((value, i) => clamp((value - middle[i % 2]!) * scale));
}

/** Puts the rows that `isFree` at even distances on the circle around the middle; a single one of all into the middle. */
export function placeAtRim(places: Layout, isFree: (row: number) => boolean): Layout {
  const rim = Array.from({length: places.length / 2}, (_, row) => row).filter(isFree);
  if (places.length === 2) return places.fill(0);
  for (const [i, row] of rim.entries()) places.set(toCircle(i / rim.length), 2 * row);
  return places;
}

export function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

function findRange(places: Float32Array, rows: Int32Array, axis: number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) {
    low = Math.min(low, places[2 * row + axis]!);
    high = Math.max(high, places[2 * row + axis]!);
  }
  return low <= high ? [low, high] : [0, 0];
}

/** A point of the unit circle, for a share of the way around, by quotients: they are the same on every machine. */
function toCircle(share: number): [number, number] {
  const quarter = Math.floor(4 * share);
  const t = 4 * share - quarter;
  const [x, y] = [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
  return (
    [
      [x, y],
      [-y, x],
      [-x, -y],
      [y, -x]
    ] as const
  )[quarter]! as [number, number];
}
