import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Imports, Recipe} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import "./lb-recipe-json.ts";
import {rawTableHref} from "./links.ts";
import {describeMatch} from "./recipe-match.ts";
import {renderStep} from "./step-text.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/** The recipes that are saved: for which files, what they do, and each as JSON; one that was removed can be had back. */
export class LbRecipeList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-3);
      }
      summary {
        min-height: var(--lb-control);
        line-height: var(--lb-control);
        cursor: pointer;
      }
      table {
        min-width: 560px;
      }
      td {
        max-width: 420px;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .open {
        max-width: 860px;
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid var(--lb-accent);
        background: var(--lb-bg-alt);
      }
    `
  ];
  static override properties = {
    imports: {attribute: false},
    recipes: {attribute: false},
    open: {state: true},
    removed: {state: true},
    problem: {state: true}
  };

  declare imports: Imports;
  declare recipes: readonly Recipe[];
  /** The id of the recipe that is looked at. */
  declare protected open: string;
  declare protected removed: Recipe | undefined;
  declare protected problem: string;

  constructor() {
    super();
    this.recipes = [];
    this.open = "";
    this.problem = "";
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    this.problem = "";
    try {
      await work();
      return true;
    } catch (error) {
      this.problem = toMessage(error);
      return false;
    }
  }

  async #remove(recipe: Recipe): Promise<void> {
    if (await this.#try(() => this.imports.removeRecipe(recipe.id))) this.removed = recipe;
  }

  async #undo(): Promise<void> {
    const {removed} = this;
    if (removed && (await this.#try(() => this.imports.saveRecipe(removed))))
      this.removed = undefined;
  }

  #renderRecipe(recipe: Recipe): TemplateResult {
    const {id, name, target, steps} = recipe;
    const isOpen = this.open === id;
    return html`<tr>
      <td>${name}</td>
      <td><a href=${rawTableHref(target)}>raw.${target}</a></td>
      <td>${describeMatch(recipe)}</td>
      <td class="number">${formatCount(steps.length)}</td>
      <td>
        <button
          class="quiet"
          aria-label="${isOpen ? "Close" : "Open"} ${name}"
          aria-expanded=${isOpen}
          @click=${() => (this.open = isOpen ? "" : id)}
        >
          ${isOpen ? "Close" : "Open"}
        </button>
        <button class="quiet" aria-label="Remove ${name}" @click=${() => void this.#remove(recipe)}>
          Remove
        </button>
      </td>
    </tr>`;
  }

  #renderOpen(recipe: Recipe): TemplateResult {
    return html`<section class="open" aria-label=${recipe.name}>
      <ol>
        ${recipe.steps.map((step) => html`<li>${renderStep(step)}</li>`)}
      </ol>
      <lb-recipe-json .imports=${this.imports} .recipe=${recipe} is-saved></lb-recipe-json>
    </section>`;
  }

  /** Recipes that clean; those that each import leaves, to send the next file to the same table, are folded away. */
  #renderLists(): TemplateResult {
    const cleaning = this.recipes.filter(({steps}) => steps.length > 0);
    const plain = this.recipes.filter(({steps}) => steps.length === 0);
    return html`${cleaning.length > 0 ? this.#renderTable(cleaning) : nothing}
    ${
      plain.length > 0
        ? html`<details ?open=${cleaning.length === 0}>
            <summary>
              ${formatCount(plain.length)} without steps: the next file like that goes to the same
              table
            </summary>
            ${this.#renderTable(plain)}
          </details>`
        : nothing
    }`;
  }

  #renderTable(recipes: readonly Recipe[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Recipes">
      <table>
        <thead>
          <tr>
            <th scope="col">Recipe</th>
            <th scope="col">Table</th>
            <th scope="col">For files</th>
            <th scope="col" class="number">Steps</th>
            <th scope="col"><span class="visually-hidden">Open, remove</span></th>
          </tr>
        </thead>
        <tbody>
          ${recipes.map((recipe) => this.#renderRecipe(recipe))}
        </tbody>
      </table>
    </div>`;
  }

  override render(): TemplateResult {
    const {recipes, problem, removed} = this;
    const opened = recipes.find(({id}) => id === this.open);
    return html`${
      recipes.length === 0
        ? html`<p class="muted">
            No recipe is saved. Clean a file while importing it, then save its steps as a recipe:
            the next file that fits is read by it.
          </p>`
        : this.#renderLists()
    }
    ${
      removed
        ? html`<p class="row" role="status">
            Recipe ${removed.name} is removed.
            <button @click=${() => void this.#undo()}>Undo</button>
          </p>`
        : nothing
    }
    ${problem ? html`<p class="failed" role="alert">${problem}</p>` : nothing}
    ${opened ? this.#renderOpen(opened) : nothing}`;
  }
}

customElements.define("lb-recipe-list", LbRecipeList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-recipe-list": LbRecipeList;
  }
}
