import type {Camera} from "./camera.ts";
import type {Points} from "./points.ts";
import type {Surface} from "./surface.ts";
import {blend, packColour} from "./surface.ts";

/** Pixels along the edge of a bin. */
const BIN = 2;
/** How much of a bin's shade one point alone has. */
const FLOOR = 0.35;

/**
 * Points as a 2-D histogram: each bin has the mean colour of its points, and is the more opaque the more there are, by
 * the logarithm of their number (as in Cottam, Lumsdaine and Wang, Overplotting: unified solutions under abstract
 * rendering, 2013). What is drawn neither depends on the order of the points nor ends where they overlap.
 */
export class Density {
  #counts = new Uint32Array(0);
  #reds = new Uint32Array(0);
  #greens = new Uint32Array(0);
  #blues = new Uint32Array(0);

  /** Draws the points of one level, at most `opacity` opaque. `camera` is in pixels of the surface. */
  draw(surface: Surface, points: Points, camera: Camera, level: number, opacity: number): void {
    const columns = Math.ceil(surface.width / BIN);
    const rows = Math.ceil(surface.height / BIN);
    this.#reset(columns * rows);
    this.#count(surface, points, camera, level, columns);
    this.#shade(surface, columns, rows, opacity);
  }

  #reset(bins: number): void {
    if (this.#counts.length === bins) {
      for (const sums of [this.#counts, this.#reds, this.#greens, this.#blues]) sums.fill(0);
      return;
    }
    this.#counts = new Uint32Array(bins);
    this.#reds = new Uint32Array(bins);
    this.#greens = new Uint32Array(bins);
    this.#blues = new Uint32Array(bins);
  }

  #count(
    {width, height}: Surface,
    {places, codes, palette, levels}: Points,
    camera: Camera,
    level: number,
    columns: number
  ): void {
    const [counts, reds, greens, blues] = [this.#counts, this.#reds, this.#greens, this.#blues];
    const {scale} = camera;
    const left = width / 2 - camera.x * scale;
    const top = height / 2 - camera.y * scale;
    for (let i = 0; i < levels.length; ++i) {
      if (levels[i] !== level) continue;
      const x = places[2 * i]! * scale + left;
      const y = places[2 * i + 1]! * scale + top;
      if (!(x >= 0 && y >= 0 && x < width && y < height)) continue;
      const bin = Math.floor(y / BIN) * columns + Math.floor(x / BIN);
      const colour = palette[codes[i]!]!;
      ++counts[bin]!;
      reds[bin]! += colour & 0xff;
      greens[bin]! += (colour >>> 8) & 0xff;
      blues[bin]! += (colour >>> 16) & 0xff;
    }
  }

  #shade({width, height, pixels}: Surface, columns: number, rows: number, opacity: number): void {
    const counts = this.#counts;
    let most = 1;
    for (const count of counts) if (count > most) most = count;
    const perLog = (1 - FLOOR) / Math.log2(1 + most);
    for (let row = 0; row < rows; ++row)
      for (let column = 0; column < columns; ++column) {
        const bin = row * columns + column;
        const count = counts[bin]!;
        if (count === 0) continue;
        const colour = packColour(
          Math.round(this.#reds[bin]! / count),
          Math.round(this.#greens[bin]! / count),
          Math.round(this.#blues[bin]! / count)
        );
        const alpha = Math.round(256 * opacity * (FLOOR + perLog * Math.log2(1 + count)));
        const toY = Math.min(height, (row + 1) * BIN);
        const toX = Math.min(width, (column + 1) * BIN);
        for (let y = row * BIN; y < toY; ++y)
          for (let x = column * BIN; x < toX; ++x)
            pixels[y * width + x] = blend(pixels[y * width + x]!, colour, alpha);
      }
  }
}
