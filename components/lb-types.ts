import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {EdgeKind, EntryType, Workspace} from "../src/index.ts";
import {renderFileButton} from "./file-button.ts";
import {Follow} from "./follow.ts";
import "./lb-type-editor.ts";
import type {LbTypeEditor, TypeSavedEvent} from "./lb-type-editor.ts";
import "./lb-type-infer.ts";
import type {TypeFileEvent} from "./lb-type-json.ts";
import "./lb-type-list.ts";
import "./lb-type-page.ts";
import type {TypeEvent} from "./lb-type-tabs.ts";
import {hearPage} from "./page-events.ts";
import {openTypeFile} from "./type-document.ts";
import {toTypeDraft} from "./type-draft.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** The address of a type that is being made: no type has this name. */
const NEW_TYPE = "+";

interface Known {
  readonly types: readonly EntryType[];
  readonly kinds: readonly EdgeKind[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The types page: all types, or one of them in its editor, as the address says. */
export class LbTypes extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    css`
      :host {
        display: block;
      }
      .tools {
        margin-bottom: var(--lb-2);
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .empty {
        max-width: 560px;
        padding: var(--lb-6) 0;
        font-size: 15px;
        line-height: 24px;
      }
      .empty .row {
        margin-top: var(--lb-3);
        font-size: var(--lb-size);
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    shown: {state: true},
    isInferring: {state: true},
    failed: {state: true}
  };

  /** The name of the type that is shown; undefined for all. */
  declare protected shown: string | undefined;
  declare protected isInferring: boolean;
  declare protected failed: unknown;
  readonly #known = new Follow<Known>(this);

  constructor() {
    super();
    this.shown = readAddress();
    this.isInferring = false;
    hearPage(this, window, "popstate", () => (this.shown = readAddress()));
  }

  override willUpdate(): void {
    const store = this.workspace?.storeFailure ? undefined : this.workspace?.store;
    if (!store) return;
    this.#known.follow(store, () =>
      store.live(async () => ({
        types: await store.types.list(),
        kinds: await store.kinds.list(),
        counts: await store.entries.countByType()
      }))
    );
  }

  #show(name: string | undefined): void {
    this.shown = name;
    this.isInferring = false;
    this.failed = undefined;
    const query = name === undefined ? "" : `?${new URLSearchParams({type: name}).toString()}`;
    history.pushState(null, "", `${location.pathname}${query}`);
  }

  /** A new type that begins as another one says: that of a file or a table. */
  async #begin(type: EntryType): Promise<void> {
    this.#show(NEW_TYPE);
    await this.updateComplete;
    this.renderRoot
      .querySelector<LbTypeEditor>("lb-type-editor")!
      .begin(toTypeDraft(type, {isNew: true}));
  }

  async #openFile(file: File): Promise<void> {
    try {
      await this.#begin(await openTypeFile(file));
    } catch (error) {
      this.failed = error;
    }
  }

  #renderTools(): TemplateResult {
    return html`<button class="primary" @click=${() => this.#show(NEW_TYPE)}>New type</button>
      <button @click=${() => (this.isInferring = true)}>Make one of a table</button>
      ${renderFileButton("Open a type's file", ".json", (file) => void this.#openFile(file))}`;
  }

  #renderAll(workspace: Workspace, {types, kinds, counts}: Known): TemplateResult {
    return html`<h1 class="visually-hidden">Types</h1>
      ${
        types.length === 0
          ? html`<div class="empty">
              <p>
                A type says what entries of one kind have in common: their fields, what must be
                there, what tells them apart. Forms, lists and SQL follow from it.
              </p>
              <div class="row">${this.#renderTools()}</div>
            </div>`
          : html`<div class="row tools">${this.#renderTools()}</div>`
      }
      ${
        this.isInferring
          ? html`<lb-type-infer
              .workspace=${workspace}
              @lb-type-file=${({entryType}: TypeFileEvent) => void this.#begin(entryType)}
              @lb-cancel=${() => (this.isInferring = false)}
            ></lb-type-infer>`
          : nothing
      }
      ${
        this.failed === undefined
          ? nothing
          : html`<lb-failure .error=${this.failed} .what=${"The file is no type"}></lb-failure>`
      }
      ${
        types.length === 0
          ? nothing
          : html`<lb-type-list
              .types=${types}
              .kinds=${kinds}
              .counts=${counts}
              @lb-type=${({name}: TypeEvent) => this.#show(name)}
            ></lb-type-list>`
      }`;
  }

  #renderBack(): TemplateResult {
    return html`<button type="button" class="quiet" @click=${() => this.#show(undefined)}>
      ‹ All types
    </button>`;
  }

  #renderNew(workspace: Workspace): TemplateResult {
    return html`<div class="row tools">
        ${this.#renderBack()}
        <h1>New type</h1>
      </div>
      <lb-type-editor
        draft-key=${NEW_TYPE}
        .store=${workspace.store}
        .query=${(sql: string) => workspace.query(sql)}
        @lb-type-saved=${({entryType}: TypeSavedEvent) => this.#show(entryType.name)}
        @lb-cancel=${() => this.#show(undefined)}
      ></lb-type-editor>`;
  }

  #renderOne(workspace: Workspace, {types, kinds, counts}: Known, name: string): TemplateResult {
    const type = types.find((one) => one.name === name);
    if (!type)
      return html`<div class="row">
        ${this.#renderBack()}
        <span role="status">There is no type of the name “${name}”.</span>
      </div>`;
    return html`<div class="row tools">
        ${this.#renderBack()}
        <h1>${type.label}</h1>
      </div>
      <lb-type-page
        .workspace=${workspace}
        .type=${type}
        .types=${types}
        .kinds=${kinds}
        .count=${counts.get(name) ?? 0}
        @lb-done=${() => this.#show(undefined)}
      ></lb-type-page>`;
  }

  #renderKnown(workspace: Workspace, known: Known): TemplateResult {
    if (this.shown === undefined) return this.#renderAll(workspace, known);
    return this.shown === NEW_TYPE
      ? this.#renderNew(workspace)
      : this.#renderOne(workspace, known, this.shown);
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        .what=${"Types cannot be kept in this window"}
      ></lb-failure>`;
    return this.#known.render(
      {what: "Reading the types", failed: "The types cannot be read"},
      (known) => this.#renderKnown(workspace, known)
    );
  }
}

function readAddress(): string | undefined {
  return new URLSearchParams(location.search).get("type") || undefined;
}

customElements.define("lb-types", LbTypes);

declare global {
  interface HTMLElementTagNameMap {
    "lb-types": LbTypes;
  }
}
