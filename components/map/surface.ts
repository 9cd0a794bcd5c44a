/** Pixels that are drawn on: width × height colours, row by row. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** A colour as `ImageData` holds it in one number: alpha, blue, green, red from the highest byte on. Opaque. */
export function packColour(red: number, green: number, blue: number): number {
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}

/** A colour that CSS computed, such as `rgb(66, 105, 208)`; its alpha is left out. */
export function parseColour(css: string): number {
  const numbers = css.match(/[\d.]+/g) ?? [];
  // `color(srgb 0.2 0.4 0.8)` counts from 0 to 1
  const scale = css.startsWith("color(") ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = numbers.map((number) =>
    Math.round(scale * Number(number))
  );
  return packColour(red, green, blue);
}

/** `over` on `under`, where `alpha` runs from 0 to 256. */
export function blend(under: number, over: number, alpha: number): number {
  const rest = 256 - alpha;
  const redBlue =
    ((Math.imul(under & 0xff00ff, rest) + Math.imul(over & 0xff00ff, alpha)) >>> 8) & 0xff00ff;
  const green =
    ((Math.imul(under & 0xff00, rest) + Math.imul(over & 0xff00, alpha)) >>> 8) & 0xff00;
  return (0xff000000 | redBlue | green) >>> 0;
}
