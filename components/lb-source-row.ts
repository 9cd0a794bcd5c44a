import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {Task, TaskStatus} from "@lit/task";
import type {QueryResult, RowSource, Workspace} from "../src/index.ts";
import {toValueText} from "../src/index.ts";
import type {SourcePlace} from "./find-source.ts";
import {findRow} from "./find-source.ts";
import {formatCount} from "./format-value.ts";
import "./lb-failure.ts";
import {queryHref, tableHref} from "./links.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const SHORT_SHA_LENGTH = 12;
const MAX_VALUE_LENGTH = 2000;

/** The row of a raw file that an entry was made of, as it stands in the lake now. */
export class LbSourceRow extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      details {
        margin-top: var(--lb-1);
      }
      summary {
        min-height: var(--lb-row);
        cursor: pointer;
      }
    `
  ];
  static override properties = {workspace: {attribute: false}, source: {attribute: false}};

  declare workspace: Workspace;
  declare source: RowSource;
  readonly #row = new Task(this, {
    args: () => [this.workspace, this.source] as const,
    task: async ([workspace, source], {signal}) => {
      const place = await findRow(workspace, source);
      const result =
        place.state === "there" ? await workspace.query(place.sql, {signal}) : undefined;
      return {place, result};
    }
  });

  #renderPlace(place: SourcePlace, result: QueryResult | undefined): TemplateResult {
    if (place.state === "changed")
      return html`<p class="muted">
        The file has changed since; the row is no longer shown.
        <a href=${tableHref(place.table)}>Open the table</a>
      </p>`;
    if (place.state === "gone")
      return html`<p class="muted">The file is no longer in the lake.</p>`;
    if (!result || result.numRows === 0)
      return html`<p class="muted">The table no longer has this row.</p>`;
    return html`<details>
      <summary>Raw row · ${result.columns.length} columns</summary>
      <dl class="definitions">
        ${result.fields.map(({name, type}, i) => {
          const value = result.value(0, i);
          const text = toValueText(value, type);
          return html`<dt title=${type}>${name}</dt>
            <dd>
              ${
                value === null
                  ? html`<span class="null">null</span>`
                  : text.length > MAX_VALUE_LENGTH
                    ? `${text.slice(0, MAX_VALUE_LENGTH)}…`
                    : text
              }
            </dd>`;
        })}
      </dl>
      <a href=${queryHref(place.sql)}>Query this row</a>
    </details>`;
  }

  override render(): TemplateResult {
    const {table, file, sha256, row} = this.source;
    return html`<section aria-labelledby="heading">
      <header><h2 id="heading">Source</h2></header>
      <dl class="definitions">
        <dt>Table</dt>
        <dd><a href=${tableHref(table)}>${table}</a></dd>
        <dt>File</dt>
        <dd>${file}</dd>
        <dt>SHA-256</dt>
        <dd><code title=${sha256}>${sha256.slice(0, SHORT_SHA_LENGTH)}</code></dd>
        <dt>Row</dt>
        <dd>${formatCount(row + 1)}</dd>
      </dl>
      ${this.#row.render({
        complete: ({place, result}) => this.#renderPlace(place, result),
        error: (error) =>
          html`<lb-failure
            retry
            .error=${error}
            .what=${"The raw row cannot be shown"}
            @retry=${() => void this.#row.run()}
          ></lb-failure>`
      })}
      ${
        this.#row.status === TaskStatus.PENDING
          ? html`<p class="muted" role="status">Looking the row up …</p>`
          : nothing
      }
    </section>`;
  }
}

customElements.define("lb-source-row", LbSourceRow);

declare global {
  interface HTMLElementTagNameMap {
    "lb-source-row": LbSourceRow;
  }
}
