/**
 * Viridis by nine of its colours, whose steps look even, also without colour vision (van der Walt and Smith, A better
 * default colormap for Matplotlib, 2015).
 */
const STOPS = [
  [68, 1, 84],
  [71, 44, 122],
  [59, 81, 139],
  [44, 113, 142],
  [33, 144, 141],
  [39, 173, 129],
  [92, 200, 99],
  [170, 220, 50],
  [253, 231, 37]
] as const;
/** The part of it that stands out from a light ground, and from a dark one. */
const LIGHT_PART = [0, 0.88] as const;
const DARK_PART = [0.2, 1] as const;

/** So many even steps from low to high, as CSS colours. */
export function toRamp(steps: number, isDark: boolean): string[] {
  const [from, to] = isDark ? DARK_PART : LIGHT_PART;
  return Array.from({length: steps}, (_, i) => {
    const at = (from + ((to - from) * i) / Math.max(1, steps - 1)) * (STOPS.length - 1);
    const below = Math.min(STOPS.length - 2, Math.floor(at));
    const [red, green, blue] = STOPS[below]!.map((value, channel) =>
      Math.round(value + (at - below) * (STOPS[below + 1]![channel]! - value))
    );
    return `rgb(${red}, ${green}, ${blue})`;
  });
}
