import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {SearchAnswer, SearchHit} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {modelsHref} from "./links.ts";
import type {SearchMode} from "./search-state.ts";

/** What an answer lacks, and why: texts that are not searched as yet or at all, what was not understood, meaning. */
export function renderSearchNotes(
  {hits, reading, leftOut, unchosen, problem, isWhole}: SearchAnswer,
  mode: SearchMode,
  isRunning: boolean
): TemplateResult {
  const isUnheard = !isRunning && mode !== "semantic" && !reading && hits.every(isByMeaningAlone);
  const isWithoutMeaning = !isRunning && !isWhole && mode !== "lexical";
  return html`${
    reading
      ? html`<span class="muted"
          >${formatCount(reading.done)} of ${formatCount(reading.total)} texts are searched as
          yet</span
        >`
      : nothing
  }
  ${
    // before all is read, fields and tables of the query may be unknown as yet
    problem === null || isRunning ? nothing : html`<span class="failed">${problem}</span>`
  }
  ${
    isWithoutMeaning
      ? html`<span class="muted"
          >by words alone: <a href=${modelsHref()}>no model is ready</a></span
        >`
      : nothing
  }
  ${
    isUnheard && unchosen.length > 0
      ? html`<span class="muted"
          >no text has these words; not searched:
          <span title=${unchosen.join(", ")}
            >${formatCounted(unchosen.length, "table")} without long texts</span
          >
          <a href=${modelsHref()}>Choose what is searched</a></span
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

/** True of what was found though it has none of the words. */
function isByMeaningAlone({why}: SearchHit): boolean {
  return why.length > 0 && why.every(({by}) => by === "meaning");
}
