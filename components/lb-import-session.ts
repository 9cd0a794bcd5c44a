import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  Batch,
  ImportItem,
  ImportProgress,
  ImportSession,
  Imports,
  Workspace
} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import type {ImportChangeEvent} from "./import-events.ts";
import {describeProgress} from "./import-progress.ts";
import {ImportUpdates} from "./import-updates.ts";
import {describeCommit, nameItem} from "./import-words.ts";
import "./lb-failure.ts";
import "./lb-import-item.ts";
import "./lb-import-list.ts";
import type {ItemPickEvent} from "./lb-import-list.ts";
import {ItemIncludeEvent} from "./lb-import-list.ts";
import "./lb-progress.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** What was opened is imported now. */
export class ImportedEvent extends Event {
  readonly batches: readonly Batch[];
  /** The items that are queried in place. */
  readonly inPlace: readonly ImportItem[];

  constructor(batches: readonly Batch[], inPlace: readonly ImportItem[]) {
    super("lb-imported");
    this.batches = batches;
    this.inPlace = inPlace;
  }
}

/**
 * Files that were opened to be imported: on the left all of them, on the right the one that is looked at, below what
 * imports them. Ctrl/Cmd+Enter imports.
 *
 * @fires lb-imported - with the batches that were made
 * @fires lb-cancel - somebody lets all of it go
 */
export class LbImportSession extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .halves {
        display: grid;
        grid-template-columns: minmax(200px, 260px) minmax(0, 1fr);
        gap: var(--lb-4);
        align-items: start;
      }
      .foot {
        position: sticky;
        bottom: 0;
        z-index: 1;
        margin-top: var(--lb-2);
        padding: var(--lb-2) 0;
        border-top: 1px solid var(--lb-border);
        background: var(--lb-import-ground, var(--lb-bg));
      }
      .warning {
        color: var(--lb-warning);
        overflow-wrap: anywhere;
      }
      @media (max-width: 799.9px) {
        .halves {
          grid-template-columns: minmax(0, 1fr);
          --lb-list-height: 24vh;
        }
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    imports: {attribute: false},
    session: {attribute: false},
    current: {state: true},
    work: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  declare imports: Imports;
  declare session: ImportSession;
  /** The id of the item that is looked at. */
  declare protected current: string;
  declare protected work:
    {readonly progress: ImportProgress | undefined; readonly stop: AbortController} | undefined;
  declare protected failure: unknown;
  readonly #updates = new ImportUpdates(this);

  constructor() {
    super();
    this.current = "";
  }

  override focus(): void {
    this.renderRoot.querySelector("lb-import-list")?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("session")) this.#updates.open(this.session);
    const {items} = this.#updates;
    if (items.some(({id}) => id === this.current)) return;
    // what was read otherwise may be other tables now
    this.current = (items.find(({refusal}) => refusal === null) ?? items[0])?.id ?? "";
  }

  get #included(): ImportItem[] {
    return this.#updates.items.filter(({included, refusal}) => included && refusal === null);
  }

  /** Why it cannot be imported now, and what to do; "" where it can. */
  get #obstacle(): string {
    const included = this.#included;
    if (included.length === 0) return "No table is ticked that can be imported.";
    const large = included.find(({estimate}) => estimate.refusal !== null);
    if (large) return `${nameItem(large)}: ${large.estimate.refusal} Or leave it out.`;
    const failed = included.find(({stepFailure}) => stepFailure !== null);
    if (failed) return `${nameItem(failed)}: a step cannot be applied. Mend it, or leave it out.`;
    return "";
  }

  async #commit(): Promise<void> {
    if (this.work || this.#obstacle !== "" || this.#updates.busy.size > 0) return;
    const stop = new AbortController();
    const inPlace = this.#included.filter(({mode}) => mode === "in-place");
    this.failure = undefined;
    this.work = {progress: undefined, stop};
    try {
      const batches = await this.session.commit({
        signal: stop.signal,
        onProgress: (progress) => (this.work = {progress, stop})
      });
      this.dispatchEvent(new ImportedEvent(batches, inPlace));
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.work = undefined;
    }
  }

  readonly #onChange = (event: ImportChangeEvent): void => {
    event.stopPropagation();
    const id = event instanceof ItemIncludeEvent ? event.item : this.current;
    void this.#updates.change(id, event.change);
  };

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
      return;
    event.preventDefault();
    void this.#commit();
  }

  #renderFoot(): TemplateResult {
    const {work, failure} = this;
    if (work) {
      const {what, noun, done, total} = describeProgress(work.progress, [
        ...new Set(this.#included.map(({file}) => file))
      ]);
      return html`<div class="foot">
        <lb-progress
          .what=${what}
          .noun=${noun}
          .done=${done}
          .total=${total}
          @lb-stop=${() => work.stop.abort()}
        ></lb-progress>
      </div>`;
    }
    const obstacle = this.#obstacle;
    const isBusy = this.#updates.busy.size > 0;
    return html`<div class="foot">
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure .error=${failure} what="Nothing was imported"></lb-failure>`
      }
      <div class="row">
        <button
          class="primary"
          ?disabled=${obstacle !== "" || isBusy}
          @click=${() => void this.#commit()}
        >
          ${describeCommit(this.#included)}
        </button>
        <button @click=${() => this.dispatchEvent(new Event("lb-cancel"))}>Cancel</button>
        ${obstacle ? html`<span class="warning" role="status">${obstacle}</span>` : nothing}
        ${isBusy ? html`<span class="muted" role="status">Reading again …</span>` : nothing}
      </div>
    </div>`;
  }

  override render(): TemplateResult {
    const {items, busy} = this.#updates;
    const item = items.find(({id}) => id === this.current);
    return html`<div
      @lb-import-change=${this.#onChange}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
    >
      <div class="halves">
        <lb-import-list
          .items=${items}
          .current=${this.current}
          .busy=${busy}
          @lb-pick=${(event: ItemPickEvent) => (this.current = event.item)}
        ></lb-import-list>
        ${
          item
            ? html`<lb-import-item
                .workspace=${this.workspace}
                .imports=${this.imports}
                .session=${this.session}
                .item=${item}
                .busy=${busy.has(item.id)}
                .failure=${this.#updates.failure(item.id)}
              ></lb-import-item>`
            : html`<p class="muted">There is nothing to import in what was given.</p>`
        }
      </div>
      ${this.#renderFoot()}
    </div>`;
  }
}

customElements.define("lb-import-session", LbImportSession);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-session": LbImportSession;
  }
  interface HTMLElementEventMap {
    "lb-imported": ImportedEvent;
  }
}
