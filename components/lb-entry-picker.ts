import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import Combobox from "@github/combobox-nav";
import type {Mark} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {pickerStyles} from "./entry-picker-styles.ts";
import {renderMarked} from "./render-marked.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {Suggest} from "./suggest.ts";
import {toLists} from "./suggest.ts";

/** An entry that can be picked. */
export interface Pick {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** What tells it from others of its title. */
  readonly hint?: string;
  /** The letters of the title that answer what was typed. */
  readonly marks?: readonly Mark[];
  /** `meaning` where the letters do not answer. */
  readonly by?: "letters" | "meaning";
}

/** A type in which an entry can be made on the spot. */
export interface PickType {
  readonly name: string;
  readonly label: string;
}

const BUSY_AFTER_MS = 300;

/** Somebody picked an entry, or took a pick back (null). */
export class PickedEvent extends Event {
  readonly pick: Pick | null;

  constructor(pick: Pick | null) {
    super("lb-picked");
    this.pick = pick;
  }
}

/** Somebody wants a new entry with this title. */
export class CreateEvent extends Event {
  readonly title: string;
  /** The name of the type that it shall have. */
  readonly entryType: string;

  constructor(title: string, entryType: string) {
    super("lb-create");
    this.title = title;
    this.entryType = entryType;
  }
}

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
    busy: {state: true},
    failure: {state: true},
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
  declare protected busy: boolean;
  declare protected failure: unknown;
  /** True where somebody typed and left without picking. */
  declare protected unpicked: boolean;
  #combobox: Combobox | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the answer to what was typed before. */
  #stop = new AbortController();
  /** True while the list answers an older text than the one in the box. */
  #isStale = false;

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
    this.open = this.busy = this.unpicked = false;
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
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
    this.#stop.abort();
    const {signal} = (this.#stop = new AbortController());
    const slow = setTimeout(() => (this.busy = !signal.aborted), BUSY_AFTER_MS);
    try {
      const lists = toLists(this.suggest(this.text.trim(), signal));
      const first = await lists.next();
      if (signal.aborted) return;
      this.#show(first.done ? [] : first.value);
      void this.#showOthers(lists, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.picks = [];
      this.failure = error;
    } finally {
      clearTimeout(slow);
      if (!signal.aborted) this.busy = false;
    }
    this.#open();
  }

  async #showOthers(lists: AsyncIterator<readonly Pick[]>, signal: AbortSignal): Promise<void> {
    try {
      for (let next = await lists.next(); !next.done; next = await lists.next())
        if (!signal.aborted) this.#show(next.value);
    } catch (error) {
      if (!signal.aborted) this.failure = error;
    }
  }

  #show(picks: readonly Pick[]): void {
    this.picks = picks;
    this.#isStale = false;
    this.failure = undefined;
  }

  /** Enter was faster than the list: the answer to what is typed counts, not the one still on screen. */
  async #askAndTake(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#ask();
    await this.updateComplete;
    if (!this.#isStale) this.renderRoot.querySelector<HTMLElement>("[role=option]")?.click();
  }

  #onInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.unpicked = false;
    this.#isStale = true;
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
      this.#isStale &&
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
    this.#stop.abort();
    this.busy = false;
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
    if (this.failure !== undefined)
      return html`<div class="said problem" role="alert">${toMessage(this.failure)}</div>`;
    if (this.unpicked)
      return html`<div class="said problem" id="said">
        Pick an entry from the list${this.creatable.length > 0 ? ", or create one" : ""}.
      </div>`;
    return nothing;
  }

  override render(): TemplateResult {
    const canCreate = this.text.trim() !== "" && this.creatable.length > 0;
    const isEmpty = this.picks.length === 0 && !canCreate;
    return html`<input
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        aria-invalid=${this.unpicked}
        aria-busy=${this.busy}
        aria-describedby=${this.unpicked ? "said" : nothing}
        placeholder=${this.placeholder}
        .value=${this.text}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @click=${() => this.open || void this.#ask()}
        @blur=${this.#onBlur}
      />
      <ul
        role="listbox"
        id="list"
        aria-label=${this.text.trim() === "" ? "Recent entries" : "Entries that fit"}
        ?hidden=${!this.open || isEmpty}
        @combobox-commit=${this.#onCommit}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${this.picks.map((pick, i) => this.#renderPick(pick, i))}
        ${canCreate ? this.creatable.map((type, i) => this.#renderCreate(type, i)) : nothing}
      </ul>
      ${
        this.open && isEmpty && this.failure === undefined
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
  interface HTMLElementEventMap {
    "lb-picked": PickedEvent;
    "lb-create": CreateEvent;
  }
}
