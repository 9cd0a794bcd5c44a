import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import type {ImportItem, ImportSession, Imports, Recipe, Step, StepKind} from "../src/index.ts";
import type {ImportChangeEvent} from "./import-events.ts";
import {toRecipeChange} from "./import-events.ts";
import "./lb-recipe-json.ts";
import "./lb-step-editor.ts";
import type {StepEvent} from "./lb-step-editor.ts";
import "./lb-step-suggestions.ts";
import {moveStep, putStep, removeStep, switchStep, withSteps} from "./recipe-edit.ts";
import {recipeStyles} from "./recipe-styles.ts";
import {STEP_KINDS, findStepKind} from "./step-kinds.ts";
import {renderStep} from "./step-text.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** The media type under which a step is dragged. */
const DRAG_TYPE = "application/x-lakebook-step";

/**
 * The cleaning steps of an item: written, tried, applied, put in order, switched off, removed, and taken back. Also the
 * recipe as JSON.
 *
 * @fires lb-import-change - with another recipe
 */
export class LbRecipe extends LitElement {
  static override styles = [baseStyles, controlStyles, recipeStyles];
  static override properties = {
    imports: {attribute: false},
    session: {attribute: false},
    item: {attribute: false},
    editing: {state: true},
    isJson: {state: true}
  };

  declare imports: Imports;
  declare session: ImportSession;
  declare item: ImportItem;
  /** The step that is being written, and where. */
  declare protected editing: {readonly index: number; readonly step: Step} | undefined;
  declare protected isJson: boolean;
  /** The recipes before each change, by item. */
  readonly #former = new Map<string, Recipe[]>();

  constructor() {
    super();
    this.isJson = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("item");
    if (before && before.id !== this.item.id) this.editing = undefined;
  }

  #change(recipe: Recipe): void {
    const {id} = this.item;
    this.#former.set(id, [...(this.#former.get(id) ?? []), this.item.recipe]);
    this.editing = undefined;
    this.dispatchEvent(toRecipeChange(recipe));
  }

  #setSteps(steps: readonly Step[] | undefined): void {
    if (steps) this.#change(withSteps(this.item.recipe, steps));
  }

  #undo(): void {
    const former = this.#former.get(this.item.id) ?? [];
    const last = former.at(-1);
    if (!last) return;
    this.#former.set(this.item.id, former.slice(0, -1));
    this.editing = undefined;
    this.dispatchEvent(toRecipeChange(last));
  }

  #add(select: HTMLSelectElement): void {
    const kind = select.value as StepKind;
    select.selectedIndex = 0;
    const step = findStepKind(kind).create(this.item.columns);
    this.#edit({index: this.item.recipe.steps.length, step});
  }

  #edit(editing: {readonly index: number; readonly step: Step}): void {
    this.editing = editing;
    void this.#focusEditor();
  }

  async #focusEditor(): Promise<void> {
    await this.updateComplete;
    const editor = this.renderRoot.querySelector("lb-step-editor");
    await editor?.updateComplete;
    editor?.focus();
  }

  #apply({step}: StepEvent): void {
    const {index} = this.editing!;
    this.#setSteps(putStep(this.item.recipe.steps, index, step));
    void this.#focusStep(index);
  }

  #append(step: Step): void {
    const {steps} = this.item.recipe;
    this.#setSteps(putStep(steps, steps.length, step));
    void this.#focusStep(steps.length);
  }

  #cancel(): void {
    const {index} = this.editing!;
    this.editing = undefined;
    void this.#focusStep(index);
  }

  #move(from: number, to: number): void {
    this.#setSteps(moveStep(this.item.recipe.steps, from, to));
    void this.#focusStep(to);
  }

  #remove(index: number): void {
    this.#setSteps(removeStep(this.item.recipe.steps, index));
    void this.#focusStep(index);
  }

  /** The step at a place, or what adds one where there is none. */
  async #focusStep(index: number): Promise<void> {
    await this.updateComplete;
    const steps = this.renderRoot.querySelectorAll<HTMLElement>(".step .words");
    (steps[index] ?? this.renderRoot.querySelector<HTMLElement>(".add"))?.focus();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.editing) {
      // one layer at a time: the dialog around stays
      event.preventDefault();
      event.stopPropagation();
      this.#cancel();
      return;
    }
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (!isUndo || this.editing || this.isJson) return;
    event.preventDefault();
    event.stopPropagation();
    this.#undo();
  }

  #onStepKey(event: KeyboardEvent, index: number): void {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (event.altKey && step !== 0) this.#move(index, index + step);
    else if (event.key === "Delete") this.#remove(index);
    else return;
    event.preventDefault();
  }

  #onDrop(event: DragEvent, to: number): void {
    const from = event.dataTransfer?.getData(DRAG_TYPE);
    if (!from) return;
    event.preventDefault();
    this.#move(Number(from), to);
  }

  #renderStep(step: Step, index: number): TemplateResult {
    const failure = this.item.stepFailure?.index === index ? this.item.stepFailure.what : "";
    const count = this.item.recipe.steps.length;
    return html`<li
      class="step ${step.off ? "off" : ""}"
      draggable="true"
      @dragstart=${(event: DragEvent) => event.dataTransfer?.setData(DRAG_TYPE, String(index))}
      @dragover=${(event: DragEvent) => {
        if (event.dataTransfer?.types.includes(DRAG_TYPE)) event.preventDefault();
      }}
      @drop=${(event: DragEvent) => this.#onDrop(event, index)}
    >
      <input
        type="checkbox"
        aria-label="Apply step ${index + 1}"
        .checked=${!step.off}
        @change=${(event: Event) => {
          const isOff = !(event.target as HTMLInputElement).checked;
          const {steps} = this.item.recipe;
          this.#setSteps(putStep(steps, index, switchStep(step, isOff)));
        }}
      />
      <button
        class="quiet words"
        title="Change this step; Alt with an arrow moves it, Delete removes it"
        @click=${() => this.#edit({index, step})}
        @keydown=${(event: KeyboardEvent) => this.#onStepKey(event, index)}
      >
        <span>${index + 1}. ${renderStep(step)}</span>
      </button>
      <span class="tools">
        ${tool("Move up", "↑", index === 0, () => this.#move(index, index - 1))}
        ${tool("Move down", "↓", index === count - 1, () => this.#move(index, index + 1))}
        ${tool("Remove", "×", false, () => this.#remove(index))}
      </span>
      ${failure ? html`<p class="failed" role="alert">${failure}</p>` : nothing}
    </li>`;
  }

  #renderEditor(): TemplateResult | typeof nothing {
    const {editing, session, item} = this;
    if (!editing) return nothing;
    return html`<lb-step-editor
      .session=${session}
      .item=${item}
      .index=${editing.index}
      .step=${editing.step}
      @lb-step=${(event: StepEvent) => this.#apply(event)}
      @lb-cancel=${() => this.#cancel()}
    ></lb-step-editor>`;
  }

  #renderSteps(): TemplateResult {
    const {steps} = this.item.recipe;
    return html`${
      steps.length === 0 && !this.editing
        ? html`<p class="muted">
            No steps: the rows come as the file has them. Steps rename, retype, split, merge and
            clean; each shows what it does before it is applied.
          </p>`
        : html`<ol aria-label="Steps">
            ${steps.map((step, i) => this.#renderStep(step, i))}
          </ol>`
    }
    ${
      this.editing
        ? this.#renderEditor()
        : html`<lb-step-suggestions
              .session=${this.session}
              .item=${this.item}
              @lb-step=${({step}: StepEvent) => this.#append(step)}
            ></lb-step-suggestions>
            ${this.#renderTools()}`
    }`;
  }

  #renderTools(): TemplateResult {
    const canUndo = (this.#former.get(this.item.id)?.length ?? 0) > 0;
    return html`<div class="row">
      <select
        class="add"
        aria-label="Add a step"
        @change=${(event: Event) => this.#add(event.target as HTMLSelectElement)}
      >
        <option value="">Add a step …</option>
        ${STEP_KINDS.map(
          ({kind, label, what}) => html`<option value=${kind}>${label}: ${what}</option>`
        )}
      </select>
      ${canUndo ? html`<button @click=${() => this.#undo()}>Undo</button>` : nothing}
      <button class="quiet spread" @click=${() => (this.isJson = true)}>Save, export, JSON</button>
    </div>`;
  }

  override render(): TemplateResult {
    return html`<div @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}>
      ${
        this.isJson
          ? html`<button class="quiet back" @click=${() => (this.isJson = false)}>‹ Steps</button>
              <lb-recipe-json
                .imports=${this.imports}
                .recipe=${this.item.recipe}
                @lb-import-change=${(event: ImportChangeEvent) => {
                  event.stopPropagation();
                  if (event.change.recipe) this.#change(event.change.recipe);
                }}
              ></lb-recipe-json>`
          : this.#renderSteps()
      }
    </div>`;
  }
}

function tool(label: string, mark: string, isOff: boolean, onClick: () => void): TemplateResult {
  return html`<button
    class="quiet"
    title=${label}
    aria-label=${label}
    ?disabled=${isOff}
    @click=${onClick}
  >
    ${mark}
  </button>`;
}

customElements.define("lb-recipe", LbRecipe);

declare global {
  interface HTMLElementTagNameMap {
    "lb-recipe": LbRecipe;
  }
}
