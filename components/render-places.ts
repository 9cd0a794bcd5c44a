import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {SearchHit} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import type {RowTables} from "./hit-links.ts";
import {toHitHref} from "./hit-links.ts";
import {renderDay} from "./render-day.ts";

export const placesStyles = css`
  .times {
    min-height: 0;
    margin-inline: calc(-1 * var(--lb-1));
    padding: 0 var(--lb-1);
    color: var(--lb-text-muted);
    font-size: var(--lb-size-table);
    white-space: nowrap;
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--lb-3);
    padding: var(--lb-1) 0;
    font-size: var(--lb-size-table);
  }
  .places a {
    color: inherit;
    text-decoration: underline;
  }
  @media (pointer: coarse) {
    .times {
      min-height: 32px;
    }
    .places {
      line-height: 32px;
    }
  }
`;

/** Where else a hit is said, letter for letter. */
export function renderPlaces(
  {kind, alike, others}: SearchHit,
  tables: RowTables | undefined
): TemplateResult {
  const rest = alike - 1 - others.length;
  const places = others.toSorted((a, b) => (a.time ?? Infinity) - (b.time ?? Infinity));
  return html`<div class="places" role="group" aria-label="The same elsewhere">
    ${places.map(
      (place, i) =>
        html`<a href=${toHitHref({kind, ...place}, tables) ?? nothing}
          >${place.from} ${place.time === null ? i + 2 : renderDay(place.time)}</a
        >`
    )}
    ${rest > 0 ? html`<span class="muted">and ${formatCount(rest)} more</span>` : nothing}
  </div>`;
}
