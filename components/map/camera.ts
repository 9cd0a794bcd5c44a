/** Where one looks at the plane from: the point in the middle of the picture, and pixels a unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Free room around what is fitted in, as a share of the picture. */
const MARGIN = 0.06;
/** How far beyond all of it one may step back, and how near one may come. */
const MIN_ZOOM = 0.5;
const MAX_ZOOM = 400;
/** Of many points so many on each side may lie outside the picture. */
const FAR_OFF_SHARE = 0.015;
/** A point alone has no extent: it is shown as if it had this one. */
const MIN_EXTENT = 0.05;

/**
 * The camera that sees these points (pairs of numbers), or those of `rows`; of many points a few that lie far off do not
 * decide it.
 */
export function fitCamera(
  places: Float32Array,
  {width, height}: Size,
  rows: readonly number[] = [...Array(places.length / 2).keys()]
): Camera {
  if (rows.length === 0) return {x: 0, y: 0, scale: Math.max(1, Math.min(width, height) / 2)};
  const [left, right] = toExtent(rows.map((row) => places[2 * row]!));
  const [top, bottom] = toExtent(rows.map((row) => places[2 * row + 1]!));
  const [wide, high] = [Math.max(MIN_EXTENT, right - left), Math.max(MIN_EXTENT, bottom - top)];
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    scale: Math.max(1, (1 - 2 * MARGIN) * Math.min(width / wide, height / high))
  };
}

/** From where to where nearly all of these numbers are. */
function toExtent(values: readonly number[]): [low: number, high: number] {
  const sorted = Float32Array.from(values).sort();
  const out = Math.floor(FAR_OFF_SHARE * sorted.length);
  return [sorted[out]!, sorted[sorted.length - 1 - out]!];
}

export function toScreen({x, y, scale}: Camera, {width, height}: Size, point: Point): Point {
  return {x: (point.x - x) * scale + width / 2, y: (point.y - y) * scale + height / 2};
}

export function toPlane({x, y, scale}: Camera, {width, height}: Size, point: Point): Point {
  return {x: (point.x - width / 2) / scale + x, y: (point.y - height / 2) / scale + y};
}

/** The camera after the picture was moved by so many pixels. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return {...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale};
}

/** The camera `factor` times as near; what lies at `at`, in pixels, stays there. `whole` is the camera that sees all. */
export function zoomAt(
  camera: Camera,
  size: Size,
  at: Point,
  factor: number,
  whole: Camera
): Camera {
  const scale = Math.min(
    MAX_ZOOM * whole.scale,
    Math.max(MIN_ZOOM * whole.scale, camera.scale * factor)
  );
  const held = toPlane(camera, size, at);
  return {
    x: held.x - (at.x - size.width / 2) / scale,
    y: held.y - (at.y - size.height / 2) / scale,
    scale
  };
}
