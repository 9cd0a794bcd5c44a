import type {PropertyValues, TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {Workspace} from "../src/index.ts";
import {requestImport} from "./import-request.ts";
import "./lb-failure.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const LAKE = "lake.";

/**
 * What a notebook stands on: tables that may not be there, in a lake of somebody else. An input of a cell
 * (`const sql = view(needs("streams"))`): its `value` is undefined, and the cells that use it wait, until all of them
 * are there. Until then it says which are not, once, where each cell would have failed by itself.
 *
 * @fires input - the tables are there
 */
export class LbNeeds extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      section {
        display: grid;
        gap: var(--lb-3);
        max-width: 560px;
        padding: var(--lb-3) 0;
      }
      p {
        font-size: 15px;
        line-height: 24px;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-2);
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    tables: {attribute: false},
    gives: {attribute: false},
    missing: {state: true},
    problem: {state: true}
  };

  /** By name, as the lake has them or as they are imported on a page; `lake.people` is a table of the lake only. */
  declare tables: readonly string[];
  /** The value once they are there. */
  declare gives: unknown;
  declare value: unknown;
  declare protected missing: readonly string[] | undefined;
  declare protected problem: unknown;
  #stop: (() => void) | undefined;

  constructor() {
    super();
    this.tables = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {workspace} = this;
    if (changed.has("workspace") && workspace) this.#follow(workspace);
    // by this the page knows that what follows has nothing to show yet
    this.toggleAttribute("undone", this.missing?.length !== 0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #follow(workspace: Workspace): void {
    this.#stop?.();
    if (workspace.storeFailure === undefined)
      this.#stop = workspace.imports.onChange(() => void this.#look(workspace));
    void this.#look(workspace);
  }

  async #look(workspace: Workspace): Promise<void> {
    this.problem = undefined;
    try {
      const {tables} = await workspace.catalogue();
      const imported = workspace.storeFailure === undefined ? await workspace.imports.tables() : [];
      const there = new Set([
        ...tables.flatMap(({name}) => [name, LAKE + name]),
        ...imported.map(({name}) => name)
      ]);
      this.missing = this.tables.filter((name) => !there.has(name));
    } catch (error) {
      this.problem = error;
      return;
    }
    if (this.missing.length > 0 || this.value !== undefined) return;
    this.value = this.gives;
    this.dispatchEvent(new Event("input", {bubbles: true}));
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {missing, problem} = this;
    if (problem !== undefined)
      return html`<lb-failure
        retry
        what="The tables of the lake cannot be read"
        .error=${problem}
        @retry=${() => void this.#look(workspace)}
      ></lb-failure>`;
    if (!missing?.length) return html``;
    const canImport = missing.every((name) => !name.startsWith(LAKE));
    const names = missing.map(
      (name, i) =>
        html`${i === 0 ? "" : i === missing.length - 1 ? " and " : ", "}<code>${name}</code>`
    );
    return html`<section aria-label="What is missing">
      <p>
        ${missing.length === 1 ? html`The table ${names} is` : html`The tables ${names} are`} not in
        the lake yet. ${canImport ? "Import such files here, or put them" : "Put such files"} into
        <code>data/raw</code>; then this page fills up.
      </p>
      <div>
        ${canImport ? html`<button class="primary" @click=${() => requestImport("start")}>Import files</button>` : nothing}
        <a class="button" href="./connectors.html">Which exports become which tables</a>
      </div>
    </section>`;
  }
}

customElements.define("lb-needs", LbNeeds);

declare global {
  interface HTMLElementTagNameMap {
    "lb-needs": LbNeeds;
  }
}
