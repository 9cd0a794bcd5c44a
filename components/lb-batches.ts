import type {PropertyValues, TemplateResult} from "lit";
import {css, html} from "lit";
import type {Workspace} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import type {ImportLists} from "./import-follow.ts";
import {ImportFollow} from "./import-follow.ts";
import {requestImport} from "./import-request.ts";
import "./lb-batches-batch.ts";
import "./lb-batches-files.ts";
import "./lb-batches-in-place.ts";
import "./lb-batches-list.ts";
import type {OpenBatchEvent} from "./lb-batches-list.ts";
import "./lb-compare.ts";
import "./lb-failure.ts";
import "./lb-recipe-list.ts";
import {hearPage} from "./page-events.ts";
import {readPageQuery, writePageQuery} from "./page-query.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import {emptyStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const VIEWS = ["batches", "files", "in-place", "recipes", "compare"] as const;

type View = (typeof VIEWS)[number];

/**
 * The batches page: what came in and when, what can be taken back, the files and recipes that are kept, and how two
 * versions of a file differ. `?view=` and `?batch=` in the address say what is shown.
 */
export class LbBatches extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    emptyStyles,
    tabStyles,
    css`
      :host {
        display: block;
      }
      .bar {
        margin-bottom: var(--lb-2);
        border-bottom: 1px solid var(--lb-border);
      }
      [role="tablist"] {
        border: 0;
        flex-wrap: wrap;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    view: {state: true},
    batch: {state: true}
  };

  declare protected view: View;
  /** The id of the batch that is looked at. */
  declare protected batch: string | undefined;
  readonly #follow = new ImportFollow(this);

  constructor() {
    super();
    this.#readAddress();
    hearPage(this, window, "popstate", () => this.#readAddress());
  }

  #readAddress(): void {
    this.batch = readPageQuery("batch");
    const view = readPageQuery("view");
    this.view = VIEWS.find((one) => one === view) ?? "batches";
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has("workspace") || !this.workspace) return;
    try {
      this.#follow.follow(this.workspace.imports);
    } catch (error) {
      this.failure = error;
    }
  }

  #show(view: View, batch?: string): void {
    this.view = view;
    this.batch = batch;
    writePageQuery({view: view === "batches" ? undefined : view, batch}, {push: true});
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="empty">
      <p>
        Each import is a batch: which rows of which file came into which table, what was new,
        changed or refused. Any batch can be taken back.
      </p>
      <button class="primary" @click=${() => requestImport("start")}>Import files</button>
    </div>`;
  }

  #renderBatches(workspace: Workspace, {batches}: ImportLists): TemplateResult {
    const batch = batches.find(({id}) => id === this.batch);
    if (this.batch !== undefined)
      return batch
        ? html`<lb-batches-batch
            .imports=${workspace.imports}
            .batch=${batch}
            @lb-close=${() => this.#show("batches")}
          ></lb-batches-batch>`
        : html`<p>
            There is no batch of this name.
            <button @click=${() => this.#show("batches")}>All batches</button>
          </p>`;
    if (batches.length === 0) return this.#renderEmpty();
    return html`<lb-batches-list
      .batches=${batches}
      @lb-open-batch=${({batch: id}: OpenBatchEvent) => this.#show("batches", id)}
    ></lb-batches-list>`;
  }

  #renderView(workspace: Workspace, lists: ImportLists): TemplateResult {
    const imports = workspace.imports;
    const {batches, files, recipes, inPlace} = lists;
    switch (this.view) {
      case "batches":
        return this.#renderBatches(workspace, lists);
      case "files":
        return html`<lb-batches-files
          .imports=${imports}
          .files=${files}
          .batches=${batches}
        ></lb-batches-files>`;
      case "in-place":
        return html`<lb-batches-in-place
          .imports=${imports}
          .tables=${inPlace}
          .files=${files}
        ></lb-batches-in-place>`;
      case "recipes":
        return html`<lb-recipe-list .imports=${imports} .recipes=${recipes}></lb-recipe-list>`;
      case "compare":
        return html`<lb-compare
          .imports=${imports}
          .files=${files}
          .batches=${batches}
        ></lb-compare>`;
    }
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {lists, error} = this.#follow;
    if (error !== undefined)
      return html`<lb-failure
        what="Batches cannot be read"
        .error=${error}
        retry
        @retry=${() => void this.#follow.read()}
      ></lb-failure>`;
    if (!lists) return html`<p class="muted" role="status">Reading batches …</p>`;
    const {batches, files, recipes, inPlace} = lists;
    const tabs = [
      {name: "batches", label: `Batches ${formatCount(batches.length)}`},
      {name: "files", label: `Files ${formatCount(files.length)}`},
      {name: "in-place", label: `In place ${formatCount(inPlace.length)}`},
      {name: "recipes", label: `Recipes ${formatCount(recipes.length)}`},
      {name: "compare", label: "Compare"}
    ] as const;
    return html`<h1 class="visually-hidden">Batches</h1>
      <div class="row bar">
        ${renderTabs<View>("Imports", tabs, this.view, (view) => this.#show(view))}
        <button class="spread" @click=${() => requestImport("start")}>Import files</button>
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.view}">
        ${this.#renderView(workspace, lists)}
      </div>`;
  }
}

customElements.define("lb-batches", LbBatches);

declare global {
  interface HTMLElementTagNameMap {
    "lb-batches": LbBatches;
  }
}
