import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {QueryResult} from "../src/index.ts";
import {isAbortError, toSlug} from "../src/index.ts";
import type {ChartData} from "./chart-data.ts";
import {toChartData} from "./chart-data.ts";
import {describeFigure, toFigure} from "./chart-figure.ts";
import type {Aggregate, ChartKind, ChartSpec} from "./chart-spec.ts";
import {AGGREGATES, CHART_KINDS, guessChart, toAxisKind} from "./chart-spec.ts";
import {toChartTable} from "./chart-table.ts";
import {followTheme, readTheme} from "./chart-theme.ts";
import {download} from "./download.ts";
import {adoptPlotlyStyles, loadPlotly} from "./plotly.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import "./lb-failure.ts";
import "./lb-grid.ts";

/** "Drawing" is said only of what takes long enough to be read. */
const BUSY_DELAY_MS = 150;
const IMAGE_SCALE = 2;
const CONFIG = {displaylogo: false, displayModeBar: false, responsive: false, showTips: false};

const KIND_NAMES: Readonly<Record<ChartKind, string>> = {
  bar: "Bars",
  line: "Line",
  area: "Area",
  dots: "Dots",
  histogram: "Histogram",
  box: "Boxes"
};
const AGGREGATE_NAMES: Readonly<Record<Aggregate, string>> = {
  none: "Rows as they are",
  count: "Count of rows",
  sum: "Sum",
  mean: "Mean"
};

/**
 * A chart of a query's result: begins with a sensible guess, and lets kind, columns, colour and aggregate be picked.
 * A pick stays for later results that have the same columns.
 */
export class LbChart extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--lb-2);
        min-height: 0;
      }
      .tools {
        flex: none;
        gap: var(--lb-1) var(--lb-2);
      }
      .tools label {
        display: inline-flex;
        align-items: center;
        gap: var(--lb-1);
        color: var(--lb-text-muted);
      }
      select {
        max-width: 180px;
        color: var(--lb-text);
      }
      details {
        position: relative;
      }
      summary {
        display: inline-flex;
        align-items: center;
        min-height: var(--lb-control);
        max-width: 220px;
        padding: 0 var(--lb-2);
        border: 1px solid var(--lb-border-strong);
        border-radius: var(--lb-radius);
        overflow: hidden;
        white-space: nowrap;
        cursor: pointer;
      }
      summary::after {
        content: "▾" / "";
        margin-left: var(--lb-1);
        color: var(--lb-text-muted);
      }
      .choices {
        position: absolute;
        z-index: 5;
        display: flex;
        flex-direction: column;
        max-height: 260px;
        overflow: auto;
        padding: var(--lb-1) var(--lb-2);
        background: var(--lb-bg-float);
        border: 1px solid var(--lb-border-strong);
        border-radius: var(--lb-radius);
        box-shadow: var(--lb-shadow);
      }
      .choices label {
        color: var(--lb-text);
        min-height: var(--lb-row);
        white-space: nowrap;
      }
      .plot {
        flex: 1 1 auto;
        min-height: 280px;
        position: relative;
      }
      .box {
        position: absolute;
        inset: 0;
      }
      .busy .box {
        opacity: 0.5;
      }
      lb-grid {
        flex: 1 1 auto;
      }
      .empty {
        padding: var(--lb-4);
        color: var(--lb-text-muted);
      }
    `
  ];
  static override properties = {
    result: {attribute: false},
    spec: {attribute: false},
    data: {state: true},
    failure: {state: true},
    isBusy: {state: true},
    isTable: {state: true}
  };

  declare result: QueryResult | undefined;
  /** What is drawn; guessed where it is not set, or does not fit the result. */
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
    if (box) void loadPlotly().then((plotly) => plotly.purge(box));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
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
    if (!box || !this.data || this.isTable || box.clientWidth === 0) return;
    const plotly = await loadPlotly();
    if (!this.#hasStyles) {
      adoptPlotlyStyles(this.renderRoot as ShadowRoot);
      this.#hasStyles = true;
    }
    if (!box.isConnected) return;
    const {traces, layout} = toFigure(this.data, readTheme(this.renderRoot.querySelector("i")!));
    await plotly.react(box, traces, layout, CONFIG);
    this.#sizes.observe(box);
  }

  async #resize(): Promise<void> {
    const box = this.#box;
    if (!box?.isConnected || box.clientWidth === 0) return;
    if (!box.classList.contains("js-plotly-plot")) return this.#draw();
    await (await loadPlotly()).Plots.resize(box);
  }

  #pick(change: Partial<ChartSpec>): void {
    this.spec = {...this.spec!, ...change};
  }

  #pickMeasure(name: string, isPicked: boolean): void {
    const y = this.spec!.y.filter((other) => other !== name);
    this.#pick({y: isPicked ? [...y, name] : y});
  }

  async #toImage(format: "png" | "svg"): Promise<string> {
    const box = this.#box!;
    const plotly = await loadPlotly();
    const {clientWidth: width, clientHeight: height} = box;
    return plotly.toImage(box, {format, width, height, scale: format === "png" ? IMAGE_SCALE : 1});
  }

  async #save(format: "png" | "svg"): Promise<void> {
    download(`${toSlug(this.data!.title) || "chart"}.${format}`, await this.#toImage(format));
  }

  async #copy(): Promise<void> {
    const image = this.#toImage("png").then(async (url) => (await fetch(url)).blob());
    await navigator.clipboard.write([new ClipboardItem({"image/png": image})]);
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

  #renderSelect(
    label: string,
    value: string,
    choices: readonly (readonly [value: string, name: string])[],
    pick: (value: string) => void
  ): TemplateResult {
    return html`<label
      >${label}
      <select @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)}>
        ${choices.map(
          ([key, name]) => html`<option value=${key} .selected=${key === value}>${name}</option>`
        )}
      </select></label
    >`;
  }

  #renderMeasures(result: QueryResult, {y}: ChartSpec): TemplateResult {
    const numbers = result.fields.filter((field) => toAxisKind(field) === "number");
    return html`<label id="measures">y</label>
      <details
        @keydown=${closeOnEscape}
        @focusout=${(event: FocusEvent) => {
          const menu = event.currentTarget as HTMLDetailsElement;
          if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
        }}
      >
        <summary aria-label="y: ${y.join(", ") || "none"}">${y.join(", ") || "(none)"}</summary>
        <div class="choices" role="group" aria-labelledby="measures">
          ${numbers.map(
            ({name}) =>
              html`<label
                ><input
                  type="checkbox"
                  .checked=${y.includes(name)}
                  @change=${(event: Event) =>
                    this.#pickMeasure(name, (event.target as HTMLInputElement).checked)}
                />${name}</label
              >`
          )}
        </div>
      </details>`;
  }

  #renderTools(result: QueryResult, spec: ChartSpec): TemplateResult {
    const names = result.columns.map((name) => [name, name] as const);
    const none = ["", "(none)"] as const;
    const {kind, aggregate} = spec;
    const hasMeasures = kind !== "histogram" && aggregate !== "count";
    return html`<div class="tools row" role="toolbar" aria-label="Chart">
      ${this.#renderSelect(
        "Kind",
        kind,
        CHART_KINDS.map((one) => [one, KIND_NAMES[one]]),
        (value) => this.#pick({kind: value as ChartKind})
      )}
      ${this.#renderSelect("x", spec.x ?? "", [none, ...names], (value) =>
        this.#pick({x: value || undefined})
      )}
      ${hasMeasures ? this.#renderMeasures(result, spec) : nothing}
      ${
        kind === "histogram" || kind === "box"
          ? nothing
          : html`${this.#renderSelect("Colour", spec.group ?? "", [none, ...names], (value) =>
              this.#pick({group: value || undefined})
            )}
            ${this.#renderSelect(
              "Values",
              aggregate,
              AGGREGATES.map((one) => [one, AGGREGATE_NAMES[one]]),
              (value) => this.#pick({aggregate: value as Aggregate})
            )}`
      }
      <span class="row spread">
        <button aria-pressed=${this.isTable} @click=${() => (this.isTable = !this.isTable)}>
          Show as table
        </button>
        <button ?disabled=${this.isTable} @click=${this.#attempt(() => this.#copy())}>Copy</button>
        <button ?disabled=${this.isTable} @click=${this.#attempt(() => this.#save("png"))}>
          PNG
        </button>
        <button ?disabled=${this.isTable} @click=${this.#attempt(() => this.#save("svg"))}>
          SVG
        </button>
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

/** True where every column that a chart names is in the result. */
function fits({x, y, group}: ChartSpec, result: QueryResult): boolean {
  return [x, group, ...y].every((name) => name === undefined || result.columns.includes(name));
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  event.preventDefault();
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")!.focus();
}

customElements.define("lb-chart", LbChart);

declare global {
  interface HTMLElementTagNameMap {
    "lb-chart": LbChart;
  }
}
