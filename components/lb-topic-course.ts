import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing, svg} from "lit";
import type {TimeCourse} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {baseStyles} from "./styles.ts";

const WIDTH = 480;
const HEIGHT = 110;
const LEFT = 34;
const BOTTOM = 16;
const TOP = 6;
/** Labels of the axis of time. */
const MAX_LABELS = 6;
const MIN_BAR_PX = 1;

/** How many texts of a topic there were over time, and how they sounded where that was asked for. */
export class LbTopicCourse extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        max-width: 640px;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
      }
      text {
        fill: var(--lb-text-muted);
        font: 11px var(--lb-font);
        font-variant-numeric: tabular-nums;
      }
      line {
        stroke: var(--lb-border);
      }
      .mood {
        fill: none;
        stroke: var(--lb-text);
        stroke-width: 1.5;
      }
      .dot {
        fill: var(--lb-text);
      }
    `
  ];
  static override properties = {
    course: {attribute: false},
    mood: {attribute: false},
    colour: {},
    label: {}
  };

  declare course: TimeCourse;
  /** The mean sentiment of each step, from -1 to 1; NaN where there is none. Drawn as a line of its own axis. */
  declare mood: readonly number[] | undefined;
  declare colour: string;
  /** What is counted: "Texts about tea". */
  declare label: string;

  #toX(step: number): number {
    return LEFT + ((WIDTH - LEFT) * step) / this.course.starts.length;
  }

  #renderBars(): TemplateResult[] {
    const {starts, counts} = this.course;
    const most = Math.max(1, ...counts);
    const width = Math.max(1, this.#toX(1) - this.#toX(0) - 1);
    return counts.map((count, i) => {
      const height =
        count === 0 ? 0 : Math.max(MIN_BAR_PX, (count / most) * (HEIGHT - TOP - BOTTOM));
      const mood = this.mood?.[i];
      const sounds = mood === undefined || Number.isNaN(mood) ? "" : `, sounds ${formatMood(mood)}`;
      return svg`<rect x=${this.#toX(i)} y=${HEIGHT - BOTTOM - height} width=${width} height=${height} fill=${this.colour}><title>${formatStep(starts[i]!, this.course)}: ${formatCount(count)}${sounds}</title></rect>`;
    });
  }

  #renderMood(): TemplateResult | typeof nothing {
    const {mood} = this;
    if (!mood) return nothing;
    const middle = (HEIGHT - TOP - BOTTOM) / 2;
    const half = (this.#toX(1) - this.#toX(0)) / 2;
    const points = mood.flatMap((value, i) =>
      Number.isNaN(value) ? [] : [[this.#toX(i) + half, TOP + middle * (1 - value)] as const]
    );
    return svg`<line x1=${LEFT} x2=${WIDTH} y1=${TOP + middle} y2=${TOP + middle}></line>
      <polyline class="mood" points=${points.map((point) => point.join(",")).join(" ")}></polyline>
      ${points.map(([x, y]) => svg`<circle class="dot" cx=${x} cy=${y} r="1.800"></circle>`)}`;
  }

  override render(): TemplateResult {
    const {starts, counts} = this.course;
    const every = Math.ceil(starts.length / MAX_LABELS);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="${this.label}: ${formatCount(total)} from ${formatStep(starts[0]!, this.course)} to ${formatStep(starts.at(-1)!, this.course)}"
    >
      <text x=${LEFT - 4} y=${TOP + 8} text-anchor="end">
        ${formatCount(Math.max(1, ...counts))}
      </text>
      <text x=${LEFT - 4} y=${HEIGHT - BOTTOM} text-anchor="end">0</text>
      <line x1=${LEFT} x2=${WIDTH} y1=${HEIGHT - BOTTOM} y2=${HEIGHT - BOTTOM}></line>
      ${this.#renderBars()}${this.#renderMood()}
      ${starts.map((start, i) =>
        i % every === 0
          ? svg`<text x=${this.#toX(i)} y=${HEIGHT - 4}>${formatStep(start, this.course)}</text>`
          : nothing
      )}
    </svg>`;
  }
}

/** `+0.42`: from -1 to 1. */
export function formatMood(mood: number): string {
  return `${mood < 0 ? "−" : "+"}${Math.abs(mood).toFixed(2)}`;
}

function formatStep(start: Date, {unit}: TimeCourse): string {
  const text = start.toISOString();
  if (unit === "year") return text.slice(0, 4);
  return unit === "month" || unit === "quarter" ? text.slice(0, 7) : text.slice(0, 10);
}

customElements.define("lb-topic-course", LbTopicCourse);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topic-course": LbTopicCourse;
  }
}
