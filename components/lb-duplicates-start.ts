import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {DuplicateJob, DuplicateSource} from "../src/index.ts";
import {formatAgo} from "./format-ago.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

const GROUPS: readonly (readonly [schema: string, label: string])[] = [
  ["lake.", "Lake tables"],
  ["raw.", "Imported tables"],
  ["ws.", "Entries"]
];

/** Somebody wants to search these sources. */
export class SourcesEvent extends Event {
  readonly first: string;
  readonly second: string | undefined;

  constructor(first: string, second?: string) {
    super("lb-sources");
    this.first = first;
    this.second = second;
  }
}

/** Somebody wants a search forgotten. */
export class ForgetEvent extends Event {
  readonly job: DuplicateJob;

  constructor(job: DuplicateJob) {
    super("lb-forget");
    this.job = job;
  }
}

/**
 * What to look for duplicates in: a table, entries, or two of them; and the searches that were made before.
 *
 * @fires lb-sources - with what was chosen
 * @fires lb-forget - a search is wanted no more
 */
export class LbDuplicatesStart extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sectionStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-4);
        max-width: 900px;
      }
      form {
        margin-top: var(--lb-2);
      }
      .choice {
        display: flex;
        align-items: center;
        gap: var(--lb-2);
        min-width: 0;
      }
      label {
        white-space: nowrap;
      }
      select {
        min-width: 0;
      }
      p {
        max-width: 72ch;
      }
      td a {
        text-decoration: underline;
      }
    `
  ];
  static override properties = {
    sources: {attribute: false},
    jobs: {attribute: false},
    first: {state: true},
    second: {state: true}
  };

  declare sources: readonly DuplicateSource[];
  declare jobs: readonly DuplicateJob[];
  declare protected first: string;
  declare protected second: string;

  constructor() {
    super();
    this.sources = this.jobs = [];
    this.first = this.second = "";
  }

  #renderSelect(label: string, name: "first" | "second", none: string): TemplateResult {
    const toOption = ({source, label: text, records}: DuplicateSource): TemplateResult =>
      html`<option value=${source} ?selected=${this[name] === source}>
        ${text}${records === null ? "" : ` · ${formatCount(records)}`}
      </option>`;
    return html`<div class="choice">
      <label for=${name}>${label}</label>
      <select
        id=${name}
        @change=${(event: Event) => (this[name] = (event.target as HTMLSelectElement).value)}
      >
        <option value="">${none}</option>
        ${GROUPS.map(([schema, group]) => {
          const own = this.sources.filter(
            ({source}) => source.startsWith(schema) && (name === "first" || source !== this.first)
          );
          return own.length === 0
            ? nothing
            : html`<optgroup label=${group}>${own.map(toOption)}</optgroup>`;
        })}
      </select>
    </div>`;
  }

  #open(event: Event): void {
    event.preventDefault();
    if (this.first !== "")
      this.dispatchEvent(new SourcesEvent(this.first, this.second || undefined));
  }

  #renderJob(job: DuplicateJob): TemplateResult {
    const {first, second, ran, updated} = job;
    const name = toSearchName(this.sources, first, second);
    return html`<tr>
      <td>
        <a
          href=${toSearchHref(first, second)}
          @click=${(event: Event) => {
            event.preventDefault();
            this.dispatchEvent(new SourcesEvent(first, second ?? undefined));
          }}
          >${name}</a
        >
      </td>
      <td class="number">${ran ? formatCount(ran.records) : ""}</td>
      <td class="number">${ran ? formatCount(ran.pairs) : "not run yet"}</td>
      <td>${formatAgo(updated)}</td>
      <td>
        <button
          class="quiet"
          aria-label="Forget the search in ${name}"
          @click=${() => this.dispatchEvent(new ForgetEvent(job))}
        >
          Forget
        </button>
      </td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {sources, jobs} = this;
    return html`<section aria-labelledby="choose">
        <header><h2 id="choose">What to look through</h2></header>
        <p class="muted">
          Finds records that are the same thing written differently: in a table, among entries, or
          between two of them. Everything is computed on this machine, and nothing changes before
          you say so.
        </p>
        ${
          sources.length === 0
            ? html`<p>
                There is no table and no entry yet. <a href="./import.html">Import a file</a>
              </p>`
            : html`<form class="row" @submit=${(event: Event) => this.#open(event)}>
                ${this.#renderSelect("In", "first", "Choose …")}
                ${this.#renderSelect("linked with", "second", "nothing: duplicates within it")}
                <button class="primary" ?disabled=${this.first === ""}>Set up</button>
              </form>`
        }
      </section>
      ${
        jobs.length === 0
          ? nothing
          : html`<section aria-labelledby="kept">
              <header><h2 id="kept">${formatCounted(jobs.length, "search")} before</h2></header>
              <div class="scroll" tabindex="0" role="region" aria-label="Searches">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">In</th>
                      <th scope="col" class="number">Records</th>
                      <th scope="col" class="number">Pairs found</th>
                      <th scope="col">Last</th>
                      <th scope="col"><span class="visually-hidden">Actions</span></th>
                    </tr>
                  </thead>
                  <tbody>
                    ${jobs.map((job) => this.#renderJob(job))}
                  </tbody>
                </table>
              </div>
            </section>`
      }`;
  }
}

/** "lake.people", "lake.expenses with Person". */
export function toSearchName(
  sources: readonly DuplicateSource[],
  first: string,
  second?: string | null
): string {
  const toName = (source: string): string =>
    source.startsWith("ws.")
      ? (sources.find((one) => one.source === source)?.label ?? source.slice("ws.".length))
      : source;
  return second ? `${toName(first)} with ${toName(second)}` : toName(first);
}

function toSearchHref(first: string, second: string | null): string {
  const query = new URLSearchParams({first, ...(second !== null && {second})});
  return `./duplicates.html?${query.toString()}`;
}

customElements.define("lb-duplicates-start", LbDuplicatesStart);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-start": LbDuplicatesStart;
  }
  interface HTMLElementEventMap {
    "lb-sources": SourcesEvent;
    "lb-forget": ForgetEvent;
  }
}
