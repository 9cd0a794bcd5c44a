import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {ImportSession, Step} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-pager.ts";
import type {PageEvent} from "./lb-pager.ts";
import type {ChosenCluster} from "./step-clusters.ts";
import {toChosenClusters, toMergedValues} from "./step-clusters.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const PAGE_CLUSTERS = 20;

/** The step whose values are chosen here. */
export type ClusterStep = Extract<Step, {readonly kind: "cluster"}>;

/**
 * Values of a column that look alike, in groups: which are merged, and into what.
 *
 * @fires lb-change - with the step as it is now
 */
export class LbStepClusters extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        max-height: 280px;
        overflow: auto;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(120px, 240px);
        gap: var(--lb-2);
        align-items: center;
        padding: 2px 0;
        border-bottom: 1px solid var(--lb-border);
      }
      label {
        display: flex;
        align-items: baseline;
        gap: var(--lb-2);
        min-width: 0;
        overflow-wrap: anywhere;
      }
      input:not([type="checkbox"]) {
        width: 100%;
      }
    `
  ];
  static override properties = {
    session: {attribute: false},
    item: {},
    index: {type: Number},
    step: {attribute: false},
    clusters: {state: true},
    page: {state: true},
    failure: {state: true}
  };

  declare session: ImportSession;
  declare item: string;
  declare index: number;
  declare step: ClusterStep;
  declare protected clusters: readonly ChosenCluster[] | undefined;
  declare protected page: number;
  declare protected failure: unknown;
  #search: AbortController | undefined;

  constructor() {
    super();
    this.item = "";
    this.index = 0;
    this.page = 1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#search?.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("step");
    if (!changed.has("step")) return;
    const {column, method} = this.step;
    if (before && before.column === column && before.method === method) return;
    void this.#find();
  }

  async #find(): Promise<void> {
    this.#search?.abort();
    const search = (this.#search = new AbortController());
    const {session, item, index, step} = this;
    this.clusters = undefined;
    this.failure = undefined;
    this.page = 1;
    try {
      const options = {signal: search.signal, index};
      const found = await session.clusters(item, step.column, step.method, options);
      if (!search.signal.aborted) this.clusters = toChosenClusters(found, step.values);
    } catch (error) {
      if (!search.signal.aborted && !isAbortError(error)) this.failure = error;
    }
  }

  #change(clusters: readonly ChosenCluster[]): void {
    this.clusters = clusters;
    this.dispatchEvent(new FieldChangeEvent({...this.step, values: toMergedValues(clusters)}));
  }

  #set(index: number, change: Partial<ChosenCluster>): void {
    this.#change(this.clusters!.map((one, i) => (i === index ? {...one, ...change} : one)));
  }

  #renderCluster(cluster: ChosenCluster, index: number): TemplateResult {
    const {values, into, isChosen} = cluster;
    const rows = values.reduce((sum, value) => sum + value.rows, 0);
    return html`<li>
      <label>
        <input
          type="checkbox"
          .checked=${isChosen}
          @change=${(event: Event) =>
            this.#set(index, {isChosen: (event.target as HTMLInputElement).checked})}
        />
        <span>
          ${values.map(({value, rows: count}) => `${value} (${formatCount(count)})`).join(" · ")}
          <span class="muted">${formatCounted(rows, "row")}</span>
        </span>
      </label>
      <input
        aria-label="Merge ${values[0]?.value ?? ""} and the others into"
        .value=${into}
        @input=${(event: Event) =>
          this.#set(index, {into: (event.target as HTMLInputElement).value, isChosen: true})}
      />
    </li>`;
  }

  #setAll(isChosen: boolean): void {
    this.#change(this.clusters!.map((one) => ({...one, isChosen})));
  }

  override render(): TemplateResult {
    const {clusters, failure, page} = this;
    if (failure !== undefined)
      return html`<lb-failure
        what="Similar values cannot be found"
        .error=${failure}
        retry
        @retry=${() => void this.#find()}
      ></lb-failure>`;
    if (!clusters) return html`<p class="muted" role="status">Finding similar values …</p>`;
    if (clusters.length === 0)
      return html`<p class="muted" role="status">
        No values of ${this.step.column} are alike in this way. Try another.
      </p>`;
    const first = (page - 1) * PAGE_CLUSTERS;
    return html`<div class="row">
        <span role="status">${formatCounted(clusters.length, "group")} of similar values</span>
        <button class="quiet" @click=${() => this.#setAll(true)}>All</button>
        <button class="quiet" @click=${() => this.#setAll(false)}>None</button>
      </div>
      <ul>
        ${clusters
          .slice(first, first + PAGE_CLUSTERS)
          .map((cluster, i) => this.#renderCluster(cluster, first + i))}
      </ul>
      ${
        clusters.length > PAGE_CLUSTERS
          ? html`<lb-pager
              .page=${page}
              .total=${clusters.length}
              .size=${PAGE_CLUSTERS}
              noun="groups"
              @lb-page=${(event: PageEvent) => (this.page = event.page)}
            ></lb-pager>`
          : ""
      }`;
  }
}

customElements.define("lb-step-clusters", LbStepClusters);

declare global {
  interface HTMLElementTagNameMap {
    "lb-step-clusters": LbStepClusters;
  }
}
