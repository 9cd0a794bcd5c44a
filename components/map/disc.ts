/** A round mark: how much of each pixel of a square it covers, from 0 to 256. */
export interface Disc {
  /** Pixels from the middle to an edge of the square; it is 2 × reach + 1 wide. */
  readonly reach: number;
  readonly coverage: Uint16Array;
}

/** A disc of this radius in pixels, as opaque as `opacity` says (0 to 1), with a soft rim of one pixel. */
export function createDisc(radius: number, opacity: number): Disc {
  const reach = Math.ceil(radius);
  const width = 2 * reach + 1;
  const coverage = new Uint16Array(width * width);
  for (let y = -reach; y <= reach; ++y)
    for (let x = -reach; x <= reach; ++x) {
      const inside = Math.min(1, Math.max(0, radius + 0.5 - Math.sqrt(x * x + y * y)));
      coverage[(y + reach) * width + x + reach] = Math.round(256 * opacity * inside);
    }
  return {reach, coverage};
}
