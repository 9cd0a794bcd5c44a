import type {PropertyValues, TemplateResult} from "lit";
import {css, html} from "lit";
import type {Catalogue, ChangeGroup, EntryType, Workspace} from "../src/index.ts";
import {Follow} from "./follow.ts";
import {formatAgo} from "./format-ago.ts";
import {formatBytes, formatCount, formatCounted} from "./format-value.ts";
import {requestImport} from "./import-request.ts";
import {entriesHref, tableHref} from "./links.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const MAX_TABLES = 40;
const MAX_CHANGES = 8;

/** What the store holds, in numbers. */
interface Kept {
  readonly types: readonly (readonly [EntryType, number])[];
  readonly entries: number;
  readonly edges: readonly (readonly [string, number])[];
  readonly vectors: ReadonlyMap<string, number>;
  readonly changes: readonly ChangeGroup[];
}

/** What is in the workspace; each number leads to what it counts. The lake and the store are shown as each is there. */
export class LbOverview extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      .halves {
        display: grid;
        grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
        gap: var(--lb-6);
        align-items: start;
      }
      h2 {
        font-size: 14px;
        line-height: 24px;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-1) var(--lb-6);
        margin: 0 0 var(--lb-3);
      }
      .facts div {
        display: flex;
        flex-direction: column-reverse;
      }
      dt {
        color: var(--lb-text-muted);
        font-size: var(--lb-size-small);
      }
      dd {
        margin: 0;
        font-size: 20px;
        line-height: 26px;
        font-variant-numeric: tabular-nums;
      }
      dd a {
        color: inherit;
      }
      dd.bad a {
        color: var(--lb-danger);
      }
      section {
        min-width: 0;
      }
      .empty {
        max-width: 56ch;
        margin-bottom: var(--lb-2);
      }
      section > section {
        margin-top: var(--lb-4);
      }
      @media (max-width: 999.9px) {
        .halves {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    catalogue: {state: true},
    lakeError: {state: true}
  };

  declare private catalogue: Catalogue | undefined;
  declare private lakeError: unknown;
  readonly #kept = new Follow<Kept>(this);

  override willUpdate(changed: PropertyValues): void {
    const {workspace} = this;
    if (!workspace) return;
    if (changed.has("workspace")) void this.#readLake(workspace);
    if (workspace.storeFailure === undefined)
      this.#kept.follow("kept", () => workspace.store.live(() => readKept(workspace)));
  }

  async #readLake(workspace: Workspace): Promise<void> {
    this.lakeError = undefined;
    try {
      this.catalogue = await workspace.catalogue();
    } catch (error) {
      this.lakeError = error;
    }
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    return html`<div class="halves">
      <section aria-labelledby="lake">
        <h2 id="lake">Lake</h2>
        ${this.#renderLake(workspace)}
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept">Kept</h2>
        ${this.#renderKept(workspace)}
      </section>
    </div>`;
  }

  #renderLake(workspace: Workspace): TemplateResult {
    if (this.lakeError !== undefined) {
      return html`<lb-failure
        what="The lake cannot be opened."
        .error=${this.lakeError}
        retry
        @retry=${() => void this.#readLake(workspace)}
      ></lb-failure>`;
    }
    if (!this.catalogue) return html`<p class="muted" role="status">Opening the lake …</p>`;
    const {files, tables, problems} = this.catalogue;
    if (files.length === 0) {
      return html`<p class="empty">
          The lake is where your raw files lie: CSV, JSON, Parquet, spreadsheets, exports of any
          kind. Drop some here, or put them into the folder
          <code>data/raw</code>; Lakebook reads them and this page fills up. Nothing leaves this
          machine.
        </p>
        <p class="row">
          <button class="primary" @click=${() => requestImport("start")}>Import files</button>
          <a class="button" href="./guide.html">How to add files</a>
        </p>`;
    }
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const compiled = new Date(Math.max(...files.map((file) => file.compiled.getTime())));
    return html`<dl class="facts">
        ${fact("files", formatCount(files.length), "./lake.html?view=files", formatBytes(bytes))}
        ${fact("tables", formatCount(tables.length), "./lake.html")}
        ${fact("rows", formatCount(rows), "./lake.html")}
        ${fact("problems", formatCount(problems.length), "./lake.html?view=problems", "", problems.length > 0)}
        ${fact("last import", formatAgo(compiled), "./lake.html?view=files", compiled.toLocaleString())}
      </dl>
      <div class="scroll" tabindex="0" role="region" aria-label="Tables">
        <table>
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Format</th>
              <th scope="col" class="number">Files</th>
              <th scope="col" class="number">Rows</th>
              <th scope="col" class="number">Columns</th>
              <th scope="col" class="number">Size</th>
            </tr>
          </thead>
          <tbody>
            ${[...tables]
              .sort((a, b) => b.rows - a.rows)
              .slice(0, MAX_TABLES)
              .map(
                (table) =>
                  html`<tr>
                    <td><a href=${tableHref(table.name)}>${table.name}</a></td>
                    <td>${table.format}</td>
                    <td class="number">${formatCount(table.files)}</td>
                    <td class="number">${formatCount(table.rows)}</td>
                    <td class="number">${formatCount(table.columns)}</td>
                    <td class="number">${formatBytes(table.bytes)}</td>
                  </tr>`
              )}
          </tbody>
        </table>
      </div>
      ${
        tables.length > MAX_TABLES
          ? html`<p>
              <a href="./lake.html">${formatCounted(tables.length - MAX_TABLES, "more table")}</a>
            </p>`
          : ""
      }`;
  }

  #renderKept(workspace: Workspace): TemplateResult {
    const error = workspace.storeFailure ?? this.#kept.error;
    if (error !== undefined)
      return html`<lb-failure what="Entries cannot be read." .error=${error}></lb-failure>`;
    const kept = this.#kept.value;
    if (!kept) return html`<p class="muted" role="status">Reading entries …</p>`;
    if (kept.entries === 0) {
      return html`<p class="empty">
          Entries are what is worth keeping: things, people, samples. Select rows of a result and
          keep them, or write one by hand; join them by edges and ask for them in SQL beside the
          lake.
        </p>
        <p class="row">
          <a class="button" href="./lake.html">Ask the lake</a
          ><a class="button" href="./entries.html">Add an entry</a>
        </p>`;
    }
    const vectors = kept.vectors.get(workspace.modelId) ?? 0;
    const edges = kept.edges.reduce((sum, [, count]) => sum + count, 0);
    return html`<dl class="facts">
        ${fact("entries", formatCount(kept.entries), entriesHref())}
        ${fact("edges", formatCount(edges), "./lake.html?sql=from+ws.edges")}
        ${fact("vectors", formatCount(vectors), "./settings.html", `Embedded with the model ${workspace.model}`)}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col" class="number">Entries</th>
          </tr>
        </thead>
        <tbody>
          ${kept.types.map(
            ([type, count]) =>
              html`<tr>
                <td><a href=${entriesHref({type: type.name})}>${type.plural}</a></td>
                <td class="number">${formatCount(count)}</td>
              </tr>`
          )}
        </tbody>
      </table>
      <section aria-labelledby="changes">
        <h2 id="changes">Last changes</h2>
        <table>
          <tbody>
            ${kept.changes.map(
              (change) =>
                html`<tr>
                  <td>${change.what}</td>
                  <td class="muted" title=${new Date(change.at).toLocaleString()}>
                    ${formatAgo(change.at)}
                  </td>
                </tr>`
            )}
          </tbody>
        </table>
      </section>`;
  }
}

function fact(name: string, value: string, href: string, hint = "", isBad = false): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd class=${isBad ? "bad" : ""} title=${hint}><a href=${href}>${value}</a></dd>
  </div>`;
}

async function readKept({store}: Workspace): Promise<Kept> {
  const [types, counts, kinds, vectors, changes] = await Promise.all([
    store.types.list(),
    store.entries.countByType(),
    store.edges.countByKind(),
    store.vectors.countByModel(),
    store.history.recent({limit: MAX_CHANGES})
  ]);
  return {
    types: types.map((type) => [type, counts.get(type.name) ?? 0]),
    entries: [...counts.values()].reduce((sum, count) => sum + count, 0),
    edges: [...kinds],
    vectors,
    changes
  };
}

customElements.define("lb-overview", LbOverview);

declare global {
  interface HTMLElementTagNameMap {
    "lb-overview": LbOverview;
  }
}
