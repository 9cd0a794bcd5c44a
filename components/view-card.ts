import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {QueryResult, TypeColumn} from "../src/index.ts";
import {formatValue, toColumnLabel} from "./view-display.ts";
import {hrefOf, valueOf} from "./view-row.ts";

/** Values of an entry that a card shows, beside the title. */
const CARD_VALUES = 5;

export const cardStyles = css`
  .card {
    display: block;
    padding: var(--lb-2);
    border: 1px solid var(--lb-border);
    border-radius: var(--lb-radius);
    background: var(--lb-bg);
    overflow-wrap: anywhere;
  }
  .card > a {
    font-weight: 500;
  }
  .card dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0 var(--lb-2);
    margin: 2px 0 0;
    font-size: var(--lb-size-small);
  }
  .card dt {
    color: var(--lb-text-muted);
  }
  .card dd {
    margin: 0;
    max-height: calc(3 * var(--lb-line));
    overflow: hidden;
  }
`;

/** An entry's title as a link, and its first values; `apart` are columns that the card's place tells already. */
export function renderCard(
  {result, shown, type}: {result: QueryResult; shown: readonly TypeColumn[]; type: string},
  row: number,
  {apart = [], tabindex}: {apart?: readonly (string | null)[]; tabindex?: number} = {}
): TemplateResult {
  const values = shown
    .filter(({role, name}) => role !== "title" && role !== "updated" && !apart.includes(name))
    .map((column) => [column, formatValue(column, valueOf(result, row, column.name))] as const)
    .filter(([, text]) => text !== "")
    .slice(0, CARD_VALUES);
  return html`<a href=${hrefOf(result, row, type)} tabindex=${tabindex ?? nothing}
      >${result.value(row, 2)}</a
    >
    ${
      values.length === 0
        ? nothing
        : html`<dl>
            ${values.map(
              ([column, text]) =>
                html`<dt>${toColumnLabel(column)}</dt>
                  <dd>${text}</dd>`
            )}
          </dl>`
    }`;
}
