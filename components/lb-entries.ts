import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {Entry, EntryType, MirrorType, Store, View, Workspace} from "../src/index.ts";
import {isSame, toMirrorTypes} from "../src/index.ts";
import {EntriesPlace} from "./entries-place.ts";
import type {TypesOfEntries} from "./entries-types.ts";
import {findTypeToAdd, readTypesOfEntries} from "./entries-types.ts";
import {renderOrder} from "./entry-orders.ts";
import {Follow} from "./follow.ts";
import "./lb-entries-empty.ts";
import "./lb-entries-list.ts";
import type {LbEntryDialog} from "./lb-entry-dialog.ts";
import "./lb-entry-dialog.ts";
import type {EditEvent} from "./lb-entry-table.ts";
import "./lb-import-entries.ts";
import type {PageEvent} from "./lb-pager.ts";
import "./lb-progress.ts";
import type {LbTypeDialog} from "./lb-type-dialog.ts";
import "./lb-type-dialog.ts";
import type {TypeEvent} from "./lb-type-tabs.ts";
import "./lb-type-tabs.ts";
import type {OpenViewEvent} from "./lb-view-saved.ts";
import {toDefaultSetting} from "./lb-view-saved.ts";
import "./lb-view.ts";
import {duplicatesHref, typeHref} from "./links.ts";
import type {ViewChangeEvent} from "./view-events.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const TYPING_PAUSE_MS = 150;

/**
 * The entries page: all entries, or those of one type as a view shows them; added, edited in place, and removed with
 * undo. What it shows is in the address.
 */
export class LbEntries extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    css`
      :host {
        display: block;
      }
      lb-type-tabs {
        margin-bottom: var(--lb-2);
      }
      .tools {
        margin-bottom: var(--lb-2);
      }
      input[type="search"] {
        width: 260px;
        max-width: 100%;
      }
      @media (max-width: 699.9px) {
        input[type="search"] {
          flex: 1 1 100px;
          width: auto;
          min-width: 0;
        }
        .tools .spread {
          display: none;
        }
        .order {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `
  ];

  readonly #place = new EntriesPlace(this);
  readonly #types = new Follow<TypesOfEntries>(this, ({list}) => this.#takeTypes(list));
  readonly #first = new Follow<View | null>(this, (view) => this.#place.takeFirst(view));
  #list: readonly EntryType[] = [];
  #mirrors: ReadonlyMap<string, MirrorType> = new Map();
  /** The types with what they have from others, by name. */
  #byName: ReadonlyMap<string, EntryType> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  override willUpdate(): void {
    const store = this.workspace?.storeFailure ? undefined : this.workspace?.store;
    if (!store) return;
    this.#types.follow(store, () => store.live(() => readTypesOfEntries(store)));
    const {state, asked} = this.#place;
    const {type, isBare} = state;
    if (type !== undefined && isBare)
      this.#first.follow(`${type} ${asked}`, () => store.live(() => readView(store, type, asked)));
  }

  /** Relations stay the same things while the types do, so that nothing is read anew when an entry changes. */
  #takeTypes(list: readonly EntryType[]): void {
    if (isSame(list, this.#list)) return;
    this.#list = list;
    this.#mirrors = toMirrorTypes(list);
    this.#byName = new Map(Array.from(this.#mirrors, ([name, {type}]) => [name, type]));
  }

  #dialog(): LbEntryDialog {
    return this.renderRoot.querySelector("lb-entry-dialog")!;
  }

  #typeDialog(): LbTypeDialog {
    return this.renderRoot.querySelector<LbTypeDialog>("lb-type-dialog")!;
  }

  async #add(): Promise<void> {
    const {type: name} = this.#place.state;
    const own = name === undefined ? undefined : this.#mirrors.get(name);
    const type = findTypeToAdd(this.#types.value!, own);
    if (type) await this.#dialog().openNew(this.#byName.get(type.name) ?? type);
    else await this.#addType();
  }

  /** Makes a type, and goes on to its first entry. */
  async #addType(): Promise<void> {
    const type = await this.#typeDialog().open();
    if (!type) return;
    this.#place.openType(type.name);
    await this.#dialog().openNew(type);
  }

  #edit({entry}: {entry: Entry}): void {
    const type = this.#byName.get(entry.type);
    if (type) void this.#dialog().openEdit(type, entry);
  }

  #onSearch(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#place.change({change: {text}, isStep: false}),
      TYPING_PAUSE_MS
    );
  }

  #onType({name}: TypeEvent): void {
    this.#place.openType(name, this.#place.state.shape.text);
  }

  #renderTools(): TemplateResult {
    const {type: name, shape} = this.#place.state;
    const type = name === undefined ? undefined : this.#byName.get(name);
    return html`<div class="row tools">
      <input
        type="search"
        aria-label="Search entries"
        placeholder="Search titles and text"
        .value=${shape.text}
        @input=${(event: Event) => this.#onSearch(event)}
      />
      ${name === undefined ? renderOrder(shape, (sort) => this.#place.change({change: {sort}, isStep: true})) : nothing}
      <span class="spread"></span>
      ${
        type
          ? html`${
                type.abstract
                  ? nothing
                  : html`<button @click=${() => this.#import()}>Import…</button>
                      <lb-import-entries
                        .workspace=${this.workspace!}
                        .type=${type}
                      ></lb-import-entries>`
              } <a class="button" href=${typeHref(type.name)}>Edit type</a>
              <a class="button" href=${duplicatesHref(`ws.${type.name}`)}>Duplicates</a>`
          : nothing
      }
      <button class="primary" @click=${() => this.#add()}>
        ${type && !type.abstract ? `New ${type.label.toLowerCase()}` : "New entry"}
      </button>
    </div>`;
  }

  #import(): void {
    void this.renderRoot.querySelector("lb-import-entries")?.open();
  }

  #renderList(workspace: Workspace): TemplateResult {
    const {state} = this.#place;
    const mirror = state.type === undefined ? undefined : this.#mirrors.get(state.type);
    if (state.type !== undefined && !mirror)
      return html`<p class="muted" role="status">There is no type of the name ${state.type}.</p>`;
    const isWaiting = mirror !== undefined && state.isBare && this.#first.isPending;
    if (isWaiting) return html`<lb-progress what="Reading the entries"></lb-progress>`;
    return mirror
      ? html`<lb-view
          .workspace=${workspace}
          .relation=${mirror}
          .types=${this.#byName}
          .shape=${state.shape}
          .page=${state.page}
          .view=${state.view}
          @lb-view-change=${(event: ViewChangeEvent) => this.#place.change(event)}
          @lb-open-view=${({view}: OpenViewEvent) => this.#place.openView(view)}
          @lb-page=${({page}: PageEvent) => this.#place.show({page})}
          @lb-edit=${(event: EditEvent) => this.#edit(event)}
        ></lb-view>`
      : html`<lb-entries-list
          .store=${workspace.store}
          .types=${this.#byName}
          .state=${state}
          @lb-view-change=${(event: ViewChangeEvent) => this.#place.change(event)}
          @lb-page=${({page}: PageEvent) => this.#place.show({page})}
          @lb-edit=${(event: EditEvent) => this.#edit(event)}
        ></lb-entries-list>`;
  }

  #renderTypes(workspace: Workspace, types: TypesOfEntries): TemplateResult {
    const isEmpty = types.total === 0 && types.list.length === 0;
    return html`<h1 class="visually-hidden">Entries</h1>
      ${
        isEmpty
          ? html`<lb-entries-empty
              .workspace=${workspace}
              @lb-add=${() => this.#add()}
            ></lb-entries-empty>`
          : html`<lb-type-tabs
                .types=${types.list}
                .counts=${types.counts}
                .total=${types.total}
                .current=${this.#place.state.type}
                @lb-type=${(event: TypeEvent) => this.#onType(event)}
              ></lb-type-tabs
              >${this.#renderTools()}${this.#renderList(workspace)}`
      }
      <lb-entry-dialog
        .store=${workspace.store}
        .workspace=${workspace}
        .types=${types.list}
        .kinds=${types.kinds}
        @lb-new-type=${() => this.#addType()}
      ></lb-entry-dialog>
      <lb-type-dialog .store=${workspace.store}></lb-type-dialog>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        .what=${"Entries cannot be kept in this window"}
      ></lb-failure>`;
    return this.#types.render(
      {what: "Reading the entries", failed: "The entries cannot be read"},
      (types) => this.#renderTypes(workspace, types)
    );
  }
}

/** The kept view that an address names, else the one that the type opens with. */
async function readView(store: Store, type: string, id: string | undefined): Promise<View | null> {
  const wanted = id ?? (await store.settings.get(toDefaultSetting(type), ""));
  return wanted === "" ? null : ((await store.views.get(wanted)) ?? null);
}

customElements.define("lb-entries", LbEntries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entries": LbEntries;
  }
}
