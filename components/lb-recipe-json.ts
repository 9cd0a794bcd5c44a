import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Imports, Recipe} from "../src/index.ts";
import {RECIPE_EXTENSION, toMessage, toRecipe, toRecipeText, toSlug} from "../src/index.ts";
import {download} from "./download.ts";
import {renderFileButton} from "./file-button.ts";
import {toRecipeChange} from "./import-events.ts";
import {readJsonDocument} from "./json-document.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * A recipe as the JSON document that it is: written, checked, named, saved, taken out as a file and in again.
 *
 * @fires lb-import-change - with another recipe
 */
export class LbRecipeJson extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
      }
      textarea {
        height: 220px;
      }
      .name {
        width: min(280px, 100%);
      }
    `
  ];
  static override properties = {
    imports: {attribute: false},
    recipe: {attribute: false},
    isSaved: {type: Boolean, attribute: "is-saved"},
    name: {state: true},
    problem: {state: true},
    said: {state: true}
  };

  declare imports: Imports;
  declare recipe: Recipe;
  /** True where no import is open that could use it. */
  declare isSaved: boolean;
  declare protected name: string;
  declare protected problem: string;
  /** What was done last. */
  declare protected said: string;

  constructor() {
    super();
    this.isSaved = false;
    this.name = "";
    this.problem = "";
    this.said = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("recipe")) return;
    this.name = this.recipe.name;
    this.problem = "";
  }

  get #area(): HTMLTextAreaElement {
    return this.renderRoot.querySelector("textarea")!;
  }

  /** The recipe as written, or undefined: the problem is then shown, and its place marked. */
  #read(): Recipe | undefined {
    const read = readJsonDocument(this.#area.value, toRecipe);
    if ("problem" in read) {
      this.#refuse(read.problem.what, read.problem.offset);
      return undefined;
    }
    this.problem = "";
    return read.value;
  }

  #refuse(what: string, offset: number | undefined): void {
    this.problem = what;
    this.said = "";
    if (offset === undefined) return;
    const area = this.#area;
    area.focus();
    area.setSelectionRange(offset, offset + 1);
  }

  #use(): void {
    const recipe = this.#read();
    if (recipe) this.dispatchEvent(toRecipeChange({...recipe, name: this.name || recipe.name}));
  }

  async #save(): Promise<void> {
    const recipe = this.#read();
    if (!recipe) return;
    try {
      const saved = await this.imports.saveRecipe({...recipe, name: this.name || recipe.name});
      this.dispatchEvent(toRecipeChange(saved));
      await this.updateComplete;
      this.said = `Saved as ${saved.name}. The next file that fits is offered it.`;
    } catch (error) {
      this.#refuse(toMessage(error), undefined);
    }
  }

  #export(): void {
    const recipe = this.#read();
    if (!recipe) return;
    const named = {...recipe, name: this.name || recipe.name};
    const file = `${toSlug(named.name) || "recipe"}${RECIPE_EXTENSION}`;
    download(file, new Blob([toRecipeText(named)], {type: "application/json"}));
    this.said = `Exported. Put ${file} beside the files in data/raw, and the build reads them so.`;
  }

  async #load(file: File): Promise<void> {
    try {
      this.#area.value = await file.text();
    } catch (error) {
      this.#refuse(`${file.name} cannot be read: ${toMessage(error)}`, undefined);
      return;
    }
    const recipe = this.#read();
    if (!recipe) return;
    this.name = recipe.name;
    this.said = `${file.name} is read. Use it, or change it first.`;
  }

  override render(): TemplateResult {
    const {recipe, problem, said} = this;
    return html`<label class="row">
        Name
        <input
          class="name"
          autocomplete="off"
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
        />
      </label>
      <textarea
        class="code"
        aria-label="The recipe as JSON"
        aria-invalid=${problem !== ""}
        spellcheck="false"
        .value=${JSON.stringify(recipe, null, 2)}
      ></textarea>
      ${problem ? html`<p class="failed" role="alert">${problem}</p>` : nothing}
      ${said ? html`<p class="muted" role="status">${said}</p>` : nothing}
      <div class="row">
        ${
          this.isSaved
            ? nothing
            : html`<button @click=${() => this.#use()}>Use this recipe</button>`
        }
        <button @click=${() => void this.#save()}>Save recipe</button>
        <button @click=${() => this.#export()}>Export</button>
        ${renderFileButton("Open file", ".json", (file) => void this.#load(file))}
      </div>`;
  }
}

customElements.define("lb-recipe-json", LbRecipeJson);

declare global {
  interface HTMLElementTagNameMap {
    "lb-recipe-json": LbRecipeJson;
  }
}
