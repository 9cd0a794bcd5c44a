import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {ImportItem, ImportSession, Imports, Recipe, Workspace} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {toRecipeChange} from "./import-events.ts";
import {itemStyles} from "./import-item-styles.ts";
import {describeItem, nameItem} from "./import-words.ts";
import "./lb-grid.ts";
import "./lb-import-alike.ts";
import "./lb-import-columns.ts";
import "./lb-import-parse.ts";
import "./lb-import-plan.ts";
import "./lb-import-problems.ts";
import "./lb-import-target.ts";
import "./lb-recipe.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {renderTabs, tabStyles} from "./tabs.ts";

type View = "reading" | "columns" | "steps" | "problems";

/**
 * One table that may be imported: how it was read, what it becomes, what is wrong, and its first rows. Whatever is
 * changed shows in the rows below.
 *
 * @fires lb-import-change - the item shall be read, cleaned or taken otherwise (`ImportChangeEvent`)
 */
export class LbImportItem extends LitElement {
  static override styles = [baseStyles, controlStyles, tabStyles, itemStyles];
  static override properties = {
    workspace: {attribute: false},
    imports: {attribute: false},
    session: {attribute: false},
    item: {attribute: false},
    busy: {type: Boolean},
    failure: {},
    view: {state: true}
  };

  /** Where new rows are compared with those that are there; left out, they are not. */
  declare workspace: Workspace | undefined;
  declare imports: Imports;
  declare session: ImportSession;
  declare item: ImportItem;
  /** True while it is being read anew. */
  declare busy: boolean;
  /** Why the last change was not made. */
  declare failure: string;
  declare protected view: View;

  constructor() {
    super();
    this.busy = false;
    this.failure = "";
    this.view = "reading";
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // a step that fails is what has to be seen
    if (changed.has("item") && !changed.get("item") && this.item.stepFailure) this.view = "steps";
  }

  #useRecipe(id: string): void {
    const {item} = this;
    const other = item.others.find((recipe) => recipe.id === id);
    const none: Recipe = {...item.recipe, id: "", name: "", parse: {}, steps: [], key: []};
    this.dispatchEvent(toRecipeChange(other ?? none));
  }

  #renderRecipe(): TemplateResult | typeof nothing {
    const {isRecognised, recipe, others} = this.item;
    if (!isRecognised && others.length === 0) return nothing;
    return html`<p class="row">
      <span
        >${isRecognised ? html`Read with the recipe <strong>${recipe.name}</strong>` : "A saved recipe fits"}</span
      >
      <select
        aria-label="Recipe"
        @change=${(event: Event) => this.#useRecipe((event.target as HTMLSelectElement).value)}
      >
        <option value=${recipe.id} selected>${isRecognised ? recipe.name : "no recipe"}</option>
        ${others.map(({id, name}) => html`<option value=${id}>${name}</option>`)}
        ${isRecognised ? html`<option value="">no recipe</option>` : nothing}
      </select>
    </p>`;
  }

  #renderNotes(): TemplateResult {
    const {knownBatches, stepFailure, mode} = this.item;
    return html`${
      knownBatches.length > 0 && mode === "import"
        ? html`<p class="warning">
            This file was imported before, in
            ${knownBatches.length === 1 ? "1 batch" : `${formatCount(knownBatches.length)} batches`}.
            Importing it again adds only what is new.
          </p>`
        : nothing
    }
    ${
      stepFailure
        ? html`<p class="failed" role="alert">
            Step ${stepFailure.index + 1} cannot be applied: ${stepFailure.what}. The rows are those
            before it. Change the step, switch it off, or remove it.
          </p>`
        : nothing
    }
    ${this.failure ? html`<p class="failed" role="alert">${this.failure}</p>` : nothing}`;
  }

  #renderPanel(): TemplateResult {
    const {item, session, imports} = this;
    switch (this.view) {
      case "reading":
        return html`<lb-import-parse .item=${item}></lb-import-parse>`;
      case "columns":
        return html`<lb-import-columns .item=${item}></lb-import-columns>`;
      case "steps":
        return html`<lb-recipe .imports=${imports} .session=${session} .item=${item}></lb-recipe>`;
      case "problems":
        return html`<lb-import-problems
          .problems=${item.problems}
          .rejects=${item.rejects}
        ></lb-import-problems>`;
    }
  }

  #renderViews(): TemplateResult {
    const {source, recipe, problems, rejects} = this.item;
    const wrong = problems.length + rejects.length;
    const tabs = [
      {name: "reading", label: "Reading"},
      {name: "columns", label: `Columns ${formatCount(source.length)}`},
      {name: "steps", label: `Steps ${formatCount(recipe.steps.length)}`},
      {name: "problems", label: `${wrong > 0 ? "⚠ " : ""}Problems ${formatCount(wrong)}`}
    ] as const;
    return html`<div class="bar">
        ${renderTabs<View>("How it is imported", tabs, this.view, (name) => (this.view = name))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.view}">
        ${this.#renderPanel()}
      </div>`;
  }

  #renderRefused(): TemplateResult {
    const {item} = this;
    return html`<h2 tabindex="-1">${nameItem(item)}</h2>
      <p class="failed" role="alert">Not read: ${item.refusal}</p>
      ${this.failure ? html`<p class="failed" role="alert">${this.failure}</p>` : nothing}
      <p class="muted">If it is another format, or another encoding, say so:</p>
      <lb-import-parse .item=${item}></lb-import-parse>
      ${
        item.problems.length + item.rejects.length > 0
          ? html`<lb-import-problems
              .problems=${item.problems}
              .rejects=${item.rejects}
            ></lb-import-problems>`
          : nothing
      }`;
  }

  override render(): TemplateResult {
    const {item, session, busy} = this;
    if (item.refusal !== null) return this.#renderRefused();
    return html`<div>
        <h2 tabindex="-1">${nameItem(item)}</h2>
        <p class="muted summary">${describeItem(item)}</p>
      </div>
      ${this.#renderNotes()} ${this.#renderRecipe()}
      <lb-import-target .item=${item}></lb-import-target>
      <lb-import-plan .session=${session} .item=${item}></lb-import-plan>
      ${
        item.joins && item.mode === "import" && !item.isSample && this.workspace
          ? html`<lb-import-alike
              .workspace=${this.workspace}
              .session=${session}
              .item=${item}
            ></lb-import-alike>`
          : nothing
      }
      ${this.#renderViews()}
      <div class="rows ${busy ? "busy" : ""}" aria-busy=${busy}>
        <lb-grid
          label="First rows of ${nameItem(item)}"
          .result=${item.sample}
          .total=${item.isSample ? undefined : item.rows}
        ></lb-grid>
        ${busy ? html`<span class="muted" role="status">Reading again …</span>` : nothing}
      </div>`;
  }
}

customElements.define("lb-import-item", LbImportItem);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-item": LbImportItem;
  }
}
