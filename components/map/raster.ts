import type {Camera} from "./camera.ts";
import {Density} from "./density.ts";
import {createDisc} from "./disc.ts";
import type {Disc} from "./disc.ts";
import type {Points} from "./points.ts";
import {FAINT, FULL, OUT} from "./points.ts";
import type {Surface} from "./surface.ts";
import {blend} from "./surface.ts";

export interface RasterStyle {
  /** Packed colours: what is behind the points, and points that are left out. */
  readonly ground: number;
  readonly out: number;
  /** Of a point, in pixels of the surface. */
  readonly radius: number;
}

const OPACITY = {[OUT]: 0.45, [FAINT]: 0.28, [FULL]: 0.85} as const;
/** More points in the picture than this are drawn as density: single ones could not be told apart. */
const MAX_DISCS = 20_000;
const LEVELS = [OUT, FAINT, FULL] as const;

/**
 * Draws points on a 2D canvas's pixels, those that stand out last. A rasteriser of our own, since what the bigger maps are
 * built on is not there for all: Chromium without a GPU has neither WebGPU nor a WebGL worth the name, and 100,000 points
 * are little work for a processor.
 */
export class Raster {
  readonly #density = new Density();
  readonly #discs = new Map<string, Disc>();

  /** `camera` is in pixels of the surface. Gives how many points are in the picture. */
  draw(surface: Surface, points: Points, camera: Camera, style: RasterStyle): number {
    surface.pixels.fill(style.ground);
    const visible = countVisible(surface, points, camera);
    const out = new Uint32Array(points.palette.length).fill(style.out);
    for (const level of LEVELS) {
      const palette = level === OUT ? out : points.palette;
      if (visible[level] > MAX_DISCS)
        this.#density.draw(surface, {...points, palette}, camera, level, OPACITY[level]);
      else if (visible[level] > 0)
        drawDiscs(surface, {...points, palette}, camera, level, this.#disc(style.radius, level));
    }
    return visible[OUT] + visible[FAINT] + visible[FULL];
  }

  #disc(radius: number, level: 0 | 1 | 2): Disc {
    const key = `${radius} ${level}`;
    let disc = this.#discs.get(key);
    if (!disc) {
      // a zoom passes many radii by
      if (this.#discs.size > 64) this.#discs.clear();
      disc = createDisc(radius, OPACITY[level]);
      this.#discs.set(key, disc);
    }
    return disc;
  }
}

function countVisible(
  {width, height}: Surface,
  {places, levels}: Points,
  {x, y, scale}: Camera
): [out: number, faint: number, full: number] {
  const [halfWidth, halfHeight] = [width / 2 / scale, height / 2 / scale];
  const counts: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < levels.length; ++i)
    if (Math.abs(places[2 * i]! - x) < halfWidth && Math.abs(places[2 * i + 1]! - y) < halfHeight)
      ++counts[levels[i]! as 0 | 1 | 2];
  return counts;
}

function drawDiscs(
  {width, height, pixels}: Surface,
  {places, codes, palette, levels}: Points,
  camera: Camera,
  level: number,
  {reach, coverage}: Disc
): void {
  const {scale} = camera;
  const left = width / 2 - camera.x * scale;
  const top = height / 2 - camera.y * scale;
  const side = 2 * reach + 1;
  for (let i = 0; i < levels.length; ++i) {
    if (levels[i] !== level) continue;
    const x = Math.round(places[2 * i]! * scale + left) - reach;
    const y = Math.round(places[2 * i + 1]! * scale + top) - reach;
    if (!(x > -side && y > -side && x < width && y < height)) continue;
    const colour = palette[codes[i]!]!;
    const [fromX, toX] = [Math.max(0, -x), Math.min(side, width - x)];
    const toY = Math.min(side, height - y);
    for (let dy = Math.max(0, -y); dy < toY; ++dy) {
      const row = (y + dy) * width + x;
      for (let dx = fromX; dx < toX; ++dx) {
        const alpha = coverage[dy * side + dx]!;
        if (alpha > 0) pixels[row + dx] = blend(pixels[row + dx]!, colour, alpha);
      }
    }
  }
}
