import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {DuplicateSearch} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";

/** From here on a pair is rather one than two. */
const LIKELY = 0.5;

/** What a run without a likely pair looked at, and what can be done; nothing where there are likely or decided ones. */
export function renderNone({
  job,
  pairs,
  decisions,
  sides,
  ends,
  fresh
}: Pick<DuplicateSearch, "job" | "pairs" | "decisions" | "sides" | "ends" | "fresh">):
  TemplateResult | typeof nothing {
  const {ran, plan} = job;
  if (!ran || decisions.length > 0 || pairs.some(({probability}) => probability >= LIKELY))
    return nothing;
  if (ran.pairs > 0 && fresh.length === ends.length)
    return html`<section class="none" role="status" aria-labelledby="none">
      <h2 id="none">All records have changed since the last run</h2>
      <p>What it found was of other records: run again.</p>
    </section>`;
  const labels = plan.columns
    .map(({name}) => sides.first.columns.find((column) => column.name === name)?.label ?? name)
    .join(", ");
  const best = ran.best ?? pairs[0]?.probability;
  const records = formatCounted(ran.records, "record");
  return html`<section class="none" role="status" aria-labelledby="none">
    <h2 id="none">No likely duplicates among ${records}</h2>
    <p>
      ${
        ran.compared === 0
          ? html`No two of them share what brings records together, so no pair was compared.`
          : html`${formatCounted(ran.compared, "pair")} that
            ${formatCounted(plan.blocking.length, "way")} brought together were compared by
            ${labels}${best === undefined ? "." : `; the likeliest pair is one with ${toPercent(best)} probability.`}`
      }
      ${
        ran.recall < 0.9
          ? `About ${formatCount(Math.round(100 * ran.recall))} % of what is there twice would have been found.`
          : ""
      }
    </p>
    <p class="muted">
      If you know of two that are one: compare other columns, or add a way to bring records
      together, and run again.
    </p>
  </section>`;
}

function toPercent(probability: number): string {
  return probability < 0.01 ? "less than 1 %" : `${Math.round(100 * probability)} %`;
}
