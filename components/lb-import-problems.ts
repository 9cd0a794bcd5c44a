import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Problem, Reject} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {baseStyles, tableStyles} from "./styles.ts";

const PAGE_ROWS = 50;

/** What could not be read of a file: problems and what was done about them, and refused rows with their text. */
export class LbImportProblems extends LitElement {
  static override styles = [
    baseStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      .scroll {
        max-height: 220px;
        overflow: auto;
      }
      td {
        white-space: normal;
        overflow-wrap: anywhere;
        vertical-align: top;
        padding-block: 2px;
      }
      td:first-child {
        white-space: nowrap;
      }
      code {
        white-space: pre-wrap;
      }
      h3 {
        margin: var(--lb-2) 0 2px;
      }
      h3:first-child {
        margin-top: 0;
      }
    `
  ];
  static override properties = {
    problems: {attribute: false},
    rejects: {attribute: false},
    page: {state: true}
  };

  declare problems: readonly Problem[];
  declare rejects: readonly Reject[];
  declare protected page: number;

  constructor() {
    super();
    this.problems = [];
    this.rejects = [];
    this.page = 1;
  }

  #renderProblems(): TemplateResult {
    return html`<h3>${formatCounted(this.problems.length, "problem")}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Problems">
        <table>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            ${this.problems.map(
              ({where, what}) =>
                html`<tr>
                  <td>${where || "the file"}</td>
                  <td>${what}</td>
                </tr>`
            )}
          </tbody>
        </table>
      </div>`;
  }

  #renderRejects(): TemplateResult {
    const {rejects, page} = this;
    const first = (page - 1) * PAGE_ROWS;
    return html`<h3>
        ${formatCount(rejects.length)} refused ${rejects.length === 1 ? "row" : "rows"}
      </h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Refused rows">
        <table>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Why</th>
              <th scope="col">Text</th>
            </tr>
          </thead>
          <tbody>
            ${rejects.slice(first, first + PAGE_ROWS).map(
              ({where, what, text}) =>
                html`<tr>
                  <td>${where}</td>
                  <td>${what}</td>
                  <td><code>${text}</code></td>
                </tr>`
            )}
          </tbody>
        </table>
      </div>
      ${
        rejects.length > PAGE_ROWS
          ? html`<lb-pager
              .page=${page}
              .total=${rejects.length}
              .size=${PAGE_ROWS}
              noun="refused rows"
              @lb-page=${(event: PageEvent) => (this.page = event.page)}
            ></lb-pager>`
          : nothing
      }`;
  }

  override render(): TemplateResult {
    const {problems, rejects} = this;
    if (problems.length + rejects.length === 0)
      return html`<p class="muted">All of it was read as it stands.</p>`;
    return html`${problems.length > 0 ? this.#renderProblems() : nothing}
    ${rejects.length > 0 ? this.#renderRejects() : nothing}`;
  }
}

customElements.define("lb-import-problems", LbImportProblems);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-problems": LbImportProblems;
  }
}
