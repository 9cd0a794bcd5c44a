import type {TemplateResult} from "lit";
import {html, nothing, svg} from "lit";
import type {TimeCourse} from "../src/index.ts";

const WIDTH_PX = 96;
const HEIGHT_PX = 18;
/** What is there at all can be seen. */
const MIN_BAR_PX = 1;

/** A time course as small as a word; `label` says it to those who do not see it. */
export function renderSpark(
  course: TimeCourse | undefined,
  colour: string,
  label: string
): TemplateResult | typeof nothing {
  if (!course) return nothing;
  const {counts} = course;
  const most = Math.max(1, ...counts);
  const step = WIDTH_PX / counts.length;
  return html`<svg
    class="spark"
    width=${WIDTH_PX}
    height=${HEIGHT_PX}
    role="img"
    aria-label=${label}
  >
    ${counts.map((count, i) => {
      const height = count === 0 ? 0 : Math.max(MIN_BAR_PX, (count / most) * HEIGHT_PX);
      return svg`<rect x=${i * step} y=${HEIGHT_PX - height} width=${Math.max(1, step - 0.5)} height=${height} fill=${colour}></rect>`;
    })}
  </svg>`;
}
