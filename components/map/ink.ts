import type {ChartTheme} from "../chart-theme.ts";
import {readTheme} from "../chart-theme.ts";
import {isDark} from "../look.ts";
import type {Colouring} from "./colouring.ts";
import {toPalette} from "./palette.ts";
import type {PictureTheme} from "./picture.ts";
import {parseColour} from "./surface.ts";

/** The colours that a map is drawn in. */
export interface Ink {
  readonly theme: ChartTheme & PictureTheme;
  /** By code of the colouring, as `parseColour` packs them. */
  readonly palette: Uint32Array;
}

/** Reads the colours as the page has them now at `probe`, an element that is in it and shows nothing. */
export function readInk(probe: HTMLElement, colouring: Colouring): Ink {
  const theme = readTheme(probe);
  probe.style.color = "var(--lb-accent)";
  const accent = getComputedStyle(probe).color;
  const palette = Uint32Array.from(toPalette(colouring, theme, isDark()).map(parseColour));
  return {theme: {...theme, accent}, palette};
}
