import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing, svg} from "lit";
import type {Bin} from "./chart-bins.ts";
import {toBins} from "./chart-bins.ts";
import {formatCount, formatDay} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const WIDTH = 320;
const HEIGHT = 48;

/** Another span of time is picked; null is all of it. From and up to, in milliseconds since 1970, both included. */
export class PickTimesEvent extends Event {
  readonly times: readonly [from: number, to: number] | null;

  constructor(times: readonly [from: number, to: number] | null) {
    super("lb-pick-times");
    this.times = times;
  }
}

/**
 * How many texts of a map there were over time, all of them and those that are chosen or pass; two sliders pick a span.
 *
 * @fires lb-pick-times - another span is picked (`PickTimesEvent`)
 */
export class LbMapTimes extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        width: 100%;
        height: ${HEIGHT}px;
        border-bottom: 1px solid var(--lb-border);
      }
      rect {
        fill: var(--lb-bg-hover);
      }
      rect.part {
        fill: var(--lb-accent);
      }
      rect.back {
        opacity: 0.5;
      }
      .sliders {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--lb-2);
      }
      input {
        width: 100%;
        min-height: 0;
        margin: 0;
        padding: 0;
        border: 0;
        accent-color: var(--lb-accent);
      }
      label {
        font-size: var(--lb-size-table);
      }
    `
  ];
  static override properties = {
    times: {attribute: false},
    counted: {attribute: false},
    picked: {attribute: false}
  };

  /** Of all points, in milliseconds since 1970; NaN where nobody knows. */
  declare times: Float64Array;
  /** Whether each point is chosen or passes: 1 or 0. */
  declare counted: Uint8Array;
  declare picked: readonly [from: number, to: number] | null;
  #bins: readonly Bin[] = [];

  constructor() {
    super();
    this.times = new Float64Array(0);
    this.counted = new Uint8Array(0);
    this.picked = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("times"))
      this.#bins = toBins(
        this.times.filter((time) => !Number.isNaN(time)),
        true
      );
  }

  /** The first and the last bin that are picked. */
  #toSpan(): [first: number, last: number] {
    const last = this.#bins.length - 1;
    const {picked} = this;
    if (!picked) return [0, last];
    const first = this.#bins.findIndex(({to}) => to > picked[0]);
    const end = this.#bins.findLastIndex(({from}) => from <= picked[1]);
    return [Math.max(0, first), end < 0 ? last : end];
  }

  #pick(first: number, last: number): void {
    const bins = this.#bins;
    const isAll = first === 0 && last === bins.length - 1;
    this.dispatchEvent(new PickTimesEvent(isAll ? null : [bins[first]!.from, bins[last]!.to - 1]));
  }

  #count(): number[] {
    const counts = new Array<number>(this.#bins.length).fill(0);
    this.times.forEach((time, point) => {
      if (this.counted[point] !== 1) return;
      const bin = this.#bins.findIndex(({from, to}) => time >= from && time < to);
      if (bin >= 0) ++counts[bin]!;
    });
    return counts;
  }

  #renderSlider(name: string, value: number, pick: (bin: number) => void): TemplateResult {
    return html`<label
      ><span class="muted number"
        >${name}
        ${formatDay(name === "from" ? this.#bins[value]!.from : this.#bins[value]!.to - 1)}</span
      ><input
        type="range"
        min="0"
        max=${this.#bins.length - 1}
        .value=${String(value)}
        @input=${(event: Event) => pick(Number((event.target as HTMLInputElement).value))}
    /></label>`;
  }

  override render(): TemplateResult | typeof nothing {
    const bins = this.#bins;
    if (bins.length < 2) return nothing;
    const [first, last] = this.#toSpan();
    const counts = this.#count();
    const most = Math.max(...bins.map(({count}) => count));
    const step = WIDTH / bins.length;
    const toHeight = (count: number): number => (HEIGHT * count) / most;
    return html`<svg
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
        role="img"
        aria-label="Texts over time, from ${formatDay(bins[0]!.from)} to ${formatDay(bins.at(-1)!.to - 1)}, at most ${formatCount(most)}"
      >
        ${bins.map(({from, to, count}, i) => {
          const back = i < first || i > last ? "back" : "";
          const words = `${formatDay(from)} – ${formatDay(to - 1)}: ${formatCount(counts[i]!)} of ${formatCount(count)}`;
          const bar = (part: number, name: string) =>
            svg`<rect class="${name} ${back}" x=${i * step} width=${Math.max(0.5, step - 1)} y=${HEIGHT - toHeight(part)} height=${toHeight(part)}></rect>`;
          return svg`<g @click=${() => this.#pick(i, i)}><title>${words}</title>${bar(count, "")}${bar(counts[i]!, "part")}</g>`;
        })}
      </svg>
      <div class="sliders">
        ${this.#renderSlider("from", first, (bin) => this.#pick(Math.min(bin, last), last))}
        ${this.#renderSlider("to", last, (bin) => this.#pick(first, Math.max(bin, first)))}
      </div>`;
  }
}

customElements.define("lb-map-times", LbMapTimes);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map-times": LbMapTimes;
  }
  interface HTMLElementEventMap {
    "lb-pick-times": PickTimesEvent;
  }
}
