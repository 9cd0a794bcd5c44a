import Combobox from "@github/combobox-nav";
import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import type {Found} from "./find.ts";
import {find} from "./find.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const KIND_LABELS: Readonly<Record<Found["kind"], string>> = {
  page: "page",
  table: "table",
  entry: "entry",
  command: "command"
};

/** One box that finds pages, tables, entries and commands, and goes there. Opened by Ctrl/Cmd+K. */
export class LbPalette extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      dialog {
        width: min(560px, 94vw);
        margin-top: 10vh;
        padding: 0;
        border: 1px solid var(--lb-border);
        border-radius: var(--lb-radius);
        background: var(--lb-bg-float);
        color: inherit;
        box-shadow: var(--lb-shadow);
      }
      input {
        width: 100%;
        min-height: 40px;
        border: 0;
        border-bottom: 1px solid var(--lb-border);
        border-radius: 0;
        padding: 0 var(--lb-3);
        font-size: 15px;
        background: none;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: var(--lb-1) 0;
        max-height: 50vh;
        overflow: auto;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--lb-2);
        min-height: 28px;
        padding: 0 var(--lb-3);
        cursor: pointer;
      }
      li[aria-selected="true"],
      li:hover {
        background: var(--lb-bg-selected);
      }
      .kind {
        width: 64px;
        color: var(--lb-text-muted);
      }
      .hint {
        margin-left: auto;
        color: var(--lb-text-muted);
        white-space: nowrap;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      p {
        padding: var(--lb-2) var(--lb-3);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    fixed: {attribute: false},
    found: {state: true},
    problem: {state: true}
  };

  declare workspace: Workspace | undefined;
  /** The pages and commands of the site. */
  declare fixed: readonly Found[];
  declare private found: readonly Found[];
  declare private problem: string;
  #combobox: Combobox | undefined;
  #asked = 0;

  constructor() {
    super();
    this.fixed = [];
    this.found = [];
    this.problem = "";
  }

  open(): void {
    const dialog = this.renderRoot.querySelector("dialog")!;
    if (dialog.open) return;
    dialog.showModal();
    const input = this.#input();
    input.value = "";
    void this.#find("");
  }

  override firstUpdated(): void {
    this.#combobox = new Combobox(this.#input(), this.renderRoot.querySelector("ul")!, {
      firstOptionSelectionMode: "selected"
    });
  }

  override updated(changed: PropertyValues): void {
    if (changed.has("found")) this.#combobox?.resetSelection();
  }

  #input(): HTMLInputElement {
    return this.renderRoot.querySelector("input")!;
  }

  async #find(text: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const found = this.workspace
        ? await find(text.trim(), this.workspace, this.fixed)
        : this.fixed;
      if (asked !== this.#asked) return; // an answer to what was typed before
      this.found = found;
      this.problem = "";
    } catch (error) {
      this.found = this.fixed.filter(({name}) => name.toLowerCase().includes(text.toLowerCase()));
      this.problem = toMessage(error);
    }
  }

  #go({href, run}: Found): void {
    this.renderRoot.querySelector("dialog")!.close();
    if (href !== undefined) location.assign(href);
    run?.();
  }

  #commit(event: Event): void {
    const option = (event.target as HTMLElement).closest<HTMLElement>("[role=option]");
    const found = this.found[Number(option?.dataset.index)];
    if (found) this.#go(found);
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-label="Find"
      @click=${(event: MouseEvent) => this.#closeOnBackdrop(event)}
      @close=${() => this.#combobox?.stop()}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="found"
        aria-label="Find a page, table, entry or command"
        placeholder="Find a page, table, entry or command"
        autocomplete="off"
        autofocus
        @focus=${() => this.#combobox?.start()}
        @input=${(event: InputEvent) => void this.#find((event.target as HTMLInputElement).value)}
      />
      <ul
        id="found"
        role="listbox"
        aria-label="Found"
        @combobox-commit=${(event: Event) => this.#commit(event)}
      >
        ${this.found.map(
          (found, i) =>
            html`<li id="found-${i}" role="option" data-index=${i}>
              <span class="kind">${KIND_LABELS[found.kind]}</span
              ><span class="name">${found.name}</span><span class="hint">${found.hint}</span>
            </li>`
        )}
      </ul>
      ${this.problem ? html`<p class="muted">Tables and entries are left out: ${this.problem}</p>` : ""}
      ${this.found.length === 0 ? html`<p class="muted">Nothing by that name.</p>` : ""}
    </dialog>`;
  }

  #closeOnBackdrop(event: MouseEvent): void {
    if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
  }
}

customElements.define("lb-palette", LbPalette);

declare global {
  interface HTMLElementTagNameMap {
    "lb-palette": LbPalette;
  }
}
