import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Store, View} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import {Follow} from "./follow.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {placePopover, popoverStyles} from "./popover.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {ViewShape} from "./view-state.ts";
import {toShapeOf} from "./view-state.ts";

/** A kept view is to be shown; undefined for the plain list. */
export class OpenViewEvent extends Event {
  readonly view: View | undefined;

  constructor(view: View | undefined) {
    super("lb-open-view");
    this.view = view;
  }
}

/** The setting that names the view which a type opens with. */
export function toDefaultSetting(type: string): string {
  return `view of ${type}`;
}

/**
 * A button with the kept views of a type: open one, keep the present one under a name, rename, remove, or make it the
 * one that the type opens with.
 *
 * @fires lb-open-view - with the view, or undefined for the plain list
 */
export class LbViewSaved extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    popoverStyles,
    css`
      [popover] {
        min-width: 260px;
        max-width: calc(100vw - 8px);
      }
      .view {
        flex-wrap: nowrap;
        gap: 2px;
      }
      .view button:first-child {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      form {
        margin-top: var(--lb-2);
        padding-top: var(--lb-2);
        border-top: 1px solid var(--lb-border);
      }
      input {
        flex: 1;
        min-width: 120px;
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    type: {},
    shape: {attribute: false},
    current: {},
    renaming: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  /** The entry type's name. */
  declare type: string;
  declare shape: ViewShape;
  /** The id of the kept view that is shown. */
  declare current: string | undefined;
  declare protected renaming: string | undefined;
  declare protected failure: unknown;
  readonly #views = new Follow<readonly View[]>(this);
  readonly #first = new Follow<string>(this);

  override willUpdate(): void {
    const {store, type} = this;
    if (!store) return;
    this.#views.follow(type, () => store.live(() => store.views.list(type)));
    this.#first.follow(type, () =>
      store.live(() => store.settings.get(toDefaultSetting(type), ""))
    );
  }

  get #view(): View | undefined {
    return this.#views.value?.find(({id}) => id === this.current);
  }

  #open(view: View | undefined): void {
    this.renderRoot.querySelector<HTMLElement>("[popover]")!.hidePopover();
    this.dispatchEvent(new OpenViewEvent(view));
  }

  async #write(message: string, work: () => Promise<void>): Promise<boolean> {
    const {store} = this;
    this.failure = undefined;
    try {
      const before = await store.history.lastUndoable();
      await work();
      const after = await store.history.lastUndoable();
      if (after && after.group !== before?.group)
        offerUndo({store, groups: [after.group], message});
      return true;
    } catch (error) {
      this.failure = error;
      return false;
    }
  }

  async #keep(view: View): Promise<void> {
    if (await this.#write(`View “${view.name}” kept`, () => this.store.views.put(view)))
      this.#open(view);
  }

  #onName(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = form.querySelector("input")!.value.trim();
    if (name === "") return;
    const {renaming, type, shape} = this;
    const renamed = this.#views.value?.find(({id}) => id === renaming);
    this.renaming = undefined;
    form.reset();
    if (renamed)
      void this.#write(`View renamed to “${name}”`, () => this.store.views.put({...renamed, name}));
    else void this.#keep({...shape, id: crypto.randomUUID(), name, type});
  }

  #remove(view: View): void {
    void this.#write(`View “${view.name}” removed`, () => this.store.views.remove(view.id));
  }

  async #makeFirst(id: string): Promise<void> {
    try {
      await this.store.settings.set(toDefaultSetting(this.type), id);
    } catch (error) {
      this.failure = error;
    }
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== "open") return;
    this.renaming = undefined;
    const menu = this.renderRoot.querySelector<HTMLElement>("[popover]")!;
    placePopover(menu, this.renderRoot.querySelector("button")!.getBoundingClientRect());
    menu.querySelector("button")?.focus();
  };

  #renderView(view: View): TemplateResult {
    const {id, name} = view;
    const isFirst = this.#first.value === id;
    return html`<div class="row view">
      <button class="quiet" aria-pressed=${id === this.current} @click=${() => this.#open(view)}>
        ${name}
      </button>
      <button
        class="quiet"
        aria-label=${isFirst ? `${name} opens first` : `Open ${name} first`}
        aria-pressed=${isFirst}
        title=${isFirst ? "The type opens with this view" : "Open the type with this view"}
        @click=${() => this.#makeFirst(isFirst ? "" : id)}
      >
        ${isFirst ? "★" : "☆"}
      </button>
      <button class="quiet" aria-label="Rename ${name}" @click=${() => (this.renaming = id)}>
        Rename
      </button>
      <button class="quiet" aria-label="Remove ${name}" @click=${() => this.#remove(view)}>
        ×
      </button>
    </div>`;
  }

  #renderForm(): TemplateResult {
    const renamed = this.#views.value?.find(({id}) => id === this.renaming);
    const label = renamed ? `New name of ${renamed.name}` : "Name of this view";
    return html`<form class="row" @submit=${(event: SubmitEvent) => this.#onName(event)}>
      <input
        name="name"
        aria-label=${label}
        placeholder=${label}
        autocomplete="off"
        .value=${renamed?.name ?? ""}
      />
      <button>${renamed ? "Rename" : "Keep"}</button>
    </form>`;
  }

  override render(): TemplateResult {
    const view = this.#view;
    const isChanged = view !== undefined && !isSame(toShapeOf(view), this.shape);
    return html`<button class="quiet" popovertarget="menu" aria-haspopup="dialog">
        ${view ? `${view.name}${isChanged ? " *" : ""}` : "Views"} ▾
      </button>
      <div id="menu" popover role="dialog" aria-label="Views" @toggle=${this.#onToggle}>
        <div class="row view">
          <button
            class="quiet"
            aria-pressed=${this.current === undefined}
            @click=${() => this.#open(undefined)}
          >
            All, as a plain table
          </button>
        </div>
        ${(this.#views.value ?? []).map((one) => this.#renderView(one))}
        ${
          isChanged
            ? html`<button
                class="primary"
                @click=${() => this.#keep({...this.shape, id: view.id, name: view.name, type: view.type})}
              >
                Keep the changes of ${view.name}
              </button>`
            : nothing
        }
        ${this.#renderForm()}
        ${
          this.failure === undefined
            ? nothing
            : html`<lb-failure .error=${this.failure} .what=${"Not kept"}></lb-failure>`
        }
      </div>`;
  }
}

customElements.define("lb-view-saved", LbViewSaved);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view-saved": LbViewSaved;
  }
  interface HTMLElementEventMap {
    "lb-open-view": OpenViewEvent;
  }
}
