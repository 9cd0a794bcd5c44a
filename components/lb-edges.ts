import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Edge, EdgeGroup, EdgeKind, Entry, EntryType, Store} from "../src/index.ts";
import type {EdgePlan, KindDraft, OtherEnd} from "./add-edge.ts";
import {addEdge} from "./add-edge.ts";
import {Follow} from "./follow.ts";
import {formatCount} from "./format-value.ts";
import type {KindChoice} from "./kind-choices.ts";
import {toKindChoices, toOtherTypes} from "./kind-choices.ts";
import type {CreateEvent, LbEntryPicker, Pick, PickedEvent} from "./lb-entry-picker.ts";
import "./lb-entry-picker.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entryHref} from "./links.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const SHOWN_AT_FIRST = 200;
const MAX_SUGGESTIONS = 12;
const NEW_KIND = "new";

interface Shown {
  readonly groups: readonly EdgeGroup[];
  readonly kinds: readonly EdgeKind[];
  readonly types: readonly EntryType[];
}

/** The edges at an entry, in groups as they read from here, and a way to join it to another one. */
export class LbEdges extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      .group {
        display: grid;
        grid-template-columns: minmax(80px, 132px) minmax(0, 1fr);
        column-gap: var(--lb-3);
        padding: 3px 0;
        border-bottom: 1px solid var(--lb-border);
      }
      h3 {
        font-weight: 400;
        color: var(--lb-text-muted);
        overflow-wrap: anywhere;
      }
      li {
        display: flex;
        align-items: baseline;
        gap: var(--lb-2);
      }
      li a {
        overflow-wrap: anywhere;
      }
      li button {
        min-height: 18px;
        padding: 0 var(--lb-1);
        margin-left: auto;
        color: var(--lb-text-muted);
      }
      form {
        display: grid;
        gap: var(--lb-2);
        padding: var(--lb-2) 0;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: var(--lb-2);
        align-items: flex-start;
      }
      .line select {
        max-width: 160px;
      }
      .line lb-entry-picker {
        flex: 1 1 200px;
      }
      .kind label {
        display: flex;
        gap: var(--lb-1);
        align-items: center;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    entry: {attribute: false},
    limit: {state: true},
    isAdding: {state: true},
    choice: {state: true},
    draft: {state: true},
    other: {state: true},
    busy: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  declare entry: Entry;
  /** Edges that are shown of each group. */
  declare protected limit: number;
  declare protected isAdding: boolean;
  /** The value of the chosen `KindChoice`, or that of a new kind. */
  declare protected choice: string | undefined;
  declare protected draft: KindDraft;
  declare protected other: OtherEnd | undefined;
  declare protected busy: boolean;
  declare protected failure: unknown;
  readonly #shown = new Follow<Shown>(this);

  constructor() {
    super();
    this.limit = SHOWN_AT_FIRST;
    this.isAdding = this.busy = false;
    this.draft = {label: "", inverse: "", symmetric: false};
  }

  override willUpdate(): void {
    const {store, entry, limit} = this;
    this.#shown.follow(`${entry.id} ${limit}`, () =>
      store.live(async () => ({
        groups: await store.edges.of(entry.id, {limit}),
        kinds: await store.kinds.list(),
        types: await store.types.list()
      }))
    );
  }

  #choices(): KindChoice[] {
    return toKindChoices(this.#shown.value?.kinds ?? [], this.entry.type);
  }

  /** The kind that is chosen: the first one where nobody chose yet, undefined for a new one. */
  #chosen(): KindChoice | undefined {
    const choices = this.#choices();
    if (this.choice === NEW_KIND) return undefined;
    return choices.find(({value}) => value === this.choice) ?? choices[0];
  }

  #picker(): LbEntryPicker {
    return this.renderRoot.querySelector("lb-entry-picker")!;
  }

  async #start(): Promise<void> {
    this.isAdding = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("form select, form input")?.focus();
  }

  #stop(): void {
    this.isAdding = false;
    this.other = this.failure = undefined;
    this.draft = {label: "", inverse: "", symmetric: false};
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(".add")?.focus()
    );
  }

  async #suggest(text: string): Promise<readonly Pick[]> {
    const {store, entry} = this;
    const types = this.#chosen()?.otherTypes ?? [];
    const picks = await store.entries.suggest(text, {types, limit: MAX_SUGGESTIONS + 1});
    return picks.filter(({id}) => id !== entry.id).slice(0, MAX_SUGGESTIONS);
  }

  #onPick({pick}: PickedEvent): void {
    this.other = pick && pick.id !== "" ? {id: pick.id} : undefined;
    if (pick) this.#focusAdd();
  }

  #onCreate({title, entryType}: CreateEvent): void {
    const type = this.#shown.value?.types.find(({name}) => name === entryType);
    if (!type) return;
    this.other = {type, title};
    this.#picker().picked = {id: "", type: entryType, title};
    this.#focusAdd();
  }

  #focusAdd(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("button.primary")?.focus()
    );
  }

  #toPlan(): EdgePlan | undefined {
    const {entry, other, draft} = this;
    const chosen = this.#chosen();
    if (!other || (!chosen && draft.label.trim() === "")) return undefined;
    return {entry, other, kind: chosen?.kind ?? draft, direction: chosen?.direction ?? "out"};
  }

  async #add(event: Event): Promise<void> {
    event.preventDefault();
    const plan = this.#toPlan();
    if (!plan || this.busy) return;
    const {store} = this;
    this.busy = true;
    this.failure = undefined;
    try {
      const {groups, isNew} = await addEdge(store, plan);
      const picker = this.#picker();
      offerUndo({
        store,
        groups,
        message: isNew ? `Joined with “${picker.picked?.title}”` : "This edge is there already"
      });
      picker.clear();
      this.other = undefined;
      if (!("name" in plan.kind)) this.choice = undefined;
      this.draft = {label: "", inverse: "", symmetric: false};
      picker.focus();
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  async #remove(edge: Edge, label: string, other: Entry): Promise<void> {
    const {store} = this;
    this.failure = undefined;
    try {
      const {group} = await store.edges.remove([edge.id]);
      offerUndo({store, groups: [group], message: `“${label} ${other.title}” removed`});
    } catch (error) {
      this.failure = error;
    }
  }

  #renderGroup(
    {label, edges, total}: EdgeGroup,
    types: ReadonlyMap<string, string>
  ): TemplateResult {
    return html`<div class="group">
      <h3>${label}${total > 1 ? ` · ${formatCount(total)}` : nothing}</h3>
      <ul class="plain">
        ${edges.map(
          ({edge, other}) =>
            html`<li>
              <a href=${entryHref(other)}>${other.title}</a>
              <span class="muted">${types.get(other.type) ?? other.type}</span>
              <button
                class="quiet"
                title="Remove this edge"
                aria-label="Remove: ${label} ${other.title}"
                @click=${() => this.#remove(edge, label, other)}
              >
                ×
              </button>
            </li>`
        )}
        ${
          total > edges.length
            ? html`<li>
                <button class="quiet" @click=${() => (this.limit = Infinity)}>
                  Show all ${formatCount(total)}
                </button>
              </li>`
            : nothing
        }
      </ul>
    </div>`;
  }

  #renderKindChoice(): TemplateResult {
    const choices = this.#choices();
    const chosen = this.#chosen();
    return html`<select
      aria-label="Kind of edge"
      @change=${(event: Event) => {
        this.choice = (event.target as HTMLSelectElement).value;
        this.other = undefined;
        this.#picker().clear();
      }}
    >
      ${choices.map(
        ({value, label}) =>
          html`<option value=${value} ?selected=${value === chosen?.value}>${label}</option>`
      )}
      <option value=${NEW_KIND} ?selected=${!chosen}>New kind …</option>
    </select>`;
  }

  #renderNewKind(): TemplateResult {
    const {label, inverse, symmetric} = this.draft;
    const set = (change: Partial<KindDraft>): void => {
      this.draft = {...this.draft, ...change};
    };
    return html`<label>
        From here
        <input
          placeholder="stored in"
          .value=${label}
          @input=${(event: Event) => set({label: (event.target as HTMLInputElement).value})}
        />
      </label>
      <label>
        From there
        <input
          placeholder="holds"
          .value=${symmetric ? label : inverse}
          ?disabled=${symmetric}
          @input=${(event: Event) => set({inverse: (event.target as HTMLInputElement).value})}
        />
      </label>
      <label>
        <input
          type="checkbox"
          .checked=${symmetric}
          @change=${(event: Event) => set({symmetric: (event.target as HTMLInputElement).checked})}
        />
        the same both ways
      </label>`;
  }

  #renderForm(types: readonly EntryType[], labels: ReadonlyMap<string, string>): TemplateResult {
    const chosen = this.#chosen();
    return html`<form
      aria-label="Add an edge"
      @submit=${this.#add}
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#stop()}
    >
      ${chosen ? nothing : html`<div class="row kind">${this.#renderKindChoice()}${this.#renderNewKind()}</div>`}
      <div class="line">
        ${chosen ? this.#renderKindChoice() : nothing}
        <lb-entry-picker
          label="Other entry"
          placeholder="Find or create an entry"
          .suggest=${(text: string) => this.#suggest(text)}
          .types=${labels}
          .creatable=${toOtherTypes(chosen, types)}
          @lb-picked=${this.#onPick}
          @lb-create=${this.#onCreate}
        ></lb-entry-picker>
        <button class="primary" ?disabled=${!this.#toPlan() || this.busy}>Add</button>
        <button type="button" @click=${() => this.#stop()}>Done</button>
      </div>
    </form>`;
  }

  override render(): TemplateResult {
    const {value, error} = this.#shown;
    const failure = error ?? this.failure;
    const labels = new Map(value?.types.map(({name, label}) => [name, label]));
    const isEmpty = value?.groups.length === 0 && !this.isAdding;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">Edges</h2>
        ${
          this.isAdding
            ? nothing
            : html`<button class="spread add" @click=${() => this.#start()}>Add an edge</button>`
        }
      </header>
      ${failure === undefined ? nothing : html`<lb-failure .error=${failure}></lb-failure>`}
      ${this.isAdding && value ? this.#renderForm(value.types, labels) : nothing}
      ${value?.groups.map((group) => this.#renderGroup(group, labels))}
      ${
        isEmpty
          ? html`<p class="muted">
              None yet. An edge joins this entry to another: “stored in”, “written by”.
            </p>`
          : nothing
      }
    </section>`;
  }
}

customElements.define("lb-edges", LbEdges);

declare global {
  interface HTMLElementTagNameMap {
    "lb-edges": LbEdges;
  }
}
