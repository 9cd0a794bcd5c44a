import type {Point} from "./camera.ts";

/** How much more a step aside counts than one ahead, where the next point in a direction is looked for. */
const ASIDE = 2;

/** The point nearest to a place and no farther than `most`, among those that `accept` takes; undefined where there is none. */
export function findNearest(
  places: Float32Array,
  {x, y}: Point,
  most: number,
  accept: (point: number) => boolean
): number | undefined {
  let best = most * most;
  let found: number | undefined;
  for (let i = 0; i < places.length / 2; ++i) {
    const dx = places[2 * i]! - x;
    const dy = places[2 * i + 1]! - y;
    const distance = dx * dx + dy * dy;
    // of equal ones the last is on top
    if (distance <= best && accept(i)) [best, found] = [distance, i];
  }
  return found;
}

/** The nearest point in a direction (a step of length 1) from another; undefined where none lies there. */
export function findToward(
  places: Float32Array,
  from: number,
  {x: toX, y: toY}: Point,
  accept: (point: number) => boolean
): number | undefined {
  let best = Infinity;
  let found: number | undefined;
  for (let i = 0; i < places.length / 2; ++i) {
    const dx = places[2 * i]! - places[2 * from]!;
    const dy = places[2 * i + 1]! - places[2 * from + 1]!;
    const ahead = dx * toX + dy * toY;
    const aside = Math.abs(dx * toY - dy * toX);
    const cost = ahead + ASIDE * aside;
    if (ahead > 0 && aside <= ahead && cost < best && accept(i)) [best, found] = [cost, i];
  }
  return found;
}

/**
 * The points within a closed line, by the even-odd rule: a ray from a point to the right crosses the line an odd number
 * of times (Shimrat, Algorithm 112, 1962).
 */
export function findInside(places: Float32Array, line: readonly Point[]): number[] {
  const left = Math.min(...line.map(({x}) => x));
  const right = Math.max(...line.map(({x}) => x));
  const top = Math.min(...line.map(({y}) => y));
  const bottom = Math.max(...line.map(({y}) => y));
  const found: number[] = [];
  for (let i = 0; i < places.length / 2; ++i) {
    const x = places[2 * i]!;
    const y = places[2 * i + 1]!;
    if (x >= left && x <= right && y >= top && y <= bottom && isInside(x, y, line)) found.push(i);
  }
  return found;
}

function isInside(x: number, y: number, line: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const [a, b] = [line[i]!, line[j]!];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** The corners of the box between two points. */
export function toBox(a: Point, b: Point): Point[] {
  return [a, {x: b.x, y: a.y}, b, {x: a.x, y: b.y}];
}
