import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {ImportItem, Recipe} from "../src/index.ts";
import {toIdentifier} from "../src/index.ts";
import type {FieldChangeEvent} from "./form-events.ts";
import {ImportChangeEvent, toRecipeChange} from "./import-events.ts";
import "./lb-step-columns.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const MODES = [
  {
    mode: "import",
    label: "Import",
    what: "copies the rows into the table; adds only what is new, and can be taken back"
  },
  {
    mode: "in-place",
    label: "Query in place",
    what: "leaves the file as it is and reads it with each query"
  }
] as const;

/**
 * Where an item's rows go: the table, the columns that tell its rows apart, and whether they are copied at all.
 *
 * @fires lb-import-change - with another target, key or mode
 */
export class LbImportTarget extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        gap: var(--lb-2) var(--lb-6);
      }
      .field {
        display: grid;
        gap: 2px;
        min-width: 0;
      }
      .label {
        color: var(--lb-text-muted);
        font-size: var(--lb-size-small);
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }
      fieldset label {
        display: flex;
        align-items: start;
        gap: var(--lb-1);
        min-height: var(--lb-row);
      }
      fieldset input {
        flex: none;
        margin-top: 2px;
      }
      fieldset b {
        font-weight: 500;
        white-space: nowrap;
      }
      details {
        max-width: min(100%, 420px);
      }
      summary {
        min-height: var(--lb-control);
        line-height: var(--lb-control);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      lb-step-columns {
        padding: var(--lb-1) 0;
      }
    `
  ];
  static override properties = {item: {attribute: false}};

  declare item: ImportItem;

  #setRecipe(change: Partial<Recipe>): void {
    this.dispatchEvent(toRecipeChange({...this.item.recipe, ...change}));
  }

  #setTarget(input: HTMLInputElement): void {
    // a name that SQL needs no quotes for
    input.value = toIdentifier(input.value, this.item.recipe.target);
    if (input.value !== this.item.recipe.target) this.#setRecipe({target: input.value});
  }

  #renderKey(): TemplateResult {
    const {recipe, columns} = this.item;
    const {key} = recipe;
    return html`<details>
      <summary>${key.length === 0 ? "all values of a row" : key.join(", ")}</summary>
      <p class="label">The same row in two files is one row where these columns are alike.</p>
      <lb-step-columns
        label="Key columns"
        .columns=${columns}
        .chosen=${key}
        @lb-change=${({value}: FieldChangeEvent) =>
          this.#setRecipe({key: value as readonly string[]})}
      ></lb-step-columns>
    </details>`;
  }

  override render(): TemplateResult {
    const {recipe, mode} = this.item;
    return html`<div class="field">
        <label class="label" for="target">Table</label>
        <input
          id="target"
          autocomplete="off"
          spellcheck="false"
          .value=${recipe.target}
          @change=${(event: Event) => this.#setTarget(event.target as HTMLInputElement)}
        />
      </div>
      ${
        mode === "import"
          ? html`<div class="field"><span class="label">Key</span>${this.#renderKey()}</div>`
          : nothing
      }
      <fieldset>
        <legend class="label">Rows</legend>
        ${MODES.map(
          (one) =>
            html`<label>
              <input
                type="radio"
                name="mode"
                .checked=${mode === one.mode}
                @change=${() => this.dispatchEvent(new ImportChangeEvent({mode: one.mode}))}
              />
              <span><b>${one.label}</b> <span class="muted">${one.what}</span></span>
            </label>`
        )}
      </fieldset>`;
  }
}

customElements.define("lb-import-target", LbImportTarget);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-target": LbImportTarget;
  }
}
