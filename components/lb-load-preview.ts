import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Difference, Loaded} from "../src/index.ts";
import {toFieldChanges} from "./changed-fields.ts";
import {formatField} from "./format-field.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const VERDICTS = [
  ["added", "New"],
  ["changed", "Changed"],
  ["unchanged", "Same"],
  ["older", "Newer here"],
  ["removed", "Removed"],
  ["refused", "Refused"]
] as const;

/** What an archive or a folder would bring, or brought: counts, both versions of what differs, and what is refused. */
export class LbLoadPreview extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      .scroll {
        max-height: 40vh;
        overflow: auto;
      }
      td.number,
      th.number {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      td {
        max-width: 260px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      td,
      tbody th {
        vertical-align: top;
      }
      .stays {
        font-weight: 600;
      }
    `
  ];
  static override properties = {loaded: {attribute: false}, from: {}};

  declare loaded: Loaded;
  /** What is brought in, in a column's head: "In the archive". */
  declare from: string;

  constructor() {
    super();
    this.from = "In the archive";
  }

  #renderCounts({counts}: Loaded): TemplateResult {
    const shown = Object.entries(counts).filter(([, count]) =>
      Object.values(count).some((number) => number > 0)
    );
    if (shown.length === 0) return html`<p class="muted">There is nothing in it.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Counts">
      <table aria-label="What would change">
        <thead>
          <tr>
            <th scope="col">Records</th>
            ${VERDICTS.map(([, label]) => html`<th scope="col" class="number">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ([table, count]) =>
              html`<tr>
                <th scope="row">${table}</th>
                ${VERDICTS.map(([name]) => html`<td class="number">${formatCount(count[name])}</td>`)}
              </tr>`
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderDifference({table, name, here, archived, stays}: Difference): TemplateResult[] {
    const change = {table, before: here, after: archived} as Parameters<typeof toFieldChanges>[0];
    return toFieldChanges(change).map(
      (field, i) =>
        html`<tr>
          <td title=${name}>${i === 0 ? name : ""}</td>
          <td>${field.name}</td>
          <td class=${stays === "here" ? "stays" : ""}>${formatField(field.before)}</td>
          <td class=${stays === "archived" ? "stays" : ""}>${formatField(field.after)}</td>
        </tr>`
    );
  }

  override render(): TemplateResult {
    const {loaded} = this;
    const {differences, refusals, leftOut, writes} = loaded;
    return html`${this.#renderCounts(loaded)}
    ${
      differences.length === 0
        ? nothing
        : html`<details>
            <summary>
              ${formatCounted(differences.length, "record")} in two versions; the bold one stays
            </summary>
            <div class="scroll" tabindex="0" role="region" aria-label="Both versions">
              <table aria-label="Both versions">
                <thead>
                  <tr>
                    <th scope="col">Record</th>
                    <th scope="col">Field</th>
                    <th scope="col">Here</th>
                    <th scope="col">${this.from}</th>
                  </tr>
                </thead>
                <tbody>
                  ${differences.map((one) => this.#renderDifference(one))}
                </tbody>
              </table>
            </div>
          </details>`
    }
    ${
      refusals.length === 0
        ? nothing
        : html`<details open>
            <summary>${formatCounted(refusals.length, "record")} cannot be brought in</summary>
            <ul>
              ${refusals.map(({name, what}) => html`<li>${name}: ${what}</li>`)}
            </ul>
          </details>`
    }
    ${
      leftOut === 0
        ? nothing
        : html`<p class="muted">
            ${formatCounted(leftOut, "imported table")} left out: the archive was made without the
            files.
          </p>`
    }
    ${
      writes === 0
        ? nothing
        : html`<p class="muted">${formatCounted(writes, "write")} of its history come along.</p>`
    }`;
  }
}

customElements.define("lb-load-preview", LbLoadPreview);

declare global {
  interface HTMLElementTagNameMap {
    "lb-load-preview": LbLoadPreview;
  }
}
