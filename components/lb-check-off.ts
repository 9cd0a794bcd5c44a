import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {QueryResult, Row, Workspace} from "../src/index.ts";
import {groupBy, toSlug} from "../src/index.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entryHref} from "./links.ts";
import {dayOf, entryOf, textOf} from "./row-text.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** Rows that are drawn; the rest is told. */
const MAX_ROWS = 300;

/**
 * Is everything still there? `result` has `id`, `type`, `slug`, `title`, `place` and `last_seen` of each thing. What is
 * marked, or whose label is scanned into the field, was seen today; what is left was not seen since the day that is given.
 */
export class LbCheckOff extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        margin: var(--lb-2) 0 var(--lb-4);
      }
      .columns {
        columns: 300px;
        column-gap: var(--lb-6);
      }
      section {
        break-inside: avoid;
        margin-bottom: var(--lb-3);
      }
      h3 {
        padding-bottom: 2px;
        border-bottom: 1px solid var(--lb-border);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--lb-2);
        min-height: var(--lb-row);
      }
      li a {
        flex: 1;
        color: var(--lb-text);
      }
      time {
        font-size: var(--lb-size-small);
        font-variant-numeric: tabular-nums;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    result: {attribute: false},
    since: {state: true},
    said: {state: true},
    refusal: {state: true}
  };

  /** Undefined until it is first there; a new one may come after each change. */
  declare result: QueryResult | undefined;
  /** The ISO date; what was seen on or after it is done. */
  declare protected since: string;
  /** What the last scan did. */
  declare protected said: string;
  declare protected refusal: unknown;

  constructor() {
    super();
    this.since = toToday();
    this.said = "";
  }

  async #mark(workspace: Workspace, row: Row): Promise<void> {
    const {store} = workspace;
    this.refusal = undefined;
    try {
      const entry = await store.entries.get(textOf(row, "id"));
      if (!entry) return;
      await store.entries.update(entry.id, {fields: {...entry.fields, last_seen: toToday()}});
      const written = await store.history.lastUndoable();
      this.said = `Seen: ${entry.title}`;
      offerUndo({store, groups: [written?.group ?? null], message: this.said});
    } catch (error) {
      this.refusal = error;
    }
  }

  /** A label's code is an address; people type a slug or a title. */
  async #scan(workspace: Workspace, input: HTMLInputElement): Promise<void> {
    const text = input.value.trim();
    input.value = "";
    if (text === "") return;
    const slug = /[?&]slug=([^&]+)/.exec(text)?.[1] ?? text.split("/").at(-1)!;
    const wanted = toSlug(decodeURIComponent(slug));
    const row = [...(this.result ?? [])].find((one) => one.slug === wanted);
    if (row) await this.#mark(workspace, row);
    else this.said = `Not among these: ${text}`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {result} = this;
    if (!result) return html`<p class="muted" role="status">Reading the entries …</p>`;
    const open = [...result].filter((row) => dayOf(row, "last_seen") < this.since);
    const groups = groupBy(open.slice(0, MAX_ROWS), (row) => textOf(row, "place") || "Nowhere");
    return html`<div class="row">
        <label
          >Not seen since
          <input
            type="date"
            .value=${this.since}
            @change=${(event: Event) => (this.since = (event.target as HTMLInputElement).value || toToday())}
        /></label>
        <label
          >Scan a label, or type a title
          <input
            type="text"
            autocomplete="off"
            @keydown=${(event: KeyboardEvent) =>
              event.key === "Enter" &&
              void this.#scan(workspace, event.target as HTMLInputElement)}
        /></label>
        <span class="muted">${result.numRows - open.length} of ${result.numRows} seen</span>
        <span role="status">${this.said}</span>
      </div>
      ${this.refusal === undefined ? nothing : html`<lb-failure what="It was not marked." .error=${this.refusal}></lb-failure>`}
      ${
        open.length === 0
          ? html`<p class="muted">Everything was seen.</p>`
          : html`<div class="columns">
              ${[...groups].map(([place, rows]) => this.#renderPlace(workspace, place, rows))}
            </div>`
      }
      ${open.length > MAX_ROWS ? html`<p class="muted">… and ${open.length - MAX_ROWS} more.</p>` : nothing}`;
  }

  #renderPlace(workspace: Workspace, place: string, rows: readonly Row[]): TemplateResult {
    return html`<section>
      <h3>${place}</h3>
      <ul>
        ${rows.map((row) => {
          const entry = entryOf(row);
          const seen = dayOf(row, "last_seen");
          return html`<li>
            <button aria-label=${`Seen: ${entry.title}`} @click=${() => this.#mark(workspace, row)}>
              Seen
            </button>
            <a href=${entryHref(entry)}>${entry.title}</a>
            <time class="muted">${seen === "" ? "never" : seen}</time>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}

/** Today on the clock of this machine. */
function toToday(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

customElements.define("lb-check-off", LbCheckOff);

declare global {
  interface HTMLElementTagNameMap {
    "lb-check-off": LbCheckOff;
  }
}
