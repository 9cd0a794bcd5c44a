import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {DuplicateCluster, DuplicatePair, DuplicateSearch} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import {AcceptAllEvent} from "./lb-duplicates-bulk.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const PAGE_SIZE = 10;
const MAX_RECORDS = 20;

/**
 * Records that are likely one, in groups: what hangs together by several pairs is looked at as a whole.
 *
 * @fires lb-accept-all - with the open pairs of a group
 */
export class LbDuplicatesClusters extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      section {
        margin-bottom: var(--lb-4);
      }
      td {
        max-width: 240px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .warning {
        color: var(--lb-warning);
      }
    `
  ];
  static override properties = {
    search: {attribute: false},
    clusters: {attribute: false},
    accept: {},
    busy: {type: Boolean},
    page: {state: true}
  };

  declare search: DuplicateSearch;
  declare clusters: readonly DuplicateCluster[];
  declare accept: string;
  declare busy: boolean;
  declare protected page: number;

  constructor() {
    super();
    this.clusters = [];
    this.accept = "";
    this.busy = false;
    this.page = 1;
  }

  #openPairs({records}: DuplicateCluster): DuplicatePair[] {
    const own = new Set(records);
    return this.search.pairs.filter(
      ({a, b, status}) => status === "open" && own.has(a) && own.has(b)
    );
  }

  #renderCluster(cluster: DuplicateCluster, n: number): TemplateResult {
    const {records, links, pairs} = cluster;
    const {columns} = this.search.job.plan;
    const label = new Map(
      this.search.sides.first.columns.map((column) => [column.name, column.label])
    );
    const open = this.#openPairs(cluster);
    const isWhole = links === pairs;
    return html`<section aria-label="Group ${n}">
      <div class="row">
        <h3>${formatCounted(records.length, "record")}</h3>
        <span class=${isWhole ? "muted" : "warning"}
          >${links} of ${formatCounted(pairs, "pair")} likely by
          ${pairs === 1 ? "itself" : "themselves"}${isWhole ? "" : "; the rest hangs together by another record"}</span
        >
        ${
          open.length === 0
            ? html`<span class="muted">all decided</span>`
            : html`<button
                ?disabled=${this.busy}
                @click=${() => this.dispatchEvent(new AcceptAllEvent(open))}
              >
                ${this.accept}
              </button>`
        }
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="Records of group ${n}">
        <table>
          <thead>
            <tr>
              ${columns.map(({name}) => html`<th scope="col">${label.get(name) ?? name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${records.slice(0, MAX_RECORDS).map(
              (record) =>
                html`<tr>
                  ${columns.map(({name}) => {
                    const value = this.search.value(record, name);
                    return html`<td title=${value}>${value}</td>`;
                  })}
                </tr>`
            )}
          </tbody>
        </table>
      </div>
      ${
        records.length > MAX_RECORDS
          ? html`<p class="muted">
              and ${formatCounted(records.length - MAX_RECORDS, "record")} more
            </p>`
          : nothing
      }
    </section>`;
  }

  override render(): TemplateResult {
    const {clusters} = this;
    if (clusters.length === 0)
      return html`<p class="muted">No records are likely one at this threshold.</p>`;
    const page = Math.min(this.page, Math.ceil(clusters.length / PAGE_SIZE));
    const start = (page - 1) * PAGE_SIZE;
    return html`${clusters
        .slice(start, start + PAGE_SIZE)
        .map((cluster, i) => this.#renderCluster(cluster, start + i + 1))}<lb-pager
        noun=${clusters.length === 1 ? "group" : "groups"}
        label="Pages of groups"
        .page=${page}
        .total=${clusters.length}
        .size=${PAGE_SIZE}
        @lb-page=${(event: PageEvent) => (this.page = event.page)}
      ></lb-pager>`;
  }
}

customElements.define("lb-duplicates-clusters", LbDuplicatesClusters);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-clusters": LbDuplicatesClusters;
  }
}
