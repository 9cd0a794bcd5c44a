import type {TemplateResult} from "lit";
import {css, html, svg} from "lit";
import type {Topic} from "../src/index.ts";

const COLOURS = 10;
/** Shapes of 10 px; the colours begin anew with each. */
const SHAPES = [
  "M5 0a5 5 0 1 0 .001 0z",
  "M.5 .5h9v9h-9z",
  "M5 0l5 9.5H0z",
  "M5 0l5 5-5 5-5-5z",
  "M3.5 0h3v3.5H10v3H6.500V10h-3V6.500H0v-3h3.500z"
];

export const topicMarkStyles = css`
  .mark {
    flex: none;
    width: 10px;
    height: 10px;
    vertical-align: baseline;
  }
`;

/** A topic's colour, which stays with it, and a shape for those beyond the palette. */
export function renderTopicMark({colour}: Pick<Topic, "colour">): TemplateResult {
  const shape = SHAPES[Math.floor(colour / COLOURS) % SHAPES.length]!;
  return html`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true">
    ${svg`<path d=${shape} fill=${toTopicColour({colour})}></path>`}
  </svg>`;
}

/** As a value of CSS. */
export function toTopicColour({colour}: Pick<Topic, "colour">): string {
  return `var(--lb-c${colour % COLOURS})`;
}
