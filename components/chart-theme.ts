/** The tokens that a chart is drawn with, as colours that any renderer knows. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly float: string;
  readonly font: string;
  /** Observable 10, in order. */
  readonly categories: readonly string[];
}

/** Reads the tokens as they are now at `probe`, an element that is in the page and shows nothing. */
export function readTheme(probe: HTMLElement): ChartTheme {
  // a token may say light-dark(…), which only a real property resolves
  const resolve = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  return {
    text: resolve("--lb-text"),
    muted: resolve("--lb-text-muted"),
    grid: resolve("--lb-border"),
    background: resolve("--lb-bg"),
    float: resolve("--lb-bg-float"),
    font: getComputedStyle(probe).fontFamily,
    categories: Array.from({length: 10}, (_, i) => resolve(`--lb-c${i}`))
  };
}

/** Calls `onChange` whenever light turns dark or back, until `signal` stops it. */
export function followTheme(onChange: () => void, signal: AbortSignal): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", onChange, {signal});
  const attributes = new MutationObserver(onChange);
  attributes.observe(document.documentElement, {attributeFilter: ["data-theme"]});
  signal.addEventListener("abort", () => attributes.disconnect());
}
