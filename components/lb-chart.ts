import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {QueryResult} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import type {ChartData} from "./chart-data.ts";
import {toChartData} from "./chart-data.ts";
import {describeFigure, toFigure} from "./chart-figure.ts";
import {copyImage, saveImage} from "./chart-image.ts";
import type {ChartSpec} from "./chart-spec.ts";
import {guessChart, toChartSpec} from "./chart-spec.ts";
import {chartStyles} from "./chart-styles.ts";
import {toChartTable} from "./chart-table.ts";
import {followTheme, readTheme} from "./chart-theme.ts";
import {renderPickers} from "./chart-tools.ts";
import {adoptPlotlyStyles, loadPlotly} from "./plotly.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import "./lb-failure.ts";
import "./lb-grid.ts";

/** "Drawing" is said only of what takes long enough to be read. */
const BUSY_DELAY_MS = 150;
const CONFIG = {displaylogo: false, displayModeBar: false, responsive: false, showTips: false};

/**
 * A chart of a query's result: begins with a sensible guess, and lets kind, columns, colour and aggregate be picked.
 * A pick stays for later results that have the same columns.
 */
export class LbChart extends LitElement {
  static override styles = [baseStyles, controlStyles, chartStyles];
  static override properties = {
    result: {attribute: false},
    spec: {attribute: false},
    data: {state: true},
    failure: {state: true},
    isBusy: {state: true},
    isTable: {state: true}
  };

  declare result: QueryResult | undefined;
  /** What is drawn, what is left out being as in `toChartSpec`; guessed where it is not set, or does not fit the result. */
  declare spec: ChartSpec | undefined;
  declare private data: ChartData | undefined;
  declare private failure: unknown;
  declare private isBusy: boolean;
  declare private isTable: boolean;

  #drawing: AbortController | undefined;
  #connected: AbortController | undefined;
  #hasStyles = false;
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => void this.#resize()));

  constructor() {
    super();
    this.isBusy = false;
    this.isTable = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connected = new AbortController();
    followTheme(() => void this.#draw(), this.#connected.signal);
    if (this.hasUpdated) void this.#prepare();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connected?.abort();
    this.#drawing?.abort();
    this.#sizes.disconnect();
    const box = this.#box;
    // what is drawn has loaded the library
    if (box && isDrawn(box)) void loadPlotly().then((plotly) => plotly.purge(box));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // a notebook may leave out what is as usual
    if (changed.has("spec") && this.spec) this.spec = toChartSpec(this.spec);
    if (!changed.has("result") || !this.result) return;
    if (!this.spec || !fits(this.spec, this.result)) this.spec = guessChart(this.result);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("result") || changed.has("spec")) void this.#prepare();
    else if (changed.has("data") || changed.has("isTable")) void this.#draw();
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".box");
  }

  /** Works out what is drawn. */
  async #prepare(): Promise<void> {
    this.#drawing?.abort();
    const {result, spec} = this;
    if (!result || !spec) {
      this.data = undefined;
      return;
    }
    const {signal} = (this.#drawing = new AbortController());
    const busy = setTimeout(() => (this.isBusy = true), BUSY_DELAY_MS);
    try {
      this.data = await toChartData(result, spec, signal);
      this.failure = undefined;
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      clearTimeout(busy);
      if (!signal.aborted) this.isBusy = false;
    }
  }

  async #draw(): Promise<void> {
    const box = this.#box;
    if (!box) return;
    // a chart that nobody sees is drawn when it is seen
    this.#sizes.observe(box);
    if (!this.data || this.isTable || box.clientWidth === 0) return;
    try {
      const plotly = await loadPlotly();
      if (!box.isConnected || !this.data) return;
      this.#adoptStyles();
      const theme = readTheme(this.renderRoot.querySelector("i")!);
      const {traces, layout} = toFigure(this.data, theme);
      await plotly.react(box, traces, layout, CONFIG);
    } catch (error) {
      this.failure = error;
    }
  }

  #adoptStyles(): void {
    if (this.#hasStyles) return;
    adoptPlotlyStyles(this.renderRoot as ShadowRoot);
    this.#hasStyles = true;
  }

  async #resize(): Promise<void> {
    const box = this.#box;
    if (!box?.isConnected || box.clientWidth === 0 || this.isTable) return;
    if (!isDrawn(box)) return this.#draw();
    try {
      await (await loadPlotly()).Plots.resize(box);
    } catch (error) {
      // one that was hidden meanwhile cannot be measured, and is drawn anew when it is seen
      if (box.clientWidth > 0) this.failure = error;
    }
  }

  /** Runs what a button asks for, and shows what went wrong. */
  readonly #attempt = (work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
      this.failure = undefined;
    } catch (error) {
      this.failure = error;
    }
  };

  #renderTools(result: QueryResult, spec: ChartSpec): TemplateResult {
    const button = (label: string, work: () => Promise<void>): TemplateResult =>
      html`<button ?disabled=${this.isTable || !this.data} @click=${this.#attempt(work)}>
        ${label}
      </button>`;
    return html`<div class="tools row" role="group" aria-label="Chart">
      ${renderPickers(result, spec, (change) => (this.spec = {...spec, ...change}))}
      <span class="row spread">
        <button aria-pressed=${this.isTable} @click=${() => (this.isTable = !this.isTable)}>
          Show as table
        </button>
        ${button("Copy", () => copyImage(this.#box!))}
        ${button("PNG", () => saveImage(this.#box!, this.data!.title, "png"))}
        ${button("SVG", () => saveImage(this.#box!, this.data!.title, "svg"))}
      </span>
    </div>`;
  }

  #renderPlot(data: ChartData | undefined): TemplateResult {
    const isEmpty = data && data.series.length + data.bins.length + data.boxes.length === 0;
    return html`${
        isEmpty ? html`<p class="empty">Nothing to draw: ${this.#whyEmpty(data)}.</p>` : nothing
      }
      <div class="plot ${this.isBusy ? "busy" : ""}" ?hidden=${isEmpty || this.isTable}>
        <div class="box" role="img" aria-label=${data ? describeFigure(data) : "Chart"}></div>
      </div>
      ${
        this.isTable && data && !isEmpty
          ? html`<lb-grid .result=${toChartTable(data)} label="Data of the chart"></lb-grid>`
          : nothing
      }`;
  }

  #whyEmpty({spec}: ChartData): string {
    if (this.result!.numRows === 0) return "the result has no rows";
    if (spec.kind === "histogram" && spec.x === undefined) return "pick a column for x";
    if (spec.kind !== "histogram" && spec.aggregate !== "count" && spec.y.length === 0)
      return "pick a column of numbers for y";
    return "the columns have no values here";
  }

  override render(): TemplateResult {
    const {result, spec, data} = this;
    if (!result) return html``;
    if (!spec)
      return html`<p class="empty">
        Nothing to draw: no column holds numbers, dates or texts that come again.
      </p>`;
    return html`<i hidden></i>
      ${this.#renderTools(result, spec)}
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure .error=${this.failure} what="The chart cannot be drawn"></lb-failure>`
      }
      ${this.#renderPlot(data)}
      <div class="muted row">
        <span>${data?.note ? `Drawn from ${data.note}.` : nothing}</span>
        <span role="status">${this.isBusy ? "Drawing …" : nothing}</span>
      </div>`;
  }
}

function isDrawn(box: HTMLElement): boolean {
  return box.classList.contains("js-plotly-plot");
}

/** True where every column that a chart names is in the result. */
function fits({x, y, group}: ChartSpec, result: QueryResult): boolean {
  return [x, group, ...y].every((name) => name === undefined || result.columns.includes(name));
}

customElements.define("lb-chart", LbChart);

declare global {
  interface HTMLElementTagNameMap {
    "lb-chart": LbChart;
  }
}
