/** The part of plotly.js that charts use. Figures are plain data, checked by the eye and by tests. */
export interface Plotly {
  react(
    box: HTMLElement,
    traces: readonly object[],
    layout: object,
    config?: object
  ): Promise<HTMLElement>;
  purge(box: HTMLElement): void;
  /** An image as a data URL. */
  toImage(
    box: HTMLElement,
    options: {format: "png" | "svg"; width: number; height: number; scale: number}
  ): Promise<string>;
  readonly Plots: {resize(box: HTMLElement): Promise<void>};
}

let loading: Promise<Plotly> | undefined;

/** Loads plotly.js (1.5 MB) where a chart is drawn for the first time; what failed to load is tried again. */
export function loadPlotly(): Promise<Plotly> {
  loading ??= import("plotly.js-cartesian-dist-min").then(
    ({default: plotly}) => plotly as Plotly,
    (error: unknown) => {
      loading = undefined;
      throw error;
    }
  );
  return loading;
}

const STYLE_ID = "plotly.js-style-global";

/** plotly.js styles the document only; a shadow root needs the same rules. */
export function adoptPlotlyStyles(root: ShadowRoot): void {
  const global = document.getElementById(STYLE_ID) as HTMLStyleElement | null;
  if (!global?.sheet) return;
  const sheet = new CSSStyleSheet();
  for (const rule of global.sheet.cssRules) sheet.insertRule(rule.cssText, sheet.cssRules.length);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
