import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import Combobox from "@github/combobox-nav";
import {toMessage} from "../src/index.ts";
import type {Pick, PickType} from "./entry-pick.ts";
import {CreateEvent, PickedEvent} from "./entry-pick.ts";
import {pickerStyles} from "./entry-picker-styles.ts";
import {renderMarked} from "./render-marked.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {Suggest} from "./suggest.ts";
import {Suggestions} from "./suggestions.ts";

/**
 * A box that finds an entry by its title while one types. Only what is picked from the list counts: a text alone is
 * never a reference.
 *
 * @fires lb-picked - with the entry; with null when the text no longer is the picked entry's title
 * @fires lb-create - with the text and a type, where `creatable` names types
 */
export class LbEntryPicker extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [baseStyles, controlStyles, pickerStyles];
  static override properties = {
    suggest: {attribute: false},
    label: {},
    placeholder: {},
    picked: {attribute: false},
    types: {attribute: false},
    creatable: {attribute: false},
    text: {state: true},
    picks: {state: true},
    open: {state: true},
    unpicked: {state: true}
  };

  declare suggest: Suggest<Pick>;
  declare label: string;
  declare placeholder: string;
  declare picked: Pick | null;
  /** The labels of types, by name. */
  declare types: ReadonlyMap<string, string>;
  /** Types that a new entry can be made in from here; none: picking only. */
  declare creatable: readonly PickType[];
  declare protected text: string;
  declare protected picks: readonly Pick[];
  declare protected open: boolean;
  /** True where somebody typed and left without picking. */
  declare protected unpicked: boolean;
  #combobox: Combobox | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #suggestions = new Suggestions<Pick>(this, (picks) => (this.picks = picks));

  constructor() {
    super();
    this.suggest = () => Promise.resolve([]);
    this.label = "Entry";
    this.placeholder = "Type to find";
    this.picked = null;
    this.types = new Map();
    this.creatable = [];
    this.text = "";
    this.picks = [];
    this.open = this.unpicked = false;
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#close();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("picked") && this.picked) this.text = this.picked.title;
  }

  override firstUpdated(): void {
    const input = this.renderRoot.querySelector("input")!;
    const list = this.renderRoot.querySelector<HTMLElement>("[role=listbox]")!;
    this.#combobox = new Combobox(input, list, {
      firstOptionSelectionMode: "active",
      tabInsertsSuggestions: false
    });
  }

  override updated(changed: PropertyValues): void {
    // options that were drawn anew carry the marks of those that they replace
    if (this.open && changed.has("picks")) this.#combobox?.resetSelection();
  }

  /** Empties the box. */
  clear(): void {
    this.picked = null;
    this.text = "";
    this.unpicked = false;
  }

  #open(): void {
    if (this.open) return;
    this.open = true;
    void this.updateComplete.then(() => this.open && this.#combobox?.start());
  }

  #close(): void {
    if (!this.open) return;
    this.open = false;
    this.#combobox?.stop();
  }

  /** Shows what fits; done when the first list is there. */
  async #ask(): Promise<void> {
    const isThere = await this.#suggestions.ask((signal) => this.suggest(this.text.trim(), signal));
    if (isThere) this.#open();
  }

  /** Enter was faster than the list: the answer to what is typed counts, not the one still on screen. */
  async #askAndTake(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#ask();
    await this.updateComplete;
    if (!this.#suggestions.isStale)
      this.renderRoot.querySelector<HTMLElement>("[role=option]")?.click();
  }

  #onInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.unpicked = false;
    this.#suggestions.isStale = true;
    if (this.picked) this.#pick(null);
    clearTimeout(this.#timer);
    // the combobox hears of a letter after this, and forgets what is selected then
    this.#timer = setTimeout(() => void this.#ask());
  }

  #pick(pick: Pick | null): void {
    this.picked = pick;
    this.dispatchEvent(new PickedEvent(pick));
  }

  #onCommit(event: Event): void {
    const option = event.target as HTMLElement;
    const {id, create} = option.dataset;
    const pick = this.picks.find((one) => one.id === id);
    this.#close();
    this.unpicked = false;
    if (pick) this.#pick(pick);
    else if (create !== undefined) this.dispatchEvent(new CreateEvent(this.text.trim(), create));
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (
      event.key === "Enter" &&
      this.#suggestions.isStale &&
      !event.isComposing &&
      this.text.trim() !== ""
    ) {
      event.preventDefault();
      event.stopImmediatePropagation();
      void this.#askAndTake();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !this.open) {
      event.preventDefault();
      void this.#ask();
    }
  }

  #onBlur(): void {
    clearTimeout(this.#timer);
    this.#suggestions.stop();
    this.#close();
    this.unpicked = this.picked === null && this.text.trim() !== "";
  }

  #renderPick({id, type, title, hint = "", marks = [], by}: Pick, index: number): TemplateResult {
    return html`<li role="option" id="pick-${index}" data-id=${id}>
      <span class="title" title=${title}
        >${renderMarked(title, marks)}${
          hint === "" ? nothing : html`<span class="hint muted">${hint}</span>`
        }</span
      >
      ${
        by === "meaning"
          ? html`<span class="muted" title="Other words for nearly the same">≈</span>`
          : nothing
      }
      <span class="muted">${this.types.get(type) ?? type}</span>
    </li>`;
  }

  #renderCreate({name, label}: PickType, index: number): TemplateResult {
    return html`<li role="option" class="create" id="create-${index}" data-create=${name}>
      <span class="title">Make “${this.text.trim()}” a new ${label.toLowerCase()}</span>
    </li>`;
  }

  #renderSaid(): TemplateResult | typeof nothing {
    const {failure} = this.#suggestions;
    if (failure !== undefined)
      return html`<div class="said problem" role="alert">${toMessage(failure)}</div>`;
    if (this.unpicked)
      return html`<div class="said problem" id="said">
        Pick an entry from the list${this.creatable.length > 0 ? ", or create one" : ""}.
      </div>`;
    return nothing;
  }

  override render(): TemplateResult {
    const canCreate = this.text.trim() !== "" && this.creatable.length > 0;
    const {isBusy, failure} = this.#suggestions;
    const isEmpty = this.picks.length === 0 && !canCreate;
    return html`<input
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        aria-invalid=${this.unpicked}
        aria-busy=${isBusy}
        aria-describedby=${this.unpicked ? "said" : nothing}
        placeholder=${this.placeholder}
        .value=${this.text}
        @input=${(event: Event) => this.#onInput(event)}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
        @click=${() => this.open || void this.#ask()}
        @blur=${() => this.#onBlur()}
      />
      <ul
        role="listbox"
        id="list"
        aria-label=${this.text.trim() === "" ? "Recent entries" : "Entries that fit"}
        ?hidden=${!this.open || isEmpty}
        @combobox-commit=${(event: Event) => this.#onCommit(event)}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${this.picks.map((pick, i) => this.#renderPick(pick, i))}
        ${canCreate ? this.creatable.map((type, i) => this.#renderCreate(type, i)) : nothing}
      </ul>
      ${
        this.open && isEmpty && failure === undefined
          ? html`<div class="said muted" role="status">No entry fits.</div>`
          : nothing
      }
      ${this.#renderSaid()}`;
  }
}

customElements.define("lb-entry-picker", LbEntryPicker);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entry-picker": LbEntryPicker;
  }
}
