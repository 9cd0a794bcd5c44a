import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {Attachment, Store} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import "./lb-attachment.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** How far the keeping of a file is. */
interface Keeping {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly stop: AbortController;
}

/**
 * Files of an entry: picked, dropped or pasted, kept at once by their content, so that a draft has them too.
 *
 * @fires lb-change - with the files as they are now
 */
export class LbAttachments extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: var(--lb-1);
        margin: 0 0 var(--lb-1);
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--lb-1);
      }
      .drop {
        padding: var(--lb-1) var(--lb-2);
        border: 1px dashed var(--lb-border-strong);
        border-radius: var(--lb-radius);
      }
      .drop.over {
        background: var(--lb-bg-selected);
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    files: {attribute: false},
    many: {type: Boolean},
    images: {type: Boolean},
    label: {},
    description: {},
    isOver: {state: true},
    keeping: {state: true},
    failure: {state: true}
  };

  /** Undefined in a preview: there is nowhere to keep a file then. */
  declare store: Store | undefined;
  declare files: readonly Attachment[];
  declare many: boolean;
  /** True where only images are wanted. */
  declare images: boolean;
  declare label: string;
  declare description: string;
  declare protected isOver: boolean;
  declare protected keeping: Keeping | undefined;
  declare protected failure: unknown;

  constructor() {
    super();
    this.files = [];
    this.many = this.images = this.isOver = false;
    this.label = "Files";
    this.description = "";
  }

  override disconnectedCallback(): void {
    this.keeping?.stop.abort();
    super.disconnectedCallback();
  }

  #change(files: readonly Attachment[]): void {
    this.files = files;
    this.dispatchEvent(new FieldChangeEvent(files));
  }

  async #keep(files: readonly File[]): Promise<void> {
    const {store} = this;
    const wanted = files.filter(({type}) => !this.images || type.startsWith("image/"));
    if (!store || this.keeping || files.length === 0) return;
    this.failure =
      wanted.length === files.length ? undefined : new Error(`file is no image: ${files[0]!.name}`);
    for (const file of this.many ? wanted : wanted.slice(0, 1)) {
      if (!(await this.#keepOne(store, file))) return;
    }
  }

  async #keepOne(store: Store, file: File): Promise<boolean> {
    const stop = new AbortController();
    const {name, size: total} = file;
    this.keeping = {name, total, done: 0, stop};
    try {
      const kept = await store.attachments.put(file, {
        signal: stop.signal,
        onProgress: (done) => (this.keeping = {name, total, done, stop})
      });
      const others = this.files.filter(({sha256}) => sha256 !== kept.sha256);
      this.#change(this.many ? [...others, kept] : [kept]);
      return true;
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
      return false;
    } finally {
      this.keeping = undefined;
    }
  }

  #onPick(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.#keep([...(input.files ?? [])]);
    input.value = "";
  }

  /** Files are this field's: the page would import them. */
  #onDrop(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    this.isOver = false;
    void this.#keep([...(event.dataTransfer?.files ?? [])]);
  }

  #onDragOver(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    this.isOver = true;
  }

  #onPaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#keep(files);
  }

  #pick(): void {
    this.renderRoot.querySelector<HTMLInputElement>("input")!.click();
  }

  #remove(file: Attachment): void {
    this.#change(this.files.filter((one) => one !== file));
    void this.updateComplete.then(() => this.focus());
  }

  #renderDrop(): TemplateResult {
    if (!this.store) return html`<p class="muted">Files are added in the form of an entry.</p>`;
    const noun = this.images ? "image" : "file";
    const verb =
      this.files.length > 0 && !this.many ? "Replace the" : this.many ? "Add" : "Choose a";
    return html`<div
      class=${this.isOver ? "drop row over" : "drop row"}
      @dragover=${(event: DragEvent) => this.#onDragOver(event)}
      @dragleave=${() => (this.isOver = false)}
      @drop=${(event: DragEvent) => this.#onDrop(event)}
    >
      <button
        type="button"
        aria-label="${this.label}: ${verb.toLowerCase()} ${noun}${this.many ? "s" : ""}"
        aria-description=${this.description}
        ?disabled=${this.keeping !== undefined}
        @click=${() => this.#pick()}
      >
        ${verb} ${noun}${this.many ? "s" : ""}
      </button>
      <span class="muted">or drop or paste ${this.many ? "them" : "it"} here</span>
      <input
        hidden
        type="file"
        accept=${this.images ? "image/*" : nothing}
        ?multiple=${this.many}
        @change=${(event: Event) => this.#onPick(event)}
      />
    </div>`;
  }

  override render(): TemplateResult {
    const {files, keeping, store} = this;
    return html`<div @paste=${(event: ClipboardEvent) => this.#onPaste(event)}>
      ${
        files.length === 0
          ? nothing
          : html`<ul aria-label=${this.label}>
              ${repeat(
                files,
                ({sha256}) => sha256,
                (file) =>
                  html`<li>
                    <lb-attachment .store=${store} .file=${file}></lb-attachment>
                    <button
                      type="button"
                      class="quiet"
                      aria-label="Remove ${file.name}"
                      @click=${() => this.#remove(file)}
                    >
                      ×
                    </button>
                  </li>`
              )}
            </ul>`
      }
      ${this.#renderDrop()}
      ${
        keeping
          ? html`<lb-progress
              what="Keeping ${keeping.name}"
              noun="bytes"
              .done=${keeping.done}
              .total=${keeping.total}
              @lb-stop=${() => keeping.stop.abort()}
            ></lb-progress>`
          : nothing
      }
      ${
        this.failure === undefined
          ? nothing
          : html`<lb-failure .error=${this.failure} .what=${"The file is not kept"}></lb-failure>`
      }
    </div>`;
  }
}

customElements.define("lb-attachments", LbAttachments);

declare global {
  interface HTMLElementTagNameMap {
    "lb-attachments": LbAttachments;
  }
}
