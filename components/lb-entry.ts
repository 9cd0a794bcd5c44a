import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {Entry, EntryType, Store, Workspace} from "../src/index.ts";
import {findProblems} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import type {EntryAddress} from "./entry-address.ts";
import {findEntry, findRemoved, toEntryAddress} from "./entry-address.ts";
import {fieldsStyles, renderFields} from "./entry-fields.ts";
import {renderMissing} from "./entry-missing.ts";
import {entryStyles} from "./entry-styles.ts";
import {Follow} from "./follow.ts";
import {formatMoment} from "./format-value.ts";
import "./lb-edges.ts";
import "./lb-entry-form.ts";
import type {LbEntryForm} from "./lb-entry-form.ts";
import "./lb-history.ts";
import "./lb-progress.ts";
import "./lb-similar.ts";
import "./lb-source-row.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entriesHref, entryHref} from "./links.ts";
import {hearPage} from "./page-events.ts";
import {isTyping} from "./shortcuts.ts";
import {sectionStyles} from "./section-styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

interface Shown {
  readonly entry: Entry | undefined;
  /** Where there is none: the one that was removed, as it was last. */
  readonly removed: Entry | undefined;
  readonly types: ReadonlyMap<string, EntryType>;
}

/**
 * The page of one entry: fields, edges, similar entries, source row and history; edited in place, deleted with undo.
 * The address names it by id or by type and slug; a former slug is replaced by the present one.
 */
export class LbEntry extends WorkspaceElement {
  static override styles = [...WorkspaceElement.styles, sectionStyles, fieldsStyles, entryStyles];
  static override properties = {
    ...WorkspaceElement.properties,
    address: {state: true},
    isEditing: {state: true}
  };

  declare protected address: EntryAddress | undefined;
  declare protected isEditing: boolean;
  readonly #shown = new Follow<Shown>(this, ({entry}) => entry && this.#onEntry(entry));
  readonly #attempt = new Attempt(this);

  constructor() {
    super();
    this.address = toEntryAddress(location.search);
    this.isEditing = false;
    hearPage(this, document, "keydown", (event) => this.#onKeydown(event));
  }

  override willUpdate(): void {
    const {address} = this;
    const store = this.workspace?.storeFailure ? undefined : this.workspace?.store;
    if (!store || !address) return;
    this.#shown.follow(JSON.stringify(address), () => store.live(() => readShown(store, address)));
  }

  /** The address follows the entry, so that what is copied from it is what lasts. */
  #onEntry(entry: Entry): void {
    document.title = `${entry.title} | Lakebook`;
    const url = new URL(entryHref(entry), location.href);
    if (url.search === location.search) return;
    history.replaceState(history.state, "", `${location.pathname}${url.search}${location.hash}`);
    // by its id it is followed through renames, and through a removal that is undone
    this.address = {id: entry.id};
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== "F2" || event.defaultPrevented || isTyping(event)) return;
    if (this.isEditing || !this.#shown.value?.entry) return;
    event.preventDefault();
    void this.#edit();
  }

  async #edit(): Promise<void> {
    this.isEditing = true;
    await this.updateComplete;
    this.renderRoot.querySelector<LbEntryForm>("lb-entry-form")?.focus();
  }

  #stopEditing(): void {
    this.isEditing = false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(".edit")?.focus()
    );
  }

  #remove(store: Store, {id, title}: Entry): Promise<void> {
    return this.#attempt.run("The entry is not deleted", async () => {
      const {edges, group} = await store.entries.remove([id]);
      const joined = edges === 0 ? "" : ` with ${edges} ${edges === 1 ? "edge" : "edges"}`;
      this.isEditing = false;
      offerUndo({store, groups: [group], message: `“${title}” deleted${joined}`});
    });
  }

  #restore(store: Store, {id, title}: Entry): Promise<void> {
    return this.#attempt.run("The entry is not restored", async () => {
      const {group} = await store.history.restore([id]);
      offerUndo({store, groups: [group], message: `“${title}” restored`});
    });
  }

  #renderTop(store: Store, entry: Entry, type: EntryType | undefined): TemplateResult {
    const {title, tags, created, updated} = entry;
    return html`<div class="row top">
      <div>
        <h1>${title}</h1>
        <span class="muted meta">
          <a href=${entriesHref({type: entry.type})}>${type?.label ?? entry.type}</a>
          · added ${formatMoment(new Date(created))}
          ${updated === created ? nothing : html`· changed ${formatMoment(new Date(updated))}`}
        </span>
        ${
          tags.length === 0
            ? nothing
            : html`<ul class="tags" aria-label="Tags">
                ${tags.map((tag) => html`<li><a href=${entriesHref({text: tag})}>${tag}</a></li>`)}
              </ul>`
        }
      </div>
      <button
        class="edit"
        aria-keyshortcuts="F2"
        title="Edit (F2)"
        ?disabled=${this.isEditing || !type}
        @click=${() => this.#edit()}
      >
        Edit
      </button>
      <button class="danger" @click=${() => this.#remove(store, entry)}>Delete</button>
    </div>`;
  }

  #renderBody(store: Store, entry: Entry, type: EntryType | undefined): TemplateResult {
    if (this.isEditing && type)
      return html`<lb-entry-form
        .store=${store}
        .workspace=${this.workspace}
        .type=${type}
        .entry=${entry}
        @lb-saved=${() => this.#stopEditing()}
        @lb-cancel=${() => this.#stopEditing()}
      ></lb-entry-form>`;
    const schema = type?.schema ?? {type: "object", properties: {}};
    return html`<section aria-label="Fields">
      ${renderFields(entry.fields, schema, findProblems(schema, entry.fields))}
    </section>`;
  }

  #renderEntry(workspace: Workspace, entry: Entry, types: Shown["types"]): TemplateResult {
    const {store} = workspace;
    const type = types.get(entry.type);
    return html`${this.#renderTop(store, entry, type)}${this.#attempt.render()}
      <div class="columns">
        <div>
          ${this.#renderBody(store, entry, type)}
          <lb-edges .workspace=${workspace} .store=${store} .entry=${entry}></lb-edges>
        </div>
        <div>
          <lb-similar .workspace=${workspace} .entry=${entry} .types=${types}></lb-similar>
          ${
            entry.source
              ? html`<lb-source-row
                  .workspace=${workspace}
                  .source=${entry.source}
                ></lb-source-row>`
              : nothing
          }
          <lb-history .store=${store} .entry=${entry} .type=${type}></lb-history>
        </div>
      </div>`;
  }

  #renderDeleted(store: Store, entry: Entry): TemplateResult {
    return html`<h1>${entry.title}</h1>
      <p class="row" role="status">
        This entry was deleted.
        <button @click=${() => this.#restore(store, entry)}>Restore it</button>
        <a href=${entriesHref({type: entry.type})}>Back to entries</a>
      </p>
      ${this.#attempt.render()}`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {value, error, isPending} = this.#shown;
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        .what=${"Entries cannot be kept in this window"}
      ></lb-failure>`;
    if (!this.address) return renderMissing(this.address);
    if (error !== undefined)
      return html`<lb-failure
        retry
        .error=${error}
        .what=${"The entry cannot be read"}
        @retry=${() => this.#shown.retry()}
      ></lb-failure>`;
    if (!value || (isPending && !value.entry))
      return html`<lb-progress what="Reading the entry"></lb-progress>`;
    if (value.entry) return this.#renderEntry(workspace, value.entry, value.types);
    return value.removed
      ? this.#renderDeleted(workspace.store, value.removed)
      : renderMissing(this.address);
  }
}

async function readShown(store: Store, address: EntryAddress): Promise<Shown> {
  const types = new Map((await store.types.list()).map((type) => [type.name, type]));
  const entry = await findEntry(store, address);
  return {types, entry, removed: entry ? undefined : await findRemoved(store, address)};
}

customElements.define("lb-entry", LbEntry);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entry": LbEntry;
  }
}
