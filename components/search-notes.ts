import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {SearchAnswer} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {modelsHref} from "./links.ts";
import type {SearchMode} from "./search-state.ts";

/** What an answer lacks, and why: texts that are not searched as yet or at all, what was not understood, meaning. */
export function renderSearchNotes(
  {reading, leftOut, problem, isWhole}: SearchAnswer,
  mode: SearchMode,
  isRunning: boolean
): TemplateResult {
  const isWithoutMeaning = !isRunning && !isWhole && mode !== "lexical";
  return html`${
    reading
      ? html`<span class="muted"
          >${formatCount(reading.done)} of ${formatCount(reading.total)} texts are searched as
          yet</span
        >`
      : nothing
  }
  ${problem === null ? nothing : html`<span class="failed">${problem}</span>`}
  ${
    isWithoutMeaning
      ? html`<span class="muted"
          >by words alone: <a href=${modelsHref()}>no model is ready</a></span
        >`
      : nothing
  }
  ${
    leftOut.length > 0
      ? html`<span class="muted"
          >not searched: ${leftOut.join(", ")}
          <a href=${modelsHref()}>Choose what is searched</a></span
        >`
      : nothing
  }`;
}
