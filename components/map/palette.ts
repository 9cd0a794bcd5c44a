import type {ChartTheme} from "../chart-theme.ts";
import type {Colouring} from "./colouring.ts";
import {RAMP_STEPS} from "./colouring.ts";
import {toRamp} from "./ramp.ts";

/** The colours of a list, which the browser looks up by itself. */
export const LIST_COLOURS: Pick<ChartTheme, "categories" | "muted"> = {
  categories: Array.from({length: 10}, (_, i) => `var(--lb-c${i})`),
  muted: "var(--lb-text-muted)"
};

/** The colour of each code of a colouring, as CSS. */
export function toPalette(
  colouring: Colouring,
  {categories, muted}: Pick<ChartTheme, "categories" | "muted">,
  isDark: boolean
): string[] {
  if (colouring.of === "ramp") return [muted, ...toRamp(RAMP_STEPS, isDark)];
  const codes = colouring.groups.map(({code}) => code);
  const palette = new Array<string>(Math.max(1, ...codes) + 1).fill(categories[0]!);
  palette[0] = muted;
  for (const {code, colour} of colouring.groups)
    palette[code] = colour === null ? muted : categories[colour % categories.length]!;
  return palette;
}
