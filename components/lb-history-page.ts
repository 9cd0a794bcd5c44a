import type {TemplateResult} from "lit";
import {css, html} from "lit";
import type {Workspace} from "../src/index.ts";
import "./lb-history-list.ts";
import "./lb-trash.ts";
import {hearPage} from "./page-events.ts";
import {readPageQuery, writePageQuery} from "./page-query.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const TABS = [
  {name: "changes", label: "Changes"},
  {name: "trash", label: "Trash"}
] as const;

type View = (typeof TABS)[number]["name"];

/** The history page: everything that was written, and what was deleted. `?view=` in the address says which. */
export class LbHistoryPage extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    tabStyles,
    css`
      :host {
        display: block;
      }
      [role="tablist"] {
        margin-bottom: var(--lb-2);
      }
    `
  ];
  static override properties = {...WorkspaceElement.properties, view: {state: true}};

  declare protected view: View;

  constructor() {
    super();
    this.#readAddress();
    hearPage(this, window, "popstate", () => this.#readAddress());
  }

  #readAddress(): void {
    this.view = readPageQuery("view") === "trash" ? "trash" : "changes";
  }

  #show(view: View): void {
    this.view = view;
    writePageQuery({view: view === "changes" ? undefined : view}, {push: true});
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        what="No history is kept in this window"
      ></lb-failure>`;
    const {store} = workspace;
    return html`<h1 class="visually-hidden">History</h1>
      ${renderTabs<View>("History", TABS, this.view, (view) => this.#show(view))}
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.view}">
        ${
          this.view === "trash"
            ? html`<lb-trash .store=${store}></lb-trash>`
            : html`<lb-history-list .store=${store}></lb-history-list>`
        }
      </div>`;
  }
}

customElements.define("lb-history-page", LbHistoryPage);

declare global {
  interface HTMLElementTagNameMap {
    "lb-history-page": LbHistoryPage;
  }
}
