import type {Point, Size} from "./camera.ts";

/** A name of a group of points, in the plane. */
export interface MapLabel extends Point {
  readonly text: string;
  /** How many points it names: the larger group keeps its name where two are in each other's way. */
  readonly count: number;
}

/** Pixels between two labels. */
const GAP = 8;

/** The middle of some points: the median of either coordinate, which a few that lie far off do not move. */
export function toMedian(places: Float32Array, points: readonly number[]): Point {
  const middle = (axis: 0 | 1): number => {
    const sorted = Float32Array.from(points, (point) => places[2 * point + axis]!).sort();
    return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  };
  return {x: middle(0), y: middle(1)};
}

/** Which boxes can be shown within a picture, by their index: the first that are in nobody's way. Boxes lie around their points. */
export function placeLabels(boxes: readonly (Point & Size)[], {width, height}: Size): number[] {
  const placed: number[] = [];
  for (const [i, box] of boxes.entries()) {
    const isIn =
      box.x - box.width / 2 >= 0 &&
      box.x + box.width / 2 <= width &&
      box.y - box.height / 2 >= 0 &&
      box.y + box.height / 2 <= height;
    if (isIn && !placed.some((other) => isOver(box, boxes[other]!))) placed.push(i);
  }
  return placed;
}

function isOver(a: Point & Size, b: Point & Size): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2 + GAP
  );
}
